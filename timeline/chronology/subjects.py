"""Subjects: who or what a clause speaks of when it does not say so itself."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.chronology.clause import Clause, Role
from timeline.chronology.tokens import Token, is_adverb
from timeline.chronology.verbs import is_base, is_gerund, is_past
from timeline.chronology.words import (
    COORDINATORS,
    DATE_PREPOSITIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
)

_WHERE = frozenset("in at near beside on from inside outside along around across behind".split())
_SHORT_FORMS = frozenset(
    """mr mrs ms dr prof rev fr hon pres sen rep gov gen lt col sgt capt maj adm st mt jr sr inc
    corp co cos ltd bros""".split()
)
_KEPT = frozenset("not both only never nearly almost hardly even".split())
_BESIDE = frozenset(
    "however meanwhile meantime therefore moreover nevertheless furthermore instead".split()
)
_OBJECTS = frozenset("him her them it us me himself herself itself themselves".split())
_INVERTING = frozenset("never nor neither seldom rarely".split())
_LEANING = (Role.FRAGMENT, Role.ASIDE, Role.PARTICIPLE)
_NO_NOUN = PREPOSITIONS | COORDINATORS | SUBORDINATORS
Span = tuple[int, int]


def lend_subjects(tokens: Sequence[Token], clauses: Sequence[Clause]) -> None:
    """Find a subject for the clauses that have none of their own."""
    subject: Span | None = None
    speaker: Span | None = None
    noun: Span | None = None
    for number, clause in enumerate(clauses):
        if number and _goes_on(clauses[number - 1], clause):
            clause.role, clause.borrowed = Role.RELATIVE, True
            clause.subject = clauses[number - 1].subject
            continue
        if clause.role is Role.FRAGMENT and noun is None and is_noun_phrase(tokens, clause):
            noun = (skip_adverbs(tokens, clause.first), clause.last)
            if noun[1] - noun[0] > 1 and is_gerund(tokens[noun[1] - 1].lower):
                noun = noun[0], noun[1] - 1  # "Signals confirming that … reached Earth"
        if clause.role in (Role.MAIN, Role.SPEECH) and clause.verb is not None:
            named = tokens[clause.first].lower == "according"
            named = named or tokens[clause.first].lower in _INVERTING
            if clause.subject is None and not clause.dated and not named:
                lent = noun if not clause.word else None
                clause.subject, clause.borrowed = lent or subject, True
                if clause.subject is None and clause.role is Role.MAIN and not clause.word:
                    plain = tokens[clause.verb].text.isalpha()
                    clause.dated = plain and any(t.date is not None for t in tokens[: clause.first])
                noun = None
            elif clause.role is Role.MAIN:
                noun = None
            if clause.role is Role.SPEECH and clause.word in COORDINATORS and speaker is not None:
                clause.subject = clause.subject if not clause.borrowed else speaker
            if clause.role is Role.SPEECH:
                speaker = clause.subject
            elif clause.subject is not None:
                subject = clause.subject
        elif clause.role is Role.RELATIVE and clause.subject is None and number:
            clause.subject = _for_relative(tokens, clauses, number)
            clause.borrowed = True
        elif clause.role is Role.SUB and clause.subject is None and not clause.dated:
            clause.subject, clause.borrowed = subject, clause.verb is not None
    _lend_to_participles(tokens, clauses)


def _goes_on(near: Clause, clause: Clause) -> bool:
    """Whether a clause is the second half of a relative one: "who founded it and led it"."""
    joined = clause.role is Role.MAIN and clause.word in COORDINATORS and not clause.mark
    return joined and clause.subject is None and near.role is Role.RELATIVE


def _for_relative(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Span | None:
    clause, near = clauses[number], clauses[number - 1]
    if clause.word in COORDINATORS:
        return near.subject
    if clause.word == "who" and near.role is Role.RELATIVE and number > 1:
        joined = tokens[near.last - 1].lower == "and"  # "whose shop closed and who left"
        if joined and near.word == "whose":
            return _for_relative(tokens, clauses, number - 1)
        if joined:
            return near.subject
    beside = clause.mark == "," or tokens[near.first].lower in DETERMINERS
    if near.role is Role.FRAGMENT and near.mark == "," and beside and number > 1:
        back = number - 2
        if back and is_age(tokens, clauses[back]):
            back -= 1  # "said Ida Roe, 34, a nurse who"
        before = antecedent(tokens, clauses[back])
        if before is not None and tokens[before[1] - 1].is_capital:
            return _person(tokens, before)  # "Otto Runge, a monk in Rome, who …"
    led = near.last > 1 and tokens[near.last - 2].lower == "to"
    if clause.word == "who" and led and is_base(tokens[near.last - 1].lower):
        return None  # "to find out who did it"
    found = antecedent(tokens, near, far=clause.word == "who")
    if found is None or clause.word != "which":
        return _person(tokens, found) if found is not None and clause.word == "who" else found
    for i in range(found[1] - 2, found[0], -1):  # "the anniversary of the flood, which …"
        if tokens[i].lower == "of" and tokens[i - 1].lower in ("anniversary", "centenary"):
            return i + 1, found[1]
    return found


def is_age(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause is only a number, as an age between commas is."""
    return clause.last == clause.first + 1 and tokens[clause.first].text.isdigit()


def _person(tokens: Sequence[Token], span: Span) -> Span:
    """Of "the idea of Otto Runge", who did something, the name alone."""
    for i in range(span[1] - 2, span[0], -1):
        if tokens[i].lower == "of" and all(t.is_capital for t in tokens[i + 1 : span[1]]):
            return i + 1, span[1]
    return span


