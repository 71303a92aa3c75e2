"""What the heads of the network tell apart, in the order of their outputs."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.model import NameType, Role

NONE = "O"


def begin(role: str) -> str:
    """The label of a span's first word."""
    return f"B-{role}"


def inside(role: str) -> str:
    """The label of a span's other words."""
    return f"I-{role}"


def _labels(kinds: Iterable[str]) -> tuple[str, ...]:
    return (NONE, *(mark(kind) for kind in kinds for mark in (begin, inside)))


LABELS = _labels(Role)
"""Each role of an attribution, begun or continued, and none."""
NAMES = _labels(NameType)
"""Each type of name, begun or continued, and none."""
_TAGS = """
$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS
RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX ``
"""
TAGS = tuple(_TAGS.split())
"""Parts of speech, as in the Penn Treebank and OntoNotes."""
SAME = "same"
"""The relation of a word to the one before it where both are one word to a grammarian ("do" and "n't", "U", "." …)."""
_RELATIONS = """
ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep det
dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt
punct quantmod relcl xcomp
"""
RELATIONS = (SAME, *_RELATIONS.split())
"""How a word depends on its head, by the ClearNLP scheme."""
