"""A workspace and a view as a link, and back: plain data, JSON, zlib, base64url.

A link comes from anywhere, so reading one trusts nothing: its length is capped before it is
unpacked, what it inflates to while it is, and every field is checked. Whatever is wrong with
a link ends in a `ShareError` whose text is a sentence for the user.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from collections.abc import Set
from typing import Any

from timeline.calendar.cell import Cell
from timeline.chronology.correction import Correction
from timeline.chronology.event import KINDS
from timeline.chronology.plain import (
    cell_to_plain,
    correction_to_plain,
    read_cell,
    read_correction,
)
from timeline.chronology.reach import in_reach as in_reach
from timeline.chronology.view import View
from timeline.chronology.workspace import Source, Workspace

PARAMETER = "view"
"""The name of the query parameter."""

FIRST_VERSION, VERSION = 1, 2
"""Version 2 has corrections."""
MAX_LINK = 8_192
MAX_PLAIN = 1_000_000
MAX_DOCUMENTS = 100
MAX_NAME = 300
MAX_FIND = 1_000
MAX_MOST = 1_000
MAX_NAMES = 50
MAX_CORRECTIONS = 1_000

_BASE64URL = re.compile(r"[A-Za-z0-9_-]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_VIEW = frozenset("first last hidden names find selected document context most disputed".split())

DAMAGED = (
    "This link is damaged: a part of it is missing or was changed on the way. "
    "Please ask for it again."
)
ENORMOUS = "This link is far too long to be one of ours, so it was not opened."
NEWER = "This link was made by a newer version of Timeline, which this one can't read."


class ShareError(ValueError):
    """A link can't be made or read; the text says why, in a sentence for the user."""


def pack(workspace: Workspace, view: View) -> str:
    """What a link holds, for the query parameter; ShareError if it does not fit in one.

    Half a character (a lone surrogate) becomes U+FFFD, as everywhere where text is stored.
    """
    length = sum(len(source.text) for source in workspace.sources)
    if length > MAX_PLAIN:
        raise ShareError(_too_large(f"{length:,} characters"))
    if len(workspace.corrections) > MAX_CORRECTIONS:
        raise ShareError(_too_large(f"{len(workspace.corrections):,} corrections"))
    plain = to_plain(workspace, view)
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    data = _SURROGATE.sub("\ufffd", text).encode()
    if len(data) > MAX_PLAIN:
        raise ShareError(_too_large(f"{length:,} characters"))
    code = base64.urlsafe_b64encode(zlib.compress(data, 9)).rstrip(b"=").decode()
    if len(code) > MAX_LINK:
        raise ShareError(_too_large(f"{len(code) / 1024:.0f} KB when compressed"))
    unpack(code)  # never hand out a link that can't be opened
    return code


def _too_large(size: str) -> str:
    return (
        f"This is too large for a link ({size}; a link holds {MAX_LINK // 1024} KB). "
        "It needs to be saved, which is not possible yet."
    )


def unpack(code: str) -> tuple[Workspace, View]:
    """The workspace and view that a link holds; ShareError for anything else."""
    if len(code) > MAX_LINK:
        raise ShareError(ENORMOUS)
    if not _BASE64URL.fullmatch(code):
        raise ShareError(DAMAGED)
    try:
        packed = base64.urlsafe_b64decode(code + "=" * (-len(code) % 4))
        stream = zlib.decompressobj()
        data = stream.decompress(packed, MAX_PLAIN + 1)
        if len(data) > MAX_PLAIN:
            raise ShareError(ENORMOUS)
        if not stream.eof or stream.unused_data:
            raise ShareError(DAMAGED)
        plain = json.loads(data.decode())
    except ShareError:
        raise
    except (binascii.Error, zlib.error, ValueError, RecursionError) as error:
        raise ShareError(DAMAGED) from error
    return from_plain(plain)


def to_plain(workspace: Workspace, view: View) -> dict[str, object]:
    """A workspace and a view as plain data, ready for JSON; what is not set is left out."""
    shown = {
        "first": _cell_to_plain(view.first),
        "last": _cell_to_plain(view.last),
        "hidden": sorted(view.hidden),
        "names": sorted(view.names),
        "find": view.text,
        "selected": view.selected,
        "document": view.document,
        "context": view.context or None,
        "most": view.most,
        "disputed": view.disputed or None,
    }
    plain: dict[str, object] = {
        "version": FIRST_VERSION,
        "title": workspace.title,
        "documents": [
            _without_empty(
                {
                    "name": source.name,
                    "sample": source.sample,
                    "text": source.text,
                    "written": _cell_to_plain(source.written),
                }
            )
            for source in workspace.sources
        ],
        "view": _without_empty(shown),
    }
    if workspace.corrections:
        # Only such a link needs a Timeline that knows of them.
        plain["version"] = VERSION
        plain["corrections"] = [correction_to_plain(one) for one in workspace.corrections]
    return plain


