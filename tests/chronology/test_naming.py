"""Ids that stay: whatever happens to the text around an event, it is found again."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendar.cell import Cell
from timeline.chronology.compile import compile_events
from timeline.chronology.event import Event
from timeline.chronology.naming import find
from timeline.chronology.source import Document

MONDAY = Cell.day(2024, 6, 17)
PARAGRAPHS = (
    "Ida Roe was born in Bonn in 1950. She moved to Ulm in 1971.",
    "The mill closed on Friday, and two years later it burned.",
    "Ulm Zoo celebrated its 50th anniversary in 2020.",
    "Otto Runge (1867-1934) led the bank until May 1931.",
    "The council will vote on July 2, 2024, Gov. Ed Moss said on Sunday.",
    "It recently sold the farm. He said on Monday that prices fell in the 1920s.",
)
OTHERS = ("Nobody knew.", "Ann Poe slept.", "In 1804 a ship sank. They wept.", "")


def read(text: str, written: Cell | None = MONDAY, name: str = "a") -> tuple[Event, ...]:
    return compile_events([Document(name, text, written)])


def ids(events: tuple[Event, ...]) -> set[str]:
    return {event.id for event in events}


@given(st.permutations(PARAGRAPHS), st.lists(st.tuples(st.integers(0, 6), st.sampled_from(OTHERS))))
def test_other_paragraphs(order: list[str], more: list[tuple[int, str]]) -> None:
    before = {e.text: e.id for e in read("\n\n".join(PARAGRAPHS))}
    for place, other in more:
        order.insert(place, other)
    after = read("\n\n".join(order))
    assert set(before.values()) <= ids(after)
    assert all(e.id == before.get(e.text, e.id) for e in after if len(ids(after)) == len(before))


@pytest.mark.parametrize("gone", range(len(PARAGRAPHS)))
def test_a_deleted_paragraph(gone: int) -> None:
    kept = [one for number, one in enumerate(PARAGRAPHS) if number != gone]
    whole = read("\n\n".join(PARAGRAPHS))
    for event in read("\n\n".join(kept)):
        assert find(whole, event.id) is not None
        assert event.id in ids(whole)


@pytest.mark.parametrize("written", [None, Cell.day(2020, 1, 6), Cell.year(1994)])
def test_another_day(written: Cell | None) -> None:
    text = "\n\n".join(PARAGRAPHS)
    assert ids(read(text, written)) == ids(read(text))


def test_the_order_of_documents() -> None:
    documents = [Document(str(n), text, MONDAY) for n, text in enumerate(PARAGRAPHS[:4])]
    documents.append(Document("again", PARAGRAPHS[1], Cell.day(2024, 7, 15)))
    expected = {(e.id, e.keys, e.text) for e in compile_events(documents)}
    for order in permutations(documents):
        assert {(e.id, e.keys, e.text) for e in compile_events(order)} == expected


def test_a_document_that_joins() -> None:
    first = Document("a", "Rebels seized the port of Kolda in May 1998. The mill closed on Friday.")
    (port, mill) = sorted(compile_events([first]), key=lambda e: not e.placed)
    others = (
        Document("b", "On May 3, 1998 rebels seized the port of Kolda."),
        Document("c", "The rebels seized the port of Kolda on May 3, 1998. It rained."),
        Document("d", "The mill closed on Friday.", Cell.day(2024, 7, 15)),
    )
    events = compile_events([first, *others])
    found = find(events, port.id)
    assert found is not None
    assert [p.document for p in found.passages] == ["a", "b", "c"]
    assert mill.id in ids(events)
    assert sum(e.text == mill.text for e in events) == 2


TWICE = "Ida Roe won. She left Bonn in 1971.\n\nAnn Poe lost. She left Bonn in 1971."


@pytest.mark.parametrize(
    "text",
    [
        f"Nobody knew.\n\n{TWICE}",
        f"{TWICE}\n\nEd Moss slept.",
        TWICE.replace("\n\n", "\n\nIn 1804 a ship sank.\n\n"),
        "\n\n".join(TWICE.split("\n\n")[::-1]),
    ],
    ids=["before", "after", "between", "turned"],
)
def test_the_same_sentence_of_two_events(text: str) -> None:
    before = {e.title: e.id for e in read(TWICE) if e.main}
    assert len(set(before.values())) == 2
    assert before.items() <= {e.title: e.id for e in read(text)}.items()


def test_the_same_sentence_in_two_documents() -> None:
    texts = "The mill closed on Friday."
    days = (Cell.day(2024, 6, 17), Cell.day(2024, 7, 15))
    documents = [Document(name, texts, day) for name, day in zip("ab", days, strict=True)]
    alone = [compile_events([one])[0] for one in documents]
    for order in (documents, documents[::-1]):
        assert {(e.id, e.edtf) for e in compile_events(order)} == {(e.id, e.edtf) for e in alone}


def test_no_two_events_share_a_key() -> None:
    text = "\n\n".join([*PARAGRAPHS, *PARAGRAPHS, "The mill closed in 1990. The mill closed."])
    days = (MONDAY, Cell.day(2020, 1, 6), None)
    events = compile_events([Document(str(day), text, day) for day in days])
    keys = [key for event in events for key in event.keys]
    assert len(set(keys)) == len(keys)
    assert all(event.id in event.keys for event in events)


def test_a_pronoun_with_another_name() -> None:
    one = [e for e in read("Ida Roe won. She left Bonn in 1971.") if e.main]
    other = [e for e in read("Ann Poe won. She left Bonn in 1971.") if e.main]
    assert [e.id for e in one] == [e.id for e in other]
    assert one[0].title != other[0].title


def test_an_unknown_id() -> None:
    assert find(read(PARAGRAPHS[0]), "") is None
    assert find((), "x") is None
