"""Whether a page shows only the beginning of an article that readers must pay for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from firsthand.model import Block
from firsthand.reading.json_ld import Node, listed, words

REMARK = "the page shows only the beginning of an article that readers must pay for"
SHORT = 1500
"""Characters: a longer text of a paid article is more than its beginning, unless something else says so."""

MIDDLING = 4000
"""Characters: of a paid article as long as this, the part named as paid must show some text."""

BEHIND = 8
"""Blocks behind the text among which the invitation to pay stands."""

MOST_SELECTORS = 8

# "Subscribe to continue reading": what stands where the text breaks off.
_INVITATIONS = r"""
(subscribe|sign (in|up)|log ?in|register|upgrade|join|pay)\b.{0,60}\b(to|and) (continue|keep|unlock|read|finish|view)
(to )?(continue|keep) reading\b.{0,60}\b(subscri|sign|log|regist|account|free|trial)
(this|the full|the rest|the remainder of this) (article|story|content|post) is (only )?(for|reserved|exclusive|available
  |restricted|locked)\b.{0,60}\b(subscri|member|register|premium)
(for|only for|exclusive to) (paid |premium )?(subscribers|members)( only)?\W*$
subscribers?[- ]only|premium (article|content)\W*$|unlock (this|the full) (article|story)
weiterlesen mit|jetzt weiterlesen|(diesen|den ganzen|den vollständigen) artikel\b.{0,40}\b(weiterlesen|freischalten
  |abonn|lesen)
(nur|exklusiv) für abonnent|mit .{0,30}(plus|premium|abo)\b.{0,30}\bweiterlesen|plus-artikel
réservée?s? (à nos |aux |à )abonné|la suite (est|de cet article)|pour lire la suite
riservat[oi] agli abbonati|(abbonati|accedi) per (continuare|leggere)
(exclusiv[oa]|sólo|solo|reservad[oa]) para (suscriptores|socios|assinantes|subscritores)
(suscríbete|suscríbase|regístrate|inicia sesión) para (seguir|continuar|leer)
(assine|entre) para (continuar|ler)|(alleen|enkel|exclusief) voor (abonnees|leden)|lees verder met
tylko dla (prenumerator|subskrybent)|только для подписчиков|endast för prenumeranter|kun for abonnenter
"""
_INVITES = re.compile(r"\b(?:" + _INVITATIONS.strip().replace("\n  ", "").replace("\n", "|") + ")", re.IGNORECASE)
# "Il vous reste 79 % de cet article à lire": sure, however much there is.
_LEFT = re.compile(
    r"\b\d{1,3}(?:[.,]\d+)?\s?%.{0,30}\b(?:cet article|this (?:article|story)|dieses artikels|este art[ií]culo|artigo)"
    r"|\b(?:il vous reste|you have|noch)\s\d{1,3}(?:[.,]\d+)?\s?%",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paywall:
    """What the page declares: whether it costs, the selectors of the paid part, the words of the whole article."""

    paid: bool = False
    selectors: tuple[str, ...] = ()
    words: int | None = None


def paywall(article: Node) -> Paywall:
    """What JSON-LD says of an article's price and size (schema.org's isAccessibleForFree, hasPart, wordCount)."""
    parts = [article, *(part for part in listed(article.get("hasPart")) if isinstance(part, dict))]
    paid = any(str(part.get("isAccessibleForFree")).lower() == "false" for part in parts)
    selectors = [words(part.get("cssSelector")) for part in parts[1:] if "isAccessibleForFree" in part]
    count = article.get("wordCount")
    given = int(count) if isinstance(count, int | str) and str(count).isdecimal() and len(str(count)) < 7 else None
    return Paywall(paid, tuple(filter(None, selectors))[:MOST_SELECTORS], given)


def is_stub(declared: Paywall, text: str, blocks: Sequence[Block], tree: LexborHTMLParser | None) -> bool:
    """Whether the text is only an article's beginning; `tree` is None where the page has no markup."""
    behind = list(_behind(blocks))
    if any(_LEFT.search(line) for line in behind):
        return True
    invited = any(_INVITES.search(line) for line in behind)
    if not declared.paid and not invited:
        return False
    if declared.words:
        count = len(text.split())
        return count < declared.words / 2 or (len(text) < SHORT and count < 0.8 * declared.words)
    if len(text) < SHORT:
        return True
    named = declared.selectors if declared.paid and tree and len(text) < MIDDLING else ()
    return bool(named) and tree is not None and not _shows(tree, named)


def _behind(blocks: Sequence[Block]) -> Iterable[str]:
    """The lines right behind the last of the text."""
    last = max((n for n, block in enumerate(blocks) if block.span), default=len(blocks))
    return (block.text for block in blocks[last + 1 : last + 1 + BEHIND])


def _shows(tree: LexborHTMLParser, selectors: Iterable[str]) -> bool:
    """Whether anything that the selectors name holds words."""
    for selector in selectors:
        try:
            nodes = tree.css(selector)[:20]
        except SelectolaxError:
            return True  # a selector that cannot be read says nothing
        if any(len(node.text().strip()) > 100 for node in nodes):
            return True
    return False
