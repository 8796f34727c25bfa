"""Marked words: what is offered for them, and the event they become."""

from __future__ import annotations

import streamlit as st

from timeline.calendar.times import PLAIN, Placed, Shade
from timeline.chronology.correction import MAX_QUOTE, MAX_TITLE, Add
from timeline.chronology.source import Document
from timeline.chronology.suggestion import Suggestion, read_time, suggest
from timeline.page import state
from timeline.page.correcting import kinds
from timeline.page.plain import cut, plain
from timeline.page.prose import node, prose
from timeline.page.reading import Chronology
from timeline.page.words import kind_label, sentence

_MARKED = "marked words"
_LONG_WORD = 24
_TOO_MUCH = f"Mark fewer words: an event is told by at most {MAX_QUOTE:,} characters."


def offer(document: str, start: int, end: int) -> None:
    """Remember the words that a reader wants to add."""
    st.session_state[_MARKED] = (document, start, end)


def show(found: Chronology) -> None:
    """The dialog for the words that are marked, if any are."""
    marked = st.session_state.get(_MARKED)
    if marked is None:
        return
    name, start, end = marked
    document = next((one for one in found.documents if one.name == name), None)
    if document is None or not 0 <= start < end <= len(document.text):
        _forget()
    elif end - start > MAX_QUOTE:
        _forget()
        st.toast(_TOO_MUCH, icon=":material/info:")
    else:
        _dialog(document, *whole_words(document.text, start, end))


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of a text with the words that it cuts made whole.

    >>> whole_words("The old bridge fell.", 6, 12)
    (4, 14)
    """
    for first in range(start, max(start - _LONG_WORD, 0) - 1, -1):
        if first == 0 or not (text[first - 1].isalnum() and text[first].isalnum()):
            start = first
            break
    for last in range(end, min(end + _LONG_WORD, len(text)) + 1):
        if last == len(text) or not (text[last - 1].isalnum() and text[last].isalnum()):
            end = last
            break
    return start, end


def _forget() -> None:
    st.session_state[_MARKED] = None


@st.dialog("Add an event", on_dismiss=_forget)
def _dialog(document: Document, start: int, end: int) -> None:
    made = suggest(document, start, end)
    key = f"{document.name} {start} {end}"
    quote = document.text[start:end]
    prose(node("div", node("p", f"“{cut(quote, 300)}”", cls="quiet"), cls="quote"), key="quote")
    title = st.text_input("Title", made.title, key=f"new title {key}", max_chars=MAX_TITLE)
    left, right = st.columns((3, 2), gap="small")
    with left:
        date = st.text_input(
            "Date", made.dating.words, key=f"new date {key}", placeholder="any date"
        )
    with right:
        kind = st.selectbox(
            "Kind",
            kinds(False),
            kinds(False).index(made.kind),
            key=f"new kind {key}",
            format_func=kind_label,
        )
    st.caption(plain(f"{made.dating.reason[:1].upper()}{made.dating.reason[1:]}.", 300))
    problem = ""
    with st.container(horizontal=True):
        if st.button("Add event", key="add event", type="primary"):
            problem = _add(document, (start, end), made, title, date, kind)
            if not problem:
                st.rerun()
        if st.button("Cancel", key="add nothing", type="tertiary"):
            _forget()
            st.rerun()
    if problem:
        st.error(plain(problem, 300))


def _add(
    document: Document, span: tuple[int, int], made: Suggestion, title: str, date: str, kind: str
) -> str:
    """Add the event; what is wrong with it, in a sentence, if it can't be."""
    start, end = span
    try:
        time, shade = _time(document, made, date)
        add = Add(
            document.name,
            start,
            end,
            document.text[start:end],
            " ".join((title or "").split()),
            kind,
            time,
            shade,
        )
    except ValueError as error:
        return sentence(error)
    _forget()
    state.correct(add)
    state.change_view(selected=add.event, document=document.name)
    st.session_state["passage"], st.session_state["clicked"] = 0, None
    return ""


def _time(document: Document, made: Suggestion, date: str) -> tuple[Placed | None, Shade]:
    """The time that was typed; None, which goes on following the text, if it was left alone."""
    if (date or "").strip() == made.dating.words:
        return None, PLAIN
    return read_time(date or "", written=document.written)
