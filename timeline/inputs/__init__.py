"""Files to documents: one module a format, found by itself.

A format is a module of this package with `SUFFIXES` (lower case, with the dot) and
`read(data, name) -> Document`; modules whose names begin with "_" are helpers.
"""

from __future__ import annotations

import datetime
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType

from timeline.calendar.cell import Cell
from timeline.chronology.source import Document, with_day, with_language
from timeline.inputs._decode import InputError, decode

__all__ = [
    "MAX_BYTES",
    "TOO_LARGE",
    "InputError",
    "InputFormat",
    "decode",
    "formats",
    "read_file",
]

MAX_BYTES = 5_000_000
"""How many bytes one document may have."""
TOO_LARGE = (
    f"is larger than {MAX_BYTES // 1_000_000} MB, the most that can be read as one document:"
    " split it into parts"
)
"""What is wrong with a file or text that has more."""
_PLAIN = ".txt"


@dataclass(frozen=True, slots=True)
class InputFormat:
    """A format that can be read: the suffixes of its files and the function that reads one."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Document]


@cache
def formats() -> MappingProxyType[str, InputFormat]:
    """The formats that can be read, by suffix.

    >>> formats()[".md"].name
    'markdown'
    """
    found: dict[str, InputFormat] = {}
    for info in pkgutil.iter_modules(__path__):
        if info.name.startswith("_"):
            continue
        module = import_module(f"{__name__}.{info.name}")
        one = InputFormat(info.name, tuple(module.SUFFIXES), module.read)
        for suffix in one.suffixes:
            if suffix in found:
                raise RuntimeError(f"{found[suffix].name} and {one.name} both read {suffix!r}")
            found[suffix] = one
    return MappingProxyType(dict(sorted(found.items())))


def read_file(
    data: bytes,
    name: str,
    *,
    published: str | Cell | datetime.date | None = None,
    language: str | None = None,
) -> Document:
    r"""A file's bytes as a document; the format is told by the suffix of its name.

    A name without a suffix is read as plain text. InputError, with a sentence for the user, if
    the bytes cannot be read; ValueError if `published` cannot.

    >>> read_file(b"Published: 2024-11-14\r\nIt rained.", "rain.txt").text
    'Published: 2024-11-14\nIt rained.'
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"the file {TOO_LARGE}")
    document = _format_of(name).read(data, name)
    if language is not None:
        document = with_language(document, language)
    return document if published is None else with_day(document, published)


def _format_of(name: str) -> InputFormat:
    base = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, ending = base.rpartition(".")
    suffix = f".{ending.lower()}" if stem and dot else _PLAIN
    known = formats()
    if suffix not in known:
        shown = suffix if len(suffix) <= 20 else suffix[:19] + "…"
        raise InputError(
            f"files ending in {shown!r} can't be read; what can be read: {', '.join(known)}"
        )
    return known[suffix]
