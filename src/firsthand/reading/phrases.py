"""The language of pages: how they invite, warn, credit and ask, in the languages news is written in.

Every judgement looks at the words of one block alone; white space of any kind counts as one space. What the markup or
the neighbours say as well is for the caller to weigh.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from firsthand.model import Zone
from firsthand.reading import phrase_lists as lists
from firsthand.reading.bylines import byline

TEASER_LONGEST = 300
"""Characters: a longer block that begins with an invitation to read goes on to say something itself."""

PHRASE_LONGEST = 400
"""Characters: boilerplate of other kinds is shorter; a longer block is taken for prose, unless it asks for consent."""

CONSENT_LONGEST = 1500
"""Characters: cookie notices run on."""

# A new line parts two alternatives, unless the next line is indented.
_JOINT = re.compile(r"\n(?!  )")
_GLUE = re.compile(r"\n  ")


def _alternatives(material: str) -> str:
    return "(?:" + _JOINT.sub("|", _GLUE.sub("", _JOINT.sub("\n", material.strip()))) + ")"


def _begins(material: str) -> re.Pattern[str]:
    """Blocks that begin so, after marks that are no words."""
    return re.compile(r"[^\w#©(]{0,6}" + _alternatives(material), re.IGNORECASE)


def _is_wholly(material: str) -> re.Pattern[str]:
    """Blocks that are that and no more, but for marks around them."""
    return re.compile(r"[^\w#(]{0,6}" + _alternatives(material) + r"\W{0,6}$", re.IGNORECASE)


_INVITATION = re.compile(r"\W{0,6}" + _alternatives(lists.INVITATIONS) + r"(?!\w)", re.IGNORECASE)
_LABEL = re.compile(r"\W{0,6}" + _alternatives(lists.LABELS) + r" ?(?:[:|»›>]|[-–—] )", re.IGNORECASE)
_SHOUTED = re.compile(
    r"\W{0,6}(?:ALSO READ|READ|LESEN|LIRE|LEGGI|LEE|LEA|LEIA|LEES|LÄS|WATCH|ЧИТАТЬ|ЧИТАЙТЕ|BACA)(?: [-–—:|]?|:) ?(?=\S)"
)
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
_PROMO = _begins(lists.PROMOS)
_CONSENT = _begins(lists.CONSENTS)
_EMBED = _begins(lists.EMBEDS)
# "There is more where that came from. Sign up for the daily newsletter": an offer at the start of a later sentence.
_OFFERS_NEWSLETTER = re.compile(
    r"(?:^|[.!?:…] ?)(?:click here to )?(?:sign ?up|subscribe)\b[^.!?]{0,100}\b(?:newsletters?|mailing list"
    r"|e-?mails?|inbox)\b",
    re.IGNORECASE,
)
_TAGS = _is_wholly(lists.TAGS)
_NAVIGATION = _is_wholly(lists.NAVIGATION)
_PHOTO_CREDIT = _is_wholly(lists.PHOTO_CREDITS)
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
_NOTICE = re.compile(
    r"\W*(?:this (?:article|story|post|piece|report|page) (?:was|has been|is|first|originally|may|will"
    r"|appeared)\b.{0,30}?\b"
    r"(?:published|updated|corrected|amended|translated|republished|appeared|generated|edited|produced|part of"
    r"|available|written by)"
    r"|correction ?:|clarification ?:|editor['’]s note ?:|disclaimer\b|(?:the )?(?:views|opinions) expressed"
    r"|(?:additional |with )?reporting by |editing by |writing by |compiled by |about the author"
    r"|a version of this (?:article|story)"
    r"|for (?:more|further) information\b.{0,40}(?:contact|visit|call)|for (?:media|press) (?:enquiries|inquiries)"
    r"|(?:media|press) contacts?\b|notes to editors?\b|note to editors?\b|about [A-Z][\w&.' -]{1,50}$)",
    re.IGNORECASE,
)
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
    words = squeezed(text)
    if not 0 < len(words) <= TEASER_LONGEST:
        return False
    if _LABEL.match(words) or (_SHOUTED.match(words) and len(words) > 6):
        return True
    invitation = _INVITATION.match(words)
    if not invitation:
        return False
    # "Read more than a hundred books" is prose: what follows an invitation begins like a title or leads on to one.
    rest = words[invitation.end() :].lstrip()
    return not rest or not rest[0].islower() or rest.split()[0].strip(":,.…").lower() in _LEADS_ON


def heads_other_articles(text: str) -> bool:
    """Whether the block heads a list of other articles: "Most read", "Articles similaires", "You may also like"."""
    return _short_match(_LIST_HEAD, text, 80)


def is_comment_form(text: str) -> bool:
    """Whether the block belongs to a form for comments: "Leave a Reply", "Required fields are marked *"."""
    return _short_match(_COMMENT_FORM, text, PHRASE_LONGEST)


def heads_comments(text: str) -> bool:
    """Whether the block heads the readers' comments: "3 Comments", "Kommentare (4)", "Have your say"."""
    return _short_match(_COMMENTS_HEAD, text, 200)


