"""The closed list of token kinds, and what one language's words are.

A kind is written as one character in a run's shape, so that a rule's pattern over kinds is a
plain regular expression over a short string. Only this file knows the characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

NAMES = (
    # lexical: numbers
    "number cardinal ordinal year decade decimal fraction big article few half "
    # lexical: calendar words
    "month weakmonth shortyear weekday weakday unit units season weakseason daypart quarter halves "
    "century era fiscal holiday weekend dual style onward "
    # lexical: numeric dates and clock
    "iso slashed dotted clock meridiem zone oclock "
    # lexical: words that place
    "dayword vague adverb anniversary birthday this last next that same ago later earlier "
    "before after fromnow since until by within past over edge about morethan "
    "every other frequency turned old exactly future present period more another couple "
    "current long orso wedding ended full border fortnight times "
    # lexical: glue
    "the whose of to and or in on at for between from comma dash slash poss lparen rparen "
    # composed: meanings
    "date time length span repeat vaguely jubilee early"
).split()

CHARS = {
    name: chr(0x21 + i) if chr(0x21 + i).isalnum() else chr(0x100 + i)
    for i, name in enumerate(NAMES)
}
"""The character of each kind; none has a meaning in a regular expression."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language: its words by kind, and its habits.

    `words` maps a lower-case word (or abbreviation with its dot) to kind and value;
    `phrases` maps a first word to the longer expressions that begin with it, longest first;
    `triggers` are the words without which a stretch of text holds no date, `useful` the kinds
    of token that make a run worth reading; `capital` are
    words that are dates only with a capital letter; `day_first` says how 05/04/2025 is read,
    `dotted_days` that "4." before a month is a day.
    """

    code: str
    words: dict[str, tuple[str, object]]
    phrases: dict[str, list[tuple[tuple[str, ...], str, object]]] = field(default_factory=dict)
    triggers: frozenset[str] = frozenset()
    useful: frozenset[str] = frozenset()
    capital: frozenset[str] = frozenset()
    day_first: bool = False
    dotted_days: bool = False


_PIECES = re.compile(r"['’]s\b|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*\.?|\S")


def split_phrase(text: str) -> tuple[str, ...]:
    """A phrase of more than one word as the lexer cuts it.

    >>> split_phrase("new year's eve")
    ('new', 'year', "'s", 'eve')
    """
    return tuple(_PIECES.findall(text))
