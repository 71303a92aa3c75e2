"""The names that others may rely on, and what importing them costs."""

import subprocess
import sys

import firsthand

NAMES = ["Article", "Findings", "FirsthandError", "InputError", "Rejected", "Span", "Statement", "Told", "read"]


def test_the_public_names_are_these() -> None:
    assert firsthand.__all__ == NAMES
    assert all(hasattr(firsthand, name) for name in NAMES)


def test_importing_the_names_or_asking_for_help_loads_nothing_heavy() -> None:
    heavy = ("onnxruntime", "trafilatura", "lxml", "numpy", "tokenizers", "selectolax", "dateparser", "httpx")
    for start in ("import firsthand", "import firsthand.cli.app"):
        code = f"{start}\nimport sys\nprint(*(name for name in {heavy!r} if name in sys.modules))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "", start
