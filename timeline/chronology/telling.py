"""A sentence taken apart: its words, its clauses, and to which clause each date belongs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.chronology.clause import Clause, Role
from timeline.chronology.clauses import cut_clauses
from timeline.chronology.sentences import Sentence
from timeline.chronology.subjects import skip_adverbs, skip_to_subject
from timeline.chronology.tokens import Token, is_adverb, read_tokens
from timeline.chronology.words import (
    COORDINATORS,
    DATE_PREPOSITIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)

_DATELINE = re.compile(
    r"[A-Z][\w.'’-]{1,30}(?:,? [\w.,'’()/-]{1,24}){0,9}? ?(?:--|—|–|-|_)(?: (?=\S)|$)"
)
_DASH = re.compile("[-—–_]")
_LABEL = re.compile(
    r"(?:date|dated|published|updated|posted|last updated|written)\b[ :]{0,3}(?:on )?",
    re.IGNORECASE,
)
_FUNCTION = PREPOSITIONS | COORDINATORS | SUBORDINATORS | RELATIVES
_NO_NOUN = _FUNCTION | DETERMINERS
_FREE = DATE_PREPOSITIONS | DETERMINERS | COORDINATORS
_PLANNED = frozenset(
    (be, aim)
    for be in ("was", "were", "been")
    for aim in ("to", "due", "set", "scheduled", "planned", "meant", "supposed", "expected")
)
_OFF = frozenset(
    """postponed cancelled canceled abandoned delayed scrapped shelved dropped called put suspended
    deferred""".split()
)
_CLEFT = frozenset("it was wasn't is until only not in on".split())


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence's words and clauses; its dates are words with the number of their mention.

    `places` are the words that are dates, by that number; `owners` the clause of each word.
    """

    text: str
    sentence: Sentence
    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    places: Mapping[int, int]
    owners: Sequence[int | None]

    def place(self, date: int) -> int | None:
        """The number of the word that a date is."""
        return self.places.get(date)

    def place_at(self, offset: int) -> int | None:
        """The number of the word at an offset, or the first after it."""
        return next((i for i, t in enumerate(self.tokens) if t.start >= offset), None)

    def clause_at(self, place: int) -> int | None:
        """The number of the clause that a word lies in."""
        return self.owners[place] if place < len(self.owners) else None

    def words(self, number: int) -> Sequence[Token]:
        """The words of a clause."""
        clause = self.clauses[number]
        return self.tokens[clause.first : clause.last]


def take_apart(
    text: str, sentence: Sentence, dates: Sequence[tuple[int, int, int]] = (), start: int = 0
) -> Telling:
    """A sentence's words and clauses; `dates` are (start, end, number) in order; what lies
    before `start` (a dateline, a header's date) is left out.
    """
    tokens = read_tokens(text, max(sentence.start, start), sentence.end, dates)
    clauses = cut_clauses(tokens, sentence.headline)
    owners: list[int | None] = [None] * len(tokens)
    for number, clause in enumerate(clauses):
        for place in range(clause.first, clause.last):
            owners[place] = number
    places = {t.date: i for i, t in enumerate(tokens) if t.date is not None}
    return Telling(text, sentence, tokens, clauses, places, owners)


def dateline_end(text: str, sentence: Sentence) -> int:
    """Where the text proper begins, after "BEIJING, May 4 (Xinhua) -- ".

    >>> text = "OSLO, June 3 (Reuters) - Rain fell."
    >>> text[dateline_end(text, Sentence(0, len(text), 0)):]
    'Rain fell.'
    """
    limit = min(sentence.end, sentence.start + 120)
    dashed = _DASH.search(text, sentence.start, limit)
    match = _DATELINE.match(text, sentence.start, limit) if dashed else None
    if match is None:
        return sentence.start
    first = re.split(r"[ ,]", match[0], maxsplit=1)[0]
    closed = match[0].count("(") == match[0].count(")")
    agency = (closed and "(" in match[0]) or (first.isupper() and len(first) > 2)
    return match.end() if agency else sentence.start


def label_end(text: str, sentence: Sentence, spans: Sequence[tuple[int, int]]) -> int:
    """Where a line goes on after the day it was written (`spans` are such days, or others at
    its beginning after a label): "date 2025-05-05 Storm hits coast".
    """
    label = _LABEL.match(text, sentence.start, sentence.end) if spans else None
    at = label.end() if label else sentence.start
    for start, end in spans:
        if start <= at + 1 and at < end <= sentence.end:
            while end < sentence.end and text[end] in " :|-–—,.":
                end += 1
            return end
    return sentence.start


def has_label(text: str, sentence: Sentence) -> bool:
    """Whether a line begins with "Published" or the like."""
    return _LABEL.match(text, sentence.start, sentence.end) is not None


def clause_of(telling: Telling, place: int) -> int | None:
    """The number of the clause that a date belongs to: its own, or the one its fragment
    leans on ("On Sunday, the court …").
    """
    number = telling.clause_at(place)
    if number is None:
        return None
    clause = telling.clauses[number]
    told = _told_by_when(telling, number, place)
    if told is not None:
        return told
    if _is_off(telling, number):
        return number + 1
    if clause.role not in (Role.FRAGMENT, Role.ASIDE) or clause.host is None:
        return past_cleft(telling, number)
    opening = telling.tokens[clause.first].lower
    if _is_bare(telling, number):
        if clause.role is Role.ASIDE:
            return number
        return _before(telling, number) if number > clause.host else clause.host
    if clause.mark == ":" and _is_short(telling, number):
        return number - 1 if telling.clauses[number - 1].verb is not None else number
    led = opening in PREPOSITIONS and (clause.host > number or clause.mark == ",")
    return clause.host if led else number


