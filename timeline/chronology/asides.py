"""Asides: what stands between a subject and its verb, and the commas of a list."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.chronology.clause import Clause, Role
from timeline.chronology.subjects import is_noun_phrase, skip_adverbs, skip_to_subject
from timeline.chronology.tokens import Token, is_adverb
from timeline.chronology.verbs import BE, INTRANSITIVE, is_gerund, is_participle, is_past
from timeline.chronology.words import (
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

_FAR = 30
_MANY = 6
_LITTLE = SUBORDINATORS | RELATIVES | {"that"}
_COUNTS = frozenset("one two three four five six seven eight nine ten several many".split())
_JOINING = frozenset("and or".split())
_NO_LINK = _LITTLE | COORDINATORS
_NO_ITEM = PREPOSITIONS | _LITTLE | frozenset(
    """however moreover nevertheless nonetheless therefore thus indeed elsewhere overall furthermore
    besides likewise meantime meanwhile plus yes no instead today then there here also""".split()
)  # fmt: skip
_OBJECT = DETERMINERS | PREPOSITIONS | frozenset("him her them it us me not to that".split())


def is_list_comma(tokens: Sequence[Token], verbs: Sequence[int], clause: Clause, at: int) -> bool:
    """Whether a comma stands in a list that is a subject: "Bonn, Ulm and Linz agreed".

    `clause` is the clause so far, without a verb.

    >>> from timeline.chronology.tokens import read_tokens, weigh_verbs
    >>> tokens = read_tokens("Bonn, Ulm and Linz agreed", 0, 25)
    >>> is_list_comma(tokens, weigh_verbs(tokens), Clause(0, 0), 1)
    True
    """
    first = skip_adverbs(tokens, clause.first)
    if clause.word == "as" or first >= at or not _is_item(tokens, first):
        return False
    if tokens[at - 1].date is not None or tokens[at - 1].lower == "time":
        return False
    joined = False
    for i in range(at + 1, min(at + _FAR, len(tokens))):
        token, before = tokens[i], tokens[i - 1].lower
        lower = token.lower
        if verbs[i] == 2 or (verbs[i] and joined):
            return joined and before not in _JOINING and before != ","
        if lower in _JOINING:
            several = i - 1 > at or any(t.lower == "," for t in tokens[first:at])
            if joined or not (before != "," or several):
                return False
            joined = True
        elif lower == ",":
            if joined:
                return False
        elif not (token.is_word or joined or lower in ("'s", ".")) or not _goes_on(tokens, i):
            return False
    return False


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether a list can go on with a word: with another item after a comma."""
    if tokens[i - 1].lower == ",":
        return _is_item(tokens, i)
    return tokens[i].lower not in _NO_LINK


def _is_item(tokens: Sequence[Token], i: int) -> bool:
    lower = tokens[i].lower
    if not tokens[i].is_word or lower in _NO_ITEM or is_adverb(lower):
        return False
    return tokens[i].is_capital or not (is_gerund(lower) or is_participle(lower))


def resume_subjects(
    tokens: Sequence[Token], verbs: Sequence[int], clauses: Sequence[Clause]
) -> None:
    """Give verbs after asides their subject: "Ida Roe, coached by her brother, first won"."""
    at, fronted = 0, False
    for number in range(len(clauses) - 2):
        _reduce(tokens, clauses, number)
    while at < len(clauses):
        start = clauses[at]
        leads = fronted or not at or start.word or start.mark != "," or _is_quoted(tokens, start)
        bare = start.role is Role.FRAGMENT or (
            start.verb is None and (start.role is Role.SUB or start.word == "where")
        )
        weak = start.role is Role.MAIN and start.verb is not None and verbs[start.verb] == 1
        some = at + 2 < len(clauses) and leads and (bare or weak)
        if some and is_noun_phrase(tokens, start):
            at = _resume(tokens, verbs, clauses, at)
        opening = tokens[start.first]
        fronted = start.role is Role.FRAGMENT and start is clauses[at] and (
            opening.lower in PREPOSITIONS or opening.date is not None
        )  # fmt: skip
        at += 1


