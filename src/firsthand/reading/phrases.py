"""The language of pages: how they invite, warn, credit and ask, in the languages news is written in.

Every judgement looks at the words of one block alone; white space of any kind counts as one space. What the markup or
the neighbours say as well is for the caller to weigh.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from firsthand.model import Zone
from firsthand.reading import phrase_lists as lists
from firsthand.reading.bylines import byline
from firsthand.reading.openings import Openings, opening

TEASER_LONGEST = 300
"""Characters: a longer block that begins with an invitation to read goes on to say something itself."""

PHRASE_LONGEST = 400
"""Characters: boilerplate of other kinds is shorter; a longer block is taken for prose, unless it asks for consent."""

CREDIT_LONGEST = 200
"""Characters: who owns a picture or the rights is said in a line."""

CONSENT_LONGEST = 1500
"""Characters: cookie notices run on."""

# Of a block's words and its first letter.
Judgement: TypeAlias = Callable[[str, str], bool]
REMEMBERED_LONGEST = 80
"""Characters: longer blocks hardly come back."""

# Marks that are no words may stand before any phrase.
_MARKS = r"[^\w#©(]{0,6}"


def _begins(material: str) -> Openings:
    """Blocks that begin so, after marks that are no words."""
    return Openings(material, _MARKS, marks=6)


def _is_wholly(material: str) -> Openings:
    """Blocks that are that and no more, but for marks around them."""
    return Openings(material, r"[^\w#(]{0,6}", r"\W{0,6}$", marks=6)


_INVITATION = Openings(lists.INVITATIONS, r"\W{0,6}", r"(?!\w)", marks=6)
_LABEL = Openings(lists.LABELS, r"\W{0,6}", r" ?(?:[:|»›>]|[-–—] )", marks=6)
_SHOUTED = re.compile(rf"\W{{0,6}}(?:{lists.SHOUTED.strip()})(?: [-–—:|]?|:) ?(?=\S)")
# "Read more about …", "Lire aussi notre …": small letters that still lead to a title.
_LEADS_ON_LIST = """
about here on in at our how why what all full hier über dazu ici sur qui aquí aqui sobre her notre nos le la les
"""
_LEADS_ON = frozenset(_LEADS_ON_LIST.split())
_LIST_HEAD = _is_wholly(lists.LIST_HEADS)
_COMMENT_FORM = _begins(lists.COMMENT_FORMS)
_COMMENTS_HEAD = _is_wholly(lists.COMMENTS_HEADS)
_COPYRIGHT_START = _begins(lists.COPYRIGHTS)
# A © behind other words, without a year, says whose picture stands there.
_RIGHTS_CLAIM = re.compile(
    r"[©℗] ?(?:by )?(?:19|20)\d\d|(?:all rights|tous droits|diritti|derechos|direitos|rechte|rechten) \w{6,}",
    re.IGNORECASE,
)
_RIGHTS_WORDS = ("©", "℗", "rights", "droits", "diritti", "derechos", "direitos", "recht")
_PROMO = _begins(lists.PROMOS)
_CONSENT = _begins(lists.CONSENTS)
_EMBED = _begins(lists.EMBEDS)
# "The news of the day, straight to your inbox": offers told by their end.
_DELIVERED = re.compile(
    r"\W{0,6}.{0,60}(?:newsletter|(?:(?:straight |delivered |sent )?(?:in|to|into) your (?:e-?mail )?"
    r"(?:inbox|mailbox))).{0,120}$|\W{0,6}.{0,40}(?:push|browser) notifications?.{0,60}$",
    re.IGNORECASE,
)
_DELIVERED_WORDS = ("newsletter", "inbox", "mailbox", "notification")
_COOKIE_WORDS = ("cookie", "çerez")
_COOKIES = re.compile(r".{0,60}\b(?:plików cookie|файлы cookie|файли cookie|çerez)", re.IGNORECASE)
# "Ann Lee/AFP", "Bob Ray | Getty Images via Ann Lee".
_NAME_AND_AGENCY = re.compile(
    r"[^\w#(]{0,6}[^.!?]{3,120}[/|] ?(?:getty images|shutterstock|afp|ap|reuters|epa|dpa|istock|picture alliance|alamy"
    r"|zuma press|tass|xinhua)(?: via .{2,40})?\)?\W{0,6}$",
    re.IGNORECASE,
)
# "There is more where that came from. Sign up for the daily newsletter": an offer at the start of a later sentence.
_OFFERS_NEWSLETTER = re.compile(
    r"(?:^|[.!?:…] ?)(?:click here to )?(?:sign ?up|subscribe)\b[^.!?]{0,100}\b(?:newsletters?|mailing list"
    r"|e-?mails?|inbox)\b",
    re.IGNORECASE,
)
_TAGS = _is_wholly(lists.TAGS)
_NAVIGATION = _is_wholly(lists.NAVIGATION)
_PHOTO_CREDIT = _is_wholly(lists.PHOTO_CREDITS)
_BUTTON_MARKS = " ,/|·•()+"
_BUTTONS = tuple(lists.SHARE_WORDS)
_LONGEST_BUTTON = max(map(len, _BUTTONS))
_BUTTON_GAPS = re.compile(r"[\s,/|·•()+]+|\bcopy link\b", re.IGNORECASE)
_COMMENT_SIGNATURE = re.compile(
    r"[^.!?:]{2,40}? (?:says|said|wrote|commented|replied|schreibt|sagt|dit|dice|ha scritto|diz"
    r"|пишет) ?:(?: ?\w.{0,40}\d)?$"
    r"|(?:posted by |by )?[^.!?:\d]{2,40} (?:[-–—|,•] |on |at |am |le |el |il |em )"
    r"(?=.{0,30}(?<![\d$€£.,])(?:[01]?\d|2[0-3])(?:[:h][0-5]\d|\.[0-5]\d ?(?:uhr|[ap]\.?m))).{8,50}$"
    r"|(?:reply|report|flag|permalink|antworten|répondre|rispondi|responder|ответить)(?: to \w+)?$"
    r"|(?!.{0,30}(?:updated|published|posted|modified))[^.!?:]{2,40} \d{1,3} (?:second|minute|hour|day|week|month"
    r"|year)s? ago$",
    re.IGNORECASE,
)
_ARTICLE_END = re.compile(r"\W*(?:ends?|-?30-?|#{2,}|\*(?: ?\*){2,}|fine|fin|ende)\W*$|\W{3,}$", re.IGNORECASE)
_NOTICE = Openings(lists.NOTICES, r"\W{0,6}", marks=6)
ENDING_LONGEST = 200
"""Characters: a credit behind a caption is shorter."""

_ENDING_CREDIT = re.compile(
    r"(?:\((?:(?:file |AP |AFP |Reuters |EPA |PA |Getty )?(?:photo|image|picture)|getty|shutterstock|file|supplied"
    r"|courtesy|credits?:)\b[^()]{0,80}\)"
    r"|\([^()]{2,50}/ ?(?:AP|AAP|AFP|Reuters|EPA|dpa|PA|Getty|Getty Images|Xinhua|TASS|ANSA"
    r"|Shutterstock)\b[^()]{0,30}\)"
    r"|[^\W\d_]\w+ ?/ ?(?:\w+ images|getty|shutterstock|afp|ap|reuters|epa|dpa|istock|picture alliance|alamy"
    r"|zuma press|tass|xinhua)"
    r"(?:(?: via |/)[^.!?]{2,40})?"
    r"|(?<=[.!?a-z ])(?:photo(?:graph)?s? by|(?:photo|foto|bild|bildrechte|image|credit)s?:|(?<=[^"
    r"|•·–—-] )[©℗]) ?[^.!?©]{2,60}|(?:getty"
    r"|gc|wire|ap"
    r"|pa) images| via (?:ap|reuters|afp|getty))\W{0,3}$",
    re.IGNORECASE,
)
_CREDITING_WORDS = ("(", "/", "photo", "foto", "bild", "image", "credit", "©", "℗", " via ")
# "Ann Lee, second left, and Bob Ray (right) in Seoul", "Pictured from left …": where somebody is in a picture.
_IN_PICTURE = re.compile(
    r"\b(?:pictured|from (?:the )?left|left to right|(?:front|back|top|bottom) row|clockwise|file (?:photo|picture"
    r"|image))\b"
    r"|[,(] ?(?:(?:second|third|fourth|far|top|bottom|front|back) )?(?:from )?(?:left|right|cent(?:re|er))\b ?[,):]"
    r"|\((?:l|r|c|links|rechts|mitte|l\.|r\.|à gauche|à droite|au centre|izquierda|derecha|sinistra|destra)\)"
    r"|\b(?:von links|v\. ?l\.|links im bild|de gauche à droite|de izquierda a derecha|da sinistra|da esquerda)\b",
    re.IGNORECASE,
)
_SENTENCE_GAP = re.compile(r"(?<=[.!?”\"]) (?=[^\W\d_])")
_ERROR = re.compile(
    r"\W*(?:(?:error )?40[34]\b|page not found|access (?:to this page has been )?denied|not found$|forbidden$"
    r"|(?:sorry, )?(?:the|this) page (?:you|cannot|can['’]t"
    r"|could not|does not|isn['’]t|is not)|(?:please )?(?:enable|turn on) (?:javascript|cookies|js)|javascript (?:is"
    r"|must be|seems to be)"
    r"|(?:please )?(?:verify|confirm) (?:that )?you are (?:a )?human|are you a robot|checking your browser"
    r"|just a moment|you have been blocked"
    r"|this (?:site|page|browser) (?:requires|is no longer|cannot)|unsupported browser|your browser"
    r"|seite nicht gefunden|page introuvable|pagina non trovata"
    r"|página no encontrada|página não encontrada|страница не найдена)",
    re.IGNORECASE,
)


def squeezed(text: str) -> str:
    """The text with every stretch of white space as one space, none at the ends."""
    return " ".join(text.split())


def is_teaser(text: str) -> bool:
    """Whether the block leads to another article: "READ  …", "Lesen Sie auch: …", "Leggi anche …"."""
    return _teases(squeezed(text))


def _teases(words: str, first: str | None = None) -> bool:
    if not 0 < len(words) <= TEASER_LONGEST:
        return False
    if _LABEL.match(words, first) or (len(words) > 6 and _SHOUTED.match(words)):
        return True
    invitation = _INVITATION.match(words, first)
    if not invitation:
        return False
    # "Read more than a hundred books" is prose: what follows an invitation begins like a title or leads on to one.
    rest = words[invitation.end() :].lstrip()
    return not rest or not rest[0].islower() or rest.split()[0].strip(":,.…").lower() in _LEADS_ON


def heads_other_articles(text: str) -> bool:
    """Whether the block heads a list of other articles: "Most read", "Articles similaires", "You may also like"."""
    return _fits(_LIST_HEAD, squeezed(text), 80)


def is_comment_form(text: str) -> bool:
    """Whether the block belongs to a form for comments: "Leave a Reply", "Required fields are marked *"."""
    return _fits(_COMMENT_FORM, squeezed(text), PHRASE_LONGEST)


def heads_comments(text: str) -> bool:
    """Whether the block heads the readers' comments: "3 Comments", "Kommentare (4)", "Have your say"."""
    return _fits(_COMMENTS_HEAD, squeezed(text), 200)