def _is_off(telling: Telling, number: int) -> bool:
    """Whether what a relative clause tells did not take place, as the next one says: "A vote that
    was to be held in May was put off".
    """
    clause = telling.clauses[number]
    after = telling.clauses[number + 1] if number + 1 < len(telling.clauses) else None
    if clause.role is not Role.RELATIVE or after is None or after.verb is None:
        return False
    if after.role is not Role.MAIN or not after.borrowed or after.subject != clause.subject:
        return False
    words = [t.lower for t in telling.words(number)]
    planned = any(pair in _PLANNED for pair in pairwise(words[:4]))
    rest = telling.tokens[after.verb : after.last]
    dated = any(t.date is not None for t in rest)
    return planned and not dated and any(t.lower in _OFF for t in rest[:3])


def _told_by_when(telling: Telling, number: int, place: int) -> int | None:
    """The clause that tells what a date is about: "He stayed until May 1950, when he died"."""
    led = telling.tokens[place - 1].lower if place else ""
    here = telling.clauses[number]
    short = here.role is Role.FRAGMENT and here.mark and _is_short(telling, number)
    if not (led in ("until", "till") or short) or place + 1 < here.last:
        return None
    for n in range(number + 1, min(number + 4, len(telling.clauses))):
        clause = telling.clauses[n]
        if n == number + 1 and clause.word != "when":
            return None
        if clause.verb is not None:
            return n
    return None


def _is_bare(telling: Telling, number: int) -> bool:
    """Whether a fragment is nothing but its date."""
    words = [t for t in telling.words(number) if t.date is None and t.is_word]
    return all(t.lower in _FREE or (is_adverb(t.lower) and t.lower != "first") for t in words)


def _is_short(telling: Telling, number: int) -> bool:
    """Whether a fragment says next to nothing: "the second in 1645"."""
    words = [t for t in telling.words(number) if t.date is None and t.is_word]
    return sum(t.lower not in _FREE for t in words) < 2


def _before(telling: Telling, number: int) -> int:
    """The clause that a date between commas follows."""
    host = telling.clauses[number].host
    assert host is not None
    for n in range(number - 1, host, -1):
        if telling.clauses[n].role not in (Role.FRAGMENT, Role.ASIDE):
            return n
    return host


def past_cleft(telling: Telling, number: int) -> int:
    """Of "It was in 1941 that the law passed" the clause that tells what happened."""
    if number + 1 == len(telling.clauses) or telling.clauses[number + 1].word not in (
        "that",
        "when",
    ):
        return number
    words = [t.lower for t in telling.words(number) if t.is_word and not is_adverb(t.lower)]
    return number + (words[:1] == ["it"] and _CLEFT.issuperset(words))


def is_name_part(telling: Telling, place: int) -> bool:
    """Whether a year only belongs to a name: "the 2005 Space Act", "Expo 2020"."""
    tokens = telling.tokens
    token = tokens[place]
    if not token.text.isdigit() or telling.sentence.headline:
        return False
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before is None:
        return False
    if after is not None and after.is_capital:
        return before.lower in DETERMINERS or before.lower.endswith("'s")
    close = before.end + 1 == token.start and before.is_capital and before.text.isalpha()
    if not close or before.lower in _NO_NOUN:
        return False
    return after is not None and after.is_word and after.lower not in _FUNCTION


def is_before_noun(telling: Telling, place: int) -> bool:
    """Whether a date stands before its noun: "the 2008 financial crisis", "Friday's vote"."""
    tokens = telling.tokens
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is None:
        return False
    if after.lower == "'s":
        return True
    if not after.is_word or after.lower in _NO_NOUN:
        return False
    before = tokens[place - 1].lower if place else ""
    return before in DETERMINERS or before.endswith("'s")


def front_end(telling: Telling, number: int) -> int:
    """Where a clause proper begins, after "In the autumn of 1944 " or "After his death in 1944 "
    without a comma.
    """
    clause, tokens = telling.clauses[number], telling.tokens
    first = skip_adverbs(tokens, clause.first)
    if clause.verb is None or first >= clause.verb:
        return clause.first
    start, end = clause.subject or (0, 0)
    if end - start == 1 and start > first and tokens[start].lower in PRONOUNS:
        return start  # "After the war she"
    led = tokens[first].lower in PREPOSITIONS
    for i in range(first + 1, min(clause.verb, first + 9)):
        if tokens[i].date is None or is_before_noun(telling, i):
            continue
        end = skip_adverbs(tokens, i)
        ahead = tokens[end] if end < clause.verb else None
        if ahead is None or not ahead.is_word or ahead.lower in _FUNCTION:
            continue
        after_led = tokens[i - 1].lower in PREPOSITIONS and clause.word in SUBORDINATORS
        if led or (after_led and (ahead.is_capital or ahead.lower in DETERMINERS)):
            return end
    return clause.first if led else skip_to_subject(tokens, clause.first)
