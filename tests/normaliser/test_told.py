"""Dates counted from what is told around them: a story, a condition, a diary's entry (told.txt)."""

import re
from pathlib import Path

import pytest

from timeline.normaliser.reader import mentions

_MARKED = re.compile(r"\[([^]=]+) = ([^]]+)\]")


def _cases():
    lines = (Path(__file__).parent / "told.txt").read_text("utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            fails = line.startswith("! ")
            day, marked = line.removeprefix("! ").split(" | ", 1)
            mark = pytest.mark.xfail(strict=True) if fails else ()
            yield pytest.param(day, marked.replace(" ¶ ", "\n\n"), id=f"told:{number}", marks=mark)


@pytest.mark.parametrize(("day", "marked"), list(_cases()))
def test_a_date_is_counted_from_what_is_told(day, marked):
    wanted, text, at = {}, "", 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        wanted[len(text)] = None if match[2] == "none" else (match[1], match[2])
        text += match[1]
        at = match.end()
    text += marked[at:]
    found = {
        m.start: (m.text, m.edtf or "-")
        for m in mentions(text, published=None if day == "unknown" else day)
    }
    assert {start: found.get(start) for start in wanted} == wanted