def _lend_to_participles(tokens: Sequence[Token], clauses: Sequence[Clause]) -> None:
    following: Span | None = None
    for number in range(len(clauses) - 1, -1, -1):
        clause = clauses[number]
        if clause.role in (Role.MAIN, Role.SPEECH) and clause.subject is not None:
            following = clause.subject
        elif clause.role is Role.PARTICIPLE:
            near = clauses[number - 1] if number else None
            if near is not None and _is_serial(tokens, clauses, number):
                clause.role, clause.verb = Role.MAIN, skip_adverbs(tokens, clause.first)
                clause.subject, clause.borrowed = near.subject, True
                continue
            if near is None or (near.role in _LEANING and near.subject is None and number == 1
                                and not is_noun_phrase(tokens, near)):  # fmt: skip
                clause.subject = following
            elif is_gerund(tokens[clause.first].lower):
                clause.subject = near.subject or following or _main_subject(clauses, number)
            else:
                clause.subject = _before_aside(tokens, clauses, number)
                noun_before = antecedent(tokens, near, far=True)
                if noun_before is not None and near.verb == noun_before[0]:
                    noun_before = near.subject
                clause.subject = clause.subject or noun_before
            clause.borrowed = True


def _is_serial(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> bool:
    """Whether a participle is one more verb: "He came to Ulm, left in May and returned"."""
    clause, near = clauses[number], clauses[number - 1]
    at = skip_adverbs(tokens, clause.first)
    if clause.mark != "," or clause.word or near.verb is None or near.role is not Role.MAIN:
        return False
    if not is_past(tokens[near.verb].lower) or not is_past(tokens[at].lower):
        return False
    after = tokens[at + 1].lower if at + 1 < clause.last else ""
    if after in _OBJECTS or (after in DETERMINERS and near.subject is not None):
        return True
    coming = clauses[number + 1] if number + 1 < len(clauses) else None
    if coming is None or coming.word != "and" or coming.mark or coming.verb is None:
        return False
    return coming.verb == skip_adverbs(tokens, coming.first)


def _main_subject(clauses: Sequence[Clause], number: int) -> Span | None:
    """The subject of the nearest main clause before a clause."""
    before = (c.subject for c in reversed(clauses[:number]) if c.role is Role.MAIN)
    return next(before, None)


def _before_aside(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Span | None:
    """Of "Ida Roe, a lawyer, signed it" the name, where nothing else has a verb."""
    clause, near, start = clauses[number], clauses[number - 1], clauses[0]
    aside = near.role is Role.FRAGMENT and near.mark == "," and clause.mark == ","
    if number != 2 or not aside or any(other.verb is not None for other in clauses):
        return None
    named = all(t.is_capital for t in tokens[near.first : near.last])
    if named or start.role is not Role.FRAGMENT or not is_noun_phrase(tokens, start):
        return None
    return skip_adverbs(tokens, start.first), start.last


def skip_adverbs(tokens: Sequence[Token], i: int) -> int:
    """The place after adverbs, dates and the prepositions of dates."""
    while i < len(tokens):
        lower = tokens[i].lower
        if tokens[i].date is None and not is_adverb(lower):
            ahead = tokens[i + 1].date if i + 1 < len(tokens) else None
            if ahead is None or lower not in DATE_PREPOSITIONS:
                break
        i += 1
    return i


def skip_to_subject(tokens: Sequence[Token], first: int, at: int | None = None) -> int:
    """The place where a subject begins: after dates and adverbs (up to `at`), but not after
    "Not" of "Not everyone".
    """
    at = skip_adverbs(tokens, first) if at is None else at
    while at > first and tokens[at - 1].lower in _KEPT:
        at -= 1
    return at


def is_noun_phrase(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a fragment can be a subject: it begins with a name, a noun or its article."""
    at = skip_adverbs(tokens, clause.first)
    if at + 1 < clause.last and tokens[at].lower == "'s":
        at += 1  # "Monday's vote"
    if at >= clause.last or not tokens[at].is_word:
        return False
    return tokens[at].lower not in _NO_NOUN and tokens[at].lower not in _BESIDE


def antecedent(tokens: Sequence[Token], clause: Clause, far: bool = False) -> Span | None:
    """The noun phrase that a clause ends with; `far` passes over where it is: of "a mill
    beside the river" the mill.
    """
    last = clause.last
    while last > clause.first and not tokens[last - 1].is_word and not _is_short(tokens, last - 1):
        last -= 1
    floor = clause.first if clause.verb is None else clause.verb + 1
    first = _phrase_start(tokens, floor, last)
    while far and first - 1 > floor and tokens[first - 1].lower in _WHERE:
        before = _phrase_start(tokens, floor, first - 1)
        if before == first - 1:
            break
        first, last = before, first - 1
    if first < last:
        return first, last
    return clause.subject


def _is_short(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word is the full stop of a short form: "Gov.", "Jr."."""
    if tokens[i].lower != "." or not i or tokens[i - 1].end != tokens[i].start:
        return False
    before = tokens[i - 1]
    return before.is_capital and (before.lower in _SHORT_FORMS or len(before.text) == 1)


def _phrase_start(tokens: Sequence[Token], floor: int, last: int) -> int:
    first = last
    while first > floor:
        token = tokens[first - 1]
        if token.date is not None and first - 1 > floor and tokens[first - 2].lower in DETERMINERS:
            first -= 1  # "the recently passed law"
            continue
        if token.lower in COORDINATORS or token.date is not None:
            break
        if not token.is_word and not _is_short(tokens, first - 1):
            break
        if token.lower in PREPOSITIONS and token.lower != "of":
            break
        first -= 1
        if token.lower in DETERMINERS and tokens[max(floor, first - 1)].lower != "of":
            break
    while first < last and tokens[first].lower in PREPOSITIONS:
        first += 1
    return first
