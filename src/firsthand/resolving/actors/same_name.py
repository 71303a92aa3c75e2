"""Which names mean the same: full names and surnames, bodies and their initials, states and what stands for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from firsthand.model import ActorType
from firsthand.resolving.actors.figure import Figure
from firsthand.resolving.actors.reference import Reference
from firsthand.text.word_lists import listed

_SMALL = listed("of the and for de la du des von van der in on at to")
_GENERIC = listed(
    """
    agency news newspaper daily tv television radio magazine website inc corp corporation co company ltd limited plc
    llc gmbh ag sa group holdings party government administration international university
    """
)
_FAMILY_FIRST = listed(
    """
    an bae bai baek cai cao chen cheng choe choi chung dai deng ding do dong du duong fan fang feng fu gao gong gu guo
    ha han he ho hoang hong hu hua huang huynh hwang im jang jeon jeong jia jiang jin jo jung kang kim ko kong kwon lai
    le lee lei li lian liang lim lin liu long lu luo luong ma mao meng min moon na ngo nguyen nie oh ouyang pak pan park
    peng phan pham qian qin ren rhee ri ryu seo shen shi shin sim son song su sun tan tang tao tian to tran trinh truong
    vo vu wan wang wei wen wu xi xia xiao xie xu xue yan yang yao ye yi yin yoon you yu yuan zeng zhang zhao zheng zhong
    zhou zhu
    """
)
"""Family names of China, Korea and Vietnam, where they stand first: Kim Jong Un is Kim."""
_PARTICLES = listed("al el ul bin ibn de la van von der")

Words = tuple[str, ...]


def gathered(references: Sequence[Reference]) -> dict[Reference, Figure]:
    """Each named reference with its figure; the names of one figure are those of one actor."""
    persons = [one for one in references if one.type is ActorType.PERSON]
    states = [one for one in references if one.state and one.type is not ActorType.PERSON]
    bodies = [one for one in references if not one.state and one.type is not ActorType.PERSON]
    return _by_state(states) | _Persons(persons).figures | _Bodies(bodies).figures


def _by_state(references: Sequence[Reference]) -> dict[Reference, Figure]:
    """States by their code, their peoples apart from them."""
    figures: dict[tuple[str | None, bool], Figure] = defaultdict(Figure)
    found = {}
    for one in references:
        figure = figures[one.state, one.type is ActorType.GROUP]
        figure.add(one)
        found[one] = figure
    return found


class _Persons:
    """Full names first, wherever they stand; then single names, each to the full name it can be part of."""

    def __init__(self, references: Sequence[Reference]) -> None:
        self.figures: dict[Reference, Figure] = {}
        self._full: dict[Words, Figure] = {}
        self._by_last: dict[str, list[Figure]] = defaultdict(list)
        self._by_first: dict[str, list[Figure]] = defaultdict(list)
        for one in sorted(references, key=lambda one: -len(one.words)):
            if len(one.words) > 1:
                self._add_full(one)
        for one in references:
            if one not in self.figures:
                self._add_single(one)

    def _add_full(self, one: Reference) -> None:
        figure = self._full.get(one.words) or self._fuller(one)
        if figure is None:
            figure = Figure()
            self._by_last[_bare(one.words[-1])].append(figure)
            self._by_first[one.words[0]].append(figure)
        self._full[one.words] = figure
        self._put(one, figure)

    def _fuller(self, one: Reference) -> Figure | None:
        """The person whose fuller name this one shortens: "Kim Jong Un" for "Jong Un", "J. Smith" for "John Smith"."""
        likely = [
            figure
            for figure in dict.fromkeys(self._by_last[_bare(one.words[-1])] + self._by_first[one.words[0]])
            if not _differ_in_sex(figure, one) and any(_shortens(one.words, name) for name in figure.names)
        ]
        return likely[0] if len(likely) == 1 else None

    def _add_single(self, one: Reference) -> None:
        if not one.words:
            self._put(one, Figure())
            return
        key = _bare(one.words[-1])
        by_family = [*self._by_last.get(key, ()), *(self._by_first.get(key, ()) if key in _FAMILY_FIRST else ())]
        for bearers in (by_family, self._by_first.get(key, ())):
            fitting = [figure for figure in dict.fromkeys(bearers) if not _differ_in_sex(figure, one)]
            if fitting:
                self._put(one, self._meant(one, fitting), certain=len(fitting) == 1)
                return
        figure = Figure()
        self._by_last[key].append(figure)
        self._put(one, figure)

    @staticmethod
    def _meant(one: Reference, fitting: list[Figure]) -> Figure:
        """Of several bearers of a name, which stays a guess: who alone was named before it, or in this sentence or the
        one before, else who is named most.
        """
        introduced = [figure for figure in fitting if any(other.span < one.span for other in figure.references)]
        if len(introduced) == 1:
            return introduced[0]
        near = [
            figure
            for figure in fitting
            if any(0 <= one.sentence - other.sentence <= 1 and other.span < one.span for other in figure.references)
        ]
        return max(near if len(near) == 1 else fitting, key=lambda figure: len(figure.references))

    def _put(self, one: Reference, figure: Figure, *, certain: bool = True) -> None:
        figure.add(one, certain=certain)
        self.figures[one] = figure


def _bare(name: str) -> str:
    """A surname without the article that some are written with: "al-Assad", "Assad"."""
    for article in ("al-", "el-", "al'", "ul-"):
        if name.startswith(article) and len(name) > len(article) + 2:
            return name[len(article) :]
    return name


def _differ_in_sex(figure: Figure, one: Reference) -> bool:
    return figure.sex is not None and one.sex is not None and figure.sex is not one.sex


def _shortens(short: Words, full: Words) -> bool:
    """Whether the words of a short name stand in the full one in its order, initials for names."""
    if len(short) > len(full):
        return False
    at = 0
    for word in short:
        while at < len(full) and not _may_be(word, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return _bare(short[-1]) == _bare(full[-1]) or short[0] == full[0]


def _may_be(short: str, full: str) -> bool:
    return _bare(short) == _bare(full) or (len(short) == 1 and full.startswith(short))


class _Bodies:
    """Bodies, peoples and places: by the same words, by initials, by a short form that fits one of them only."""

    def __init__(self, references: Sequence[Reference]) -> None:
        self.figures: dict[Reference, Figure] = {}
        self._by_words: dict[Words, Figure] = {}
        self._by_initials: dict[str, list[Figure]] = defaultdict(list)
        self._by_word: dict[str, list[tuple[Words, Figure]]] = defaultdict(list)
        for one in sorted(references, key=lambda one: -len(one.words)):
            figure = self._by_words.get(one.words) or self._fuller(one.words)
            if figure is None or _only_begins_like(one, figure):
                figure = Figure()
            self._learn(one.words, figure)
            figure.add(one)
            self.figures[one] = figure

    def _learn(self, words: Words, figure: Figure) -> None:
        if words in self._by_words:
            return
        self._by_words[words] = figure
        for initials in _initials(words):
            self._by_initials[initials].append(figure)
        for word in {words[0], words[-1]} if words else ():
            self._by_word[word].append((words, figure))

    def _fuller(self, words: Words) -> Figure | None:
        if not words:
            return None
        if len(words) == 1 and len(words[0]) > 1:
            known = list(dict.fromkeys(self._by_initials.get(words[0], ())))
            if len(known) == 1:
                return known[0]
        if set(words) <= _GENERIC:
            return None
        fitting = {id(figure): figure for full, figure in self._starting_or_ending(words)}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _starting_or_ending(self, words: Words) -> list[tuple[Words, Figure]]:
        """The names that begin with these words, or end with them and are no longer than by a generic word."""
        return [
            (full, figure)
            for full, figure in self._by_word.get(words[0], []) + self._by_word.get(words[-1], [])
            if (full[: len(words)] == words and _is_tail(full[len(words) :]))
            or (len(words) > 1 and full[-len(words) :] == words)
        ]


def _only_begins_like(one: Reference, figure: Figure) -> bool:
    """Whether a place gives a body no more than the beginning of its name: "MARSK (dpa)", the Marsk Courier."""
    is_place = one.type is ActorType.GOVERNMENT
    return is_place and figure.type is not ActorType.GOVERNMENT and one.words not in figure.names


def _is_tail(rest: Words) -> bool:
    """Whether what a short form leaves out is no name of its own: "Tesla" for "Tesla Motors"."""
    return len(rest) == 1 or set(rest) <= _GENERIC


def _initials(words: Words) -> set[str]:
    if len(words) < 2:
        return set()
    every = "".join(word[0] for word in words)
    great = "".join(word[0] for word in words if word not in _SMALL)
    return {letters for letters in (every, great) if len(letters) > 1}