def from_plain(plain: object) -> tuple[Workspace, View]:
    """The inverse of `to_plain`; ShareError unless every field is as it must be."""
    if not isinstance(plain, dict):
        raise ShareError(DAMAGED)
    version = plain.get("version")
    if type(version) is int and version > VERSION:
        raise ShareError(NEWER)
    fields = _record(plain, {"version", "title", "documents", "corrections", "view"})
    if type(version) is not int or version < FIRST_VERSION:
        raise ShareError(DAMAGED)
    documents = fields.get("documents", [])
    if not isinstance(documents, list) or len(documents) > MAX_DOCUMENTS:
        raise ShareError(DAMAGED)
    sources = tuple(_source(document) for document in documents)
    try:
        title = _string(fields.get("title", ""), MAX_NAME)
        workspace = Workspace(sources, title, _corrections(fields.get("corrections", [])))
    except ShareError:
        raise
    except ValueError as error:  # two documents of one name
        raise ShareError(DAMAGED) from error
    return workspace, _view(fields.get("view", {}))


def _source(plain: object) -> Source:
    fields = _record(plain, {"name", "sample", "text", "written"})
    sample, text = fields.get("sample"), _string(fields.get("text", ""), MAX_PLAIN)
    if sample is not None and text:
        raise ShareError(DAMAGED)
    return Source(
        _string(fields.get("name", ""), MAX_NAME),
        text,
        _optional_string(sample, MAX_NAME),
        _cell(fields.get("written")),
    )


def _view(plain: object) -> View:
    fields = _record(plain, _VIEW)
    hidden = fields.get("hidden", [])
    if not isinstance(hidden, list) or len(hidden) > len(KINDS):
        raise ShareError(DAMAGED)
    kinds = frozenset(_string(kind, MAX_NAME) for kind in hidden)
    if not kinds <= frozenset(KINDS):
        raise ShareError(DAMAGED)
    names = fields.get("names", [])
    if not isinstance(names, list) or len(names) > MAX_NAMES:
        raise ShareError(DAMAGED)
    view = View(
        first=_cell(fields.get("first")),
        last=_cell(fields.get("last")),
        hidden=kinds,
        names=frozenset(_string(name, MAX_NAME) for name in names),
        text=_string(fields.get("find", ""), MAX_FIND),
        selected=_optional_string(fields.get("selected"), MAX_NAME),
        document=_optional_string(fields.get("document"), MAX_NAME),
        context=_flag(fields.get("context")),
        most=_count(fields.get("most")),
        disputed=_flag(fields.get("disputed")),
    )
    first, last = view.first, view.last
    if first is not None and last is not None and last.last_day < first.first_day:
        raise ShareError(DAMAGED)
    return view


def _flag(value: object) -> bool:
    if value is not None and not isinstance(value, bool):
        raise ShareError(DAMAGED)
    return value is True


def _count(value: object) -> int | None:
    if value is not None and not (type(value) is int and 0 < value <= MAX_MOST):
        raise ShareError(DAMAGED)
    return value


def _record(plain: object, names: Set[str]) -> dict[str, Any]:
    if not isinstance(plain, dict) or not plain.keys() <= names:
        raise ShareError(DAMAGED)
    return plain


def _string(value: object, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest or _SURROGATE.search(value):
        raise ShareError(DAMAGED)
    return value


def _optional_string(value: object, longest: int) -> str | None:
    return None if value is None else _string(value, longest)


def _cell_to_plain(cell: Cell | None) -> list[object] | None:
    return None if cell is None else cell_to_plain(cell)


def _cell(plain: object) -> Cell | None:
    try:
        return None if plain is None else read_cell(plain)
    except ValueError as error:
        raise ShareError(DAMAGED) from error


def _corrections(plain: object) -> tuple[Correction, ...]:
    if not isinstance(plain, list) or len(plain) > MAX_CORRECTIONS:
        raise ShareError(DAMAGED)
    try:
        return tuple(read_correction(one) for one in plain)
    except ValueError as error:
        raise ShareError(DAMAGED) from error


def _without_empty(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value not in (None, "", [])}
