"""The corpus: every phrase of tests/corpus/*.txt means the value above it, or no date at all.

A file begins with the document's day. Then come values, each over the phrases that mean it:

    SET P1D                     type, mod and value; what is not said must be the plain one
        every day               the whole line is the mention
        It leaves [every day].  the mention stands in brackets
        In {1952} he won. [A year later] he lost.       another mention, to count from
    ! phrase                    known failure: it must go on failing, so that its repair is seen

never.txt holds phrases without any date.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from timeline.normaliser.reader import mentions

FOLDER = Path(__file__).resolve().parent.parent / "corpus"
MODS = frozenset(
    "START MID END APPROX BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER MORE_THAN LESS_THAN "
    "EQUAL_OR_MORE EQUAL_OR_LESS".split()
)
_HEAD = re.compile(r"document: (\S+)")
_MARK = re.compile(r"[\[\]{}]")


class Line(NamedTuple):
    written: str
    value: str
    phrase: str
    fails: bool
    place: str


def read_corpus(path):
    written = value = ""
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if match := _HEAD.fullmatch(line):
            written = match[1]
        elif raw.startswith("    ") or path.stem == "never":
            fails = line.startswith("! ")
            yield Line(written, value, line.removeprefix("! "), fails, f"{path.stem}:{number}")
        else:
            value = line


def read_phrase(phrase):
    """The text without its marks, where the mention stands in it, and where others do."""
    spans, others, text, start = [], [], "", 0
    for piece in re.split(r"([\[\]{}])", phrase):
        if piece in "[{" and piece:
            start = len(text)
        elif piece in "]}" and piece:
            (spans if piece == "]" else others).append((start, len(text)))
        else:
            text += piece
    return text, spans, others


def meant(mention):
    """A mention as the corpus writes it."""
    value = mention.origin if mention.type == "ANNIVERSARY" else mention.value
    kind = mention.type if mention.type in ("ANNIVERSARY", "SET") else ""
    return " ".join(filter(None, [kind, mention.mod, value]))


LINES = [line for path in sorted(FOLDER.glob("*.txt")) for line in read_corpus(path)]
PHRASES = [line for line in LINES if line.value]
NEVER = [line for line in LINES if not line.value]


def params(lines):
    return [pytest.param(line, id=f"{line.place} {line.phrase}") for line in lines]


def failure(line):
    """What is wrong with the answer to a line, "" if it is right."""
    text, spans, others = read_phrase(line.phrase)
    found = mentions(text, published=line.written)
    if not line.value:
        return f"read as {[(m.text, m.value) for m in found]}" if found else ""
    if not spans:
        # A preposition may lead a phrase that stands alone: "on Mondays", "from 1914 to 1918".
        lead = re.match(r"(?:(?:on|in|at|from|between|by|of) )?", text, re.IGNORECASE)
        spans = [(lead.end(), len(text)), (0, len(text))]
    rest = [m for m in found if not any(m.start < end and start < m.end for start, end in others)]
    if len(rest) != 1:
        return f"{len(rest)} mentions: {[(m.text, meant(m)) for m in rest]}"
    if (rest[0].start, rest[0].end) not in spans:
        return f"read from {rest[0].text!r}"
    return "" if meant(rest[0]) == line.value else f"read as {meant(rest[0])!r}"


@pytest.mark.parametrize("line", params(line for line in PHRASES if not line.fails))
def test_phrase_means_its_value(line):
    assert failure(line) == ""


@pytest.mark.parametrize("line", params(line for line in NEVER if not line.fails))
def test_phrase_is_no_date(line):
    assert failure(line) == ""


@pytest.mark.parametrize("line", params(line for line in LINES if line.fails))
def test_known_failure_still_fails(line):
    assert failure(line), "mended: take the ! away"


def test_the_corpus_is_as_large_as_it_should_be():
    assert len(PHRASES) >= 250
    assert len(NEVER) >= 150
    assert len({(line.phrase, line.value) for line in LINES}) == len(LINES)
    for line in PHRASES:
        *words, value = line.value.split()
        assert set(words) <= MODS | {"SET", "ANNIVERSARY"}
        assert value
