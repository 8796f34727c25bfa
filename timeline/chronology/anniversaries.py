"""Anniversaries: what is remembered, and how it is marked, in the words of the text."""

from __future__ import annotations

from timeline.chronology.remembrance import (
    OCCASIONS,
    beginning_of,
    lowered,
    noun_title,
    phrase,
    things,
    told_before,
)
from timeline.chronology.subjects import antecedent
from timeline.chronology.telling import Telling
from timeline.chronology.titles import entry
from timeline.chronology.tokens import weigh_verbs
from timeline.chronology.verbs import is_base, is_gerund
from timeline.chronology.wording import MAX_TITLE, polish
from timeline.chronology.words import COORDINATORS, DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES

_MARKING = frozenset(
    "marking mark marks marked celebrating celebrate celebrates celebrated commemorating "
    "commemorate commemorates commemorated honoring honouring honor honour observing observe "
    "for of on at".split()
)
_POSSESSIVES = frozenset("its their his her our my your".split())
_NAMES = ("annivers", "birthday", "centen", "jubilee", "bicenten")
_BARE = 3
_BIRTH = ("birthday", "birth")


def remembered(telling: Telling, start: int, end: int) -> list[str]:
    """The titles of what an anniversary (`start` to `end` in the text) remembers: mostly one,
    several for "the anniversary of the sieges of the castle, the abbey and the bridge".
    """
    tokens = telling.tokens
    first, after = telling.place_at(start), telling.place_at(end)
    if first is None:
        return []
    birth = any(word in telling.text[start:end].lower() for word in _BIRTH)
    if after is not None and tokens[after].lower in ("of", "since"):
        found = things(telling, after + 1)
        return [_birth_of(t) if birth else t for t in found]
    inner = next((i for i in range(first, after or len(tokens)) if tokens[i].lower == "of"), None)
    if inner is not None:
        return things(telling, inner + 1)
    owner = _owner(telling, first)
    if not owner or owner.lower() in PRONOUNS:
        told = told_before(telling.text, start)
        return [noun_title(telling, told)] if told else []
    if birth:
        return [_birth_of(owner)]
    said = telling.text[start:end]
    if "wedding" in said.lower():
        return [f"Wedding of {lowered(owner)}"]
    if "day" in said.lower() or "turn" in said.lower() or owner.lower() in PRONOUNS:
        return [f"{owner[:1].upper()}{owner[1:]}: origin of the {said}"[:MAX_TITLE]]
    return [beginning_of(owner)]


def _birth_of(name: str) -> str:
    return f"Birth of {lowered(name)}"


def _owner(telling: Telling, first: int) -> str:
    """Whose anniversary it is: "the museum's", or the subject for "its"."""
    tokens = telling.tokens
    at = first - 1
    while at >= 0 and tokens[at].is_word and tokens[at].lower not in _POSSESSIVES:
        word = tokens[at].text
        if word.endswith(("'s", "’s", "s'", "s’")):
            clause = telling.clauses[telling.clause_at(at) or 0]
            begin = at
            while (
                begin > clause.first
                and (tokens[begin - 1].is_capital or tokens[begin].is_capital is False)
                and tokens[begin - 1].is_word
                and tokens[begin - 1].lower not in (PREPOSITIONS | COORDINATORS | DETERMINERS)
                and not is_gerund(tokens[begin - 1].lower)
                and begin - 1 != clause.verb
            ):
                begin -= 1
            name = polish(telling.text, tokens[begin : at + 1], 60)
            return name[:-2] if name.endswith(("'s", "’s")) else name[:-1]
        if first - at > 3 or tokens[at].lower in PREPOSITIONS | COORDINATORS:
            break
        at -= 1
    number = telling.clause_at(first)
    if number is None:
        return ""
    clause = telling.clauses[number]
    noun = clause.subject
    if noun is None and clause.host is not None:
        noun = telling.clauses[clause.host].subject
    if noun is None and number:
        noun = antecedent(tokens, telling.clauses[number - 1])
    if noun is None:
        return ""
    words = [t for t in tokens[slice(*noun)] if t.date is None]
    return polish(telling.text, words, 50)


# -- how it is marked


def celebration(telling: Telling, start: int, end: int) -> tuple[str, bool]:
    """The title of a celebration, and whether its clause tells of nothing else; a bare "50th
    anniversary" takes what it remembers from what the text has told before.
    """
    title, alone = _celebration(telling, start, end)
    if len(title.split()) < _BARE and _is_bare(telling, start):
        told = told_before(telling.text, start)
        title = f"{title} of the {noun_title(telling, told)}" if told else title
    return title, alone


