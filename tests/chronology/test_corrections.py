"""Corrections: what a user changes stays, wherever the text and its documents go."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendar.cell import Cell
from timeline.calendar.times import Bound, Interval, Shade, Time
from timeline.chronology.compile import compile_events
from timeline.chronology.correction import (
    Add,
    Choose,
    Correction,
    Hide,
    Merge,
    Redate,
    Rekind,
    Rename,
    Split,
)
from timeline.chronology.corrections import Corrected, apply
from timeline.chronology.event import Event
from timeline.chronology.source import Document
from timeline.chronology.suggestion import read_time, suggest, suggest_title
from timeline.chronology.workspace import Source, Workspace

MONDAY = Cell.day(2024, 6, 17)
MAY = Cell.month(1946, 5)
TEXT = (
    "The bridge at Ulm fell in 1945. Rebels seized the port of Kolda in May 1998.\n\n"
    "The mill closed on Friday. Ida Roe recently moved to Bonn, and Ed Moss wept."
)
A = Document("a", TEXT, MONDAY)
B = Document("b", "On May 3, 1998 rebels seized the port of Kolda. It rained.", MONDAY)
EVENTS = compile_events([A, B])
BRIDGE, PORT, MILL, ROE = EVENTS
WEPT = Add("a", TEXT.index("Ed Moss"), len(TEXT) - 1, "Ed Moss wept", "Ed Moss wept")


def done(*corrections: Correction, events: tuple[Event, ...] = EVENTS) -> Corrected:
    return apply(events, corrections, [A, B])


def one(corrected: Corrected, id: str) -> Event:
    return next(event for event in corrected.events if event.id == id)


@pytest.mark.parametrize(
    ("correction", "title", "edtf", "kind", "corrected"),
    [
        (Redate(BRIDGE.id, MAY), BRIDGE.title, "1946-05", "reported", ("date",)),
        (Rename(BRIDGE.id, " Fall "), "Fall", "1945", "reported", ("title",)),
        (Rekind(BRIDGE.id, "background"), BRIDGE.title, "1945", "background", ("kind",)),
        (Merge(ROE.id, BRIDGE.id), BRIDGE.title, "1945", "reported", ("merged",)),
    ],
)
def test_one_correction(
    correction: Correction, title: str, edtf: str, kind: str, corrected: tuple[str, ...]
) -> None:
    made = done(correction)
    event = one(made, BRIDGE.id)
    assert (event.title, event.edtf, event.kind, event.corrected) == (title, edtf, kind, corrected)
    assert made.waiting == ()
    assert {e.id for e in made.events} - {BRIDGE.id} <= {e.id for e in EVENTS}
    others = {e.id: e for e in EVENTS if e.id != BRIDGE.id}
    assert all(others[e.id] is e for e in made.events if e.id != BRIDGE.id)


def test_no_correction_changes_nothing() -> None:
    assert done() == Corrected(EVENTS)


def test_a_date_keeps_its_precision_and_the_order_of_time() -> None:
    made = done(Redate(BRIDGE.id, *read_time("2001")), Redate(ROE.id, *read_time("44 BC")))
    assert [e.edtf for e in made.events] == ["-0043", "1998-05-03", "2001", "2024-06-14"]
    assert one(made, ROE.id).kind == "reported"
    assert one(made, ROE.id).confidence == 1.0


def test_hidden() -> None:
    made = done(Hide(BRIDGE.id), Rename(BRIDGE.id, "Fall"))
    assert BRIDGE.id not in {e.id for e in made.events}
    assert [e.title for e in made.hidden] == ["Fall"]
    assert made.waiting == ()


def test_merged_events_are_found_by_both_ids() -> None:
    made = done(Merge(MILL.id, BRIDGE.id), Rename(MILL.id, "Both"), Merge(BRIDGE.id, MILL.id))
    event = one(made, BRIDGE.id)
    assert event.title == "Both"
    assert [p.start for p in event.passages] == [p.start for p in BRIDGE.passages + MILL.passages]
    assert {MILL.id, BRIDGE.id} <= {*event.keys}
    assert len(made.events) == 3
    assert made.waiting == ()


def test_an_undated_event_takes_the_date_of_what_is_merged_into_it() -> None:
    event = one(done(Merge(BRIDGE.id, ROE.id)), ROE.id)
    assert (event.edtf, event.kind) == ("1945", "reported")


def test_merging_goes_on_through_events_that_are_gone() -> None:
    steps = [Merge(BRIDGE.id, PORT.id), Merge(PORT.id, MILL.id)]
    for order in (steps, steps[::-1]):
        event = one(done(*order), MILL.id)
        assert len(event.passages) == 4
        assert event.title == MILL.title


def test_split() -> None:
    assert PORT.edtf == "1998-05-03"
    off = Split(PORT.id, "b", PORT.passages[1].text)
    made = done(off, Rename(off.id, "Port"))
    assert one(made, off.id).title == "Port"
    assert one(made, off.id).edtf == "1998-05-03"
    assert one(made, PORT.id).edtf == "1998-05"
    assert [p.document for p in one(made, PORT.id).passages] == ["a"]
    assert done(off).events == done(off, off).events
    assert one(done(off), off.id).title == "Rebels seized the port of Kolda"


@pytest.mark.parametrize(
    "correction",
    [
        Redate("gone", MAY),
        Rename("gone", "x"),
        Rekind("gone", "planned"),
        Hide("gone"),
        Merge("gone", BRIDGE.id),
        Merge(BRIDGE.id, "gone"),
        Split(BRIDGE.id, "a", BRIDGE.passages[0].text),
        Split(PORT.id, "a", "other words"),
        Choose(BRIDGE.id, "in 1945", "no such reason", MAY),
        Choose(BRIDGE.id, "other words", "", MAY),
        replace(WEPT, document="gone"),
        replace(WEPT, quote="Ed Moss wepp"),
    ],
)
def test_waiting(correction: Correction) -> None:
    made = done(correction)
    assert made.waiting == (correction,)
    assert made.events == EVENTS


def test_a_correction_applies_again_when_its_event_is_back() -> None:
    fix = Rename(BRIDGE.id, "Fall")
    away = apply(compile_events([B]), [fix], [B])
    assert away.waiting == (fix,)
    assert one(apply(compile_events([B, A]), [fix], [B, A]), BRIDGE.id).title == "Fall"


def test_a_document_joins_and_the_correction_stays() -> None:
    (alone,) = (e for e in compile_events([B]) if e.placed)
    fix = Rename(alone.id, "Port")
    for documents in ([A, B], [B, A]):
        made = apply(compile_events(documents), [fix], documents)
        assert [e.title for e in made.events if len(e.passages) == 2] == ["Port"]


def test_added() -> None:
    made = done(WEPT)
    event = one(made, WEPT.event)
    assert (event.title, event.edtf, event.corrected) == ("Ed Moss wept", "2024-06-14", ("added",))
    (passage,) = event.passages
    assert A.text[passage.start : passage.end] == passage.text == "Ed Moss wept"
    assert done(WEPT, WEPT) == made
    given = done(WEPT, Redate(WEPT.event, MAY), Rename(WEPT.event, "Tears"))
    assert one(given, WEPT.event).edtf == "1946-05"
    assert one(given, WEPT.event).title == "Tears"


def test_added_words_are_found_where_they_stand_now() -> None:
    moved = replace(A, text=f"Nobody knew.\n\n{TEXT}")
    event = one(apply((), [WEPT], [moved]), WEPT.event)
    assert moved.text[event.passages[0].start :].startswith("Ed Moss wept")
    assert event.id == WEPT.event


def test_another_day_moves_what_is_counted_from_it_and_no_correction() -> None:
    later = replace(A, written=Cell.day(2024, 7, 15))
    fixed = replace(WEPT, time=Cell.day(2024, 6, 16))
    fixes = [Redate(BRIDGE.id, MAY), WEPT, Rename(MILL.id, "Mill")]
    made = apply(compile_events([later]), fixes, [later])
    assert one(made, BRIDGE.id).edtf == "1946-05"
    assert one(made, MILL.id).edtf == "2024-07-12"
    assert one(made, MILL.id).title == "Mill"
    assert one(made, WEPT.event).edtf == "2024-07-12"
    assert one(apply((), [fixed], [later]), WEPT.event).edtf == "2024-06-16"
    assert made.waiting == ()


def test_another_reading() -> None:
    document = Document("c", "The plant at Ulm opened on 05/04/2021.", Cell.day(2022, 1, 3))
    (event,) = compile_events([document])
    (reading,) = event.mentions[0].readings
    assert event.time != reading.time
    assert isinstance(reading.time, Cell)
    fix = Choose(event.id, event.mentions[0].text, reading.reason, reading.time)
    (chosen,) = apply([event], [fix], [document]).events
    assert (chosen.time, chosen.corrected) == (reading.time, ("date",))
    assert chosen.mentions == event.mentions


# -- laws

PLACED = tuple(event for event in EVENTS if event.placed)
IDS = st.sampled_from([event.id for event in EVENTS])
ANY = st.one_of(
    st.builds(Redate, IDS, st.sampled_from([MAY, Cell.year(-43), Interval(MAY, None)])),
    st.builds(Rename, IDS, st.sampled_from(["One", "Two"])),
    st.builds(Rekind, IDS, st.sampled_from(["planned", "statement"])),
    st.builds(Hide, IDS),
    st.builds(Merge, IDS, IDS),
    st.sampled_from([Split(PORT.id, "b", PORT.passages[1].text), WEPT, Hide("gone")]),
)


@given(st.lists(ANY, max_size=8))
def test_pure_and_deterministic(corrections: list[Correction]) -> None:
    given_events = tuple(EVENTS)
    made = apply(given_events, corrections, [A, B])
    assert given_events == EVENTS
    assert made == apply(given_events, tuple(corrections), [A, B])
    assert len({e.id for e in made.events}) == len(made.events)
    assert set(made.waiting) <= set(corrections)


@given(st.data())
def test_the_order_of_independent_corrections_does_not_matter(data: st.DataObject) -> None:
    independent: list[Correction] = [
        Redate(BRIDGE.id, MAY),
        Rename(BRIDGE.id, "Fall"),
        Rekind(BRIDGE.id, "background"),
        Rename(PORT.id, "Port"),
        Redate(PORT.id, Cell.year(1997)),
        Split(PORT.id, "b", PORT.passages[1].text),
        Merge(ROE.id, BRIDGE.id),
        Hide(MILL.id),
        Rename("gone", "x"),
        WEPT,
    ]
    chosen = data.draw(st.lists(st.sampled_from(independent), unique=True))
    order = data.draw(st.permutations(chosen))
    one, other = done(*chosen), done(*order)
    assert one.events == other.events
    assert one.hidden == other.hidden
    assert set(one.waiting) == set(other.waiting)


@given(st.lists(ANY, max_size=5), ANY)
def test_undo_is_the_inverse(before: list[Correction], last: Correction) -> None:
    workspace = Workspace((Source("a", TEXT),))
    for correction in before:
        workspace = workspace.correct(correction)
    after = workspace.correct(last)
    assert after.undo() == workspace
    assert after.undo().redo() == after
    assert after.undo().redo().undone == after.undone == ()
    assert after.date("a", MONDAY).corrections == after.corrections
    for _ in range(len(before) + 3):
        after = after.undo()
    assert after.corrections == ()
    for _ in range(len(before) + 3):
        after = after.redo()
    assert after.corrections == (*before, last)


def test_a_new_correction_ends_redoing() -> None:
    workspace = Workspace().correct(Hide("a")).undo().correct(Hide("b"))
    assert workspace.redo() == workspace
    assert workspace.corrections == (Hide("b"),)


# -- what a user types and marks


@pytest.mark.parametrize(
    ("typed", "time", "shade"),
    [
        ("1939", Cell.year(1939), Shade()),
        (" May\n2025 ", Cell.month(2025, 5), Shade()),
        ("2025-05-07/2025-05-10", Interval(Cell.day(2025, 5, 7), Cell.day(2025, 5, 10)), Shade()),
        ("-0043", Cell.year(-43), Shade()),
        ("44 BC", Cell.year(-43), Shade()),
        ("1984?", Cell.year(1984), Shade(uncertain=True)),
        ("since 2010", Cell.year(2010), Shade(bound=Bound.SINCE)),
        ("yesterday", Cell.day(2024, 6, 16), Shade()),
    ],
)
def test_a_typed_date(typed: str, time: Time, shade: Shade) -> None:
    assert read_time(typed, written=MONDAY) == (time, shade)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "There is no date yet"),
        (" \n", "There is no date yet"),
        ("soonish", "“soonish” was not understood"),
        ("for two years", "was not understood"),
        ("31 February 2020", "was not understood"),
        ("x" * 5_000, "was not understood"),
        ("12000", "too far away"),
        ("Y-20000/2000", "too far away"),
        ("yesterday", "Give that day first"),
        ("\0", "was not understood"),
    ],
)
def test_an_unreadable_date(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_time(typed)


@pytest.mark.parametrize(
    ("words", "title", "kind", "edtf"),
    [
        ("wept", "Ed Moss wept", "reported", "2024-06-14"),
        ("Ed Moss wept.", "Ed Moss wept", "reported", "2024-06-14"),
        ("mill closed on Friday", "The mill closed", "reported", "2024-06-14"),
        ("1945", "The bridge at Ulm fell", "reported", "1945"),
        ("1998.\n\nThe mill closed", "Rebels seized the port of Kolda", "reported", "1998-05"),
    ],
)
def test_suggestions(words: str, title: str, kind: str, edtf: str) -> None:
    start = TEXT.index(words)
    made = suggest(A, start, start + len(words))
    assert (made.title, made.kind, made.dating.edtf) == (title, kind, edtf)


def test_suggestions_for_any_words() -> None:
    text = f"  \n\n{'((( ' * 300}\n\n{TEXT}\n\n... \0 🎉 \u202e!"
    document = Document("a", text)
    for start in range(0, len(text), 7):
        words = text[start : start + 11]
        assert suggest_title(document, start, start + len(words)).strip() or not words.strip()


@pytest.mark.parametrize("span", [(-1, 3), (3, 3), (0, 10**9)])
def test_no_such_words(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        suggest(A, *span)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Rename("a", " "),
        lambda: Rename("a", "x" * 301),
        lambda: Rekind("a", "odd"),
        lambda: Add("a", 3, 3, "", "x"),
        lambda: Add("a", 3, 4, " ", "x"),
        lambda: Add("a", -1, 0, "x", "x"),
        lambda: Add("a", 0, 1, "x", ""),
    ],
)
def test_what_no_correction_can_be(make: object) -> None:
    assert callable(make)
    with pytest.raises(ValueError, match=r"\w"):
        make()
