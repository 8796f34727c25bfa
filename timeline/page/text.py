"""The text of the open document, with every date underlined and the selected sentence marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from timeline.chronology.event import Event
from timeline.chronology.source import Document
from timeline.page import marking, state
from timeline.page.prose import Node, node, prose
from timeline.page.reading import Chronology, dates
from timeline.page.words import kind_label

HEIGHT = 760
WINDOW = 60_000
"""How many characters of a long text are on the page at once."""


@dataclass(frozen=True, slots=True)
class Span:
    """A mention in a document, and the event and passage it belongs to, if it dates one; or a
    piece of the words of an event that was `added`.
    """

    start: int
    end: int
    words: str
    event: str | None = None
    passage: int = 0
    added: bool = False


def show(found: Chronology, colors: dict[str, str]) -> None:
    """The text, scrolled to what is selected."""
    view = state.view()
    document = found.document(view.document)
    if document is None:
        return
    marked = selected_passage(found.by_id.get(view.selected or ""), document)
    start, stop = _window(document, marked)
    if stop - start < len(document.text):
        _pages(document, start, stop)
    spans = _spans(f"{found.key} {document.name}", found, document)
    prose(
        node("div", *_pieces(document.text, start, stop, spans, found, marked), cls="story"),
        key="text",
        label=f"The text of {document.name}",
        colors=colors,
        on_act=_clicked,
        height=HEIGHT,
        stamp=f"{found.text_key} {document.name} {start} {view.selected} {marked}",
        base=start,
        on_mark=partial(marking.offer, document.name),
    )
    st.caption("Mark words in the text to add them as an event.")


def selected_passage(event: Event | None, document: Document) -> tuple[int, int] | None:
    """Where the passage of an event stands that is to be shown, if it is in this document."""
    if event is None:
        return None
    number = st.session_state.get("passage", 0)
    order = [*event.passages[number : number + 1], *event.passages]
    return next(((p.start, p.end) for p in order if p.document == document.name), None)


@st.cache_resource(max_entries=32, show_spinner=False)
def _spans(key: str, _found: Chronology, _document: Document) -> list[Span]:
    """All mentions of a document in order, none inside another; first those that date an event."""
    dated = [
        Span(mention.start, mention.end, event.words, event.id, number)
        for event in _found.events
        for number, passage in enumerate(event.passages)
        if passage.document == _document.name
        for mention in passage.mentions
    ]
    others = dates(_found, _document)
    spans = [*dated, *(Span(other.start, other.end, other.words) for other in others)]
    spans.sort(key=lambda span: (span.start, span.event is None, -span.end))
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return _with_added(kept, _found, _document)


def _with_added(spans: list[Span], found: Chronology, document: Document) -> list[Span]:
    """With the words of events that were added, where no date stands."""
    added = [
        (passage, event, number)
        for event in found.events
        if "added" in event.corrected
        for number, passage in enumerate(event.passages)
        if passage.document == document.name and not passage.mentions
    ]
    for passage, event, number in sorted(added, key=lambda one: one[0].start):
        at, pieces = passage.start, []
        first = bisect_right(spans, at, key=lambda span: span.end)
        last = bisect_left(spans, passage.end, key=lambda span: span.start)
        for span in spans[first:last]:
            pieces.append(Span(at, span.start, event.words, event.id, number, True))
            at = span.end
        pieces.append(Span(at, passage.end, event.words, event.id, number, True))
        spans = sorted(
            [*spans, *(one for one in pieces if one.start < one.end)], key=lambda span: span.start
        )
    return spans


def _window(document: Document, marked: tuple[int, int] | None) -> tuple[int, int]:
    """The part of a text that is on the page: all of it, or the stretch around what is marked.

    It is cut between paragraphs where there is a choice.
    """
    text, size = document.text, len(document.text)
    if size <= WINDOW:
        return 0, size
    key = _place(document.name, size)
    if marked is not None and st.session_state.get("text for") != (marked, document.name):
        st.session_state[key] = marked[0] - WINDOW // 3
    st.session_state["text for"] = (marked, document.name)
    start = min(max(st.session_state.get(key, 0), 0), size - WINDOW)
    stop = min(start + WINDOW, size)
    if start > 0:
        start = max(start, text.rfind("\n\n", start - 2_000, start) + 2)
        cut = text.find("\n\n", start, start + 2_000)
        start = cut + 2 if cut >= 0 else start
    if stop < size:
        cut = text.rfind("\n\n", stop - 2_000, stop)
        stop = cut if cut > 0 else stop
    if marked is not None and marked[0] < start <= marked[1]:
        start = marked[0]
    return start, stop


def _pages(document: Document, start: int, stop: int) -> None:
    size = len(document.text)
    with st.container(horizontal=True, vertical_alignment="center", key="pages"):
        st.text(f"This text is long: {start / size:.0%} to {stop / size:.0%} of it is shown.")
        for label, to, off in (
            ("Earlier", start - WINDOW + 2_000, start == 0),
            ("Later", stop - 200, stop >= size),
        ):
            st.button(
                label,
                key=f"text {label}",
                type="tertiary",
                disabled=off,
                on_click=_turn,
                args=(document.name, size, to),
            )


def _turn(name: str, size: int, start: int) -> None:
    st.session_state[_place(name, size)] = start


def _place(name: str, size: int) -> str:
    """The key under which the session remembers where in a long text the reader is."""
    return f"text from {size} {name}"


def _pieces(
    text: str,
    start: int,
    stop: int,
    spans: list[Span],
    found: Chronology,
    marked: tuple[int, int] | None,
) -> list[Node | str]:
    """The text from `start` to `stop` as elements: mentions, and around them the sentence."""
    if marked is None or marked[1] <= start or marked[0] >= stop:
        return _run(text, start, stop, spans, found)
    low, high = max(marked[0], start), min(marked[1], stop)
    sentence = _run(text, low, high, spans, found)
    return [
        *_run(text, start, low, spans, found),
        node("mark" if not sentence else "span", *sentence, cls="here", here=True),
        *_run(text, high, stop, spans, found),
    ]


def _run(
    text: str, start: int, stop: int, spans: list[Span], found: Chronology
) -> list[Node | str]:
    pieces: list[Node | str] = []
    at = start
    for span in spans[bisect_left(spans, start, key=lambda span: span.end) :]:
        if span.start >= stop:
            break
        low, high = max(span.start, at), min(span.end, stop)
        if low >= high:
            continue
        if at < low:
            pieces.append(text[at:low])
        pieces.append(_mention(text[low:high], span, found))
        at = high
    if at < stop:
        pieces.append(text[at:stop])
    return pieces


def _mention(words: str, span: Span, found: Chronology) -> Node:
    if span.event is None:
        return node("span", words, cls="mention", hint=f"{span.words} · dates no event")
    event = found.by_id[span.event]
    look = " chosen" if event.id == state.view().selected else ""
    look = " added" if span.added else look
    return node(
        "span",
        words,
        cls=f"mention {event.kind}{look}",
        hint=f"{event.words} · {kind_label(event.kind)}",
        act={"event": span.event, "passage": span.passage},
    )


def _clicked(act: Any) -> None:
    if isinstance(act, dict):
        st.session_state["clicked"] = None
        passage = act.get("passage")
        state.choose(str(act.get("event")), passage if isinstance(passage, int) else 0)
