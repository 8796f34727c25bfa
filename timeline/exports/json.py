"""JSON: everything a timeline holds but the documents' texts."""

from __future__ import annotations

import json

from timeline.calendar.edtf import edtf
from timeline.chronology.source import Document
from timeline.exports import Chronology, Export

NAME = "JSON"
SUFFIX = ".json"
MIME = "application/json"

VERSION = 1


def write(timeline: Chronology) -> Export:
    """The timeline as one JSON object: `version`, `documents` and `events`."""
    whole = {
        "version": VERSION,
        "documents": [_document(one) for one in timeline.documents],
        "events": [event.to_dict() for event in timeline.events],
    }
    text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    # A half of a surrogate pair in a text has no UTF-8; "\ud83d" is how JSON writes it.
    return Export(text.encode("utf-8", "backslashreplace"))


def _document(document: Document) -> dict[str, object]:
    return {
        "name": document.name,
        "title": document.title,
        "source": document.source,
        "language": document.language,
        "written": edtf(document.written),
        "written_from": document.written_from,
        "candidates": [
            {"day": edtf(one.day), "from": one.origin, "start": one.start, "end": one.end}
            for one in document.candidates
        ],
        "warnings": list(document.warnings),
    }
