"""Timeline: turns writing into a chronology you can trust."""

from __future__ import annotations

import importlib

_PUBLIC = {
    "mentions": "timeline.normaliser.reader",
    "Mention": "timeline.normaliser.mention",
    "explain": "timeline.normaliser.explain",
    "Explanation": "timeline.normaliser.explain",
    "document": "timeline.chronology.source",
    "Document": "timeline.chronology.source",
    "events": "timeline.api",
    "date_of": "timeline.chronology.dating",
    "Dating": "timeline.chronology.dating",
    "Event": "timeline.chronology.event",
    "Timeline": "timeline.api",
}
__all__ = [*_PUBLIC]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_PUBLIC[name]), name)
