"""Sentences: where they begin and end, on any text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.chronology.sentences import MAX_SENTENCE, Sentence, split_sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It rained.|It stopped.",
        "Dr. Ana Roe met Mr. Bell in St. Ives.|They spoke.",
        "J. R. Moss and A. Lind signed it.|Nobody else did.",
        "The U.S. Senate voted at 9 a.m. on Monday.|It passed.",
        "He flew to the U.S. in May.|He stayed in the U.S.|The trip cost little.",
        "Acme Inc. of Dec. 4 fame rose 3.5 percent to 41.2.|Volume was low.",
        '"We won," he said.|"Nobody helped us."|The crowd cheered.',
        "“It is over.”|She left.",
        "Was it true?|Nobody knew!|Then it ended…|Silence followed.",
        'He asked "Why now?" and left.',
        "She paused ... and went on.|Then she stopped.",
        "See Fig. 3 and No. 7, i.e. the last two.|They differ.",
        "It began c. 300 BC.|It ended in 44 B.C.|The rest is known.",
        "他在1998年出生。|他住在上海。",
        "BONN, May 4 (Wire) -- Talks began.|They failed.",
        "Prices rose vs. 1998 levels.|Wages fell.",
    ],
)
def test_cuts(text: str) -> None:
    assert split(text.replace("|", " " if text[0] != "他" else "")) == text.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n ", []),
        ("Storm hits coast\n\nIt came at night.", ["Storm hits coast", "It came at night."]),
        ("Storm hits coast\nIt came at night.", ["Storm hits coast", "It came at night."]),
        ("- one in 1990\n- two in 1991", ["- one in 1990", "- two in 1991"]),
        ("1. First of all\n2. Then", ["1. First of all", "2. Then"]),
        (
            "The harbor was rebuilt in stone after the great storm had taken\n"
            "every pier and warehouse of the old town.",
            [
                "The harbor was rebuilt in stone after the great storm had taken\n"
                "every pier and warehouse of the old town."
            ],
        ),
    ],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_headline_and_paragraphs() -> None:
    text = "Storm hits coast\n\nIt came at night. It left.\n\nAll slept."
    found = split_sentences(text)
    assert [s.headline for s in found] == [True, False, False, False]
    assert [s.paragraph for s in found] == [0, 1, 1, 2]


@given(st.text(alphabet="aB1 .!?\n\r\"'()-,…。é\u2028", max_size=300))
def test_every_word_is_in_exactly_one(text: str) -> None:
    found = split_sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(s.start < s.end and not text[s.start].isspace() for s in found)
    inside = "".join(text[s.start : s.end] for s in found)
    assert "".join(inside.split()) == "".join(text.split())


@pytest.mark.parametrize("piece", ["word ", "a", "... ", "(", '"', "Dr. ", "a\n", ", "])
def test_a_long_sentence_is_cut(piece: str) -> None:
    found: list[Sentence] = split_sentences(piece * 20_000)
    assert max(s.end - s.start for s in found) <= MAX_SENTENCE