def signs_comment(text: str) -> bool:
    """Whether the block is the line over or under one reader's comment: "Ann says:", "Reply", "Ann 3 hours ago"."""
    return _begins_like(_COMMENT_SIGNATURE, squeezed(text), 100)


def is_copyright(text: str) -> bool:
    """Whether the block claims rights: "© All rights reserved", "Riproduzione riservata"."""
    return _claims_rights(squeezed(text))


def _claims_rights(words: str, first: str | None = None) -> bool:
    if _fits(_COPYRIGHT_START, words, PHRASE_LONGEST, first):
        return True
    if not 0 < len(words) <= 160:
        return False
    lowered = words.lower()
    return _has(lowered, _RIGHTS_WORDS) and bool(_RIGHTS_CLAIM.search(words))


def is_promo(text: str) -> bool:
    """Whether the block wants the reader to share, subscribe, install, follow, give or buy, or stands for an advert."""
    return _offers(squeezed(text))


def _offers(words: str, first: str | None = None) -> bool:
    if not 0 < len(words) <= PHRASE_LONGEST:
        return False
    if _is_row_of_buttons(words) or _PROMO.match(words, first):
        return True
    lowered = words.lower()
    if _has(lowered, _DELIVERED_WORDS) and _DELIVERED.match(words):
        return True
    return ("sign" in lowered or "subscribe" in lowered) and bool(_OFFERS_NEWSLETTER.search(words))


