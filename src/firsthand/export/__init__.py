"""What was found, in the forms that others read."""

from __future__ import annotations

from firsthand.export.contract import as_record

__all__ = ["as_record"]
