"""The filters: a range of dates in two boxes and on a slider, words, names, and kinds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import streamlit as st

from timeline.calendar.cell import Cell, from_ordinal
from timeline.calendar.phrase import year_phrase
from timeline.chronology.view import View
from timeline.page import state
from timeline.page.plain import cut, plain
from timeline.page.reading import Chronology, Shown, day_of
from timeline.page.words import cell_words, kind_label, many, read_end
from timeline.share import MAX_FIND, MAX_NAMES

KEY_STEPS = (5, 10, 20, 50, 100)
ALL = "All"
MOST_NAMES = 200
"""No more names are offered, but those already chosen."""
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
        _names(found)
    problem = st.session_state.get("range problem")
    if problem:
        st.error(plain(problem, 300))
    with st.container(horizontal=True, vertical_alignment="center", key="counts"):
        _kinds(found)
        _context(found)
        _most(found)
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
    limits = (view.first, view.last, view.most)
    return bool(view.hidden or view.text or view.names or view.disputed) or any(
        limit is not None for limit in limits
    )


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


def _names(found: Chronology) -> None:
    if not found.names:
        return
    chosen = state.view().names
    offered = list(found.names)[:MOST_NAMES]
    offered += sorted(chosen.difference(offered))
    st.session_state["names"] = [name for name in offered if name in chosen]
    st.multiselect(
        "Who and where",
        offered,
        key="names",
        format_func=lambda name: f"{cut(name, 60)} {found.names[name]:,}",
        on_change=_pick_names,
        max_selections=MAX_NAMES,
        placeholder="anyone, anywhere",
        width=240,
        help="Events that name any of these people, organisations and places.",
    )


def _pick_names() -> None:
    state.change_view(names=frozenset(st.session_state["names"] or ()))


def _kinds(found: Chronology) -> None:
    every = state.view().context
    counts = Counter(event.kind for event in found.events if event.main or every)
    kinds = tuple(kind for kind in found.kinds if counts[kind])
    if len(kinds) < 2:
        return
    st.session_state["kinds"] = state.shown_kinds(kinds)
    st.pills(
        "Kinds",
        kinds,
        selection_mode="multi",
        key="kinds",
        format_func=lambda kind: f"{kind_label(kind)} {counts[kind]:,}",
        on_change=_pick_kinds,
        label_visibility="collapsed",
        wrap=True,
    )


def _context(found: Chronology) -> None:
    """The switch for events that only what stands around them dates."""
    count = sum(not event.main for event in found.events)
    if not count:
        return
    st.session_state["context"] = state.view().context
    st.toggle(
        f"Dated by context +{count:,}",
        key="context",
        on_change=_switch_context,
        help="Also events without a date of their own: they have the date of their sentence, of "
        "the story so far, or of the day the text was written.",
    )


def _switch_context() -> None:
    state.change_view(context=bool(st.session_state["context"]))


def _most(found: Chronology) -> None:
    """The slider that keeps the most important events."""
    every = state.view().context
    count = sum(event.main or every for event in found.events)
    steps = [number for number in KEY_STEPS if number < count]
    if not steps:
        return
    chosen = state.view().most
    options = sorted({*steps, *([] if chosen is None else [chosen])})
    st.session_state["most"] = chosen if chosen is not None else ALL
    st.select_slider(
        "Most important",
        [*options, ALL],
        key="most",
        on_change=_pick_most,
        width=230,
        help="Events in many passages and documents, in a headline or a lead, exactly dated, and "
        "about the names that the texts speak of most, come first.",
    )


def _pick_most() -> None:
    chosen = st.session_state["most"]
    state.change_view(most=None if chosen == ALL else int(chosen))


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
