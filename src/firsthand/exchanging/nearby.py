"""What stands beside a word, for where the tree has gone astray: trees are guessed word by word."""

from __future__ import annotations

from firsthand.text.syntax import Syntax
from firsthand.text.word_lists import listed

_IN_PHRASE = listed("DT PDT PRP$ JJ JJR JJS CD $ NN NNS NNP NNPS POS HYPH #")
_HEADS = listed("NN NNS NNP NNPS CD PRP")
_SKIPPED = listed("RB RBR `` ''")
_BEFORE_NUMBERS = listed("about above around at between nearly over under up")
_BE = listed("am are be been being is was were 's ’s 're ’re got get gets getting")


class Nearby:
    """Finds neighbours in the order of the words."""

    def __init__(self, syntax: Syntax) -> None:
        self._tree = syntax

    def noun_after(self, number: int) -> int | None:
        """The head of the noun phrase that follows at once ("to the new hub": hub)."""
        tree = self._tree
        end = len(tree)
        at = number + 1
        while at < end and (tree.tag(at) in _SKIPPED or self._leads_a_number(at)):
            at += 1
        found = None
        while at < end and tree.tag(at) in _IN_PHRASE | {"PRP"}:
            if tree.tag(at) in _HEADS:
                found = at
            if tree.tag(at) == "PRP":
                break
            at += 1
        return found

    def _leads_a_number(self, number: int) -> bool:
        is_word = self._tree.tag(number) in {"IN", "RP", "JJR"} and self._tree.lemma(number) in _BEFORE_NUMBERS
        return is_word and number + 1 < len(self._tree) and self._tree.tag(number + 1) in {"CD", "$"}

    def before_bracket(self, number: int) -> int:
        """The word before the brackets that a word closes, else the word itself."""
        if self._tree.form(number) == ")":
            for at in range(number - 1, max(0, number - 8), -1):
                if self._tree.form(at) == "(":
                    return at - 1
        return number

    def after_bracket(self, number: int) -> int:
        """The word behind the brackets that a word opens, else the word itself."""
        if number < len(self._tree) and self._tree.form(number) == "(":
            for at in range(number + 1, min(len(self._tree) - 1, number + 8)):
                if self._tree.form(at) == ")":
                    return at + 1
        return number

    def noun_before(self, number: int) -> int | None:
        """The noun right before, past adverbs, auxiliaries, commas and relative words."""
        tree = self._tree
        brackets = [at for at in range(number - 1, max(0, number - 5), -1) if tree.form(at) == ")"]
        number = self.before_bracket(brackets[0]) + 1 if brackets else number
        for at in range(number - 1, max(-1, number - 6), -1):
            if tree.tag(at) in _HEADS:
                return at
            is_more = tree.lemma(at) in {"more", "less"}
            is_passed = (
                is_more
                or tree.tag(at) in {"RB", "MD", ",", "WDT", "WP", "IN", ":"}
                or tree.relation(at) in {"aux", "auxpass"}
            )
            if not is_passed:
                return None
        return None

    def verb_before(self, verb: int) -> int | None:
        """The verb that another is coordinated with: "has tested a missile, launched a rocket and …"."""
        tree = self._tree
        at = verb - 1
        while at > 0 and (tree.tag(at) == "RB" or tree.relation(at) in {"aux", "auxpass"}):
            at -= 1
        if at <= 0 or tree.tag(at) not in {"CC", ","}:
            return None
        alike = {"VBD": {"VBD", "VBN"}, "VBN": {"VBN", "VBD"}}.get(tree.tag(verb), {tree.tag(verb)})
        for before in range(at - 1, max(-1, at - 25), -1):
            if tree.tag(before) in {".", ":", "WDT", "WP", "WRB"}:
                return None
            if tree.tag(before) in alike and tree.relation(before) not in {"amod", "acl", "compound"}:
                return before
        return None

    def starts_at(self, number: int) -> int:
        """The first word of the sentence, by its full stops."""
        while number > 0 and self._tree.tag(number - 1) != ".":
            number -= 1
        return number

    def is_after_be(self, number: int) -> bool:
        """Whether a form of "be" stands before a participle, adverbs apart."""
        tree = self._tree
        for at in range(number - 1, max(-1, number - 4), -1):
            if tree.form(at).lower() in _BE:
                return True
            if tree.tag(at) not in {"RB", "RBR"}:
                return False
        return False

    def prepositions_after(self, verb: int) -> list[int]:
        """Prepositions between a verb and the next, that no other verb governs."""
        tree = self._tree
        found = []
        for at in range(verb + 1, min(len(tree), verb + 30)):
            tag = tree.tag(at)
            if tag.startswith("VB") or tag in {"WDT", "WP", "WRB", "MD", ".", ":"}:
                break
            if tag in {"IN", "TO"} and tree.lemma(at) != "of" and tree.relation(at) != "mark":
                found.append(at)
        return found
