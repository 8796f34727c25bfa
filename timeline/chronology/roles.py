"""Roles: what each clause of a sentence is, with its verb and its own subject."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.chronology.clause import Clause, Role
from timeline.chronology.participles import is_reduced
from timeline.chronology.subjects import skip_adverbs, skip_to_subject
from timeline.chronology.tokens import Token, is_adverb
from timeline.chronology.verbs import SPEAKING, is_base, is_gerund, is_participle
from timeline.chronology.words import (
    COORDINATORS,
    DATE_PREPOSITIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

DASHES = frozenset(("--", "—", "–", "-", "---", "_"))
QUOTES = frozenset("\"“”«»„'’‘`")
_LITTLE = COORDINATORS | SUBORDINATORS | RELATIVES | PREPOSITIONS | {"that"}
_PREPOSING = frozenset("after before since until as".split())
_INVERTED = 12
_STARTING = frozenset("starting beginning ending dating dated ended".split())
_LEADING = DATE_PREPOSITIONS - {"early", "late", "mid"}
_PRONOUNS = frozenset("i you he she it we they".split())


def name_clause(tokens: Sequence[Token], verbs: Sequence[int], clause: Clause) -> None:
    """Find what a clause is, its verb and its own subject."""
    if tokens[clause.first].lower == "by":
        words = [t.lower for t in tokens[clause.first : clause.first + 3]]
        if words == ["by", "the", "time"]:
            clause.first, clause.word = min(clause.first + 3, clause.last - 1), "when"
    while tokens[clause.first].lower in QUOTES and clause.first + 1 < clause.last:
        clause.first += 1
    if _invert(tokens, clause):
        return
    clause.verb = _verb(tokens, verbs, clause)
    if clause.word == "as" and clause.verb is not None and verbs[clause.verb] == 1:
        clause.verb = None  # "As a result of sales"
    at = skip_adverbs(tokens, clause.first)
    opening = tokens[at].lower if at < clause.last else ""
    if clause.mark == "," and opening in PREPOSITIONS and clause.verb is not None:
        after = tokens[clause.verb + 1].lower if clause.verb + 1 < clause.last else ""
        passive = is_participle(tokens[clause.verb].lower) and verbs[clause.verb] == 2
        if passive and after in PREPOSITIONS and tokens[at + 1].lower in DETERMINERS:
            clause.verb = None  # ", in a book printed in Rome"
    if clause.verb is not None and opening in PREPOSITIONS and not clause.word:
        rest = tokens[clause.verb + 1 : clause.last]
        closed = len(rest) > 0 and all(t.date is not None for t in rest)
        if closed and tokens[clause.verb].lower == "ended":
            clause.verb = None  # "In the quarter ended July 31, …"
    clause.role = _role(tokens, clause, at, opening)
    if clause.role in (Role.MAIN, Role.SUB, Role.RELATIVE, Role.SPEECH) and clause.verb is not None:
        front = min(at, clause.verb)
        if front < clause.verb:
            front = skip_to_subject(tokens, clause.first, front)
        led = opening in PREPOSITIONS or (clause.word in _PREPOSING and clause.verb > front + 1)
        if led and tokens[clause.verb - 1].lower in _PRONOUNS:
            front = clause.verb - 1  # "During the war he worked"
            if clause.word in _PREPOSING:
                clause.word, clause.role = "", Role.MAIN
        if clause.verb > front:
            end = clause.verb
            while end - 1 > front and is_adverb(tokens[end - 1].lower):
                end -= 1
            clause.subject = (front, end)
        else:
            clause.dated = clause.mark != ")" and _is_dated(tokens, clause)


def _invert(tokens: Sequence[Token], clause: Clause) -> bool:
    """Read "Had the rain stopped," as what follows "if"; whether it was that."""
    at, word = clause.first, tokens[clause.first].lower
    follows = tokens[at + 1] if at + 1 < clause.last else None
    if word not in ("had", "were", "should") or clause.word or (at and not clause.mark):
        return False
    closed = clause.last < len(tokens) and tokens[clause.last].lower == ","
    if follows is None or not closed or (at and not tokens[at].is_capital):
        return False
    if not (follows.is_capital or follows.lower in DETERMINERS | _PRONOUNS | {"there"}):
        return False
    for i in range(at + 2, min(clause.last, at + _INVERTED)):
        lower = tokens[i].lower
        fits = {"had": is_participle(lower), "were": lower == "to", "should": is_base(lower)}
        if fits[word]:
            end = i
            while end - 1 > at + 1 and (
                is_adverb(tokens[end - 1].lower) or tokens[end - 1].lower == "not"
            ):
                end -= 1
            clause.first, clause.word, clause.role = at + 1, "if", Role.SUB
            clause.verb, clause.subject = i, (at + 1, end)
            return True
    return False


def _verb(tokens: Sequence[Token], verbs: Sequence[int], clause: Clause) -> int | None:
    """The finite verb of a clause: a sure one, best no participle after its noun."""
    found = [i for i in range(clause.first, clause.last) if verbs[i]]
    sure = [i for i in found if verbs[i] == 2]
    if sure and found[0] < sure[0] and _is_reported(tokens, sure[0]):
        return found[0]  # "calls for its withdrawal from the zone it occupies"
    finite = (i for i in sure if not is_reduced(tokens, verbs, i, clause.last))
    return next(finite, sure[0] if sure else found[0] if found else None)


def _is_reported(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb has a pronoun after a noun for its subject: "the zone it occupies"."""
    if i < 2 or tokens[i - 1].lower not in _PRONOUNS:
        return False
    before = tokens[i - 2]
    return before.is_word and not before.is_verbal and before.lower not in _LITTLE


