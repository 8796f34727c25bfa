"""Foreign text on the page: a component that builds its elements from plain data.

Streamlit's own text widgets read Markdown, load images and make links, so titles, sentences
and file names never go through them. Here every string ends as a text node: the browser
never parses it. A `Node` is an element; a string is its text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

Node = dict[str, Any]
"""An element: `tag`, `kids` and optionally `cls`, `hint` (its tooltip), `act` (what a click
on it reports) and `here` (it is scrolled to)."""

_HERE = Path(__file__).parent


def node(
    tag: str,
    *kids: Node | str,
    cls: str = "",
    hint: str = "",
    act: object = None,
    here: bool = False,
) -> Node:
    """An element with its children; `prose.js` knows which tags there are."""
    made: Node = {"tag": tag, "kids": list(kids)}
    more = {"cls": cls, "hint": hint, "act": act, "here": here}
    return made | {name: value for name, value in more.items() if value}


@cache
def _component() -> Any:
    return st.components.v2.component(
        "timeline_prose",
        css=(_HERE / "prose.css").read_text(encoding="utf-8"),
        js=(_HERE / "prose.js").read_text(encoding="utf-8"),
    )


def prose(
    *nodes: Node,
    key: str,
    label: str = "",
    colors: dict[str, str] | None = None,
    on_act: Callable[[Any], None] | None = None,
    height: int | None = None,
    stamp: str = "",
    width: int = 0,
    on_width: Callable[[int], None] | None = None,
    base: int = 0,
    on_mark: Callable[[int, int], None] | None = None,
) -> None:
    """Show elements; `on_act` gets the `act` of the one that was clicked.

    With a `height` it scrolls by itself: to the element that is `here` whenever `stamp`
    changes, else it stays where the reader left it. `on_width` hears how wide the page is, in
    coarse steps, where that is not `width`. With `on_mark` words that the reader marks can be
    added as an event; it gets where they begin and end, counted in characters from `base`.
    """

    def clicked() -> None:
        act = st.session_state[key].act
        if on_act is not None and act is not None:
            on_act(act)

    def marked() -> None:
        found = st.session_state[key].marked
        if on_mark is not None and isinstance(found, dict):
            start, end = found.get("start"), found.get("end")
            if type(start) is int and type(end) is int:
                on_mark(base + start, base + end)

    def measured() -> None:
        found = st.session_state[key].width
        if on_width is not None and isinstance(found, int | float):
            on_width(int(found))

    _component()(
        key=key,
        data={
            "nodes": list(nodes),
            "label": label,
            "colors": colors or {},
            "height": height,
            "stamp": stamp,
            "measure": width,
            "marks": on_mark is not None,
        },
        on_act_change=clicked,
        on_marked_change=marked,
        on_width_change=measured,
    )
