"""Implied dates: events told by clauses without a date word, dated by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline.calendar.times import PLAIN
from timeline.chronology.annotated import Annotated
from timeline.chronology.clause import Clause, Role
from timeline.chronology.dating import Dating, date_before, date_near, date_under
from timeline.chronology.kinds import is_conditional, is_negated, is_over, is_past, looks_ahead
from timeline.chronology.telling import Telling
from timeline.chronology.tokens import is_adverb
from timeline.chronology.verbs import is_participle
from timeline.chronology.words import PRONOUNS

if TYPE_CHECKING:
    from timeline.chronology.desk import Desk, Draft

_SURE = 0.7
"""How far it is trusted that what a report tells without a date happened on the day of writing:
less than for words that a reader marked as an event, since much of it happened at no day."""
_LATER = 0.8
"""How far the second thing told under a dated heading is trusted, against the first."""
_NOBODY = frozenset("i we you it there this that these those what who which here".split())


def implied_drafts(desk: Desk, found: Annotated, place: int) -> Iterator[Draft]:
    """The drafts of the clauses of a sentence (number `place`) that have no date of their own;
    what a report opens with is marked.
    """
    lead = place == found.lead
    opens = place in found.headings and place - 1 not in found.headings
    telling = desk.telling
    if telling.text[telling.sentence.end - 1] == "?":
        return
    for number, clause in enumerate(telling.clauses):
        if number in desk.taken:
            continue
        hanging = desk.hanging.get(number)
        if hanging is not None:
            draft = desk.implied(number, hanging, lead=False)
            if draft is not None:
                named = draft.title.split(" ", 1)[0].lower() not in PRONOUNS
                yield draft if named else draft._replace(basis="sentence")
            continue
        if not _tells(telling, number, clause):
            continue
        assert clause.verb is not None
        verb = telling.tokens[clause.verb]
        dated = [(m, at) for n, at in desk.told.items() if (m := desk.mentions[n]).placed]
        dating = (
            date_near(telling, dated, number, verb.start, verb.end)
            or _from_heading(telling, number, found, place)
            or _from_afar(telling, number, found, place)
        )
        draft = desk.implied(number, dating, lead=lead)
        if draft is None:
            continue
        if place in found.headings and draft.basis == "date":
            if not opens:
                sure = round(_LATER * draft.confidence, 2)
                draft = draft._replace(basis="story", confidence=sure)
            opens = False
        lead = False
        yield draft
    under = date_under(found, place)
    if opens and under is not None and not desk.told and telling.clauses:
        draft = desk.implied(0, under, lead=False)
        if draft is not None:
            yield draft


def _tells(telling: Telling, number: int, clause: Clause) -> bool:
    """Whether a clause tells an event by itself: a main clause with a subject that says who, no
    speech about a main clause, nothing that did not happen.
    """
    if clause.verb is None or clause.subject is None or clause.dated or clause.aside:
        return False
    if clause.role is Role.SPEECH:
        if _has_content(telling.clauses, number):
            return False
    elif clause.role is not Role.MAIN:
        return False
    words = [t.lower for t in telling.tokens[slice(*clause.subject)] if t.is_word]
    if not words or (words[0] in _NOBODY and len(words) < 3):
        return False
    return not is_negated(telling, clause)


def _has_content(clauses: Sequence[Clause], number: int) -> bool:
    """Whether what is said is a main clause beside the speech: "It rained, he said"."""
    near = [*clauses[max(0, number - 1) : number], *clauses[number + 1 : number + 2]]
    return any(c.role is Role.MAIN and c.verb is not None for c in near)


def _from_heading(telling: Telling, number: int, found: Annotated, place: int) -> Dating | None:
    """The date of the heading above, but for what is still to come of a day gone by."""
    dating, clause = date_under(found, place), telling.clauses[number]
    if dating is None or not looks_ahead(telling, clause):
        return dating
    return None if is_over(dating.time, dating.shade, found.document.written) else dating


def _from_afar(telling: Telling, number: int, found: Annotated, place: int) -> Dating:
    """The date of a clause whose sentence has none: the story's, or, for what a report tells as
    new, the day of writing; none for plans, and for what had happened before.
    """
    clause = telling.clauses[number]
    if looks_ahead(telling, clause) or is_conditional(telling, number, over=False):
        return Dating(None, PLAIN, 0.0, "it is told as still to come, without a date", "none")
    dating = date_before(found, telling.sentence.start, place if is_past(telling, clause) else None)
    if dating.basis != "written":
        return dating
    if _is_before(telling, clause):
        return Dating(None, PLAIN, 0.0, "it is told as past by then, without a date", "none")
    return Dating(dating.time, PLAIN, _SURE, dating.reason, "written")


def _is_before(telling: Telling, clause: Clause) -> bool:
    """Whether a clause is in the past perfect: "had moved"."""
    assert clause.verb is not None
    rest = telling.tokens[clause.verb : clause.last]
    words = [t.lower for t in rest if not is_adverb(t.lower)][:2]
    return len(words) > 1 and words[0] == "had" and is_participle(words[1])
