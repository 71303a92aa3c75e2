"""All commands, each module's registered on the one application."""

from __future__ import annotations

from firsthand.cli import export_app, ledger_app
from firsthand.cli.app import app

__all__ = ["app", "export_app", "ledger_app"]
