"""Timelines to files: one module a format, found by itself.

A format is a module of this package with `NAME`, `SUFFIX`, `MIME` and
`write(timeline) -> Export`; modules whose names begin with "_" are helpers.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Protocol

from timeline.chronology.event import Event
from timeline.chronology.source import Document

__all__ = ["Chronology", "Export", "ExportFormat", "formats"]


class Chronology(Protocol):
    """What a format writes: events in the order of time and the documents they stand in."""

    @property
    def events(self) -> tuple[Event, ...]: ...

    @property
    def documents(self) -> tuple[Document, ...]: ...


@dataclass(frozen=True, slots=True)
class Export:
    """A file's bytes, and a sentence for each thing the format could not hold."""

    data: bytes
    losses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format that can be written: its key, its name for people, suffix and media type."""

    key: str
    name: str
    suffix: str
    mime: str
    write: Callable[[Chronology], Export]


@cache
def formats() -> MappingProxyType[str, ExportFormat]:
    """The formats that can be written, by key (the name of the module).

    >>> formats()["csv"].mime
    'text/csv'
    """
    found = {}
    for info in pkgutil.iter_modules(__path__):
        if not info.name.startswith("_"):
            module = import_module(f"{__name__}.{info.name}")
            found[info.name] = ExportFormat(
                info.name, module.NAME, module.SUFFIX, module.MIME, module.write
            )
    return MappingProxyType(found)
