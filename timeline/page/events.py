"""The events: on the chart and in the list, with one selection for both."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import ceil

import streamlit as st

from timeline.chart.text import width as text_width
from timeline.chronology.event import Event
from timeline.chronology.view import View
from timeline.page import reading, state
from timeline.page.prose import node, prose
from timeline.page.reading import Chronology, Shown
from timeline.page.words import date_label, many

# The wheel scrolls the page; dragging over a stretch zooms in, a double click out again.
CHART = {"scrollZoom": False, "displayModeBar": True, "displaylogo": False}
BUTTONS = ["zoomIn2d", "zoomOut2d", "resetScale2d"]
DRAGS = ["zoom2d", "pan2d"]
MOST_ROWS, MOST_TALL = 10, 7
HEAD, ROW, TALL, TALLEST = 37, 35, 66, 84
"""Heights of the list's head and rows; words are broken into lines only in rows above 64."""
LIST, TEXT = 5, 4
"""How the list and the text share a page that has room for both side by side."""
SIDE_BY_SIDE = 820
"""From so many pixels on it has; `page.css` says the same."""
GAP, EDGES, KIND, ISO = 64, 40, 105, 200
"""Widths: between list and text, of the ticks and borders beside the columns, of columns."""
LETTER, MOST_MEASURED = 11, 2_000


def chart(found: Chronology, shown: Shown, *, dark: bool) -> None:
    """The chart; a click selects an event.

    Each new figure loses the zoom. So a click leaves the figure alone, which marks what was
    clicked by itself, and only a selection made elsewhere draws a new one.
    """
    if not shown.placed:
        _nothing(found, shown)
        return
    now, selected = st.session_state, state.view().selected
    basis = (shown.key, dark, state.width())
    if now.get("drawn") != basis or not (
        now.get("marked") is None and now.get("clicked") == selected
    ):
        now["drawn"], now["marked"] = basis, selected
    span = reading.span_of(state.view(), shown.placed)
    height, width = _height(found, dark), state.width()
    figure = reading.drawing(shown.key, shown.placed, dark, now["marked"], span, height, width)
    st.plotly_chart(
        figure,
        key="chart",
        on_select=_clicked,
        selection_mode="points",
        theme=None,
        config={
            **CHART,
            "modeBarButtons": [BUTTONS if width < reading.NARROW else BUTTONS + DRAGS],
        },
        alt=f"Timeline of {many(len(shown.placed), 'event')}; the list below holds the same.",
    )


def _height(found: Chronology, dark: bool) -> int:
    """The height that all events need, so that a filter moves nothing below the chart."""
    whole = _whole(found)
    figure = reading.drawing(whole.key, whole.placed, dark, None, None, None, state.width())
    return int(figure.layout.height)


def _whole(found: Chronology) -> Shown:
    """The events without any filter."""
    return reading.shown(found, View(context=state.view().context))


def _clicked() -> None:
    points = st.session_state["chart"].selection.points
    for point in points:
        data = point.get("customdata")
        event = data[0] if isinstance(data, list | tuple) and data else data
        if isinstance(event, str):
            st.session_state["clicked"] = event
            state.choose(event)
            return


def _nothing(found: Chronology, shown: Shown) -> None:
    if not _whole(found).count:
        title, hint = (
            "No dates were read in this text.",
            "Switch on “Dated by context” to see what it tells nevertheless."
            if found.events
            else "A timeline needs at least one, such as “7 May 2025”, “last week” or “in 1939”.",
        )
    elif not shown.count:
        title, hint = ("No event passes these filters.", "Clear them to see all events again.")
    else:
        title, hint = (
            "None of these events has a place on the calendar.",
            "They are listed below, under “Undated”.",
        )
    prose(
        node("div", node("p", title, cls="title"), node("p", hint, cls="quiet"), cls="blank"),
        key="nothing",
    )


def listing(found: Chronology, shown: Shown) -> None:
    """The list of the same events; those without a place on the calendar come after."""
    whole = _whole(found)
    placed = len(whole.placed)
    if placed:
        _table(shown, shown.placed, rows=min(placed, MOST_ROWS), undated=False)
    if shown.undated:
        words = many(len(shown.undated), "event")
        st.caption(f"**Undated** · {words} without a place on the calendar")
        _table(shown, shown.undated, rows=min(len(whole.undated), 4), undated=True)


def _table(shown: Shown, events: Sequence[Event], *, rows: int, undated: bool) -> None:
    key = "undated list" if undated else "list"
    selected = state.view().selected
    chosen = [number for number, event in enumerate(events) if event.id == selected]
    st.session_state[key] = {"selection": {"rows": chosen, "columns": [], "cells": []}}
    widths, row = _columns(state.width(), events, undated=undated)
    st.dataframe(
        reading.table(shown.key, undated, events),
        key=key,
        height=HEAD + row * (min(rows, MOST_TALL) if row > ROW else rows),
        row_height=row,
        hide_index=True,
        selection_mode="single-row",
        on_select=partial(_row_chosen, key, events),
        column_order=list(widths),
        column_config={
            name: st.column_config.TextColumn(width=width) for name, width in widths.items()
        },
    )


def _columns(page: int, events: Sequence[Event], *, undated: bool) -> tuple[dict[str, int], int]:
    """The columns that fit beside each other with their widths, and the height of a row."""
    room = page - EDGES if page < SIDE_BY_SIDE else (page - GAP) * LIST // (LIST + TEXT) - EDGES
    if room < 440:
        title = max((text_width(one.title, LETTER) for one in events[:MOST_MEASURED]), default=0)
        lines = ceil(title / (room - 112 - 24))
        return {"Date": 112, "Event": room - 112}, TALL if lines <= 3 else TALLEST
    labels = [date_label(event) for event in events[:MOST_MEASURED]]
    longest = max((text_width(label, LETTER) for label in labels), default=0)
    date = min(max(round(longest) + 20, 130), room * 3 // 8)
    left = room - date - KIND
    if left < 240 or undated:
        return {"Date": date, "Event": left + KIND}, ROW
    if left < 540 + ISO:
        return {"Date": date, "Event": left, "Kind": KIND}, ROW
    return {"Date": date, "Event": left - ISO, "Kind": KIND, "ISO": ISO}, ROW


def _row_chosen(key: str, events: Sequence[Event]) -> None:
    rows = st.session_state[key].selection.rows
    chosen = events[rows[0]].id if rows and rows[0] < len(events) else None
    st.session_state["clicked"] = None
    state.choose(chosen)
