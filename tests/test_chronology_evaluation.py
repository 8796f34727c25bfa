"""`python -m timeline chronology`: events against chronologies written by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline import cli
from timeline.calendar.cell import Cell
from timeline.calendar.times import PLAIN
from timeline.chronology.event import Event
from timeline.chronology_evaluation import (
    Pair,
    Score,
    align,
    differences,
    read_entries,
    score,
    tells_same,
)

JAILED = "1999 | reported | Ida Roe was jailed for theft"


def event(title: str, year: int | None = 1999, kind: str = "reported") -> Event:
    time = None if year is None else Cell.year(year)
    return Event(f"{title} {year}", title, time, PLAIN, kind, ())


def faults(table: str, *found: Event) -> list[tuple[str, ...]]:
    return [pair.faults for pair in align(read_entries(table), found)]


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("Jury convicts Warren Pike of theft", "Jury convicted Warren Pike of theft", True),
        ("The bank cut 300 jobs", "The bank cuts 300 jobs", True),
        ("The bank cut 300 jobs", "Bank to cut 300 jobs", True),
        ("Ida Roe left Bonn", "Roe left Bonn", True),
        ("She left Bonn for good", "She left Bonn", True),
        ("The mill did not close in Bonn", "The mill didn't close in Bonn", True),
        ("The mill closed in Bonn", "The mill never closed in Bonn", False),
        ("Police arrest a man over the theft of a helmet", "Of the theft", False),
        ("Police arrest a man over the theft of a helmet", "Police arrest a man over theft", True),
        ("The bank cut 300 jobs", "The bank cut 400 jobs", False),
        ("Roe left", "Roe left after a quarrel with Otto Runge over two mills near Ulm", False),
        ("Roe left Bonn", "He left Bonn", False),
        ("Roe's father left Bonn", "Her father left Bonn", False),
        ("Roe left Bonn", "", False),
        ("Roe left Bonn", "It is there", False),
    ],
)
def test_whether_a_title_tells_the_same(expected: str, found: str, same: bool) -> None:
    assert tells_same(expected, found) is same


@pytest.mark.parametrize(
    ("table", "found", "wrong"),
    [
        (JAILED, [event("Roe was jailed for theft")], [()]),
        (JAILED, [event("Roe was jailed for theft", 1998)], [("date",)]),
        (JAILED, [event("Roe was jailed for theft", kind="planned")], [("kind",)]),
        (JAILED, [event("She was jailed")], [("title",)]),
        (JAILED, [event("She was jailed", 1998)], [("missing",), ("extra",)]),
        (JAILED, [event("A mill burned")], [("missing",), ("extra",)]),
        (JAILED, [], [("missing",)]),
        ("", [event("A mill burned")], [("extra",)]),
        ("?" + JAILED, [], [()]),
        ("?" + JAILED, [event("Ida Roe was jailed for theft", 1998)], [("date",)]),
        ("1998 or 1999 | planned or reported | A mill // A fire", [event("Fire")], [()]),
        ("- | undated | A mill burned", [event("A mill burned", None, "undated")], [()]),
        ("- | undated | A mill burned", [event("A mill burned", 0, "undated")], [("date",)]),
        (
            JAILED,
            [event("Roe was jailed for theft"), event("Roe jailed for theft")],
            [(), ("extra",)],
        ),
        (  # the better fit first, whatever the order
            f"{JAILED}\n1998 | reported | Ida Roe was jailed for fraud",
            [event("Roe jailed for fraud", 1998), event("Roe jailed for theft")],
            [(), ()],
        ),
        (  # an entry that must be there goes before one that may
            f"?{JAILED}\n{JAILED}",
            [event("Ida Roe was jailed for theft")],
            [(), ()],
        ),
    ],
)
def test_faults(table: str, found: list[Event], wrong: list[tuple[str, ...]]) -> None:
    assert faults(table, *found) == wrong


def test_figures() -> None:
    entries = read_entries(f"{JAILED}\n1990 | reported | A mill burned\n?1991 | reported | A flood")
    found = [event("Roe was jailed for theft"), event("It snowed", 1980), event("A flood", 1992)]
    result = score(align(entries, found))
    assert result == Score(right=1, expected=2, extra=2)
    assert (result.share, result.recall) == (0.25, 0.5)
    assert (Score().share, Score().recall) == (1.0, 1.0)


def test_a_difference_shows_both_sides() -> None:
    (entry,) = read_entries(JAILED)
    told = "\n".join(differences([Pair(entry, event("She was jailed", 0, "planned"))]))
    assert " ".join(told.split()) == (
        "date, kind, title expected 1999 | reported | Ida Roe was jailed for theft "
        "found 0000 | planned | She was jailed in"
    )
    assert list(differences([Pair(entry, event("Ida Roe was jailed for theft"))])) == []


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("1999 | reported", "line 1: not of the form date | kind | title"),
        ("# a comment\n\n1999 | reported | ", "line 3: not of the form"),
        ("May 1999 | reported | A fire", "not an EDTF date: 'May 1999'"),
        ("1999 | dreamt | A fire", "'dreamt' is no kind of event"),
        (f"1999 | reported | A {'long ' * 20}title", "longer than 90 characters"),
        ("1999 | reported | A fire\n" * 1001, "more than 1,000 entries"),
    ],
)
def test_a_table_of_another_form(
    table: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("A fire.")
    (tmp_path / "a.chronology").write_text(table)
    assert cli.main(["chronology", str(tmp_path)]) == 2
    assert said in capsys.readouterr().err


def test_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("The mill closed in 1999. The lock opened in 2003.")
    (tmp_path / "a.chronology").write_text("1999 | reported | The mill closed\n1980 | reported | X")
    assert cli.main(["chronology", str(tmp_path)]) == 0
    rows = [" ".join(row.split()) for row in capsys.readouterr().out.splitlines()]
    figures = "right 1 of 2 expected, 1 extra share 33.3 % recall 50.0 %"
    assert rows == [
        f"a {figures}",
        "missing expected 1980 | reported | X",
        "extra found 2003 | reported | The lock opened",
        "in The lock opened in 2003.",
        f"all {figures}",
    ]
    assert cli.main(["chronology", "--quiet", "--main", str(tmp_path / "a.chronology")]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize("name", ["", "none.chronology"])
def test_nothing_to_read(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["chronology", str(tmp_path / name)]) == 2
    assert str(tmp_path) in capsys.readouterr().err
