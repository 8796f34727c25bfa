"""The filters: a range of dates in two boxes and on a slider, kinds, and words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import streamlit as st

from timeline.calendar.cell import Cell, from_ordinal
from timeline.calendar.phrase import year_phrase
from timeline.chronology.view import View
from timeline.page import state
from timeline.page.plain import plain
from timeline.page.reading import Chronology, Shown, day_of
from timeline.page.words import cell_words, kind_label, many, read_end
from timeline.share import MAX_FIND

MOST_STEPS = 2_000
"""The slider holds no more years than this; beyond, it moves in larger steps."""


def show(found: Chronology, shown: Shown) -> None:
    """All filters, what is wrong with them, and how many events are left."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        for name, label in (("from", "From"), ("to", "To")):
            st.text_input(
                label,
                state.box(name).text,
                key=state.box(name).key,
                on_change=_read_boxes,
                placeholder="any date",
                width=132,
                help="1939, May 2025, 44 BC, last month … counted from the document’s day.",
            )
        _slider(found)
        st.text_input(
            "Find",
            state.box("find").text,
            key=state.box("find").key,
            on_change=_find,
            placeholder="words in the text",
            live="300ms",
            width=190,
        )
    problem = st.session_state.get("range problem")
    if problem:
        st.error(plain(problem, 300))
    with st.container(horizontal=True, vertical_alignment="center", key="counts"):
        _kinds(found)
        _conflicts(found)
        left = shown.count
        count = f"{left:,} of {many(shown.total, 'event')}"
        st.text(count if left != shown.total else many(left, "event"))
        if is_filtered(state.view()) or problem:
            st.button(
                "Clear filters",
                key="clear",
                type="tertiary",
                icon=":material/close:",
                on_click=state.clear_filters,
            )


def is_filtered(view: View) -> bool:
    """Whether a view leaves anything out."""
    ranged = view.first is not None or view.last is not None
    return bool(ranged or view.hidden or view.text or view.disputed)


@dataclass(frozen=True, slots=True)
class _Slider:
    """The slider on the page: its number, its years, where it began, and where it stands.

    Streamlit takes the ends of this slider only when it is new. So a range that comes from
    elsewhere makes a new one, while the user's own moves keep it (and its keyboard focus).
    """

    number: int
    years: tuple[int, int]
    began: tuple[int, int]
    stands: tuple[int, int]

    @property
    def key(self) -> str:
        return f"years {self.number}"


def _slider(found: Chronology) -> None:
    if found.years is None or found.years[0] == found.years[1]:
        return
    ends = _slider_ends(found.years, state.view())
    slider: _Slider | None = st.session_state.get("slider")
    if slider is None or slider.years != found.years or slider.stands != ends:
        number = 0 if slider is None else slider.number + 1
        slider = st.session_state["slider"] = _Slider(number, found.years, ends, ends)
    st.select_slider(
        "Years",
        _steps(found.years, slider.began),
        value=slider.began,
        key=slider.key,
        format_func=year_phrase,
        on_change=_read_slider,
    )


def _slider_ends(years: tuple[int, int], view: View) -> tuple[int, int]:
    low, high = years
    first = low if view.first is None else view.first.first_year()
    last = high if view.last is None else from_ordinal(view.last.last_day)[0]
    return min(max(first, low), high), max(min(last, high), low)


def _steps(years: tuple[int, int], ends: tuple[int, int]) -> list[int]:
    low, high = years
    step = 1
    for size in (5, 10, 50):
        if (high - low) // step > MOST_STEPS:
            step = size
    return sorted({low, high, *ends, *range(low - low % step + step, high, step)})


def _read_slider() -> None:
    slider: _Slider = st.session_state["slider"]
    first, last = st.session_state[slider.key]
    changes: dict[str, Cell | None] = {}
    if first != slider.stands[0]:
        changes["first"] = None if first <= slider.years[0] else Cell.year(first)
    if last != slider.stands[1]:
        changes["last"] = None if last >= slider.years[1] else Cell.year(last)
    st.session_state["slider"] = replace(slider, stands=(first, last))
    state.change_view(**changes)
    state.fill_boxes()


def _read_boxes() -> None:
    view, now = state.view(), st.session_state
    found = state.settled()
    written = day_of(found.document(view.document))
    try:
        ends = [
            was
            if state.typed(name) == cell_words(was)
            else read_end(state.typed(name), written=written, last=name == "to")
            for name, was in (("from", view.first), ("to", view.last))
        ]
        first, last = ends
        if first is not None and last is not None and last.last_day < first.first_day:
            raise ValueError(
                f"The end, {cell_words(last)}, is before the start, {cell_words(first)}. "
                "Nothing was changed."
            )
    except ValueError as error:
        now["range problem"] = str(error)
        return
    state.change_view(first=first, last=last)
    now["range problem"] = ""


def _find() -> None:
    state.change_view(text=state.typed("find")[:MAX_FIND])


def _kinds(found: Chronology) -> None:
    if len(found.kinds) < 2:
        return
    counts = Counter(event.kind for event in found.events)
    st.session_state["kinds"] = state.shown_kinds(found.kinds)
    st.pills(
        "Kinds",
        found.kinds,
        selection_mode="multi",
        key="kinds",
        format_func=lambda kind: f"{kind_label(kind)} {counts[kind]:,}",
        on_change=_pick_kinds,
        label_visibility="collapsed",
        wrap=True,
    )


def _pick_kinds() -> None:
    state.show_kinds(list(st.session_state["kinds"] or ()))


def _conflicts(found: Chronology) -> None:
    if not any(event.disputed for event in found.events):
        return
    st.session_state["conflicts"] = state.view().disputed
    st.toggle(
        "Only conflicts",
        key="conflicts",
        on_change=_pick_conflicts,
        help="Events that the documents tell with dates that contradict each other.",
    )


def _pick_conflicts() -> None:
    state.change_view(disputed=bool(st.session_state["conflicts"]))
