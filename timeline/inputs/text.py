"""Plain text."""

from __future__ import annotations

from dataclasses import replace

from timeline.chronology.source import Document, document
from timeline.inputs._decode import decode

SUFFIXES = (".txt", ".text")


def read(data: bytes, name: str) -> Document:
    """A plain text file as a document; InputError if it is no text."""
    text, warnings = decode(data)
    found = document(text, name=name)
    return replace(found, warnings=(*warnings, *found.warnings))
