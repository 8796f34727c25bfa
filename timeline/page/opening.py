"""Opening texts: a sample, a pasted article, or files."""

from __future__ import annotations

import streamlit as st

from timeline.chronology.workspace import Source
from timeline.inputs import MAX_BYTES, TOO_LARGE, InputError, formats, read_file
from timeline.page import samples, state
from timeline.page.plain import plain
from timeline.page.words import sentence


def show() -> None:
    """The button that opens texts, with all three ways behind it."""
    with st.popover(
        "Open a text", icon=":material/article:", type="primary", key="opening", on_change="rerun"
    ):
        for message in st.session_state.get("opening problems", ()):
            st.error(message)
        pasting, files, sample = st.tabs(["Paste", "Files", "Samples"])
        with pasting, st.form("pasting", border=False):
            st.text_area(
                "Article",
                key="paste",
                height=220,
                placeholder="Paste an article here. Every date in it becomes an event.",
            )
            st.form_submit_button("Read it", key="read", type="primary", on_click=_paste)
        with files:
            st.file_uploader(
                "Text files",
                type=[suffix.removeprefix(".") for suffix in formats()],
                max_upload_size=MAX_BYTES // 1_000_000,
                accept_multiple_files=True,
                key="files",
                on_change=_upload,
            )
        with sample, st.container(gap=None):
            for name in samples.names():
                st.button(
                    samples.label(name),
                    key=f"sample {name}",
                    type="tertiary",
                    on_click=_sample,
                    args=(name,),
                )
        st.toggle(
            "Keep what is open",
            key="keep",
            help="On: the new text joins the timeline. Off: it takes its place.",
        )


def _open(sources: list[Source], problems: list[str]) -> None:
    if sources:
        state.open_sources(sources, keep=bool(st.session_state.get("keep")))
    st.session_state["opening problems"] = problems
    st.session_state["opening"] = bool(problems)


def _paste() -> None:
    text = st.session_state["paste"] or ""
    try:
        if len(text.encode("utf-8", "replace")) > MAX_BYTES:
            raise ValueError(f"The text {TOO_LARGE}.")
        source = state.pasted(text)
    except ValueError as error:
        _open([], [str(error)])
    else:
        _open([source], [])


def _sample(name: str) -> None:
    _open([state.sample(name)], [])


def _upload() -> None:
    seen = st.session_state.setdefault("files read", set())
    fresh = [file for file in st.session_state["files"] or () if file.file_id not in seen]
    sources, problems = [], []
    for file in fresh:
        seen.add(file.file_id)
        try:
            read = read_file(file.getvalue(), file.name)
            sources.append(state.pasted(read.text, file.name))
        except InputError as error:
            problems.append(f"{plain(file.name, 60)} was not opened. {plain(sentence(error))}")
        except ValueError:
            problems.append(f"{plain(file.name, 60)} holds no text.")
    if fresh:
        _open(sources, problems)
