"""Kinds: whether an event is told as past, planned, a state, or only as somebody's words."""

from __future__ import annotations

from timeline.calendar.cell import Cell
from timeline.calendar.times import Bound, Shade, Time, is_placed
from timeline.chronology.clause import Clause, Role
from timeline.chronology.likeness import span_of
from timeline.chronology.telling import Telling
from timeline.chronology.tokens import is_adverb
from timeline.chronology.verbs import (
    AUXILIARIES,
    BE,
    HAVE,
    MODALS,
    PLANS,
    STATES,
    is_gerund,
    is_participle,
    is_present,
)
from timeline.chronology.verbs import is_past as is_past_form

_ACTS = frozenset(
    "announced announces confirmed confirms testified declared reported reports".split()
)
_PAST = frozenset("was were did".split())
_IF = frozenset(("if", "unless"))
_WOULD = frozenset("would could might may should".split())
_WERE = frozenset(("was", "were"))
_COULD = frozenset("could might may".split())
_NOT = frozenset("not never".split())
_NOBODY = frozenset("no nobody none nothing neither".split())
_AHEAD_OF = PLANS | {"to"}
_AHEAD = frozenset("will shall 'll won't".split())


def kind_of(
    telling: Telling, number: int, time: Time | None, shade: Shade, written: Cell | None
) -> str:
    """The kind of the event that a clause tells."""
    clause = telling.clauses[number]
    if not is_placed(time):
        return "undated"
    if clause.role is Role.SPEECH and not is_announcement(telling, clause):
        return "statement"
    if clause.role is Role.SPEECH or telling.tokens[clause.first].lower == "according":
        return "reported"
    if telling.tokens[clause.first].lower == "compared":
        return "background"
    if is_conditional(telling, number, is_over(time, shade, written)):
        return "conditional"
    if is_negated(telling, clause):
        return "background"
    first, last = span_of(time, shade)
    if written is not None:
        if first is not None and first > written.last_day:
            return "planned"
        if last is not None and last < written.first_day:
            return "background" if is_state(telling, clause, shade) else "reported"
    if looks_ahead(telling, clause):
        return "planned"
    return "background" if is_state(telling, clause, shade) else "reported"


def is_over(time: Time | None, shade: Shade, written: Cell | None) -> bool:
    """Whether a time lies before the day of writing, as far as both are known."""
    last = span_of(time, shade)[1]
    return written is not None and last is not None and last < written.first_day


def is_conditional(telling: Telling, number: int, over: bool) -> bool:
    """Whether a clause tells what would happen, could, or might, or happens if something else
    does; of what is `over`, "could" and "would" tell how it went on: "he would later die".
    """
    clause = telling.clauses[number]
    if clause.word in _IF:
        return True
    verb = clause.verb
    if verb is None:
        return False
    words = [t.lower for t in telling.tokens[verb : clause.last] if not is_adverb(t.lower)][:2]
    if words[0] in _WOULD and words[1:] == ["have"]:
        return True
    if words[0] in _COULD and not over:
        return True
    if words[0] in _WERE and words[1:] == ["to"]:
        return True
    if words[0] not in _WOULD and words[0] not in _AHEAD:
        return False
    near = telling.clauses[max(0, number - 1) : number + 2]
    inside = any(t.lower in _IF for t in telling.tokens[verb : clause.last])
    return inside or any(other.word in _IF for other in near)


def is_past(telling: Telling, clause: Clause) -> bool:
    """Whether a clause is in the simple past, or a headline's present: "opened", "were hurt"."""
    if clause.verb is None:
        return telling.sentence.headline
    words = [t.lower for t in telling.tokens[clause.verb : clause.last] if not is_adverb(t.lower)]
    if words[0] in _PAST:
        return True
    if telling.sentence.headline:
        return is_present(words[0]) and not looks_ahead(telling, clause)
    return is_past_form(words[0]) and words[0] not in AUXILIARIES


def happened(telling: Telling, number: int) -> bool:
    """Whether a clause tells what happened or has, not what is so: "opened", "has opened"."""
    clause = telling.clauses[number]
    if clause.role is Role.SPEECH or is_past(telling, clause):
        return True
    if clause.verb is None:
        return False
    words = [t.lower for t in telling.tokens[clause.verb : clause.last] if not is_adverb(t.lower)]
    perfect = len(words) > 1 and is_participle(words[1]) and words[1] != "been"
    return (words[0] in HAVE and perfect) or is_past_form(words[0])


def is_negated(telling: Telling, clause: Clause) -> bool:
    """Whether a clause tells what did not happen: "did not open", "No one was hurt"."""
    verb = clause.verb
    if verb is None:
        return False
    tokens = telling.tokens
    near = [t.lower for t in tokens[max(verb - 1, clause.first) : min(verb + 4, clause.last)]]
    for word, after in zip(near, [*near[1:], ""], strict=True):
        if (word in _NOT or word.endswith("n't")) and after != "only":
            return True
    if clause.subject is None:
        return False
    first = next((i for i in range(*clause.subject) if tokens[i].is_word), None)
    return first is not None and tokens[first].lower in _NOBODY and tokens[first + 1].lower != "."


def is_announcement(telling: Telling, clause: Clause) -> bool:
    """Whether to say it was to do it: "announced", "confirmed", "testified"."""
    if telling.tokens[clause.first].lower == "according":
        return True
    return clause.verb is not None and telling.tokens[clause.verb].lower in _ACTS


def looks_ahead(telling: Telling, clause: Clause) -> bool:
    """Whether a clause speaks of what is still to come: "will open", "Bank to cut jobs"."""
    tokens = telling.tokens[clause.first : clause.last]
    words = [t.lower for t in tokens]
    if not _AHEAD.isdisjoint(words) or any(w.endswith("'ll") for w in words if "'" in w):
        return True
    verb = clause.verb
    if verb is None:
        return False
    rest = [t.lower for t in telling.tokens[verb : clause.last] if not is_adverb(t.lower)][:3]
    if len(rest) > 1 and rest[0] in {"is", "are", "plans", "plan", "expects", "hopes"}:
        return rest[1] in _AHEAD_OF or rest[0] in PLANS
    before = telling.tokens[verb - 1].lower if verb else ""
    return before == "to" and telling.sentence.headline


def is_state(telling: Telling, clause: Clause, shade: Shade) -> bool:
    """Whether a clause tells how things were, not what happened: "was mayor", "has been"."""
    verb = clause.verb
    if verb is None:
        return clause.role is Role.FRAGMENT and not telling.sentence.headline
    words = [t.lower for t in telling.tokens[verb : clause.last] if not is_adverb(t.lower)]
    word, after = words[0], words[1] if len(words) > 1 else ""
    if word in STATES:
        return True
    if word in MODALS and after in ("have", "be"):
        word, after = after, words[2] if len(words) > 2 else ""
    if word in BE or after == "been":
        follower = (words[2] if len(words) > 2 else "") if after == "been" else after
        if is_participle(follower) or is_gerund(follower) or follower == "born":
            return shade.bound is Bound.SINCE and after != "been"
        return follower not in ("<date>", "")
    if word in HAVE and is_participle(after):
        return shade.bound is Bound.SINCE
    return word in HAVE and after not in ("to", "<date>")