def _is_bare(telling: Telling, start: int) -> bool:
    """Whether an anniversary says of nothing whose it is: "as it did for the 50th anniversary"."""
    first = telling.place_at(start)
    owner = "" if first is None else _owner(telling, first)
    return not owner or owner.lower() in PRONOUNS


def _celebration(telling: Telling, start: int, end: int) -> tuple[str, bool]:
    """The title of a celebration, and whether its clause tells of nothing else.

    In "This year marks the 80th anniversary of the founding of the bank" the clause is about
    the anniversary only; in "He will come to Bonn for the 80th anniversary" it is not.
    """
    tokens = telling.tokens
    first = telling.place_at(start)
    number = None if first is None else telling.clause_at(first)
    if first is None or number is None:
        return telling.text[start:end], False
    clause = telling.clauses[number]
    lead = first
    while lead > clause.first and tokens[lead - 1].lower in ("the", "a", "official", "own"):
        lead -= 1
    before = tokens[lead - 1].lower if lead > clause.first else ""
    about = clause.verb is not None and _is_about_date(telling, number, first)
    if about:
        return _occasion(telling, first, first, number), True
    if before in _MARKING or (before == "to" and lead > 1):
        noun = _before_place(telling, lead - 1, clause.first)
        while noun > clause.first and tokens[noun - 1].lower in ("to", "on", "in"):
            noun -= 1
        begin = noun
        while begin > clause.first and tokens[begin - 1].is_word and begin - 1 != clause.verb:
            lower = tokens[begin - 1].lower
            if lower in PREPOSITIONS | COORDINATORS | RELATIVES or is_base(lower):
                break
            begin -= 1
            if lower in DETERMINERS or lower.endswith("'s"):
                if lower.endswith("'s") or lower in DETERMINERS:
                    begin += 1
                break
        if begin < noun and tokens[noun - 1].lower.startswith(tuple(OCCASIONS)):
            return _occasion(telling, begin, first, number), False
    title = entry(telling, number, first, MAX_TITLE)
    if clause.verb is None or not any(word in title.lower() for word in _NAMES):
        title = _occasion(telling, first, first, number)
        owner = _owner(telling, first) if len(title.split()) < 3 else ""
        owner = "" if owner.lower() in PRONOUNS else owner
        for article in ("The ", "A ", "An "):
            if owner.startswith(article):
                owner = owner[:1].lower() + owner[1:]
        return f"{title} of {owner}" if owner else title, False
    verb = tokens[clause.verb + 1 : first]
    own = tokens[clause.verb].lower in _MARKING or any(t.lower in _MARKING for t in verb)
    return title, own


def _before_place(telling: Telling, at: int, floor: int) -> int:
    """Of "celebrations in Moscow for" where "in Moscow" begins."""
    tokens = telling.tokens
    begin = at
    while begin > floor and tokens[begin - 1].is_capital:
        begin -= 1
    if begin < at and begin > floor and tokens[begin - 1].lower in ("in", "at", "on"):
        return begin - 1
    return at


def _is_about_date(telling: Telling, number: int, first: int) -> bool:
    """Whether a clause says of a day or a year that it marks the anniversary."""
    clause, tokens = telling.clauses[number], telling.tokens
    assert clause.verb is not None
    if clause.verb > first:
        return False
    subject = tokens[clause.first : clause.verb]
    words = [t for t in subject if t.is_word and t.lower not in PREPOSITIONS | DETERMINERS]
    dated = any(t.date is not None for t in subject)
    bare = all(t.lower in ("also", "noting", "it", "today") for t in words)
    return (dated or any(t.lower in ("it", "this", "today") for t in subject)) and bare


def _occasion(telling: Telling, begin: int, first: int, number: int) -> str:
    tokens = telling.tokens
    after = next((i for i in range(first, len(tokens)) if tokens[i].lower == "of"), None)
    stop = telling.clauses[number].last
    if after is not None and after < stop:
        stop = min(stop, max(_phrase_end(telling, after + 1), after + 2))
    else:
        stop = min(stop, first + 2)
    words = [t for t in tokens[begin:stop] if t.date is None]
    title = polish(telling.text, words, 400)
    if len(title) > MAX_TITLE:
        words = [
            t
            for k, t in enumerate(words)
            if not (t.lower == "the" and k + 1 < len(words) and words[k + 1] is tokens[first])
        ]
        title = polish(telling.text, words)
    return title


def _phrase_end(telling: Telling, at: int) -> int:
    """Where the phrase ends, "in Moscow" included."""
    tokens = telling.tokens
    end = phrase(telling, weigh_verbs(tokens), at)
    if end + 1 < len(tokens) and tokens[end].lower == "in" and tokens[end + 1].is_capital:
        end += 2
        while end < len(tokens) and tokens[end].is_capital:
            end += 1
    return end
