"""What a page's markup says of its blocks: the names of the elements around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

from firsthand.model import Zone
from firsthand.reading.elements import Element, SeenBlock


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that authors of pages give as class, id, role or itemprop; neighbouring words also stand joined.
NAMES: tuple[tuple[Zone, frozenset[str]], ...] = (
    (
        Zone.COMMENT,
        _set(
            "comments comment commentlist disqus replies kommentare kommentar commentaires comentarios commenti"
            " reacties"
        ),
    ),
    (
        Zone.TEASER,
        _set(
            "teaser teasers related recommended recommendation recommendations recommends recirc recirculation readmore"
            " readalso alsoread readnext mostread mostpopular mostviewed popular trending outbrain taboola morefrom"
            " moreon seealso crosslink crosslinks suggested similar nextarticle furtherreading latestnews relatedlinks"
            " relatedarticle relatedarticles relatedcontent relatedposts relatedstories inlinerelated linkbox"
            " linkedarticle internallink storylinks alsolike youmaylike morestories topstories weiterlesen lesetipp"
            " lesetipps mehrzum liretambien liraussi aussi relacionadas relacionados correlati powiazane"
        ),
    ),
    (
        Zone.PROMO,
        _set(
            "newsletter newsletters subscribe subscription subscriptions paywall signup promo promos promotion advert"
            " advertisement advertising ad ads adv adslot adcontainer adunit sponsor sponsored anzeige werbung donate"
            " donation cta banner affiliate regwall piano appdownload appbanner whatsapp gdpr consent cookie cookies"
            " abo abonnement podcast videoplayer audioplayer mediaplayer jwplayer"
        ),
    ),
    (
        Zone.CAPTION,
        _set(
            "caption captions figcaption imagecaption photocaption imagecredit photocredit credit credits imgcredit"
            " bildunterschrift legende gallery slideshow lightbox bildnachweis mediacaption picturecredit"
        ),
    ),
    (
        Zone.BYLINE,
        _set(
            "byline bylines author authors autor autoren auteur auteurs writer writers contributor contributors"
            " dateline date datetime pubdate publishdate publisheddate published timestamp articlemeta postmeta"
            " entrymeta meta authorname authorinfo lastupdated dateupdated readtime readingtime"
        ),
    ),
    (
        Zone.NAVIGATION,
        _set(
            "nav navigation navbar menu submenu breadcrumb breadcrumbs pagination pager toolbar share sharing sharebar"
            " sharetools social socials socialmedia tags taglist tagcloud topics keywords skiplink search login"
            " masthead sitefooter siteheader footer postnavigation filedunder toc tableofcontents weather ticker"
            " language"
        ),
    ),
    (
        Zone.ASIDE,
        _set(
            "infobox factbox sidebar aside bio authorbio authorbox aboutauthor authordescription factfile infokasten"
            " glossary widget widgets explainer poll quiz survey scoreboard"
        ),
    ),
)
LEAD_NAMES = _set(
    "lead lede leadtext standfirst deck dek subtitle subtitles subheadline subheading subhead intro introtext"
    " introduction summary excerpt chapo chapeau abstract vorspann teasertext entradilla sottotitolo sommario occhiello"
    " ingress perex bajada description underrubrik leadparagraph articlelead articleintro articlesummary tagline spot"
    " manchet undertitle subtitulo sumario catchline articledescription"
)
BODY_NAMES = _set(
    "articlebody storybody articlecontent articletext entrycontent postcontent postbody storycontent storytext"
    " bodytext contentbody richtext mainarticle newsbody newscontent bodycontent articlecontents articlemain"
)
TAGS: dict[str, Zone] = {
    "nav": Zone.NAVIGATION,
    "menu": Zone.NAVIGATION,
    "search": Zone.NAVIGATION,
    "button": Zone.NAVIGATION,
    "footer": Zone.NAVIGATION,
    "dialog": Zone.PROMO,
    "form": Zone.PROMO,
    "label": Zone.NAVIGATION,
    "figcaption": Zone.CAPTION,
    "aside": Zone.ASIDE,
    "time": Zone.BYLINE,
    "address": Zone.BYLINE,
}


# Names that a long paragraph itself may carry for other reasons, such as being the first one behind a paywall.
DOUBTFUL = frozenset((Zone.PROMO, Zone.NAVIGATION, Zone.BYLINE))
FIGURES_OF_TEXT = frozenset(("blockquote", "table", "pre", "q"))


@lru_cache(maxsize=20_000)
def named_zone(tag: str, tokens: frozenset[str]) -> Zone | None:
    """The zone that an element's tag and names speak for."""
    if tokens:
        for zone, names in NAMES:
            if not names.isdisjoint(tokens):
                return zone
    if tag == "figure":
        return Zone.CAPTION
    return TAGS.get(tag)


def hinted(
    blocks: Iterable[SeenBlock], whole: frozenset[Element], common: frozenset[tuple[str, str]]
) -> Iterator[Zone | None]:
    """The zone that the names nearest around each block speak for, below the elements in `whole`, which hold too much.

    `common` are the tags and classes of elements that hold too much together.
    """
    # Each element's own zone, or that of the nearest around it that has one: looked up once, not for each block.
    known: dict[Element, tuple[Zone, Element] | None] = dict.fromkeys(whole)
    for block in blocks:
        found = _nearest(block.element, known, common)
        if found and found[1] is block.element and found[0] in DOUBTFUL and len(block.text) >= 120:
            found = _nearest(found[1].parent, known, common)
        while found and _is_figure_of_text(block, found):
            found = _nearest(found[1].parent, known, common)
        yield found[0] if found else None


def _nearest(
    start: Element | None, known: dict[Element, tuple[Zone, Element] | None], common: frozenset[tuple[str, str]]
) -> tuple[Zone, Element] | None:
    """The zone that an element's names speak for, or those of the nearest around it, and which element it is."""
    unknown = []
    found = None
    element = start
    while element is not None:
        if element in known:
            found = known[element]
            break
        unknown.append(element)
        zone = None if common and element.kind in common else named_zone(element.tag, element.tokens)
        if zone:
            found = zone, element
            break
        element = element.parent
    known.update(dict.fromkeys(unknown, found))
    return found


def _is_figure_of_text(block: SeenBlock, found: tuple[Zone, Element]) -> bool:
    """Quotations and tables are set in figures too."""
    zone, figure = found
    if zone is not Zone.CAPTION or figure.tag != "figure":
        return False
    below = takewhile(lambda element: element is not figure, block.element.lineage())
    return any(element.tag in FIGURES_OF_TEXT for element in below)


def speaks_of_lead(block: SeenBlock, whole: frozenset[Element]) -> bool:
    """Whether an element around the block is named as a standfirst."""
    for element in block.element.lineage():
        if element in whole:
            return False
        if not LEAD_NAMES.isdisjoint(element.tokens):
            return True
    return False
