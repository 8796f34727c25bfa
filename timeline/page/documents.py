"""The open document: which one, its name, and the day it was written."""

from __future__ import annotations

import streamlit as st

from timeline.calendar.phrase import phrase
from timeline.chronology.source import DayCandidate, Document, read_day
from timeline.page import reading, state
from timeline.page.plain import plain
from timeline.page.prose import node, prose
from timeline.page.reading import Chronology
from timeline.page.words import cell_words, many, sentence


def show(found: Chronology) -> None:
    """The heading of the page: the open document and its day."""
    document = found.document(state.view().document)
    if document is None:
        return
    with st.container(key="heading"):
        left, right = st.columns(2, gap="medium", vertical_alignment="bottom")
        with left:
            if len(found.documents) > 1:
                _chooser(found, document)
            title = reading.headline(document)
            several = len(found.documents) > 1
            prose(
                node(
                    "div", "" if several or title == document.name else document.name, cls="kicker"
                ),
                node("div", title, cls="headline"),
                key="headline",
                width=state.width(),
                on_width=state.take_width,
            )
        with right:
            _day(found, document)
        for warning in document.warnings:
            st.warning(plain(warning, 300), icon=":material/info:")
        if document.written is None and (count := reading.waiting(document, found.events)):
            verb = "waits" if count == 1 else "wait"
            st.info(
                f"No day of writing was found: {many(count, 'relative date')} {verb} for it. "
                "Say above when the text was written, and they find their places.",
                icon=":material/event:",
            )


def _chooser(found: Chronology, document: Document) -> None:
    names = [one.name for one in found.documents]
    st.session_state["document"] = document.name
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            many(len(names), "document"), names, key="document", on_change=_turn_to, width=320
        )
        st.button("Remove", key="remove", on_click=_remove, args=(document.name,))


def _turn_to() -> None:
    state.change_view(document=st.session_state["document"])


def _remove(name: str) -> None:
    state.change_workspace(state.workspace().remove(name))


def _day(found: Chronology, document: Document) -> None:
    key = f"day {found.text_key} {document.name}"
    problem = st.session_state.get("day problem")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input(
            "Written on",
            cell_words(document.written),
            key=key,
            on_change=_set_day,
            args=(key, document.name),
            placeholder="for example 4 May 2025",
            width=180,
            help="The day the text was written. “Yesterday” and “last year” are counted from it.",
        )
        if problem and problem[0] == key:
            st.error(plain(problem[1], 300))
        else:
            with st.container(
                horizontal=True, vertical_alignment="center", width="stretch", key="origin"
            ):
                _origin(document)


def _origin(document: Document) -> None:
    if document.written is not None:
        given = document.written_from == "given"
        where = "Given by you" if given else f"From the {plain(document.written_from)}"
        st.caption(where, width="content")
    for number, other in enumerate(_others(document)):
        st.button(
            f"Use {phrase(other.day)} ({plain(other.origin, 40)})",
            key=f"candidate {number}",
            type="tertiary",
            icon=":material/swap_horiz:",
            on_click=_use,
            args=(document.name, other),
        )


def _others(document: Document) -> list[DayCandidate]:
    found: list[DayCandidate] = []
    for one in document.candidates:
        if one.day != document.written and all(one.day != other.day for other in found):
            found.append(one)
    return found[:3]


def _set_day(key: str, name: str) -> None:
    text = (st.session_state[key] or "").strip()
    st.session_state["day problem"] = None
    try:
        day = read_day(text) if text else None
    except ValueError as error:
        st.session_state["day problem"] = (key, sentence(error))
    else:
        state.change_workspace(state.workspace().date(name, day))


def _use(name: str, candidate: DayCandidate) -> None:
    st.session_state["day problem"] = None
    state.change_workspace(state.workspace().date(name, candidate.day))
