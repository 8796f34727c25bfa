"""What the session holds: the workspace, the view, and messages; every change goes through here."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from timeline import share
from timeline.chronology.correction import Correction
from timeline.chronology.event import KINDS
from timeline.chronology.view import View
from timeline.chronology.workspace import Source, Workspace
from timeline.page import samples
from timeline.page.plain import cut
from timeline.page.reading import Chronology, chronology
from timeline.page.words import cell_words

LEAST_WIDTH, PHONE_WIDTH, DESK_WIDTH = 280, 340, 1_200
_SURROGATE = re.compile("[\ud800-\udfff]")
_GONE = "This link shows a sample text that this version of Timeline does not have."


@dataclass(frozen=True, slots=True)
class Box:
    """A box on the page: its name, its number and the text it began with.

    Text that is written into a box in one run gets lost if the next run comes at once. So a
    text that does not come from the user makes a new box, which carries it in every run.
    """

    name: str
    number: int
    text: str

    @property
    def key(self) -> str:
        """The key of the widget."""
        return f"{self.name} {self.number}"


def start() -> None:
    """Take over what the link in the address says, once; without a link, show a sample."""
    state = st.session_state
    code = st.query_params.get(share.PARAMETER)
    if "workspace" in state and code == state.get("link"):
        return
    state["link"] = code
    state["problem"] = ""
    if code is not None:
        try:
            workspace, view = share.unpack(code)
            for source in workspace.sources:
                if source.sample is not None and source.sample not in samples.names():
                    raise share.ShareError(_GONE)
        except share.ShareError as error:
            state["problem"] = str(error)
        else:
            open_workspace(workspace, view)
            return
    if "workspace" not in state:
        open_workspace(
            Workspace().add(sample(samples.names()[0])) if samples.names() else Workspace()
        )


def width() -> int:
    """How many pixels wide the page is, as far as is known; at first the browser's kind tells."""
    if "width" not in st.session_state:
        agent = st.context.headers.get("User-Agent") or ""
        st.session_state["width"] = PHONE_WIDTH if "Mobi" in agent else DESK_WIDTH
    found: int = st.session_state["width"]
    return found


def take_width(pixels: int) -> None:
    """Remember how wide the page is."""
    st.session_state["width"] = min(max(pixels, LEAST_WIDTH), 4_000)


def sample(name: str) -> Source:
    """A sample as a source."""
    return Source(samples.label(name), sample=name)


def pasted(text: str, name: str = "") -> Source:
    """A text as a source; its first line is its name where it has no other.

    ValueError, with a sentence for the user, if there is nothing to read.
    """
    if not text.strip():
        raise ValueError("There is no text to read yet. Paste an article first.")
    text = _SURROGATE.sub("\ufffd", text)
    return Source(
        cut(_SURROGATE.sub("\ufffd", name), 120) or cut(text.strip().split("\n")[0], 64), text
    )


def workspace() -> Workspace:
    """The open documents."""
    found: Workspace = st.session_state["workspace"]
    return found


def view() -> View:
    """What is shown of them."""
    found: View = st.session_state["view"]
    return found


def open_workspace(new: Workspace, view: View | None = None) -> None:
    """Show other documents, with a view of their own."""
    state = st.session_state
    state["workspace"] = new
    state["view"] = view or View()
    state["passage"] = 0
    state["clicked"] = state["marked words"] = None
    fill_boxes()


def open_sources(sources: list[Source], *, keep: bool) -> None:
    """Open documents, instead of or besides those that are open; the first one is shown."""
    st.session_state["problem"] = ""
    new = workspace() if keep else Workspace()
    for source in sources:
        new = new.add(source)
    first = new.sources[len(workspace().sources) if keep else 0].name
    if keep:
        st.session_state["workspace"] = new
        change_view(document=first, selected=None)
    else:
        open_workspace(new, View(document=first))


def change_workspace(new: Workspace) -> None:
    """Show the same documents, changed; filters stay."""
    st.session_state["workspace"] = new


def correct(correction: Correction) -> None:
    """Change what is wrong; it can be undone."""
    change_workspace(workspace().correct(correction))


def change_view(**changes: Any) -> None:
    """Show the same documents another way."""
    st.session_state["view"] = replace(view(), **changes)


def box(name: str) -> Box:
    """One of the boxes that a user types in: "from", "to" or "find"."""
    found: Box = st.session_state[f"box {name}"]
    return found


def typed(name: str) -> str:
    """What stands in a box now."""
    shown = box(name)
    return st.session_state.get(shown.key, shown.text) or ""


def fill_boxes() -> None:
    """Write what the view says into the boxes that a user types in."""
    now, shown = st.session_state, view()
    texts = {"from": cell_words(shown.first), "to": cell_words(shown.last), "find": shown.text}
    for name, text in texts.items():
        if f"box {name}" not in now:
            now[f"box {name}"] = Box(name, 0, text)
        elif typed(name) != text:
            now[f"box {name}"] = Box(name, box(name).number + 1, text)
    now["range problem"] = ""


def clear_filters() -> None:
    """Show everything again; what is selected and open stays so."""
    kept = view()
    st.session_state["view"] = View(selected=kept.selected, document=kept.document)
    fill_boxes()


def choose(event: str | None, passage: int = 0) -> None:
    """Select an event, and open the document of its passage."""
    found = settled()
    chosen = found.register.find(event) if event is not None else None
    if chosen is None:
        change_view(selected=None)
        return
    number = passage if 0 <= passage < len(chosen.passages) else 0
    document = chosen.passages[number].document if chosen.passages else view().document
    change_view(selected=chosen.id, document=document)
    st.session_state["passage"] = number


def settled() -> Chronology:
    """The chronology of the open documents; the view forgets what is not in it."""
    found = chronology(workspace())
    shown = view()
    if shown.selected is not None and shown.selected not in found.by_id:
        known = found.register.find(shown.selected)
        change_view(selected=None if known is None else known.id)
    if shown.document is not None and all(one.name != shown.document for one in found.documents):
        change_view(document=None)
    if not shown.names <= found.names.keys():
        change_view(names=shown.names & found.names.keys())
    if shown.disputed and not any(event.disputed for event in found.events):
        change_view(disputed=False)
    if found.kinds and shown.hidden >= set(found.kinds):
        change_view(hidden=frozenset())
    return found


def shown_kinds(present: tuple[str, ...]) -> list[str]:
    """The kinds that the filter names; none if it lets all through."""
    hidden = view().hidden
    return [kind for kind in present if kind not in hidden] if hidden else []


def show_kinds(kinds: list[str]) -> None:
    """Show only some kinds; none means all."""
    change_view(hidden=frozenset(KINDS) - set(kinds) if kinds else frozenset())
