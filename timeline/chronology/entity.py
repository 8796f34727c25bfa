"""Entity: somebody, some body or somewhere that a text names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from timeline.chronology.gazetteer import ORGANISATIONS, PLACES

KINDS = ("person", "organisation", "place", "other")


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody, some body, or somewhere: its fullest name in the text, and its kind, one of
    `KINDS`; `other` is what has a name and is none of them, or is not known to be.
    """

    name: str
    kind: str


class Appearance(NamedTuple):
    """A place in a text (`start` to `end`, code points) that names an entity."""

    start: int
    end: int
    entity: Entity


def known_kind(name: str) -> str:
    """The kind of a well-known place or organisation, else "other".

    >>> known_kind("Paris"), known_kind("Ulm Zoo")
    ('place', 'other')
    """
    if name in PLACES:
        return "place"
    return "organisation" if name in ORGANISATIONS else "other"