def _is_row_of_buttons(words: str) -> bool:
    lowered = words.lower()
    start = lowered.lstrip(_BUTTON_MARKS)[:_LONGEST_BUTTON]
    if not start.startswith(_BUTTONS):
        return False
    buttons = [word for word in _BUTTON_GAPS.split(lowered) if word]
    return bool(buttons) and all(button in lists.SHARE_WORDS for button in buttons)


def is_consent(text: str) -> bool:
    """Whether the block is a cookie, privacy or terms notice, or a button of one; so for what others' servers show."""
    return _asks_consent(squeezed(text))


def _asks_consent(words: str, first: str | None = None) -> bool:
    if _fits(_CONSENT, words, CONSENT_LONGEST, first) or _fits(_EMBED, words, PHRASE_LONGEST, first):
        return True
    lowered = words.lower()
    return _has(lowered, _COOKIE_WORDS) and bool(_COOKIES.match(words))


def is_tag_list(text: str) -> bool:
    """Whether the block lists the article's tags or categories: "Tags: army, Korea", "Filed under: World"."""
    return _fits(_TAGS, squeezed(text), PHRASE_LONGEST)


def is_navigation(text: str) -> bool:
    """Whether the block leads around the site: breadcrumbs, "Skip to content", "Older posts", "4 min read"."""
    return _fits(_NAVIGATION, squeezed(text), 200)


