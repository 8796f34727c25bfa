"""The event index: what words speak of is dated by what any document tells."""

from __future__ import annotations

import pytest

from timeline.api import Timeline, events
from timeline.chronology.source import document

TOLD = (
    "Ida Roe resigned as mayor of Ulm on 3 May 2021. Acme launched the Ping 4 on 7 June 2020. "
    "Acme launched the Ping 3 on 9 June 2019. Otto Runge founded Zeta Mill in 1921. "
    "Ida Roe visited Bonn on 5 May 2020."
)


def together(text: str) -> Timeline:
    return events([document(TOLD, name="told"), document(text, name="new", published="2024-06-17")])


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("In her resignation Roe thanked the town.", "resignation", "2021-05-03"),
        ("When Acme unveiled the Ping 4, its shares rose.", "unveiled", "2020-06-07"),
        ("Since the launch of the Ping 3 much has changed.", "launch", "2019-06-09"),
        ("Mayor Ida Roe stepped down. It rained.", "stepped down", "2021-05-03"),
        ("Since its foundation Zeta Mill has grown.", "foundation", "1921"),
        ("Since its launch in 2020 the Ping 4 has sold well.", "launch", "2020-06-07"),
        # another thing, another person, no act, an act that comes again
        ("Since the launch of the Tock much has changed.", "launch", "2024-06-17"),
        ("In his resignation Moss thanked the town.", "resignation", "2024-06-17"),
        ("The town thanked Roe.", "thanked", "2024-06-17"),
        ("During her visit to Bonn Roe slept.", "visit", "2024-06-17"),
        # its own date counts more
        ("Moss resigned on 4 June 2024.", "resigned", "2024-06-04"),
        ("Acme unveiled the Ping 4 again on 4 June 2024.", "unveiled", "2024-06-04"),
    ],
)
def test_dates(text: str, words: str, date: str) -> None:
    start = text.index(words)
    assert together(text).date_of("new", start, start + len(words)).edtf == date


def test_the_reason_names_the_event() -> None:
    found = together("In her resignation Roe thanked the town.").date_of("new", 7, 18)
    assert found.reason == "“Ida Roe resigned as mayor of Ulm” is told with this date"
    assert 0 < found.confidence < 1


def test_what_is_written_before_an_event_does_not_speak_of_it() -> None:
    told = document("Ida Roe resigned as mayor of Ulm on 3 May 2021.", name="told")
    new = document("Roe fears a resignation.", name="new", published="2020-01-06")
    assert events([told, new]).date_of("new", 12, 23).edtf == "2020-01-06"


@pytest.mark.parametrize(("name", "start", "end"), [("no", 0, 3), ("new", 5, 5), ("new", 0, 999)])
def test_no_such_place(name: str, start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no "):
        together("It rained.").date_of(name, start, end)