def signs_comment(text: str) -> bool:
    """Whether the block is the line over or under one reader's comment: "Ann says:", "Reply", "Ann 3 hours ago"."""
    return _short_match(_COMMENT_SIGNATURE, text, 100)


def is_copyright(text: str) -> bool:
    """Whether the block claims rights: "© All rights reserved", "Riproduzione riservata"."""
    words = squeezed(text)
    if not 0 < len(words) <= PHRASE_LONGEST:
        return False
    return bool(_COPYRIGHT_START.match(words)) or (len(words) <= 160 and bool(_RIGHTS_CLAIM.search(words)))


def is_promo(text: str) -> bool:
    """Whether the block wants the reader to share, subscribe, install, follow, give or buy, or stands for an advert."""
    words = squeezed(text)
    if not 0 < len(words) <= PHRASE_LONGEST:
        return False
    buttons = [word for word in _BUTTON_GAPS.split(words.lower()) if word]
    if buttons and all(button in lists.SHARE_WORDS for button in buttons):
        return True
    return bool(_PROMO.match(words)) or bool(_OFFERS_NEWSLETTER.search(words))


def is_consent(text: str) -> bool:
    """Whether the block is a cookie, privacy or terms notice, or a button of one; so for what others' servers show."""
    return _short_match(_CONSENT, text, CONSENT_LONGEST) or _short_match(_EMBED, text, PHRASE_LONGEST)


def is_tag_list(text: str) -> bool:
    """Whether the block lists the article's tags or categories: "Tags: army, Korea", "Filed under: World"."""
    return _short_match(_TAGS, text, PHRASE_LONGEST)


def is_navigation(text: str) -> bool:
    """Whether the block leads around the site: breadcrumbs, "Skip to content", "Older posts", "4 min read"."""
    return _short_match(_NAVIGATION, text, 200)


def is_photo_credit(text: str) -> bool:
    """Whether the block says whose picture stands there: "Photo: …", "(Getty Images)", "AFP/…"."""
    return _short_match(_PHOTO_CREDIT, text, 200)


def ends_in_photo_credit(text: str) -> bool:
    """Whether a longer block ends by saying whose picture it is under: "… on Monday. Photograph: Ann Lee/AP"."""
    words = squeezed(text)
    if not 0 < len(words) <= 2 * PHRASE_LONGEST:
        return False
    sentences = _SENTENCE_GAP.split(words)
    return bool(_ENDING_CREDIT.search(words)) or (len(sentences) > 1 and is_photo_credit(sentences[-1]))


def places_people_in_picture(text: str) -> bool:
    """Whether the block says where in a picture somebody stands: "Ann Lee, second left, …", "Pictured from left …"."""
    return _short_match(_IN_PICTURE, text, 2 * PHRASE_LONGEST, anywhere=True)


def is_error_notice(text: str) -> bool:
    """Whether the block stands where an article should: "Page not found", "Please enable JavaScript"."""
    return _short_match(_ERROR, text, PHRASE_LONGEST)


def is_notice(text: str) -> bool:
    """Whether the block speaks of the article itself: corrections, first publication, who edited it, press contacts."""
    return _short_match(_NOTICE, text, PHRASE_LONGEST)


def ends_article(text: str) -> bool:
    """Whether the block is a mark that the article is over: "###", "ENDS", "-30-", a rule of dashes."""
    return _short_match(_ARTICLE_END, text, 40)


_KINDS: tuple[tuple[Callable[[str], bool], Zone], ...] = (
    (is_comment_form, Zone.COMMENT_FORM),
    (heads_comments, Zone.COMMENT),
    (is_copyright, Zone.COPYRIGHT),
    (is_consent, Zone.OTHER),
    (is_navigation, Zone.NAVIGATION),
    (is_tag_list, Zone.NAVIGATION),
    (is_teaser, Zone.TEASER),
    (heads_other_articles, Zone.TEASER),
    (is_photo_credit, Zone.CAPTION),
    (is_promo, Zone.PROMO),
    (is_notice, Zone.OTHER),
)


def zone_of_phrase(text: str) -> Zone | None:
    """The zone that the block's words alone give it; None where they could be an article's."""
    words = squeezed(text)
    if not words or len(words) > CONSENT_LONGEST:
        return None
    for judged, zone in _KINDS:
        if judged(words):
            return zone
    return Zone.BYLINE if byline(words) is not None else None


def _short_match(pattern: re.Pattern[str], text: str, longest: int, *, anywhere: bool = False) -> bool:
    words = squeezed(text)
    look = pattern.search if anywhere else pattern.match
    return 0 < len(words) <= longest and look(words) is not None
