"""Markdown: read as it stands, so that offsets stay true; its front matter names title and day."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.chronology.source import Document, document
from timeline.inputs._decode import decode

SUFFIXES = (".md", ".markdown")

_TOP = 10_000
_TITLE = re.compile(r"(?:title|Title)[ \t]{0,8}[:=][ \t]{0,8}(.{1,500})")
_HEADING = re.compile(r"#{1,2}[ \t]{1,8}(.{1,500})")


def read(data: bytes, name: str) -> Document:
    r"""A Markdown file as a document; InputError if it is no text.

    >>> read(b"---\ntitle: 'Dear stranger'\ndate: 1998-04-12\n---\nHello.", "a.md").title
    'Dear stranger'
    """
    text, warnings = decode(data)
    found = document(text, name=name)
    return replace(found, title=title(text), warnings=(*warnings, *found.warnings))


def title(text: str) -> str:
    """What a Markdown text calls itself: the title of its front matter, else its heading."""
    lines = text[:_TOP].split("\n")
    if lines[0].rstrip() in ("---", "+++"):
        fence, lines = lines[0].rstrip(), lines[1:]
        for number, line in enumerate(lines):
            if line.rstrip() == fence:
                lines = lines[number + 1 :]
                break
            if match := _TITLE.match(line):
                return _unquoted(match[1])
    first = next((line for line in lines if line.strip()), "")
    heading = _HEADING.match(first)
    return "" if heading is None else heading[1].rstrip(" \t#")


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
