"""The direction of the verb that an expression of time hangs on, read from the sentence as a tree."""

from __future__ import annotations

from firsthand.model import Span
from firsthand.resolving.moments.tense import Direction
from firsthand.text.syntax import Syntax

_AHEAD = frozenset({"will", "'ll", "’ll", "shall", "would", "'d", "may", "might", "must", "should", "wo"})
_BEHIND = frozenset({"had", "have", "has", "was", "were", "did", "'ve", "’ve", "having"})
_LOOKING_AHEAD = frozenset(
    {"agree", "aim", "announce", "arrange", "ask", "call", "decide", "demand", "due", "expect", "go", "hope", "intend"}
    | {"invite", "likely", "offer", "order", "persuade", "plan", "pledge", "prepare", "promise", "propose", "ready"}
    | {
        "schedule",
        "seek",
        "set",
        "slate",
        "threaten",
        "urge",
        "vow",
        "wait",
        "suppose",
        "want",
        "be",
        "deadline",
        "project",
    }
)
"""What an infinitive below it has still to come: "plans to meet on Monday"."""
_TIMETABLE = frozenset({"plan", "schedule", "slate", "expect"})
"""Of what is still to come even where it is told in the past: "was scheduled for Friday"."""
_SET = frozenset({"set", "suppose", "book", "poise", "bill", "tip", "fix", "earmark", "bind"})
"""As participles these look ahead as well: "a summit set for April"."""
_SAYING = frozenset({"say", "tell", "report", "announce", "write", "add", "warn", "claim", "deny", "confirm", "show"})
"""Headlines put in the present what is past: "Minister says on Monday …"."""


def direction_by_tree(syntax: Syntax, span: Span) -> Direction | None:
    """Past or future as the nearest verb above the expression has it; None where no verb decides."""
    word = syntax.head_of(span)
    if word is None:
        return None
    for above in syntax.ancestors(word):
        tag = syntax.tag(above)
        if tag == "MD":
            return Direction.FUTURE
        if tag.startswith("VB"):
            found = _of_verb(syntax, above)
            if found is not None:
                return found
    return None


def _of_verb(syntax: Syntax, verb: int) -> Direction | None:
    """What a verb and its auxiliaries say by themselves; None where the verb above it has to."""
    helpers = {syntax.form(number).lower() for number in syntax.dependents(verb, "aux", "auxpass")}
    tag = syntax.tag(verb)
    if helpers & _AHEAD or syntax.lemma(verb) in (_TIMETABLE | _SET if tag == "VBN" else _TIMETABLE):
        return Direction.FUTURE
    if tag == "VBD" or helpers & _BEHIND or (tag == "VBN" and not helpers):
        return Direction.PAST
    if "to" in helpers:
        above = syntax.head(verb)
        return Direction.FUTURE if above is not None and syntax.lemma(above) in _LOOKING_AHEAD else None
    if tag in {"VBZ", "VBP"} or helpers & {"is", "are", "'s", "’s", "'re", "’re"}:
        return Direction.PAST if syntax.lemma(verb) in _SAYING else Direction.FUTURE
    return None
