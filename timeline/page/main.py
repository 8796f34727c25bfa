"""The page from top to bottom."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from timeline.chart.style import KINDS, kind_of
from timeline.chronology import event as events_of
from timeline.page import (
    changes,
    documents,
    events,
    filters,
    marking,
    opening,
    panel,
    reading,
    sharing,
    state,
    text,
)

_STYLE = Path(__file__).with_name("page.css")
_ICON = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'>"
    "<path d='M3 22h26' stroke='#9a3324' stroke-width='3' stroke-linecap='round'/>"
    "<circle cx='9' cy='22' r='4.5' fill='#9a3324'/>"
    "<circle cx='22' cy='22' r='4.5' fill='#9a3324'/>"
    "<path d='M9 17V6M22 17v-6' stroke='#9a3324' stroke-width='2.5' stroke-linecap='round'/></svg>"
)


def run() -> None:
    """Show the page."""
    st.set_page_config("Timeline", page_icon=_ICON, layout="wide", menu_items={})
    st.html(f"<style>{_STYLE.read_text(encoding='utf-8')}</style>")
    state.start()
    _masthead()
    found = state.settled()
    if not found.documents:
        st.info("Nothing is open. Open a text to see its timeline.", icon=":material/article:")
        return
    documents.show(found)
    shown = reading.shown(found, state.view())
    filters.show(found, shown)
    dark = st.context.theme.type == "dark"
    colors = _colors(dark)
    events.chart(found, shown, dark=dark)
    with st.container(key="reading"):
        left, right = st.columns((events.LIST, events.TEXT), gap="large")
    with left:
        events.listing(found, shown)
        changes.show(found)
        panel.show(found, colors)
    with right:
        text.show(found, colors)
    marking.show(found)


def _masthead() -> None:
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="mast"
    ):
        st.title("Timeline", anchor=False)
        with st.container(horizontal=True, horizontal_alignment="right", width="content"):
            opening.show()
            sharing.show()
    if st.session_state.get("problem"):
        st.error(st.session_state["problem"])


def _colors(dark: bool) -> dict[str, str]:
    looks = {name: kind_of(name) for name in (*KINDS, *events_of.KINDS)}
    return {name: look.dark if dark else look.light for name, look in looks.items()}
