"""Casting: which entities each event names, and which names of several documents are one."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.chronology.aliases import link
from timeline.chronology.entities import Cast, find_entities
from timeline.chronology.entity import Appearance, Entity
from timeline.chronology.event import Event, Passage
from timeline.chronology.headlines import read_headlines
from timeline.chronology.source import Document

MOST = 12
"""No event names more entities; the most prominent are kept."""
_NOBODY = Cast((), {})
_READ = frozenset(("en", ""))
"""The languages whose capitals tell names by these rules."""


def cast_events(events: Sequence[Event], documents: Sequence[Document]) -> list[tuple[Entity, ...]]:
    """For each event the entities it names: those of its title as they stand there, then those
    of its passages, the most frequent in the document first.

    What the title of another event of the same sentence names belongs to that event alone.
    """
    stage = _Stage(documents)
    titled = [stage.in_title(event) for event in events]
    owners: defaultdict[tuple[str, int], Counter[Entity]] = defaultdict(Counter)
    for event, entities in zip(events, titled, strict=True):
        for passage in event.passages:
            owners[passage.document, passage.start].update(entities)
    made = []
    for event, entities in zip(events, titled, strict=True):
        rest: Counter[Entity] = Counter()
        for passage in event.passages:
            elsewhere = owners[passage.document, passage.start]
            for one in stage.within(passage):
                if one.entity not in elsewhere:
                    rest[one.entity] = stage.counts[one.entity]
        made.append((*entities, *(entity for entity, _ in rest.most_common(MOST)))[:MOST])
    return made


class _Stage:
    """The casts of some documents, in which a name means the same everywhere."""

    def __init__(self, documents: Iterable[Document]) -> None:
        casts = {
            document.name: find_entities(document.text) if document.language in _READ else _NOBODY
            for document in documents
        }
        self.forms = {name: cast.forms for name, cast in casts.items()}
        self.same, known = _join(list(casts.values()))
        self.appearances = {
            name: sorted(self._appearances(cast, known), key=lambda one: one.start)
            for name, cast in casts.items()
        }
        self.starts = {
            name: [one.start for one in found] for name, found in self.appearances.items()
        }
        self.counts = Counter(one.entity for found in self.appearances.values() for one in found)

    def _appearances(self, cast: Cast, known: Mapping[str, Entity]) -> Iterator[Appearance]:
        """The appearances of one cast, and those that only other texts tell."""
        for one in cast.appearances:
            yield one._replace(entity=self.same[one.entity])
        for start, end, word in cast.doubtful if known else ():
            if word in known:
                yield Appearance(start, end, known[word])

    def within(self, passage: Passage) -> Sequence[Appearance]:
        """The appearances in a passage."""
        starts = self.starts.get(passage.document, [])
        first, last = bisect_left(starts, passage.start), bisect_left(starts, passage.end)
        return self.appearances[passage.document][first:last] if first < last else ()

    def in_title(self, event: Event) -> tuple[Entity, ...]:
        """The entities in an event's title, in order; a name may stand there for a pronoun."""
        if not event.passages:
            return ()
        found: dict[Entity, tuple[int, int]] = {}
        words = event.title.split(" ")
        for passage in event.passages:
            if not all(word in passage.text or word.lower() in passage.text for word in words[:2]):
                forms = self.forms[passage.document]
                for one in read_headlines([(0, event.title)], forms):
                    entity = self.same.get(one.entity, one.entity)
                    found.setdefault(entity, (one.start, one.end))
            for one in self.within(passage):
                text = passage.text[one.start - passage.start : one.end - passage.start]
                place = _find(event.title, text)
                if place >= 0:
                    found.setdefault(one.entity, (place, place + len(text)))
        whole = [
            entity
            for entity, (start, end) in found.items()
            if not any(a <= start and end <= b and end - start < b - a for a, b in found.values())
        ]
        return tuple(sorted(whole, key=found.__getitem__)[:MOST])


def _find(title: str, words: str) -> int:
    """Where whole words stand in a title; -1 where they don't."""
    place = title.find(words)
    while place >= 0:
        end = place + len(words)
        if not (title[place - 1 : place].isalnum() or title[end : end + 1].isalnum()):
            return place
        place = title.find(words, place + 1)
    return -1


def _join(casts: Sequence[Cast]) -> tuple[Mapping[Entity, Entity], Mapping[str, Entity]]:
    """For each entity of some texts, and for each form of a name, the one it is among all.

    Equal names are one, of the kind told most often; a shorter form is the one fuller name that
    the texts know together, if there is just one. First names stay what they are.
    """
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for cast in casts:
        for one in cast.appearances:
            kinds[one.entity.name][one.entity.kind] += 1
    chosen = {}
    for name, told in kinds.items():
        sure = [(kind, count) for kind, count in told.most_common() if kind != "other"]
        chosen[name] = sure[0][0] if sure else ""
    alias = link(chosen, near=False) if len(casts) > 1 else {}
    made: dict[str, Entity] = {}
    for name in kinds:
        root = alias.get(name, name)
        made[name] = Entity(root, chosen.get(root) or chosen[name] or "other")
    same = {one.entity: made[one.entity.name] for cast in casts for one in cast.appearances}
    if len(casts) < 2:
        return same, {}
    return same, {**{form: made[name] for form, name in alias.items() if name in made}, **made}
