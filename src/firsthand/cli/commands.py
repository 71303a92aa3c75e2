"""All commands, each module's registered on the one application."""

from __future__ import annotations

from firsthand.cli import ledger_app
from firsthand.cli.app import app

__all__ = ["app", "ledger_app"]
