"""The changes a user made: undo, redo, and the list of all of them."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from timeline.calendar.phrase import phrase
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
from timeline.page import state
from timeline.page.plain import cut
from timeline.page.prose import Node, node, prose
from timeline.page.reading import Chronology
from timeline.page.words import kind_label, many

MOST = 200
"""The list holds no more; the last changes come first."""
WAITING = "waiting: its event is not in the open texts"


def show(found: Chronology) -> None:
    """Undo, redo and the list, as soon as there was a change."""
    workspace = state.workspace()
    if not workspace.corrections and not workspace.undone:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="changes"):
        st.button(
            "Undo",
            key="undo",
            icon=":material/undo:",
            type="tertiary",
            disabled=not workspace.corrections,
            on_click=_undo,
        )
        st.button(
            "Redo",
            key="redo",
            icon=":material/redo:",
            type="tertiary",
            disabled=not workspace.undone,
            on_click=_redo,
        )
        if not workspace.corrections:
            return
        waiting = f", {len(found.waiting)} waiting" if found.waiting else ""
        label = f"{many(len(workspace.corrections), 'change')}{waiting}"
        with st.popover(label, type="tertiary", key="change list", on_change="rerun") as box:
            if box.open:
                rows = list(enumerate(workspace.corrections))[: -MOST - 1 : -1]
                prose(
                    node("ul", *(_row(number, one, found) for number, one in rows), cls="changes"),
                    key="changes made",
                    on_act=partial(_retract, workspace.corrections),
                )


def _row(number: int, correction: Correction, found: Chronology) -> Node:
    waits = correction in found.waiting
    note = [node("p", WAITING, cls="quiet small")] if waits else []
    back = node("button", "Take back", act={"retract": number})
    return node("li", node("div", node("p", told(correction, found)), *note), back)


def told(correction: Correction, found: Chronology) -> str:
    """A correction in words."""
    of = f"“{cut(_title(correction.event, found), 60)}”"
    match correction:
        case Redate():
            return f"Date of {of}: {phrase(correction.time, correction.shade)}"
        case Choose():
            return f"Date of {of}: {phrase(correction.time)}"
        case Rename():
            return f"Title of {of}: “{cut(correction.title, 90)}”"
        case Rekind():
            return f"Kind of {of}: {kind_label(correction.kind)}"
        case Hide():
            return f"Hidden: {of}"
        case Merge():
            return f"{of} merged into “{cut(_title(correction.into, found), 60)}”"
        case Split():
            return f"Split off {of}: “{cut(correction.text, 60)}”"
        case Add():
            return f"Added: “{cut(correction.title, 90)}”"


def _title(id: str, found: Chronology) -> str:
    """What an event was called when it was read, or is now."""
    event = found.read.find(id) or found.register.find(id)
    return "an event" if event is None else event.title


def _undo() -> None:
    state.change_workspace(state.workspace().undo())


def _redo() -> None:
    state.change_workspace(state.workspace().redo())


def _retract(shown: tuple[Correction, ...], act: Any) -> None:
    number = act.get("retract") if isinstance(act, dict) else None
    workspace = state.workspace()
    if type(number) is int and 0 <= number < len(shown) and workspace.corrections == shown:
        state.change_workspace(workspace.retract(number))
