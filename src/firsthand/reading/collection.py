"""Python's search for cyclic garbage, put off while much is made that all stays for a while."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """No cyclic collection inside; afterwards it is as it was found.

    A page's elements and blocks live until it is read, what claims are made of until they are put together, and neither
    forms cycles: going over them finds nothing to free.
    """
    found_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if found_on:
            gc.enable()
