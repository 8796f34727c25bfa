"""Correcting on the page, without a browser: what is typed, undone, kept, added and shared."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from timeline import share
from timeline.calendar.cell import Cell
from timeline.chronology.correction import MAX_QUOTE, Add, Hide, Rename
from timeline.chronology.event import Event
from timeline.chronology.view import View
from timeline.chronology.workspace import Source, Workspace
from timeline.page.reading import chronology

ARTICLE = """MADRID, March 9, 2021 -- The old bridge was closed on Monday.

It had been opened on 4 June 1906. The council will vote on April 2, 2021.
A crowd gathered. Two years ago the town asked for help. It was due on 05/04/2021."""
OTHER = "The mill burned down in 1951."


@pytest.fixture
def app(repo: Path) -> AppTest:
    app = AppTest.from_file(str(repo / "app.py"), default_timeout=60)
    workspace = Workspace((Source("a", ARTICLE), Source("b", OTHER)))
    app.query_params[share.PARAMETER] = share.pack(workspace, View())
    return app.run()


def workspace(app: AppTest) -> Workspace:
    found: Workspace = app.session_state["workspace"]
    return found


def events(app: AppTest) -> tuple[Event, ...]:
    return chronology(workspace(app)).events


def select(app: AppTest, words: str) -> Event:
    event = next(e for e in events(app) if words in (e.words, e.title))
    app.session_state["view"] = replace(app.session_state["view"], selected=event.id)
    app.run()
    return event


def widget(found: Any, start: str) -> Any:
    return next(one for one in found if (one.key or "").startswith(start))


def date(app: AppTest) -> Any:
    return widget(app.text_input, "fix date")


def listed(app: AppTest) -> list[str]:
    return [title for frame in app.dataframe for title in frame.value["Event"]]


def dates(app: AppTest) -> list[str]:
    return list(app.dataframe[0].value["Date"])


def prose(app: AppTest, key: str) -> str:
    for element in app.get("bidi_component"):
        if element.proto.id.endswith(f"-{key}"):
            data = json.loads(element.proto.json or element.proto.mixed.json)
            return " ".join(map(words, data["nodes"]))
    return ""


def words(node: Any) -> str:
    return node if isinstance(node, str) else " ".join(map(words, node["kids"]))


def changes(app: AppTest) -> str:
    app.session_state["change list"] = True
    app.run()
    return prose(app, "changes made")


def mark(app: AppTest, quote: str, document: str = "a", text: str = ARTICLE) -> AppTest:
    start = text.index(quote)
    app.session_state["marked words"] = (document, start, start + len(quote))
    return app.run()


def test_nothing_to_undo_at_first(app: AppTest) -> None:
    assert not [button for button in app.button if button.key in ("undo", "redo")]


def test_another_date(app: AppTest) -> None:
    event = select(app, "4 June 1906")
    assert date(app).value == "4 June 1906"
    date(app).set_value("May 1907").run()
    assert not app.exception
    assert "May 1907" in dates(app)
    assert "4 June 1906" not in dates(app)
    assert f"✎ {event.title}" in listed(app)
    assert date(app).value == "May 1907"
    assert "Date, read as 4 June 1906" in prose(app, "panel")
    assert app.session_state["view"].selected == event.id


def test_a_date_counted_from_the_day(app: AppTest) -> None:
    select(app, "4 June 1906")
    date(app).set_value("yesterday").run()
    assert "8 March 2021" in dates(app)
    box = next(one for one in app.text_input if one.label == "Written on")
    box.set_value("10 May 2021").run()
    assert "8 March 2021" in dates(app)
    assert workspace(app).sources[0].written == Cell.day(2021, 5, 10)


@pytest.mark.parametrize("typed", ["soonish", "12000", "", "](x)", "31 February 2020", "\0"])
def test_an_unreadable_date_loses_nothing(app: AppTest, typed: str) -> None:
    select(app, "4 June 1906")
    before = listed(app)
    date(app).set_value(typed).run()
    assert not app.exception
    assert len(app.error) == 1
    assert (listed(app), workspace(app).corrections) == (before, ())
    assert date(app).value == typed
    date(app).set_value("1907").run()
    assert not app.error
    assert "1907" in dates(app)


def test_title_and_kind(app: AppTest) -> None:
    event = select(app, "4 June 1906")
    widget(app.text_input, "fix title").set_value("  A new\nbridge <b> ").run()
    assert "✎ A new bridge <b>" in listed(app)
    widget(app.text_input, "fix title").set_value(" ").run()
    assert len(app.error) == 1
    widget(app.selectbox, "fix kind").set_value("background").run()
    assert not app.error
    assert next(e for e in events(app) if e.id == event.id).kind == "background"
    panel = prose(app, "panel")
    assert "Kind, read as “Happened”" in panel
    assert f"Title, read as “{event.title}”" in panel


def test_what_is_the_same_is_no_change(app: AppTest) -> None:
    select(app, "4 June 1906")
    date(app).set_value("1906-06-04").run()
    assert workspace(app).corrections == ()


def test_another_reading(app: AppTest) -> None:
    select(app, "4 May 2021" if "4 May 2021" in dates(app) else "5 April 2021")
    before = dates(app)
    widget(app.button, "reading").click().run()
    assert {*dates(app)} ^ {*before} == {"4 May 2021", "5 April 2021"}


def test_hide_undo_and_redo(app: AppTest) -> None:
    event = select(app, "4 June 1906")
    before = listed(app)
    app.button("hide").click().run()
    assert workspace(app).corrections == (Hide(event.id),)
    assert event.title not in listed(app)
    assert app.session_state["view"].selected is None
    app.button("undo").click().run()
    assert listed(app) == before
    assert app.button("undo").disabled
    app.button("redo").click().run()
    assert event.title not in listed(app)
    assert app.button("redo").disabled
    assert f"Hidden: “{event.title}”" in changes(app)


def test_a_change_waits_for_its_event(app: AppTest) -> None:
    event = select(app, "1951")
    widget(app.text_input, "fix title").set_value("Fire").run()
    app.selectbox("document").set_value("b").run()
    app.button("remove").click().run()
    assert not app.exception
    assert "waiting" in changes(app)
    app.session_state["workspace"] = workspace(app).add(Source("b", OTHER))
    assert "waiting" not in changes(app)
    assert "✎ Fire" in listed(app)
    assert workspace(app).corrections == (Rename(event.id, "Fire"),)


def test_a_link_holds_the_changes(app: AppTest, repo: Path) -> None:
    select(app, "4 June 1906")
    date(app).set_value("May 1907").run()
    other = AppTest.from_file(str(repo / "app.py"), default_timeout=60)
    code = share.pack(workspace(app), app.session_state["view"])
    other.query_params[share.PARAMETER] = code
    other.run()
    assert listed(other) == listed(app)
    assert prose(other, "panel") == prose(app, "panel")


def test_marked_words_become_an_event(app: AppTest) -> None:
    mark(app, "crowd gather")
    assert not app.exception
    assert "crowd gathered" in prose(app, "quote")
    assert widget(app.text_input, "new title").value == "A crowd gathered"
    assert widget(app.text_input, "new date").value
    assert any("opens with" in one.value for one in app.caption), [one.value for one in app.caption]
    app.button("add event").click().run()
    assert not app.exception
    (add,) = workspace(app).corrections
    assert isinstance(add, Add)
    assert (add.quote, add.time) == ("crowd gathered", None)
    assert "✎ A crowd gathered" in listed(app)
    assert "Added by you" in prose(app, "panel")
    assert "Dated by the text" in prose(app, "panel")
    assert app.session_state["view"].selected == add.event
    app.button("undo").click().run()
    assert "✎ A crowd gathered" not in listed(app)


def test_what_is_suggested_can_be_changed(app: AppTest) -> None:
    mark(app, "A crowd gathered")
    widget(app.text_input, "new date").set_value("soonish")
    app.button("add event").click().run()
    assert len(app.error) == 1
    assert workspace(app).corrections == ()
    assert widget(app.text_input, "new date").value == "soonish"
    widget(app.text_input, "new date").set_value("March 2020")
    widget(app.text_input, "new title").set_value("Crowd")
    app.button("add event").click().run()
    assert not app.error
    assert "March 2020" in dates(app)
    assert "✎ Crowd" in listed(app)


def test_marked_words_can_be_left_alone(app: AppTest) -> None:
    mark(app, "A crowd gathered")
    app.button("add nothing").click().run()
    assert workspace(app).corrections == ()
    assert app.session_state["marked words"] is None


@pytest.mark.parametrize(
    "marked", [("gone", 0, 3), ("a", -1, 3), ("a", 3, 3), ("a", 5, 10**9), ("a", 9, 2)]
)
def test_words_that_are_not_there(app: AppTest, marked: tuple[str, int, int]) -> None:
    app.session_state["marked words"] = marked
    app.run()
    assert not app.exception
    assert app.session_state["marked words"] is None


def test_too_many_words(app: AppTest) -> None:
    text = "It rained. " * 200
    app.session_state["workspace"] = workspace(app).add(Source("c", text))
    mark(app, text[: MAX_QUOTE + 10], "c", text)
    assert not app.exception
    assert "Mark fewer words" in app.toast[0].value
    assert app.session_state["marked words"] is None
