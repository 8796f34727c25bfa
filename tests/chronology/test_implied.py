"""Events that no date word of their own dates: which date they get, and what they count as."""

from __future__ import annotations

import pytest

from timeline.chronology.compile import compile_events
from timeline.chronology.event import Event
from timeline.chronology.source import document
from timeline.chronology.view import View, select

DIARY = "1939\nThe king flees to Ulm. The queen left for Bonn.\n\n1941\nNothing new in the west."
REPORT = "The mill of Ulm burned down on Friday. Two men were hurt. The town will rebuild the mill."


def read(text: str, day: str | None = "2024-02-07") -> tuple[Event, ...]:
    return compile_events([document(text, published=day)])


ROWS = [
    # text, words of the title, EDTF, kind, basis, whether it is shown at first
    (REPORT, "Two men", "2024-02-02", "reported", "story", False),
    (REPORT, "rebuild", None, "undated", "none", False),
    (
        "The firm bought a bank in the town of Ulm. It rained.",
        "bought",
        "2024-02-07",
        "reported",
        "written",
        True,
    ),
    (
        "The firm runs a bank in Ulm and owns a mill.",
        "runs",
        "2024-02-07",
        "background",
        "written",
        False,
    ),
    (
        "The firm bought Acme, it announced on Monday.",
        "bought",
        "2024-02-05",
        "reported",
        "date",
        True,
    ),
    (
        "Floods are the worst since July 1994, when 132 people died.",
        "132",
        "1994-07",
        "reported",
        "date",
        True,
    ),
    (
        "In 2005 the club gave Roe a medal, 46 years after it had refused it.",
        "refused",
        "1959",
        "reported",
        "date",
        True,
    ),
    (
        "The pass was closed on Jan. 16, hours after fire killed four men.",
        "killed",
        "2024-01-16~",
        "reported",
        "date",
        True,
    ),
    (
        "A delivery of wood did not arrive until Monday.",
        "until Monday",
        "2024-02-05",
        "reported",
        "date",
        True,
    ),
    ("The shop will not open until Monday.", "until Monday", "2024-02-12", "planned", "date", True),
    ("The bridge did not open in 2020.", "did not open", "2020", "background", "date", True),
    ("The bank could close in 2031.", "could close", "2031", "conditional", "date", True),
    ("The fen was to have been drained in 1985.", "was to", "1985", "conditional", "date", True),
    (DIARY, "king", "1939", "reported", "date", True),
    (DIARY, "queen", "1939", "reported", "story", False),
    (DIARY, "Nothing", "1941", "reported", "date", True),
]


@pytest.mark.parametrize(("text", "words", "edtf", "kind", "basis", "main"), ROWS)
def test_dates(text: str, words: str, edtf: str, kind: str, basis: str, main: bool) -> None:
    (event,) = (e for e in read(text) if words in e.title)
    assert (event.edtf, event.kind, event.basis, event.main) == (edtf, kind, basis, main)


NOTHING_AT = [
    # what a figure is compared with, or what a noun is about, dates no event
    ("Sales grew 3 percent in 2023 from 2022.", "2022"),
    ("The firm had 900 workers, down from 1,000 in 2010.", "2010"),
    ("More people came than in 2019.", "2019"),
    ("Acme reported results for the quarter ended March 31, 2023.", "2023-03-31"),
    ("The band has its first hit since 1974 this week.", "1974/.."),
    ("1 May 2020", "2020-05-01"),
]


@pytest.mark.parametrize(("text", "edtf"), NOTHING_AT)
def test_no_event_at(text: str, edtf: str) -> None:
    assert edtf not in [e.edtf for e in read(text)]


@pytest.mark.parametrize("text", ["Who closed the mill?", "Nobody was hurt.", "It is late."])
def test_no_event(text: str) -> None:
    assert read(text) == ()


def test_every_implied_date_says_why() -> None:
    implied = [e for e in read(f"{REPORT}\n\n{DIARY}") if e.basis != "date"]
    assert implied
    assert all(e.reason and e.confidence < 0.9 for e in implied)


def test_a_view_shows_them_on_request() -> None:
    events = read(REPORT)
    assert [e.title for e in select(events, View())] == ["The mill of Ulm burned down"]
    assert len(select(events, View(context=True))) == len(events) > 1


def test_without_a_day_nothing_is_dated_from_afar() -> None:
    assert {e.edtf for e in read("The firm bought a bank. The mill fell.", None)} == {None}