def _role(tokens: Sequence[Token], clause: Clause, at: int, opening: str) -> Role:
    if clause.aside:
        return Role.ASIDE
    if clause.word in RELATIVES or clause.word == "where":
        return Role.RELATIVE
    if opening == "according" or _is_speech(tokens, clause, opening):
        return Role.SPEECH
    alone = clause.last - at == 1 and tokens[at].is_capital  # "Scharping, …"
    if not alone and (is_gerund(opening) or is_participle(opening)):
        verb = clause.verb
        joined = verb is not None and verb > at + 1 and tokens[verb - 1].lower == "and"
        joined = joined and clause.mark == "," and not clause.word
        if verb is None and opening in _STARTING and _is_bare(tokens, at + 1, clause.last):
            return Role.FRAGMENT
        first = at == 0 == verb and clause.last < len(tokens)  # "Retired in 1990, he"
        if verb is None or joined or first or _is_led(tokens, clause, at):
            return Role.PARTICIPLE
    if clause.word == "that" and clause.first > 1:
        before = tokens[clause.first - 2]
        noun = before.is_word and before.lower not in SPEAKING and not is_gerund(before.lower)
        return Role.RELATIVE if noun and clause.verb == clause.first else Role.SUB
    if clause.word in SUBORDINATORS and clause.verb is not None:
        return Role.SUB
    return Role.MAIN if clause.verb is not None else Role.FRAGMENT


def _is_bare(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether nothing but dates and their prepositions stands between two places."""
    rest = tokens[first:last]
    return all(t.date is not None or t.lower in DATE_PREPOSITIONS or not t.is_word for t in rest)


def _is_led(tokens: Sequence[Token], clause: Clause, at: int) -> bool:
    """Whether the verb of a clause that begins with a participle is one as well: "Founded with
    books donated by the widow,".
    """
    verb = clause.verb
    if verb is None or verb <= at or not is_participle(tokens[verb].lower):
        return False
    after = tokens[verb + 1].lower if verb + 1 < clause.last else ""
    closed = clause.last < len(tokens) and tokens[clause.last].lower == ","
    return after == "by" or (closed and after in PREPOSITIONS)


def _is_dated(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause's subject is a date: "1968 saw", not "and on Monday signed"."""
    before = tokens[clause.first : clause.verb]
    dates = any(t.date is not None for t in before)
    led = any(t.lower in _LEADING for t in before)
    return dates and not led and clause.word not in COORDINATORS


def _is_speech(tokens: Sequence[Token], clause: Clause, opening: str) -> bool:
    """Whether a clause only names who says it: "a spokesperson said on Sunday"."""
    verb = clause.verb
    if verb is None:
        return opening in SPEAKING and clause.mark == ","
    if tokens[verb].lower not in SPEAKING or verb - clause.first > 14:
        return False
    if clause.word == "that" or clause.word in RELATIVES:
        return False
    rest = [t for t in tokens[verb + 1 : clause.last] if t.date is None]
    words = [t for t in rest if t.is_word and not is_adverb(t.lower)]
    if not words:
        return True
    if words[0].lower in PREPOSITIONS or verb == clause.first:
        return len(words) <= 9
    return tokens[verb].lower in ("told", "tells") and len(words) <= 6


def lean(tokens: Sequence[Token], clauses: Sequence[Clause]) -> None:
    """Give each fragment the clause it leans on."""
    leaning = (Role.FRAGMENT, Role.ASIDE, Role.PARTICIPLE)
    later: list[int | None] = [None] * (len(clauses) + 1)
    for n in range(len(clauses) - 1, -1, -1):
        later[n] = n if clauses[n].role in (Role.MAIN, Role.SPEECH) else later[n + 1]
    earlier: int | None = None
    for number, clause in enumerate(clauses):
        if clause.role not in leaning:
            earlier = number
            continue
        broken = clause.mark in (";", ":") or clause.mark in DASHES
        ahead = later[number + 1]
        if earlier is None or (broken and ahead is not None):
            clause.host = ahead if ahead is not None else earlier
        else:
            clause.host = earlier
    for number, clause in enumerate(clauses):
        if clause.borrowed and clause.subject is not None and clause.role is Role.MAIN:
            for n in range(number - 1, max(-1, number - 4), -1):
                aside = clauses[n]
                if aside.first < clause.subject[1] or aside.role is not Role.FRAGMENT:
                    break
                if tokens[aside.first].lower in PREPOSITIONS and n and (
                    clauses[n - 1].role is Role.FRAGMENT
                ):  # fmt: skip
                    aside.host = number  # "a second date, in 2022, was dropped"
