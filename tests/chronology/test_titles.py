"""Titles: each date's clause as an entry of a chronology."""

from __future__ import annotations

import re

import pytest

from timeline.chronology.sentences import split_sentences
from timeline.chronology.telling import clause_of, take_apart
from timeline.chronology.titles import entry
from timeline.chronology.wording import MAX_TITLE


def titles(marked: str) -> list[str]:
    """The titles of the dates in {braces} of one sentence."""
    dates, text = [], ""
    for part in re.split(r"(\{[^}]*\})", marked):
        if part.startswith("{"):
            dates.append((len(text), len(text) + len(part) - 2, len(dates)))
        text += part.strip("{}")
    (sentence,) = split_sentences(text)
    telling = take_apart(text, sentence, dates)
    found = []
    for *_, number in dates:
        place = telling.place(number)
        assert place is not None
        clause = clause_of(telling, place)
        assert clause is not None
        found.append(entry(telling, clause, place))
    return found


TITLES = [
    ("The bridge fell in {1945}.", "The bridge fell"),
    ("On {Sunday}, the court freed two men.", "The court freed two men"),
    ("In {1931} the two firms merged.", "The two firms merged"),
    ("The vote, on {3 May}, was close, and the mayor won.", "The vote was close"),
    ("He said on {Friday}: it is over.", "He said it is over"),
    ("Founded in {1921}, the firm made clocks.", "The firm was founded"),
    ("The firm, which was sold in {1950}, made clocks.", "The firm was sold"),
    ("Otto Runge, a monk in Rome, who left in {525}, wrote it.", "Otto Runge left"),
    (
        "Anna Holm, who founded the bank in {1962} and led it, has died.",
        "Anna Holm founded the bank",
    ),
    ("The book that Runge wrote in {1950} sold well.", "Runge wrote the book"),
    ("After leaving Bonn in {1903}, Moss taught.", "Moss left Bonn"),
    ("When the mill closed in {1978}, the town shrank.", "The mill closed"),
    ("She was elected in {2001} and resigned in {2004}.", "She was elected", "She resigned"),
    ("It was in {1941} that the law passed.", "The law passed"),
    ("{1968} saw the end of the mine.", "End of the mine"),
    ("The {2008} financial crisis led to job losses.", "The financial crisis led to job losses"),
    ("It cut jobs after the {2008} financial crisis.", "Financial crisis"),
    ("Ida Berg ({1867–1934}) painted birds.", "Life of Ida Berg"),
    ("Ida Berg (born {1867}) painted birds.", "Ida Berg born"),
    (
        "Bonn will get a new bridge in {2030}, a spokesperson said on {Monday}.",
        "Bonn will get a new bridge",
        "Spokesperson said Bonn will get a new bridge",
    ),
    (
        "The minister said on {Monday} that taxes would fall.",
        "Minister said taxes would fall",
    ),
    (
        "Rivals, according to a study published on {Monday}, collapsed.",
        "Rivals collapsed",
    ),
    (
        "Ten people died when a ferry sank off Malta on {Friday}.",
        "Ten people died when a ferry sank off Malta",
    ),
    (
        "The canal reached the town in {1793} and the railway in {1841}.",
        "The canal reached the town",
        "The railway reached the town",
    ),
    (
        "Police held a man on {Friday} over the theft of a helmet in {2021}.",
        "Police held a man over the theft of a helmet",
        "Theft of a helmet",
    ),
    (
        "A jury on {Tuesday} found Ed Pole, the former head of the port, guilty of theft.",
        "A jury found Ed Pole guilty of theft",
    ),
    ("He must stay until {May 9}, when the judge will rule.", "The judge will rule"),
    (
        '"We lost," his lawyer, Theo Gage, told reporters on {Friday}.',
        "Theo Gage: We lost",
    ),
    (
        "The invoice came up on {May 9}, when a clerk, Dana Ash, opened a file.",
        "The invoice came up when a clerk opened a file",
    ),
    ("They spent {the spring} arguing about maps.", "They argued about maps"),
    ("Jury frees two men on {May 9}", "Jury frees two men"),
    ("Moss moved to Oslo in {1990}, where she met Lind.", "Moss moved to Oslo"),
    ("In {1990} Moss moved to Oslo and Lind stayed.", "Moss moved to Oslo and Lind stayed"),
]


@pytest.mark.parametrize("row", TITLES, ids=lambda row: row[0][:50])
def test_titles(row: tuple[str, ...]) -> None:
    assert titles(row[0]) == list(row[1:])


LONG = (
    "The regional council of the northern provinces, which had met in secret for several weeks "
    "under heavy guard, agreed in {1987} to the construction of a railway through the mountains "
    "between the two largest harbors and to the closing of every mine on the western slopes."
)


@pytest.mark.parametrize(
    "text", [LONG, LONG.upper().replace("{1987}", "{1987}"), "x" * 300 + " was built in {1990}."]
)
def test_titles_are_short(text: str) -> None:
    (title,) = titles(text)
    assert 0 < len(title) <= MAX_TITLE
    assert "1987" not in title


def test_a_long_title_is_cut_clean() -> None:
    (title,) = titles(LONG)
    assert not title.endswith(("…", " the", " and", " to", " of", ","))


@pytest.mark.parametrize("row", TITLES, ids=lambda row: row[0][:50])
def test_titles_are_clean(row: tuple[str, ...]) -> None:
    for title in titles(row[0]):
        assert title[:1].isupper()
        assert not re.search(r"<date>|\d{4}| ,|\s$|[,:;–-]$", title)
