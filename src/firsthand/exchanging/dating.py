"""When what a word says happened: the expression of time that belongs to its clause."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from firsthand.exchanging.clauses import Clauses
from firsthand.model import Moment, Span
from firsthand.text.syntax import Syntax
from firsthand.text.word_lists import listed

_REACH = 40
_SAYING = listed("""
    accuse acknowledge add admit allege announce argue believe claim comment complain confirm declare deny describe
    disclose estimate explain indicate insist note observe point_out quote recall remark repeat reply report reveal
    say show state stress suggest tell tweet urge warn write
    """)
# Over these a clause keeps the moment of the one above; what is said on Tuesday need not have happened on Tuesday.
_SHARED = listed(
    "xcomp advcl pcomp acl conj relcl ccomp prep pobj dobj nsubj nsubjpass attr agent dep appos dative compound oprd"
    " acomp"
)


class Dating:
    """Moments by the words they hang on."""

    def __init__(self, syntax: Syntax, clauses: Clauses, moments: Sequence[Moment]) -> None:
        self._syntax = syntax
        self._clauses = clauses
        self._stops = list(accumulate(word.tag == "." for word in syntax.words))
        self._numbered: list[tuple[int, Moment]] = []
        self._by_host: dict[int, list[Moment]] = defaultdict(list)
        self._by_sentence: dict[int, list[tuple[int, Moment]]] = defaultdict(list)
        for moment in _outermost(moments):
            head = syntax.head_of(moment.span) if moment.span else None
            if head is not None:
                self._numbered.append((head, moment))
                host = self._host(head)
                self._by_host[host].append(moment)
                self._by_sentence[syntax.root(head)].append((host, moment))

    def _host(self, number: int) -> int:
        """The verb or deverbal noun that an expression of time hangs on, past its prepositions."""
        tree = self._syntax
        for above in tree.ancestors(number):
            if tree.tag(above) not in {"IN", "TO", "CD", "RB", "DT"} and tree.relation(above) != "npadvmod":
                return above
        return number

    def of(self, trigger: Span) -> Moment | None:
        """The nearest moment up the tree from a trigger; or the sentence's only one, if nobody only said it then."""
        tree = self._syntax
        word = tree.head_of(trigger)
        if word is None or not self._by_host:
            return None
        for number in (word, *tree.ancestors(word)):
            near = [one for held in self._near(number) for one in self._by_host.get(held, [])]
            below_held = [one for one in near if self._is_in_sentence(one, word)]
            if below_held and not (number != word and self._is_saying(number)):
                return self._nearest(below_held, trigger)
            if tree.relation(number) not in _SHARED:
                break
        return self._beside(word) or self._only(word)

    def _is_in_sentence(self, moment: Moment, word: int) -> bool:
        """Trees may run over a full stop; moments do not."""
        at = self._syntax.at(moment.span.start) if moment.span else None
        return at is not None and self._stops[at] == self._stops[word]

    def _beside(self, word: int) -> Moment | None:
        """The nearest moment of the sentence with no verb in between: "In 2012, the mine exported"."""
        found = []
        for number, moment in self._numbered[self._first_near(word) :]:
            if number > word + _REACH:
                break
            between = range(min(word, number) + 1, max(word, number))
            tags = [self._syntax.tag(n) for n in between]
            is_other = any(tag.startswith("VB") and tag != "VBN" for tag in tags) or "." in tags or ":" in tags
            if not is_other and not self._is_said_then(number):
                found.append((len(between), moment))
        return min(found, key=lambda one: one[0])[1] if found else None

    def _first_near(self, word: int) -> int:
        return bisect_left(self._numbered, word - _REACH, key=lambda one: one[0])

    def _is_said_then(self, number: int) -> bool:
        """Of "he said on Tuesday" and "on Tuesday said" Tuesday is when it was said."""
        near = range(max(0, number - 3), min(len(self._syntax), number + 3))
        return any(self._is_saying(n) for n in near)

    def _near(self, number: int) -> list[int]:
        """A word and the nouns that it governs: "exports to Iran last year" hangs the year on Iran now and then."""
        tree = self._syntax
        found = [number]
        for one in found:
            found += [
                n
                for n in tree.dependents(one, "dobj", "prep", "pobj", "nummod", "dative", "agent", "attr")
                if n not in found
            ]
        return found

    def _is_saying(self, number: int) -> bool:
        return self._clauses.is_verb(number) and self._syntax.lemma(number) in _SAYING

    @staticmethod
    def _nearest(moments: list[Moment], trigger: Span) -> Moment:
        return min(moments, key=lambda one: abs(one.span.start - trigger.start) if one.span else 0)

    def _only(self, word: int) -> Moment | None:
        held = self._by_sentence.get(self._syntax.root(word), [])
        held = [one for one in held if self._is_in_sentence(one[1], word)]
        if len(held) == 1 and not self._is_saying(held[0][0]):
            return held[0][1]
        return None


def _outermost(moments: Sequence[Moment]) -> list[Moment]:
    """Without those inside another ("2010" in "2010-15")."""
    spans = [moment.span for moment in moments if moment.span]
    return [
        moment
        for moment in moments
        if moment.span and not any(span != moment.span and span.contains(moment.span) for span in spans)
    ]
