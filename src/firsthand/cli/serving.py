"""`firsthand serve`: the reading room of a ledger in the browser."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path

import uvicorn
from rich.console import Console

from firsthand.cli.printing import tell
from firsthand.errors import UsageError
from firsthand.ledger import Writer
from firsthand.web import create_app
from firsthand.web.guard import Rules

SHORTEST_TOKEN = 16


def run(ledger: Path, host: str, port: int, token_file: Path | None, *, readers: bool = False) -> int:
    """Serve until stopped; a missing ledger is made. Raises LedgerError, UsageError for an open door without token."""
    token = _token(token_file) if token_file else None
    if readers and token is None:
        raise UsageError("--readers lets others read and reply; give a --token-file, which tells the owner from them")
    if token is None and not _is_loopback(host):
        raise UsageError(f"--host {host} lets others in; give a --token-file that they must know the content of")
    if not ledger.exists():
        Writer(ledger).close()
    app = create_app(ledger, Rules(token, readers))
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    tell(f"reading {ledger} at {address} (Ctrl+C ends it)", Console(stderr=True, highlight=False))
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
    return 0


def _token(path: Path) -> str:
    try:
        token = path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        raise UsageError(f"--token-file {path} cannot be read ({error})") from error
    if len(token) < SHORTEST_TOKEN:
        raise UsageError(f"--token-file {path}: a token has {SHORTEST_TOKEN} letters or more")
    return token


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
