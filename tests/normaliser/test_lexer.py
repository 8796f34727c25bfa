"""The lexer: triggers against a plain expression, kept stretches against a fresh reader."""

import random
import re
import time

import pytest

from timeline.calendar.cell import Cell
from timeline.normaliser.reader import make_reader, mentions
from timeline.normaliser.trigger import find_triggers, make_trigger
from timeline.normaliser.words.en import make_lexicon

LEXICON = make_lexicon()
WORDS = sorted({*LEXICON.words, *LEXICON.phrases, "company", "said", "Mr. Li", "don't", "naïve"})
NUMBERS = (
    "1 4 12 30 103 1990 2004 1,000 95 1980s '90s ’95 5:30 5.30 5h30 9/11 3/4 12/05/1999 1.5 4th "
    "1Q q3 h1 7am 2004-05-06T10:00Z 2004-05 99999999999 ٣"
).split()
SIGNS = [
    *" " * 12,
    ", ",
    "-",
    ". ",
    ".",
    "\n",
    "\n\n",
    "’s ",
    "'",
    " (",
    ") ",
    " $",
    "% ",
    "é",
    "_",
]


def make_texts(count, length):
    chance = random.Random(5)
    for _ in range(count):
        words = [chance.choice(chance.choice((WORDS, NUMBERS))) for _ in range(length)]
        yield "".join(
            chance.choice((word, word.title(), word.upper())) + chance.choice(SIGNS)
            for word in words
        )


def test_triggers_are_those_of_the_words_and_numbers_alone():
    words = ["may", "sept.", "o'clock", "week", "weekend", "été"]
    alternatives = "|".join(
        re.escape(word).replace("'", "['’]") for word in sorted(words, key=len, reverse=True)
    )
    plain = re.compile(
        rf"(?<!\w)(?:(?:{alternatives})(?!\w)"
        r"|on the \d{1,2}(?:st|nd|rd|th)\b"
        r"|(?:after|before|between|by|circa|from|in|of|since|till|until) \d{3}(?![\d%°]|[.,]\d)"
        r"|9/11\b|[12]\d{3}(?!\d|,\d{3})|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
        r"|\d{1,2}:\d\d|\d{1,2}h\d\d|\d{1,2}\s?[ap]\.?m\b|fy\s?\d\d"
        r"|['’]?\d?\d?\d0['’]?s\b|['’]\d\d\b|[1-4]q|q[1-4]|[12]h\b|h[12]\b)"
    )
    pieces = [*words, *NUMBERS, *SIGNS, "on the 4th", "in 103", "fy 98", "7 a.m.", "é", "may"]
    chance = random.Random(3)
    trigger = make_trigger(words)
    for _ in range(400):
        low = "".join(chance.choice(pieces) for _ in range(30)).lower()
        expected = [match.span() for match in plain.finditer(low)]
        assert list(find_triggers(trigger, low)) == expected, low


def test_what_is_kept_changes_nothing():
    written = Cell.day(2025, 5, 4)
    used = make_reader("en")
    for text in make_texts(40, 60):
        fresh = make_reader.__wrapped__("en").read(text, written)
        assert used.read(text, written) == fresh, text
        assert used.read(text, written) == fresh, text


@pytest.mark.parametrize(
    ("piece", "size"),
    [("company May ", 80_000), ("the first of the next last ", 80_000), ("May 7, ", 10_000)],
)
def test_no_part_of_a_text_is_copied_again_and_again(piece, size):
    """Copies are no calls and no work of patterns, so time itself is taken: eight times the
    text took 64 times as long, where linear work takes 8.
    """

    def seconds(size):
        text = piece * (size // len(piece))
        start = time.process_time()
        mentions(text, published="2025-05-04")
        return time.process_time() - start

    seconds(1_000)
    assert seconds(8 * size) < 24 * max(0.002, min(seconds(size), seconds(size)))
