#!/usr/bin/env python3
"""Look at the reading room in a real browser: nothing overflows, nothing runs, nothing is said on the console.

    python quality/room.py --axe axe.min.js [--shots FOLDER] [--ledger FILE] [--driver chromedriver]

A small hostile ledger is made (or FILE is taken) and served; headless Chromium opens each page at three widths, light
and dark. Told are: what axe-core finds against the accessibility of the page, errors on the console (the policy that
forbids everything inline speaks there too), pages wider than the window, and scripts from articles that ran. The
keyboard's way through an article is walked once. Where the ledger is the one made here, replies go from writing to
moderation, hostile ones among them, a text and files are added, and the words of statements are looked for on the saved
pages. `--shots` keeps what was seen. Needs Debian's chromium and
chromium-driver, and axe.min.js as `npm pack axe-core` brings it.
"""

from __future__ import annotations

import argparse
import base64
import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
from adding import added
from browser import BROWSER
from keeping import kept
from replying import replied

FLAGS = (*BROWSER, "--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
WIDTHS = (400, 900, 1400)
SCHEMES = ("light", "dark")
SECONDS = 60
RUN = "<script>window.ran=1</script>"
LONG = "Great" + "northernharbours" * 12 + "company"
ROWS: tuple[dict[str, str], ...] = (
    {
        "id": "holm-1",
        "title": "Port of Holm closed, ministry says",
        "outlet": "Holm Courier",
        "domain": "courier.example",
        "published": "2024-06-18",
        "text": "The port of Holm is closed for six weeks, the harbour minister Ines Kolbe said on Tuesday. \"We have"
        ' sent 40 cranes to Varn," she told reporters in Holm.\n\nThe dockers\' union denied that the port is closed.'
        " According to the Holm Courier, a spokesman for the union said that ships may still leave the port.",
    },
    {
        "id": "holm-2",
        "title": f"{LONG} <b>{RUN}",
        "outlet": f"Outlet {LONG} {RUN}",
        "domain": "long.example",
        "published": "2024-06-19",
        "text": f"The port of Holm is closed for six weeks, the harbour minister Ines Kolbe said. {LONG} said that"
        f" {LONG} {RUN} will supply 12 tugs to {LONG}.\n\nIf it rains, Omar {RUN} said, the port stays closed.",
    },
    {
        "id": "holm/3?x=#&",
        "title": "\u202eميناء هولم مغلق\u202c \u2067שער\u2069 \"><img src=x onerror=window.ran=1>",
        "outlet": "ميناء",
        "domain": "rtl.example",
        "published": "2024-06-20",
        "url": "javascript:window.ran=1",
        "text": "The union of dockers denied on Thursday that the port of Holm is closed. \u202e Ines Kolbe said the"
        " port is closed for eight weeks.\n\nVarn will give Holm 300 tonnes of rice, the foreign ministry said.",
    },
)  # fmt: skip
PAGE = f"""<!doctype html><html lang=en><head><title>Cranes arrive in Varn</title>
<meta property="article:published_time" content="2024-06-21T10:00:00Z">
<meta property="og:site_name" content="Varn Post">
<link rel=stylesheet href="http://evil.example/x.css"><meta http-equiv=refresh content="0; url=http://evil.example/">
</head><body onload="window.ran=1"><nav>Home {RUN} World</nav><img src="http://evil.example/x.png">
<article><h1>Cranes arrive in Varn</h1><p class=byline>By Rosa Tal</p>
<p>Forty cranes from Holm arrived in Varn on Friday, the mayor, Jon Erik Sund, said. "They came by sea," he said.</p>
<p>The harbour ministry said the port of Holm is closed for six weeks. Officials met in Varn on Thursday.</p>
<h2>What comes next</h2><p>Sund said the town would send 2,000 tonnes of grain to Holm in return for the cranes.</p>
<pre>{"x" * 900}</pre></article><aside><p>Read more: {LONG} and other long names</p></aside></body></html>"""


def made(folder: Path) -> Path:
    """A small ledger of invented articles whose words try to run, to overflow and to turn the line around."""
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    path = folder / "room.db"
    for given in (["--as", "articles", "rows.jsonl"], ["page.html"]):
        command = [sys.executable, "-m", "firsthand", "add", "--ledger", str(path), *given]
        subprocess.run(command, check=True, cwd=folder, capture_output=True)  # noqa: S603
    return path


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def started(command: list[str], address: str) -> Iterator[None]:
    """A program that answers at an address, ended afterwards. Raises RuntimeError where it never answers."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        until = time.monotonic() + SECONDS
        while time.monotonic() < until and process.poll() is None:
            try:
                httpx.get(address)
            except httpx.TransportError:
                time.sleep(0.1)
            else:
                break
        else:
            raise RuntimeError(f"{command[0]} does not answer at {address}")
        yield
    finally:
        process.terminate()
        process.wait()


class Browser:
    """A headless Chromium behind chromedriver (W3C WebDriver)."""

    def __init__(self, driver: str, binary: str) -> None:
        self._http = httpx.Client(base_url=driver, timeout=SECONDS)
        options = {"args": list(FLAGS), "binary": binary}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        answer = self._http.post("/session", json={"capabilities": {"alwaysMatch": wanted}}).json()
        if "sessionId" not in answer["value"]:
            raise RuntimeError(f"no browser: {answer['value'].get('message')}")
        self._session = f"/session/{answer['value']['sessionId']}"

    def _ask(self, path: str, **given: Any) -> Any:  # noqa: ANN401
        value = self._http.post(self._session + path, json=given).json()["value"]
        if isinstance(value, dict) and "error" in value:
            raise RuntimeError(f"the browser says: {value['message']}")
        return value

    def look(self, width: int, scheme: str) -> None:
        """The window's width and the colours the reader prefers."""
        metrics = {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
        self._ask("/goog/cdp/execute", cmd="Emulation.setDeviceMetricsOverride", params=metrics)
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        self._ask("/goog/cdp/execute", cmd="Emulation.setEmulatedMedia", params=media)

    def open(self, address: str) -> None:
        self._ask("/url", url=address)

    def run(self, script: str, *, waits: bool = False) -> Any:  # noqa: ANN401
        return self._ask("/execute/async" if waits else "/execute/sync", script=script, args=[])

    def choose(self, selector: str, path: Path) -> None:
        """Put one more file into a form's field."""
        found = self._ask("/element", using="css selector", value=selector)
        self._ask(f"/element/{next(iter(found.values()))}/value", text=str(path))

    def press(self, keys: str) -> None:
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._ask("/actions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    def errors(self) -> list[str]:
        """What the console said against the page since the last time."""
        return [entry["message"] for entry in self._ask("/se/log", type="browser") if entry["level"] != "INFO"]

    def shot(self, path: Path) -> None:
        asked = {"format": "png", "captureBeyondViewport": True}
        data = self._ask("/goog/cdp/execute", cmd="Page.captureScreenshot", params=asked)["data"]
        path.write_bytes(base64.b64decode(data))

    def close(self) -> None:
        self._http.delete(self._session)


OVERFLOW = """
const wide = document.documentElement.clientWidth, inside = node => node.closest('.scroll, .unseen, .skip');
return [...document.querySelectorAll('body *')].filter(node => !inside(node)
  && node.getBoundingClientRect().right > wide + 1).slice(0, 3)
  .map(node => node.tagName.toLowerCase() + '.' + node.className + ': ' + node.textContent.trim().slice(0, 50))"""
AXE = """const done = arguments[arguments.length - 1];
axe.run({resultTypes: ['violations']}).then(found => done(found.violations.map(
  one => one.id + ': ' + one.help + ' ' + one.nodes.slice(0, 2).map(node => node.html.slice(0, 120)
    + ' ' + (node.any[0]?.message || '')).join(' | '))))"""


def seen(browser: Browser, address: str, axe: str) -> list[str]:
    """What is wrong with a page as it is opened."""
    browser.open(address)
    wrong = [f"on the console: {line}" for line in browser.errors()]
    wrong += [f"overflows: {line}" for line in browser.run(OVERFLOW)]
    if browser.run("return 'ran' in window"):
        wrong.append("a script from an article ran")
    if browser.run("return document.querySelectorAll('style, [style]').length"):
        wrong.append("styles stand inside the page")
    browser.run(axe + "; window.axe = axe")
    return wrong + [f"axe: {line}" for line in browser.run(AXE, waits=True)]


def walked(browser: Browser, address: str) -> list[str]:
    """What is wrong with the keyboard's way through an article."""
    browser.look(WIDTHS[0], SCHEMES[0])
    browser.open(address)
    wrong = []
    browser.press("jj")
    if browser.run("return document.activeElement.className") != "at":
        wrong.append("j does not go to a statement")
    if not browser.run("return document.querySelectorAll('.note.lit').length"):
        wrong.append("the note of the statement gone to does not light up")
    told = "document.querySelector('.note.lit').getBoundingClientRect().bottom <= innerHeight"
    if not browser.run(f"return {told} || !document.getElementById('card').hidden"):
        wrong.append("who says it is out of sight")
    described = "document.getElementById(document.activeElement.getAttribute('aria-describedby'))"
    if not browser.run(f"return Boolean({described}?.textContent.includes('sure'))"):
        wrong.append("the statement gone to is not described to screen readers")
    browser.press("/")
    if browser.run("return document.activeElement.id") != "q":
        wrong.append("/ does not go to the search box")
    return wrong


def addresses(room: str) -> list[str]:
    """Every kind of page, by the ledger's own things."""
    listed = httpx.get(f"{room}/api/v1/articles?size=100").json()["articles"]
    ids = [one["article"]["id"] for one in listed][:4]
    first = httpx.get(f"{room}/claims").text.partition('<h2><a href="')[2].partition('"')[0].replace("&amp;", "&")
    about = httpx.get(f"{room}/api/v1/statements?size=20").json()["statements"]
    name = next((one["chain"][0]["name"] for one in about if one["chain"]), "Kolbe")
    outlet = ROWS[1]["outlet"]
    return [
        "/",
        *(f"/articles/{quote(one, safe='')}" for one in ids),
        f"/pages/{quote(ids[0], safe='')}",
        *(f"/stories/{quote(one, safe='')}" for one in ids[:2]),
        "/claims",
        *([first, f"{first}{'&' if '?' in first else '?'}reply=whole"] if first else []),
        "/search?q=port",
        "/search?q=port&in=articles",
        "/search?q=port&origins=1",
        "/search?q=-port",
        "/search?q=holm&in=speakers",
        f"/who?name={quote(name)}",
        "/who?name=Kolbe&wide=1",
        "/who",
        f"/outlets?name={quote(outlet)}",
        f"/outlets?name={quote(ROWS[0]['outlet'])}",
        "/exchanges",
        "/exchanges?giver=Holm&since=2024",
        "/events",
        "/add",
        "/desk/searches",
        "/nowhere",
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--axe", type=Path, required=True)
    parser.add_argument("--shots", type=Path)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--driver", default="chromedriver")
    parser.add_argument("--browser", default="/usr/bin/chromium")
    arguments = parser.parse_args()
    axe = arguments.axe.read_text(encoding="utf-8")
    bad = 0
    with tempfile.TemporaryDirectory() as scratch:
        ledger = arguments.ledger or made(Path(scratch))
        door, wheel = free_port(), free_port()
        room, driver = f"http://127.0.0.1:{door}", f"http://127.0.0.1:{wheel}"
        serving = [sys.executable, "-m", "firsthand", "serve", "--ledger", str(ledger), "--port", str(door)]
        with started(serving, room), started([arguments.driver, f"--port={wheel}"], f"{driver}/status"):
            browser = Browser(driver, arguments.browser)
            try:
                paths = addresses(room)
                wrong, shown = ([], []) if arguments.ledger else replied(browser, room, ROWS[0]["id"])
                given, left = ([], []) if arguments.ledger else added(browser, room)
                stored = [] if arguments.ledger else kept(browser, room)
                for line in (*wrong, *given, *stored):
                    print(f"replying, adding and keeping: {line}")
                paths += [*shown, "/add", *left]
                bad = len(wrong) + len(given) + len(stored) + looked(browser, room, axe, arguments.shots, paths)
            finally:
                browser.close()
    print("nothing is wrong" if not bad else f"{bad} things are wrong")
    return 1 if bad else 0


def looked(browser: Browser, room: str, axe: str, shots: Path | None, paths: list[str]) -> int:
    """Every page at every width in every scheme; how many things are wrong."""
    if shots:
        shots.mkdir(parents=True, exist_ok=True)
    bad = 0
    for number, path in enumerate(paths):
        for width in WIDTHS:
            for scheme in SCHEMES:
                browser.look(width, scheme)
                wrong = seen(browser, room + path, axe)
                # A page that is not there, or not understood, is told on the console by its status.
                told = f"{room}{path} - Failed to load resource: the server responded with a status of 4"
                wrong = [line for line in wrong if told not in line]
                if shots:
                    browser.shot(shots / f"{number:02}-{width}-{scheme}.png")
                for line in wrong:
                    print(f"{path} at {width}, {scheme}: {line}")
                bad += len(wrong)
        print(f"looked at {path}", flush=True)
    for line in walked(browser, room + paths[1]):
        print(f"{paths[1]}: {line}")
        bad += 1
    return bad


if __name__ == "__main__":
    sys.exit(main())