def is_photo_credit(text: str) -> bool:
    """Whether the block says whose picture stands there: "Photo: …", "(Getty Images)", "AFP/…"."""
    return _credits_photo(squeezed(text))


def _credits_photo(words: str, first: str | None = None) -> bool:
    if _fits(_PHOTO_CREDIT, words, CREDIT_LONGEST, first):
        return True
    slashed = len(words) <= CREDIT_LONGEST and ("/" in words or "|" in words)
    return slashed and _NAME_AND_AGENCY.match(words) is not None


def ends_in_photo_credit(text: str) -> bool:
    """Whether a longer block ends by saying whose picture it is under: "… on Monday. Photograph: Ann Lee/AP"."""
    words = squeezed(text)
    if not 0 < len(words) <= 2 * PHRASE_LONGEST:
        return False
    ending = words[-ENDING_LONGEST:]
    lowered = ending.lower()
    if _has(lowered, _CREDITING_WORDS) and _ENDING_CREDIT.search(ending):
        return True
    *before, last = _SENTENCE_GAP.split(words)
    return bool(before) and is_photo_credit(last)


def places_people_in_picture(text: str) -> bool:
    """Whether the block says where in a picture somebody stands: "Ann Lee, second left, …", "Pictured from left …"."""
    words = squeezed(text)
    return len(words) <= 2 * PHRASE_LONGEST and bool(_IN_PICTURE.search(words))


def is_error_notice(text: str) -> bool:
    """Whether the block stands where an article should: "Page not found", "Please enable JavaScript"."""
    return _begins_like(_ERROR, squeezed(text), PHRASE_LONGEST)


