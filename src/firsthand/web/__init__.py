"""The reading room: a ledger in the browser, for one person on this machine unless told otherwise."""

from __future__ import annotations

from firsthand.web.app import create_app

__all__ = ["create_app"]
