"""How far a transfer or event has come, as its verb's tense, its modals and the words that govern it say."""

from __future__ import annotations

from firsthand.exchanging.governing import (
    ACHIEVING,
    ALLEGED,
    ASKING_WHETHER,
    BY_ADJECTIVE,
    CLAUSAL,
    GOING_ON,
    GOVERNING,
    GOVERNING_NOUNS,
    HAS,
    HELD,
    IS,
    LASTING,
    NEVER,
    OWN_STATUS,
    RANKS,
    STEPS,
    UNDONE,
    UNWILLING,
    WAS,
    WILLING,
)
from firsthand.exchanging.happenings import HOLDING, LIFTING
from firsthand.exchanging.scene import Scene
from firsthand.model import Status


class Standing:
    """Reads the status of verbs and nouns of one scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tree = scene.syntax

    # -- verbs

    def of_verb(self, verb: int) -> Status | None:
        """The status a clause claims; None where it only supposes ("if Japan were to acquire")."""
        if self._is_open_question(verb):
            return Status.SUSPECTED
        if self._supposes(verb):
            return None
        own = self.own(verb)
        inherent = OWN_STATUS.get(self.scene.clauses.verb(verb))
        governed = self._governed(verb)
        if governed is not None:
            status = self._combined(own, governed)
        elif inherent and own in {Status.COMPLETED, Status.ONGOING, Status.PLANNED}:
            return inherent
        else:
            status = own
        return self._alleged(verb, status)

    def _alleged(self, verb: int, status: Status) -> Status:
        adverbs = {self.tree.lemma(number) for number in self.tree.dependents(verb, "advmod")}
        doubted = bool(adverbs & (ALLEGED - {"reportedly"})) or self.scene.is_accusation(verb)
        return Status.SUSPECTED if doubted and status in {Status.COMPLETED, Status.ONGOING} else status

    @staticmethod
    def _combined(own: Status, governed: Status) -> Status:
        """A negated act that is promised or planned is refused; one that is refused is not ("refused to stop")."""
        if own in {Status.NEGATED, Status.REFUSED}:
            return {Status.SUSPECTED: Status.NEGATED, Status.REFUSED: Status.ONGOING}.get(governed, Status.REFUSED)
        return governed

    def own(self, verb: int) -> Status:
        """By the verb's own form and auxiliaries."""
        tree = self.tree
        negated = self._is_negated(verb)
        auxiliaries = self._auxiliaries(verb)
        modals = {tree.lemma(number) for number in auxiliaries if tree.tag(number) == "MD"}
        if modals:
            return self._modal(verb, modals, negated)
        status = self._tense(verb, auxiliaries)
        if not negated:
            return status
        return Status.REFUSED if status is Status.PLANNED else Status.NEGATED

    def _modal(self, verb: int, modals: set[str], negated: bool) -> Status:
        if negated:
            return Status.NEGATED if modals & {"can", "could", "ca"} else Status.REFUSED
        if modals & {"should", "must", "ought"}:
            return Status.REQUESTED
        is_perfect = any(self.tree.lemma(number) == "have" for number in self._auxiliaries(verb))
        if is_perfect and modals & {"may", "might", "could", "must"}:
            return Status.SUSPECTED
        return Status.PLANNED

    def _auxiliaries(self, verb: int) -> list[int]:
        own = self.tree.dependents(verb, "aux", "auxpass")
        above = self.tree.head(verb)
        is_shared = not own and above is not None and self.tree.relation(verb) == "conj"
        if is_shared and above is not None and self.tree.tag(above) == self.tree.tag(verb):
            return self.tree.dependents(above, "aux", "auxpass")
        return own

    def _tense(self, verb: int, auxiliaries: list[int]) -> Status:
        tree, tag = self.tree, self.tree.tag(verb)
        forms = {tree.form(number).lower() for number in auxiliaries}
        is_bare = tag == "VB" and not auxiliaries and tree.form(verb).endswith("ed")
        if "to" in forms:
            return self._infinitive(verb)
        if forms & WAS or (not auxiliaries and (tag in {"VBD", "VBN"} or is_bare)):
            return Status.COMPLETED
        if forms & HAS:
            return Status.ONGOING if tag == "VBG" or "being" in forms else Status.COMPLETED
        if tag in {"VBZ", "VBP"} or forms & IS or (forms & {"be", "do", "does"}):
            return Status.ONGOING
        return Status.COMPLETED if tag in {"VBD", "VBN"} and "being" not in forms else self._borrowed(verb)

    def _infinitive(self, verb: int) -> Status:
        """Yet to come, but for "continues to supply", "managed to buy" and "the first to visit"."""
        tree = self.tree
        above = tree.head(verb)
        if above is None:
            return Status.PLANNED
        if tree.relation(verb) == "xcomp" and self.scene.clauses.is_verb(above) and tree.lemma(above) in GOING_ON:
            return self.own(above)
        if tree.relation(verb) in {"relcl", "acl"} and tree.tag(above).startswith("NN"):
            ranks = {tree.lemma(number) for number in tree.dependents(above, "amod", "nummod")}
            if ranks & RANKS:
                return Status.COMPLETED
        return Status.PLANNED

    def _borrowed(self, verb: int) -> Status:
        """Of a gerund, participle or bare infinitive: the tense of the clause it hangs in."""
        for number in self.tree.ancestors(verb):
            if self.scene.clauses.is_verb(number):
                return self.own(number) if number != verb else Status.COMPLETED
        return Status.ONGOING if self.tree.tag(verb) == "VBG" else Status.PLANNED

    def _is_negated(self, verb: int) -> bool:
        tree = self.tree
        if tree.dependents(verb, "neg"):
            return True
        if any(tree.lemma(number) == "longer" for number in tree.dependents(verb, "advmod")):
            return True
        words = {tree.lemma(number) for number in tree.dependents(verb, "advmod", "preconj", "cc")}
        denies_all = any(
            tree.lemma(below) == "no"
            for number in tree.dependents(verb, "dobj", "nsubj", "nsubjpass")
            for below in tree.dependents(number, "det", "neg")
        )
        nobody = {tree.lemma(number) for number in tree.dependents(verb, "nsubj", "nsubjpass")} & {"nobody", "none"}
        return bool(words & NEVER) or denies_all or bool(nobody)

    def _is_open_question(self, verb: int) -> bool:
        """ "It has not been proven if weapons are supplied"."""
        marks = {self.tree.lemma(mark) for mark in self.tree.dependents(verb, "mark")}
        above = self.tree.head(verb)
        return bool(marks & {"if", "whether"}) and above is not None and self.tree.lemma(above) in ASKING_WHETHER

    def _supposes(self, verb: int) -> bool:
        """Under "if", "unless" is a demand; "whether" and "not proven if" leave it open."""
        for number in (verb, *self.tree.ancestors(verb)):
            marks = {self.tree.lemma(mark) for mark in self.tree.dependents(number, "mark")}
            if "if" in marks and self.tree.relation(number) == "advcl":
                return True
            if self.tree.relation(number) not in {"xcomp", "conj", "advcl", "ccomp"} or number == self.tree.root(verb):
                return False
        return False

    # -- what governs

    def _governed(self, verb: int) -> Status | None:
        """What the verbs and nouns above make of it, from the nearest that makes anything of it."""
        tree = self.tree
        marks = {tree.lemma(mark) for mark in tree.dependents(verb, "mark")}
        if "unless" in marks:
            return Status.REQUESTED
        below = verb
        for number in tree.ancestors(verb):
            relation = tree.relation(below)
            if relation not in CLAUSAL or relation == "advcl":
                return None
            if relation == "conj":
                if tree.tag(number) != tree.tag(below) or self._auxiliaries_differ(below):
                    return None
            else:
                found = self._made_of(number, below, marks)
                if found is not None:
                    return found
            if self._is_assertion(number, below):
                return None
            below = number
        return None

    def _auxiliaries_differ(self, verb: int) -> bool:
        """A conjoined clause with a subject or auxiliary of its own is not governed along with the first."""
        return bool(self.tree.dependents(verb, "nsubj", "nsubjpass"))

    def _made_of(self, number: int, below: int, marks: set[str]) -> Status | None:
        tree = self.tree
        if tree.tag(number) in {"IN", "TO"}:
            return None
        if not self.scene.clauses.is_verb(number):
            return self._by_noun_or_adjective(number)
        if "if" in marks or "whether" in marks:
            return Status.SUSPECTED
        return self._by_verb(number, below)

    def _by_noun_or_adjective(self, number: int) -> Status | None:
        word = self.tree.lemma(number)
        if word in WILLING:
            return Status.REFUSED if self._negates_adjective(number) else Status.PLANNED
        return Status.REFUSED if word in UNWILLING else GOVERNING_NOUNS.get(word)

    def _by_verb(self, number: int, below: int) -> Status | None:
        clauses, relation = self.scene.clauses, self.tree.relation(below)
        word = clauses.verb(number)
        if word == "go" and relation == "xcomp":
            return Status.PLANNED
        if word in HELD and clauses.is_passive(number):
            return Status.SUSPECTED if relation == "xcomp" else None
        if word == "tell" and relation == "ccomp":
            return None
        status = self._makes(number)
        return self._negated_as(status, self.own(number) in {Status.NEGATED, Status.REFUSED})

    def _makes(self, verb: int) -> Status | None:
        """What a governing verb makes of what it governs; one calls for and on, and calls things names."""
        word = self.scene.clauses.verb(verb)
        status = GOVERNING.get(word) or GOVERNING.get(word.split("_")[0])
        if word == "call":
            preps = {self.tree.lemma(n) for n in self.tree.dependents(verb, "prep", "prt")}
            return Status.REQUESTED if preps & {"for", "on", "upon"} else None
        return status

    def _negates_adjective(self, number: int) -> bool:
        above = self.tree.head(number)
        return above is not None and bool(self.tree.dependents(above, "neg"))

    @staticmethod
    def _negated_as(status: Status | None, negated: bool) -> Status | None:
        if status is None or not negated:
            return status
        return {
            Status.PLANNED: Status.REFUSED,
            Status.PLEDGED: Status.REFUSED,
            Status.REQUESTED: Status.NEGATED,
            Status.REFUSED: Status.ONGOING,
        }.get(status, status)

    def _is_assertion(self, number: int, below: int) -> bool:
        """A finite clause under a verb of saying stands on its own feet; so does what a fact governs."""
        return self.scene.clauses.is_verb(number) and self.tree.relation(below) in {"relcl", "parataxis"}

    # -- nouns

    def of_noun(self, noun: int) -> Status:
        """The status of a transfer or event named by a noun: by its adjectives, then by what governs it."""
        tree = self.tree
        described = self._by_adjective(noun)
        if described:
            return described
        below = noun
        for number in list(tree.ancestors(noun))[:STEPS]:
            relation = tree.relation(below)
            if self.scene.clauses.is_verb(number):
                return self._under_verb(noun, below, number, relation)
            if tree.tag(number).startswith("NN"):
                status = GOVERNING_NOUNS.get(tree.lemma(number))
                if status is Status.REFUSED and self._is_lifted(number):
                    return Status.PLANNED
                if status:
                    return status
            below = number
        return Status.COMPLETED

    def of_event(self, noun: int) -> Status:
        """The status of an event named by a noun: what is signed or ordered is done, what is talked about happened."""
        above = self.tree.head(noun)
        status = self._by_adjective(noun)
        if status is None and above is not None and self.scene.clauses.is_verb(above):
            status = self._of_event_under(noun, above)
        return status or self._looking_ahead(noun)

    def _by_adjective(self, noun: int) -> Status | None:
        tree = self.tree
        for number in tree.dependents(noun, "amod", "advmod"):
            status = BY_ADJECTIVE.get(tree.lemma(number)) or BY_ADJECTIVE.get(tree.form(number).lower())
            if status:
                return status
        return None

    def _of_event_under(self, noun: int, verb: int) -> Status | None:
        relation = self.tree.relation(noun)
        if relation not in {"dobj", "nsubjpass", "nsubj"}:
            return None
        word = self.scene.clauses.verb(verb)
        governing = self._makes(verb) if word not in ACHIEVING else None
        if governing and (relation != "nsubj" or self.scene.clauses.is_passive(verb)):
            return governing
        own, over = self.own(verb), self._governed(verb)
        if own in UNDONE and (word in HOLDING or word == "be" or relation != "dobj"):
            return own
        if over in UNDONE and word in HOLDING:
            return over
        is_under_way = own is Status.ONGOING and (
            word in LASTING or (relation == "nsubj" and self.tree.tag(verb) == "VBG")
        )
        return Status.ONGOING if is_under_way or (word in LASTING and self._is_perfect(verb)) else None

    def _is_perfect(self, verb: int) -> bool:
        forms = {self.tree.form(number).lower() for number in self._auxiliaries(verb)}
        return bool(forms & {"has", "have"})

    def _looking_ahead(self, noun: int) -> Status:
        """ "The summit, which is to be held in May"."""
        for clause in self.tree.dependents(noun, "relcl", "acl"):
            status = self.of_verb(clause)
            if status in {Status.PLANNED, Status.CANCELLED} and self.scene.clauses.verb(clause) in HOLDING | {
                "be",
                "take",
            }:
                return status
            inner = self.tree.dependents(clause, "xcomp", "ccomp")
            if any(self.scene.clauses.verb(one) in HOLDING and self.of_verb(one) is Status.PLANNED for one in inner):
                return Status.PLANNED
        return Status.COMPLETED

    def _is_lifted(self, ban: int) -> bool:
        above = self.tree.head(ban)
        return above is not None and self.tree.lemma(above) in LIFTING

    def _under_verb(self, noun: int, below: int, verb: int, relation: str) -> Status:
        word = self.scene.clauses.verb(verb)
        is_done_to = relation in {"dobj", "nsubjpass"} or (relation == "nsubj" and self.scene.clauses.is_passive(verb))
        if word in {"announce", "unveil"} and (is_done_to or relation in {"prep", "pobj", "acl", "dative"}):
            return Status.PLANNED
        own, over = self.own(verb), self._governed(verb)
        status = self._makes(verb)
        if status is Status.REFUSED and (over in UNDONE or own in UNDONE):
            # To refuse to stop, or to think of stopping, is to go on.
            return Status.ONGOING
        if status and (relation in {"dobj", "nsubjpass"} or (relation == "prep" and self._reaches(below))):
            return self._negated_as(status, own in {Status.NEGATED, Status.REFUSED}) or status
        if relation == "prep" and self.tree.lemma(below) in {"with", "through", "via", "by"}:
            relation = "means"
        return self._under_other_verb(verb, relation, own, over)

    def _under_other_verb(self, verb: int, relation: str, own: Status, over: Status | None) -> Status:
        is_of_it = relation in {"dobj", "nsubjpass", "nsubj"}
        if over is not None and is_of_it:
            return self._combined(own, over)
        if is_of_it and self.tree.lemma(verb) != "be":
            return own
        if Status.PLANNED in {own, over} and relation in {"nsubj", "attr", "means"}:
            return Status.PLANNED
        return Status.COMPLETED

    def _reaches(self, prep: int) -> bool:
        return self.tree.lemma(prep) in {"for", "on", "to"}
