"""Several who are joined, and meant together by "they": "Kolbe and Brandt met. They agreed …"."""

from __future__ import annotations

from firsthand.model import ActorType
from firsthand.resolving.actors.figure import Figure
from firsthand.resolving.actors.memory import Memory
from firsthand.resolving.actors.reference import Reference

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Several:
    """The subjects that name more than one; those joined alike are one figure."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._joined: dict[tuple[Figure, ...], Figure] = {}

    def before(self, they: Reference) -> tuple[Figure | None, bool]:
        """Those joined in the last plural subject before "they"; whether that subject is nobody known.

        A subject of the same sentence or the one before counts; things are not said to speak.
        """
        syntax = self._memory.scene.syntax
        sentence_of = self._memory.scene.sentence_of
        for word in range(they.word - 1, -1, -1):
            if sentence_of[word] < they.sentence - 1:
                break
            if syntax.relation(word) in _SUBJECTS:
                if len(syntax.conjuncts(word)) > 1:
                    return self._together(word), False
                known = self._memory.at.get(word)
                if known is None and self._is_plural(word, speaks=they.word in self._memory.scene.sources):
                    return None, True
                if known and known in self._memory.figures and self._memory.figures[known].plural:
                    break
        return None, False

    def _is_plural(self, word: int, *, speaks: bool) -> bool:
        tag = self._memory.scene.syntax.tag(word)
        return tag == "CD" or (tag in {"NNS", "NNPS"} and not speaks)

    def _together(self, word: int) -> Figure | None:
        members = []
        for one in self._memory.scene.syntax.conjuncts(word):
            reference = self._memory.at.get(one)
            figure = self._memory.figures.get(reference) if reference else None
            if figure is None:
                return None
            members.append(figure)
        key = tuple(dict.fromkeys(members))
        if len(key) < 2:
            return None
        if key not in self._joined:
            self._joined[key] = Figure(ActorType.GROUP, members=key)
            self._joined[key].plural = True
        return self._joined[key]
