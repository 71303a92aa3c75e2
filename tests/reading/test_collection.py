"""Cyclic garbage waits while a page is read, and the setting found is the setting left."""

from __future__ import annotations

import gc

import pytest

from firsthand.errors import NotAPage
from firsthand.model import Page
from firsthand.reading import read
from firsthand.reading.collection import put_off


@pytest.mark.parametrize("on", [True, False])
def test_the_setting_found_is_left(on: bool) -> None:
    found = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        with put_off():
            assert not gc.isenabled()
        assert gc.isenabled() is on
    finally:
        (gc.enable if found else gc.disable)()


def test_a_page_that_cannot_be_read_leaves_it_on() -> None:
    assert gc.isenabled()
    with pytest.raises(NotAPage):
        read(Page(b"\x00\x01\x02", "image/png"))
    assert gc.isenabled()
