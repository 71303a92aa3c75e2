"""Plain text cut into its blocks, each with its place in the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.model import Span, Zone

# Hard-wrapped text is written for terminals, mail and paper; a longer line is a whole paragraph.
WRAP_WIDEST = 110
# How far short of the margin a wrapped line may stop beyond what its next word needs: hand-made wraps are ragged.
WRAP_SLACK = 6

# Line ends of all systems; the group is atomic so that CR LF is never taken for two of them.
_END = r"(?>\r\n|[\r\n\x0b\x0c\u2028\u2029])"
_BLANK = re.compile(rf"{_END}(?:[^\S\r\n\x0b\x0c\u2028\u2029]*{_END})+")
_LINE = re.compile(r"[^\r\n\x0b\x0c\u2028\u2029]+")
_WRAP = re.compile(rf"[^\S\r\n\x0b\x0c\u2028\u2029]*{_END}\s*")
_ITEM = re.compile(r"\s*(?:[-*•·–—▪●►»]|\d{1,2}[.)])\s+\S")
_INDENT = re.compile(r"[ \t\u3000]{2,}|\t|\u3000")

# Spaces without width alone are no block.
_VISIBLE = re.compile("[^\\s\u00ad\u200b-\u200f\u2060\ufeff]")

_FENCE = re.compile(r"^\s*(?:```|~~~)")
_FRONT_MATTER = re.compile(r"\s*---\s*\n.*?\n(?:---|\.\.\.)\s*(?:\n|$)", re.DOTALL)
_ATX = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)|\s{0,3}#{1,6}\s*$")
_SETEXT = re.compile(r"\n\s{0,3}(=+|-+)\s*$")
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_AUTOLINK = re.compile(r"<(https?://[^>\s]+)>")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])|(?<![\w_])(_{1,3})(?=\S)(.+?)(?<=\S)\3(?![\w_])", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block as cut: its text with line wraps as single spaces, its place, and the zone its marks declare, if any."""

    text: str
    span: Span
    marked: Zone | None = None


def cut(text: str) -> tuple[Stretch, ...]:
    """The blocks of a plain text: parted by blank lines, and by line ends that are no wraps."""
    width = _wrap_width(text)
    stretches: list[Stretch] = []
    for start, end in _between_blank_lines(text, 0):
        lines = [
            (line.start() + start, line.end() + start) for line in _LINE.finditer(text[start:end]) if line[0].strip()
        ]
        stretches.extend(_joined(text, lines, width))
    return tuple(stretches)


def cut_markdown(text: str) -> tuple[Stretch, ...]:
    """The blocks of a Markdown text, without its marks for headings, quotations, links, pictures and emphasis."""
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    stretches: list[Stretch] = []
    for part_start, part_end in _markdown_parts(text, start):
        stretch = _read_markdown(text, part_start, part_end)
        if stretch:
            stretches.append(stretch)
    return tuple(stretches)


def _between_blank_lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    for gap in _BLANK.finditer(text, start):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)


def _wrap_width(text: str) -> int | None:
    """The column at which the text is wrapped; None where its lines are whole paragraphs."""
    lengths = sorted(len(line[0].rstrip()) for line in _LINE.finditer(text) if line[0].strip())
    if len(lengths) < 3:
        return None
    # A few overlong lines (addresses, tables) are met in wrapped text too.
    widest = lengths[min(len(lengths) - 1, int(len(lengths) * 0.97))]
    return widest if widest <= WRAP_WIDEST else None


def _joined(text: str, lines: list[tuple[int, int]], width: int | None) -> Iterator[Stretch]:
    """Lines with no blank line between them, put together where the end of one is a wrap."""
    first = 0
    for number in range(1, len(lines) + 1):
        if number < len(lines) and width and _is_wrap(text, lines[number - 1], lines[number], width):
            continue
        stretch = _stretch(text, lines[first][0], lines[number - 1][1])
        if stretch:
            yield stretch
        first = number


def _is_wrap(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether a line ends because the next word did not fit."""
    this, then = text[line[0] : line[1]].rstrip(), text[following[0] : following[1]]
    if _ITEM.match(then) or (_INDENT.match(then) and not _INDENT.match(this)):
        return False
    return len(this) + 1 + len(then.split()[0]) + WRAP_SLACK > width


def _stretch(text: str, start: int, end: int, marked: Zone | None = None) -> Stretch | None:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    words = raw.strip()
    return Stretch(_WRAP.sub(" ", words), Span(start, start + len(words)), marked) if _VISIBLE.search(words) else None


def _markdown_parts(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Markdown's blocks: as plain ones, but a heading's line and a list's item stand alone, and wraps join."""
    fenced = False
    for block_start, block_end in _between_blank_lines(text, start):
        part = None
        for line in _LINE.finditer(text, block_start, block_end):
            if _FENCE.match(line[0]):
                fenced = not fenced
                continue
            alone = _ATX.match(line[0]) or _ITEM.match(line[0]) or fenced
            if alone and part:
                yield part
                part = None
            part = (part[0] if part else line.start(), line.end())
            if _ATX.match(line[0]):
                yield part
                part = None
        if part:
            yield part


def _read_markdown(text: str, start: int, end: int) -> Stretch | None:
    whole = _stretch(text, start, end)
    if not whole:
        return None
    raw, marked = whole.span.of(text), None
    atx, setext = _ATX.match(raw), _SETEXT.search(raw)
    if atx or setext:
        first_level = (atx and atx[1] == "#") or (setext and setext[1].startswith("="))
        marked = Zone.TITLE if first_level else Zone.HEADING
        raw = re.sub(r"\s#+\s*$", "", raw[atx.end() :]) if atx else _SETEXT.sub("", raw)
    elif raw.startswith(">"):
        marked = Zone.QUOTE
        raw = re.sub(r"(?m)^\s*>+\s?", "", raw)
    elif _IMAGE.fullmatch(raw.strip()):
        marked = Zone.CAPTION
    raw = _AUTOLINK.sub(r"\1", _LINK.sub(r"\1", _IMAGE.sub(r"\1", raw)))
    raw = _EMPHASIS.sub(lambda found: found[2] or found[4], raw)
    words = _WRAP.sub(" ", raw).strip()
    return Stretch(words, whole.span, marked) if words else None