def is_notice(text: str) -> bool:
    """Whether the block speaks of the article itself: corrections, first publication, who edited it, press contacts."""
    return _fits(_NOTICE, squeezed(text), PHRASE_LONGEST)


def ends_article(text: str) -> bool:
    """Whether the block is a mark that the article is over: "###", "ENDS", "-30-", a rule of dashes."""
    return _begins_like(_ARTICLE_END, squeezed(text), 40)


def _has(lowered: str, words: tuple[str, ...]) -> bool:
    return any(map(lowered.__contains__, words))


def _fits(pattern: Openings, words: str, longest: int, first: str | None = None) -> bool:
    return 0 < len(words) <= longest and pattern.match(words, first) is not None


def _begins_like(pattern: re.Pattern[str], words: str, longest: int) -> bool:
    return 0 < len(words) <= longest and pattern.match(words) is not None


def _fitting(pattern: Openings, longest: int) -> Judgement:
    return lambda words, first: len(words) <= longest and pattern.match(words, first) is not None


# The first that holds decides.
_KINDS: tuple[tuple[Judgement, Zone], ...] = (
    (_fitting(_COMMENT_FORM, PHRASE_LONGEST), Zone.COMMENT_FORM),
    (_fitting(_COMMENTS_HEAD, 200), Zone.COMMENT),
    (_claims_rights, Zone.COPYRIGHT),
    (_asks_consent, Zone.OTHER),
    (_fitting(_NAVIGATION, 200), Zone.NAVIGATION),
    (_fitting(_TAGS, PHRASE_LONGEST), Zone.NAVIGATION),
    (_teases, Zone.TEASER),
    (_fitting(_LIST_HEAD, 80), Zone.TEASER),
    (_credits_photo, Zone.CAPTION),
    (_offers, Zone.PROMO),
    (_fitting(_NOTICE, PHRASE_LONGEST), Zone.OTHER),
)


# One match that says of most blocks that no list has anything for them, and one search for what is told by its end.
_ANY = Openings(
    "\n".join(
        (
            lists.INVITATIONS, lists.LABELS, lists.SHOUTED, lists.LIST_HEADS, lists.COMMENT_FORMS, lists.COMMENTS_HEADS,
            lists.COPYRIGHTS, lists.PROMOS, lists.CONSENTS, lists.EMBEDS, lists.TAGS, lists.NAVIGATION,
            lists.PHOTO_CREDITS, lists.NOTICES, "|".join(sorted(lists.SHARE_WORDS)),
        )
    ),
    r"\W{0,9}",
    marks=6,
)  # fmt: skip
_OFFERING = (*_DELIVERED_WORDS, *_COOKIE_WORDS, "sign", "subscribe")
_TELLING = (*_RIGHTS_WORDS, *_OFFERING, "/", "|")


def zone_of_phrase(text: str) -> Zone | None:
    """The zone that the block's words alone give it; None where they could be an article's."""
    return zone_of_words(squeezed(text))


def zone_of_words(words: str) -> Zone | None:
    """The zone that words give, whose white space is single spaces already."""
    if len(words) <= REMEMBERED_LONGEST:
        return _remembered(words)
    return _judged(words) if len(words) <= CONSENT_LONGEST else None


@lru_cache(maxsize=20_000)
def _remembered(words: str) -> Zone | None:
    """Menus, buttons and the like come back on a page, and on the pages of one outlet."""
    return _judged(words) if words else None


def _telling(length: int) -> tuple[str, ...]:
    """Words without which no judgement but those by beginnings holds, of a block as long as that."""
    if length <= CREDIT_LONGEST:
        return _TELLING
    return _OFFERING if length <= PHRASE_LONGEST else _COOKIE_WORDS


def _judged(words: str) -> Zone | None:
    first = opening(words)
    lowered = words.lower()
    if _ANY.match(words, first) or _has(lowered, _telling(len(words))):
        for judged, zone in _KINDS:
            if judged(words, first):
                return zone
    return Zone.BYLINE if byline(words) is not None else None
