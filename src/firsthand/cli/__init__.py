"""The command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `firsthand` with the arguments of this process."""
    from firsthand.cli.commands import app
    from firsthand.errors import FirsthandError

    try:
        app()
    except FirsthandError as error:
        print(f"firsthand: {error}", file=sys.stderr)  # noqa: T201 - the edge itself
        sys.exit(2)
