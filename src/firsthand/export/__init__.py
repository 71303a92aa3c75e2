"""What was found, in the forms that others read."""

from __future__ import annotations

from firsthand.export.catalogue import as_listing, as_result, filed_record, voice_record
from firsthand.export.contract import as_record

__all__ = ["as_listing", "as_record", "as_result", "filed_record", "voice_record"]
