"""Compiling a chronology: documents in, their events out, each once, in the order of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.chronology.casting import cast_events
from timeline.chronology.desk import Draft
from timeline.chronology.draft import draft_events
from timeline.chronology.event import Event
from timeline.chronology.group import Group, passages_of
from timeline.chronology.likeness import order_of
from timeline.chronology.merge import merge
from timeline.chronology.naming import name_groups
from timeline.chronology.source import Document
from timeline.chronology.weighing import weigh


def compile_events(documents: Sequence[Document]) -> tuple[Event, ...]:
    """The events of some documents, in the order of time, those without a place last.

    Equal events are one event with several passages. ValueError unless the documents' names
    differ: passages refer to them.

    >>> from timeline.chronology.source import Document
    >>> [e.title for e in compile_events([Document("a", "The bridge at Remagen fell in 1945.")])]
    ['The bridge at Remagen fell']
    """
    _check_names(documents)
    drafts: list[Draft] = []
    for document in documents:
        drafts += draft_events(document, first=len(drafts))
    groups = merge(drafts)
    named = name_groups(groups, documents)
    home = {draft.number: keys[0] for group, keys in zip(groups, named, strict=True)
            for draft in group.all_drafts}  # fmt: skip
    events = [_event(group, keys, home) for group, keys in zip(groups, named, strict=True)]
    casts = cast_events(events, documents)
    lengths = {document.name: len(document.text) for document in documents}
    weights = weigh(groups, [[entity.name for entity in cast] for cast in casts], lengths)
    return arrange(
        replace(event, entities=cast, weight=weight)
        for event, cast, weight in zip(events, casts, weights, strict=True)
    )


def arrange(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events in the order of time, those without a place last."""
    return tuple(sorted(events, key=lambda e: (order_of(e.time, e.shade), e.title, e.id)))


def _check_names(documents: Sequence[Document]) -> None:
    twice = [name for name, count in Counter(d.name for d in documents).items() if count > 1]
    if twice:
        raise ValueError(
            f"two documents are named {twice[0]!r}: give each document a name of its own"
        )


def _event(group: Group, keys: tuple[str, ...], home: dict[int, str]) -> Event:
    drafts = group.all_drafts
    tied = {home[n] for draft in drafts for n in draft.related if n in home}
    finest = group.best
    return Event(
        id=keys[0],
        title=group.title,
        time=finest.time,
        shade=finest.shade,
        kind=group.kind,
        passages=passages_of(drafts),
        related=tuple(sorted(tied - {keys[0]})),
        confidence=group.confidence,
        basis=finest.basis,
        reason=finest.reason,
        lead=any(draft.lead for draft in drafts),
        claims=group.claims(),
        keys=keys,
    )
