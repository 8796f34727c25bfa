"""Names for events: ids that stay when the text around an event changes, and events found by them.

An event is known by the keys of all its drafts. No two events share a key: the same sentence
twice in a document, told of two events, is told apart by the words around it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from timeline.chronology.event import Event
from timeline.chronology.group import Group
from timeline.chronology.keys import key_of
from timeline.chronology.source import Document

_NEAR = 120
"""How many characters before and after a sentence tell it from another like it."""


def name_groups(groups: Sequence[Group], documents: Iterable[Document]) -> list[tuple[str, ...]]:
    """The keys of each group, its id first; whatever the order and the day of the documents."""
    texts = {document.name: document.text for document in documents}
    told: dict[str, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    spans: dict[str, tuple[str, dict[int, int]]] = {}
    for number, group in enumerate(groups):
        for draft in group.all_drafts:
            passage = draft.passage
            for key in draft.keys or (key_of(draft.document, draft.title, draft.said),):
                told[key][passage.start].add(number)
                spans.setdefault(key, (draft.document, {}))[1][passage.start] = passage.end
    plain: list[set[str]] = [set() for _ in groups]
    near: list[set[str]] = [set() for _ in groups]
    for key, starts in told.items():
        holders = set().union(*starts.values())
        if len(holders) == 1:
            plain[min(holders)].add(key)
        if len(starts) > 1 or len(holders) > 1:
            document, ends = spans[key]
            places = _tell_apart(key, ends, texts.get(document, ""))
            for start, place in places.items():
                for rank, number in enumerate(sorted(starts[start])):
                    near[number].add(key_of(place, str(rank)) if rank else place)
    named = []
    for own, around in zip(plain, near, strict=True):
        name = min(own or around)
        named.append((name, *sorted((own | around) - {name})))
    return named


def _tell_apart(key: str, ends: Mapping[int, int], text: str) -> dict[int, str]:
    """For sentences of one key, by where they start, keys that know the words around them."""
    alike: dict[str, list[int]] = defaultdict(list)
    for start in sorted(ends):
        before = _whole(text[max(start - _NEAR, 0) : start], last=True)
        after = _whole(text[ends[start] : ends[start] + _NEAR], last=False)
        alike[key_of(key, before, after)].append(start)
    # Nothing but their order tells the rest apart.
    return {
        start: key_of(near, str(rank)) if rank else near
        for near, starts in alike.items()
        for rank, start in enumerate(starts)
    }


def _whole(words: str, *, last: bool) -> str:
    """The paragraph of the words next to a sentence."""
    parts = words.split("\n\n")
    return parts[-1] if last else parts[0]


class Register:
    """Events by all keys they are known by."""

    __slots__ = ("_by_key", "by_id")

    def __init__(self, events: Iterable[Event]) -> None:
        self.by_id: dict[str, Event] = {}
        self._by_key: dict[str, Event] = {}
        for event in events:
            self.by_id[event.id] = event
            for key in event.keys:
                self._by_key.setdefault(key, event)

    def find(self, id: str) -> Event | None:
        """The event of an id it has or once had; None if there is none now."""
        return self.by_id.get(id) or self._by_key.get(id)


def find(events: Iterable[Event], id: str) -> Event | None:
    """The event of an id it has or had when fewer documents were open; None if it is gone.

    >>> from timeline.chronology.compile import compile_events
    >>> from timeline.chronology.source import Document
    >>> events = compile_events([Document("a", "The bridge at Remagen fell in 1945.")])
    >>> find(events, events[0].id).title, find(events, "unheard of")
    ('The bridge at Remagen fell', None)
    """
    return Register(events).find(id)
