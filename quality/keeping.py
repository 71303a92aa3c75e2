"""A search in a real browser, kept, seen at the desk, followed and dropped, by keyboard alone."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import httpx

if TYPE_CHECKING:
    from room import Browser

TAB, ENTER = "\ue004", "\ue007"
SECONDS = 10
HOSTILE = '"><script>window.ran=1</script>{{ 7*7 }}'
NAMED = "[...document.querySelectorAll('.case .told')].map(one => one.innerText.trim())"


def kept(browser: Browser, room: str) -> list[str]:
    """What is wrong with the way of a search from its page to the desk and out again; a hostile one stays kept."""
    wrong = []
    browser.open(f"{room}/search?q=port")
    browser.run("document.querySelector('.follow summary').focus()")
    browser.press(ENTER + TAB)
    if browser.run("return document.activeElement.name") != "name":
        wrong.append("the form that keeps a search does not open, or its name is not the next stop")
    browser.run("document.activeElement.select()")
    browser.press("Ports" + ENTER)
    if not _becomes(browser, f"location.pathname === '/desk/searches' && {NAMED}.includes('Ports')"):
        wrong.append("a search that is kept does not stand at the desk")
    number = browser.run("return document.querySelector('.case a[type]').pathname.match(/[0-9]+/)[0]")
    feed = ET.fromstring(httpx.get(f"{room}/feeds/saved/{number}.atom").content)  # noqa: S314 - our own
    if not feed.findall("{http://www.w3.org/2005/Atom}entry"):
        wrong.append("the feed of a kept search holds nothing")
    form = {"shelf": "exchanges", "asked": "", "name": HOSTILE}
    httpx.post(f"{room}/desk/searches", data=form)
    browser.open(f"{room}/desk/searches")
    if HOSTILE not in browser.run(f"return {NAMED}"):
        wrong.append("a hostile name does not stay words: " + json.dumps(browser.run(f"return {NAMED}")))
    browser.run(f"document.querySelector('form[action=\"/desk/searches/{number}/drop\"] button').focus()")
    browser.press(ENTER)
    if not _becomes(browser, f"document.readyState === 'complete' && !{NAMED}.includes('Ports')"):
        wrong.append("a search that is dropped stands there still")
    return wrong


def _becomes(browser: Browser, holds: str) -> bool:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if browser.run(f"return {holds}"):
            return True
        time.sleep(0.1)
    return False