def _reduce(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> None:
    """Take the verb of "a party led by a monk, Otto Runge, won", a participle, for none."""
    clause, aside, told = clauses[number : number + 3]
    verb = clause.verb
    if verb is None or clause.subject is None or clause.role not in (Role.MAIN, Role.SUB):
        return
    led = verb + 1 < clause.last and tokens[verb + 1].lower == "by"
    if not (led and is_participle(tokens[verb].lower)) or tokens[verb].lower in BE:
        return
    if aside.role is not Role.FRAGMENT or aside.mark != "," or told.mark != "," or told.word:
        return
    if any(t.date is not None for t in tokens[aside.first : aside.last]):
        return
    front = skip_adverbs(tokens, told.first)
    if front < told.last and is_past(tokens[front].lower) and not tokens[front].is_capital:
        clause.verb = clause.subject = None
        if clause.role is Role.MAIN:
            clause.role = Role.FRAGMENT


def _resume(
    tokens: Sequence[Token], verbs: Sequence[int], clauses: Sequence[Clause], at: int
) -> int:
    """Resume the subject that a clause is, if it is one; the number of its last clause."""
    found = None
    for n in range(at + 1, min(at + 1 + _MANY, len(clauses))):
        clause = clauses[n]
        told = clause.role in (Role.MAIN, Role.SPEECH) and not clause.word
        if clause.mark not in ("", ",") or (told and not clause.mark):
            break
        front = skip_adverbs(tokens, clause.first)
        fresh = n > at + 1 and clause.mark == "," and not clause.word and front < clause.last
        if fresh and _is_verb(tokens, verbs, clause, front):
            found = n, front
            if verbs[front] == 2:
                break
        if clause.mark == "," and clause.role is Role.MAIN and clause.verb is not None:
            own = clause.verb > front and tokens[front].lower not in PREPOSITIONS
            if own and verbs[clause.verb] == 2 and not is_gerund(tokens[front].lower):
                break
    start = clauses[at]
    if found is None or (start.verb is not None and not tokens[start.verb].lower.endswith("s")):
        return at
    number, verb = found
    clause = clauses[number]
    if start.role is Role.MAIN:
        start.role, start.verb, start.subject = Role.FRAGMENT, None, None
    clause.verb, clause.borrowed = verb, True
    first = skip_to_subject(tokens, start.first)
    clause.subject = first + (tokens[first].lower == "'s"), start.last
    aside = clauses[at + 1]
    named = aside.role is Role.FRAGMENT and _is_name(tokens, aside)
    unnamed = not any(
        t.is_capital or t.lower in PREPOSITIONS for t in tokens[start.first + 1 : start.last]
    )
    if number == at + 2 and named and unnamed:
        clause.subject = aside.first, aside.last  # "his lawyer, Theo Gage, told"
    if clause.role is not Role.SPEECH or _has_object(tokens, clause):
        joined = start.word in SUBORDINATORS or start.word == "that"
        clause.role = Role.SUB if joined else Role.MAIN
    for aside in clauses[at + 1 : number]:
        if aside.role is Role.MAIN and aside.mark == "," and not aside.word:
            gerund = is_gerund(tokens[skip_adverbs(tokens, aside.first)].lower)
            aside.role = Role.PARTICIPLE if gerund else Role.FRAGMENT
            aside.verb = aside.subject = None
        elif aside.role is Role.SPEECH and aside.mark == "," and aside.verb == aside.first:
            aside.role, aside.verb = Role.PARTICIPLE, None  # "The blast, reported at noon,"
    return number


def _is_quoted(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause follows the end of a quotation."""
    return clause.first > 0 and tokens[clause.first - 1].lower in ('"', "”", "'", "’")


def _is_name(tokens: Sequence[Token], clause: Clause) -> bool:
    words = [t for t in tokens[clause.first : clause.last] if t.is_word]
    return len(words) > 1 and all(t.is_capital for t in words)


def _is_verb(tokens: Sequence[Token], verbs: Sequence[int], clause: Clause, i: int) -> bool:
    """Whether a clause begins with a finite verb at a place."""
    token, before = tokens[i], tokens[clause.first - 1]
    led = tokens[i - 1].date is not None and token.lower in ("ended", "dated")
    if before.lower != "," or token.is_capital or led or token.lower == "compared":
        return False
    if verbs[i] == 2:
        return True
    if not (verbs[i] or is_past(token.lower)):
        return False
    if token.lower in INTRANSITIVE or i + 1 >= clause.last:
        return True
    after = tokens[i + 1]
    if clause.verb is not None and clause.verb > i and verbs[clause.verb] == 2:
        return after.lower in _OBJECT or after.lower in _COUNTS or after.text[0].isdigit()
    return after.date is not None or not after.is_word or after.lower in _OBJECT or (
        after.is_capital or after.text[0].isdigit() or is_adverb(after.lower)
        or is_past(token.lower)
    )  # fmt: skip


def _has_object(tokens: Sequence[Token], clause: Clause) -> bool:
    assert clause.verb is not None
    if tokens[clause.verb].lower in ("told", "tells"):
        return False
    rest = [
        t for t in tokens[clause.verb + 1 : clause.last] if t.is_word and not is_adverb(t.lower)
    ]
    return bool(rest) and rest[0].lower not in PREPOSITIONS


def resumed(clauses: Sequence[Clause], number: int) -> int | None:
    """A clause with a verb, or the one that goes on with the subject that it is."""
    here = clauses[number]
    if here.verb is not None:
        return number
    for n in range(number + 1, min(number + _MANY, len(clauses))):
        clause = clauses[n]
        if clause.borrowed and clause.verb is not None and clause.subject is not None:
            near = clauses[number + 1].last if n == number + 2 else here.last
            return n if here.first <= clause.subject[0] < near else None
        if n == number + 1 and clause.role is Role.MAIN and clause.mark == ",":
            return n if clause.verb is not None and not clause.word else None
    return None
