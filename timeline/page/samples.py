"""The sample documents that come with the project, in `data/` beside the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent.parent / "data"
FIRST = "court-case"
_SUFFIXES = (".txt", ".md")


@cache
def names() -> tuple[str, ...]:
    """The names of all samples, the one that is shown first at the front."""
    found = {path.stem for path in DATA.glob("*") if path.suffix in _SUFFIXES}
    return tuple(sorted(found, key=lambda name: (name != FIRST, name)))


@cache
def text(name: str) -> str:
    """The text of a sample; KeyError if there is none of that name."""
    if name in names():
        for suffix in _SUFFIXES:
            path = DATA / f"{name}{suffix}"
            if path.is_file():
                return path.read_text(encoding="utf-8")
    raise KeyError(name)


def label(name: str) -> str:
    """A sample's name as people read it.

    >>> label("state-visit")
    'State visit'
    """
    return name.replace("-", " ").capitalize()
