"""Groups of copies: which article they go back to, whom they credit, how each took it over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from firsthand.model import Article, Copy, CopyKind, CopyMember, SharedText, Span
from firsthand.tracing.alignment import SAME_WORDS
from firsthand.tracing.grouping import Groups
from firsthand.tracing.instants import instant
from firsthand.tracing.press import Press, stands_for, wire_of

LAST = datetime.max.replace(tzinfo=UTC)
WHOLE = 0.8
"""From this share on, an article is taken over wholly, or holds nothing of its own."""


def copies(shared: Iterable[SharedText], articles: Mapping[str, Article], press: Press) -> tuple[Copy, ...]:
    """The groups that shared texts make, in order of their least article."""
    ties = {(tie.one, tie.other): tie for tie in shared}
    groups: Groups[str] = Groups()
    for one, other in ties:
        groups.join(one, other)
    return tuple(_copy(group, ties, articles, press) for group in groups.all())


def _copy(
    group: list[str], ties: Mapping[tuple[str, str], SharedText], articles: Mapping[str, Article], press: Press
) -> Copy:
    wires = {article: wire_of(articles[article]) for article in group}
    original, reason = _original(group, wires, articles, press)
    credit = _credit(group, wires, press)
    members = [_member(article, original, ties, articles, wires[article]) for article in group]
    return Copy(tuple(members), original, credit, (reason,))


def _original(
    group: list[str], wires: Mapping[str, str | None], articles: Mapping[str, Article], press: Press
) -> tuple[str, str]:
    """The first of a group: an article of the agency that the others credit, else the earliest. Credit beats clock."""
    credited = sorted({code for code in wires.values() if code})
    own = [name for name in group if any(stands_for(code, press.house[name].name) for code in credited)]
    early = sorted(own or group, key=lambda article: (_when(articles[article]) or LAST, article))
    if own:
        return early[0], f"the others credit {press.house[early[0]].name}"
    return early[0], "it was published first"


def _credit(group: list[str], wires: Mapping[str, str | None], press: Press) -> str | None:
    codes = [code for code in wires.values() if code]
    if not codes:
        return None
    code = max(sorted(set(codes)), key=codes.count)
    names = [press.house[name].name for name in group if stands_for(code, press.house[name].name)]
    key = press.of_code(code)
    return names[0] if names else press.names[key] if key else code


def _member(
    article: str,
    original: str,
    ties: Mapping[tuple[str, str], SharedText],
    articles: Mapping[str, Article],
    wire: str | None,
) -> CopyMember:
    found = {pair: tie for pair, tie in ties.items() if article in pair}
    passages = sorted({span for pair, tie in found.items() for span in _own(article, tie)})
    reasons = (f"it credits {wire}",) if wire and article != original else ()
    if article == original:
        return CopyMember(article, CopyKind.ORIGINAL, tuple(passages))
    pair = (min(article, original), max(article, original))
    tie = ties.get(pair) or max(found.values(), key=lambda t: (sum(p[2] for p in t.passages), t.one, t.other))
    other = tie.other if tie.one == article else tie.one
    kind, why = kind_of(article, other, tie, articles)
    return CopyMember(article, kind, tuple(passages), (why, *reasons))


def _own(article: str, tie: SharedText) -> list[Span]:
    return [passage[0] if tie.one == article else passage[1] for passage in tie.passages]


def kind_of(article: str, original: str, tie: SharedText, articles: Mapping[str, Article]) -> tuple[CopyKind, str]:
    """How an article took over another, and why it is called so."""
    mine, theirs, close = 0, 0, 0.0
    sizes = {name: _size(articles[name].text) for name in (article, original)}
    for first, second, closeness in tie.passages:
        here, there = (first, second) if tie.one == article else (second, first)
        if closeness >= SAME_WORDS:
            mine += len(here)
            theirs += len(there)
        close += closeness * len(here)
    same, taken = mine / sizes[article], theirs / sizes[original]
    if same >= WHOLE and taken >= WHOLE:
        return CopyKind.VERBATIM, f"{same:.0%} of it stands in {original} word for word"
    if same >= WHOLE:
        return CopyKind.SHORTENED, f"{same:.0%} of it stands in {original}, which has more"
    if same >= 0.2:
        return CopyKind.PARTIAL, f"{same:.0%} of it stands in {original}, the rest is its own"
    if _quotes_kept(article, original, tie, articles):
        return CopyKind.REWRITE, f"it says sentence by sentence what {original} says, and quotes the same words"
    return CopyKind.TRANSLATION, f"it says sentence by sentence what {original} says, its quotations in other words"


def _size(text: str) -> int:
    return max(1, len(text.strip()))


def _quotes_kept(article: str, original: str, tie: SharedText, articles: Mapping[str, Article]) -> bool:
    """Whether what is quoted is the same word for word: a rewrite leaves it, a translation does not."""
    quoted: list[float] = []
    for first, second, closeness in tie.passages:
        here, there = (first, second) if tie.one == article else (second, first)
        if any(mark in here.of(articles[article].text) for mark in '"“„«'):
            quoted.append(closeness if there else 0.0)
    return not quoted or max(quoted) >= 0.7


def _when(article: Article) -> datetime | None:
    return instant(article.published.value) if article.published else None
