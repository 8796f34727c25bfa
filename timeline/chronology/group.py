"""Group: the drafts that tell one event, and what of each the event takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Shade, Time, is_placed
from timeline.chronology.dating import BASES
from timeline.chronology.deeds import deed_of
from timeline.chronology.desk import Draft
from timeline.chronology.event import Claim, Passage
from timeline.chronology.likeness import Gist, Span, is_finer, order_of, span_of

_GISTS = 4
"""So many ways to tell an event are kept for comparison."""
_TRUST = {basis: number for number, basis in enumerate(BASES)}
_UNPLACED = len(BASES)
_RANK = {"reported": 0, "planned": 1, "conditional": 2, "anniversary": 3, "origin": 4,
         "background": 5, "statement": 6, "undated": 7}  # fmt: skip


@dataclass(slots=True, eq=False)
class Group:
    """Drafts of one event; `best` has the most exact time of those whose date rests on the best
    basis, `rivals` are groups that tell the same with another date.
    """

    drafts: list[Draft]
    gists: list[Gist]
    best: Draft
    span: Span
    sureness: float = 1.0
    rivals: list[Group] = field(default_factory=list)

    @classmethod
    def of(cls, draft: Draft, about: Gist) -> Group:
        """A group of one draft."""
        return cls([draft], [about], draft, span_of(draft.time, draft.shade))

    def add(self, draft: Draft, about: Gist | None = None) -> None:
        """Take in one more draft; `about` if it tells the event in other words."""
        self.drafts.append(draft)
        if about is not None and len(self.gists) < _GISTS:
            self.gists.append(about)
        trust, least = trust_of(draft), trust_of(self.best)
        finer = is_finer(draft.time, self.best.time, draft.shade, self.best.shade)
        if trust < least or (trust == least and finer):
            self.best = draft
            self.span = span_of(draft.time, draft.shade)

    def join(self, other: Group) -> None:
        """Take in another group."""
        for draft in other.drafts:
            self.add(draft)
        for about in other.gists[: _GISTS - len(self.gists)]:
            self.gists.append(about)
        self.rivals += other.rivals

    @property
    def time(self) -> Time | None:
        """Its most exact time."""
        return self.best.time

    @property
    def shade(self) -> Shade:
        """How that time is meant."""
        return self.best.shade

    @property
    def sides(self) -> tuple[Group, ...]:
        """The group and its rivals, the best supported first: by how many documents, then the
        more exact, then the earlier.
        """
        return tuple(sorted((self, *self.rivals), key=_support)) if self.rivals else (self,)

    @property
    def documents(self) -> frozenset[str]:
        """The names of its documents."""
        return frozenset(draft.document for draft in self.drafts)

    @property
    def all_drafts(self) -> list[Draft]:
        """Its drafts and those of its rivals, the best supported first."""
        if not self.rivals:
            return self.drafts
        return [draft for side in self.sides for draft in side.drafts]

    @property
    def title(self) -> str:
        """The best of its titles."""
        return min(self.drafts, key=lambda d: (-_worth(d), d.title)).title

    @property
    def kind(self) -> str:
        """The most telling of its kinds, of those whose date rests on the best basis."""
        least = trust_of(self.best)
        kinds = (d.kind for d in self.all_drafts if trust_of(d) <= least)
        return min(kinds, key=lambda kind: _RANK[kind])

    @property
    def confidence(self) -> float:
        """The best of its passages', a little more where several agree."""
        basis = self.best.basis
        best = max(d.confidence for d in self.drafts if d.basis == basis)
        return round(min(best * self.sureness + 0.02 * (len(self.documents) - 1), 1.0), 3)

    def passages(self) -> tuple[Passage, ...]:
        """Where it is written, each sentence once, in the order of the documents."""
        return passages_of(self.drafts)

    def claims(self) -> tuple[Claim, ...]:
        """The dates it is told with, if its passages disagree."""
        if not self.rivals:
            return ()
        return tuple(Claim(one.time, one.shade, one.passages()) for one in self.sides)


def is_dated(draft: Draft) -> bool:
    """Whether a draft has a date in its own words, with a place on the calendar."""
    return draft.basis == "date" and is_placed(draft.time)


def trust_of(draft: Draft) -> int:
    """How much the date of a draft is trusted, the most trusted first."""
    return _TRUST[draft.basis] if is_placed(draft.time) else _UNPLACED


def passages_of(drafts: Iterable[Draft]) -> tuple[Passage, ...]:
    """The passages of some drafts, each sentence once, in the order of the documents."""
    merged: dict[tuple[str, int], Passage] = {}
    for draft in sorted(drafts, key=lambda d: d.number):
        passage = draft.passage
        key = (passage.document, passage.start)
        known = merged.get(key)
        if known is not None:
            both = sorted({*known.mentions, *passage.mentions}, key=lambda m: m.start)
            passage = replace(known, mentions=tuple(both), told=known.told or passage.told)
        merged[key] = passage
    return tuple(merged.values())


def _support(group: Group) -> tuple[int, int, tuple[float, float], str]:
    time = group.time
    grain = time.grain if isinstance(time, Cell) else Grain.CENTURY
    begin = order_of(group.time, group.shade)
    return -len(group.documents), grain, begin, group.best.title


def _worth(draft: Draft) -> float:
    """How good a title is: full words, a length that reads, no ellipsis, no lone pronoun."""
    words = draft.title.split()
    worth = min(len(words), 9) - 3.0 * draft.title.endswith("…")
    worth -= 6 * (": origin of" in draft.title)
    if draft.title.lower() in draft.passage.text.lower():
        worth += 2
    if words and words[0].lower() in ("he", "she", "it", "they", "we", "this", "that"):
        worth -= 4
    deed = deed_of(draft.title)
    if deed.head and not deed.subject[1]:
        worth -= 4  # "The farm and bought the mill"
    return worth - 0.5 * draft.title.isupper()


def sort_drafts(drafts: Sequence[Draft]) -> list[int]:
    """The numbers of drafts in the order in which they are grouped, whatever the order of their
    documents: dated ones before the others, in the order of time.
    """
    return sorted(
        range(len(drafts)),
        key=lambda i: (
            not is_dated(drafts[i]),
            trust_of(drafts[i]),
            order_of(drafts[i].time, drafts[i].shade),
            drafts[i].title,
            drafts[i].said,
            drafts[i].document,
            drafts[i].passage.start,
        ),
    )
