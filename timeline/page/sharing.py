"""The link that shows somebody else the same documents, range, filters and event."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from timeline import share
from timeline.chronology.view import View
from timeline.chronology.workspace import Workspace
from timeline.page import state


def show() -> None:
    """The button with the link behind it."""
    with st.popover("Share", icon=":material/link:", key="sharing", on_change="rerun") as box:
        if not box.open:
            return
        try:
            link = address(state.workspace(), state.view())
        except share.ShareError as error:
            st.warning(str(error), icon=":material/info:")
            return
        st.text("This link opens the same texts, range, filters and event in any browser.")
        st.code(link, language=None, wrap_lines=True, height=130)
        if any(source.sample is None for source in state.workspace().sources):
            st.caption("The text itself is inside the link: whoever has it can read it.")


def address(workspace: Workspace, view: View) -> str:
    """The whole address of a link; ShareError if it would be too long."""
    base = (st.context.url or "").split("?")[0].split("#")[0]
    return f"{base}?{urlencode({share.PARAMETER: share.pack(workspace, view)})}"
