"""Merging: drafts that tell the same event become one group, and never by their date alone.

Work grows with the number of drafts: each is compared with a few that share its date's year
and one of its rarest words, never with all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.calendar.times import Shade, Time
from timeline.chronology.dating import BASES
from timeline.chronology.desk import Draft
from timeline.chronology.event import Passage
from timeline.chronology.likeness import (
    Gist,
    Span,
    agrees,
    are_apart,
    gist,
    is_finer,
    likeness,
    order_of,
    span_of,
    stem,
    years_of,
)

_ENOUGH = 0.55
_ENOUGH_NESTED = 0.62
_RARE_WORDS = 4
_GIVES_WAY, _DAYS = 0.75, 14
_OF_ORIGINS = frozenset(stem(word) for word in ("origin", "anniversary", "birth", "founding"))
_FOUNDING = frozenset(
    stem(word)
    for word in "founded established launched opened started began created formed built".split()
)
_COMPARED = 8
_TRUST = {basis: number for number, basis in enumerate(BASES)}
_RANK = {"reported": 0, "planned": 1, "conditional": 2, "anniversary": 3, "origin": 4,
         "background": 5, "statement": 6, "undated": 7}  # fmt: skip


@dataclass(slots=True)
class Group:
    """Drafts of one event; the first was the seed that the others were compared with."""

    drafts: list[Draft]
    gist: Gist
    span: Span
    sureness: float = 1.0

    @property
    def finest(self) -> Draft:
        """The draft with the most exact time, of those whose date rests on the best basis."""
        best = self.drafts[0]
        for draft in self.drafts[1:]:
            if _TRUST[draft.basis] != _TRUST[best.basis]:
                best = min(best, draft, key=lambda d: _TRUST[d.basis])
            elif is_finer(draft.time, best.time, draft.shade, best.shade):
                best = draft
        return best

    @property
    def time(self) -> Time | None:
        """Its most exact time."""
        return self.finest.time

    @property
    def shade(self) -> Shade:
        """How that time is meant."""
        return self.finest.shade

    @property
    def title(self) -> str:
        """The best of its titles."""
        if len(self.drafts) == 1:
            return self.drafts[0].title
        return max(self.drafts, key=lambda d: (_worth(d), -d.number)).title

    @property
    def kind(self) -> str:
        """The most telling of its kinds, of those whose date rests on the best basis."""
        best = min(_TRUST[d.basis] for d in self.drafts)
        kinds = (d.kind for d in self.drafts if _TRUST[d.basis] == best)
        return min(kinds, key=lambda kind: _RANK[kind])

    @property
    def confidence(self) -> float:
        """The best of its passages', a little more where several agree."""
        basis = self.finest.basis
        best = max(d.confidence for d in self.drafts if d.basis == basis)
        sources = len({d.document for d in self.drafts})
        return round(min(best * self.sureness + 0.02 * (sources - 1), 1.0), 3)

    def passages(self) -> tuple[Passage, ...]:
        """Where it is written, each sentence once, in the order of the documents."""
        if len(self.drafts) == 1:
            return (self.drafts[0].passage,)
        merged: dict[tuple[str, int], Passage] = {}
        for draft in sorted(self.drafts, key=lambda d: d.number):
            passage = draft.passage
            key = (passage.document, passage.start)
            known = merged.get(key)
            if known is not None:
                both = sorted({*known.mentions, *passage.mentions}, key=lambda m: m.start)
                passage = replace(known, mentions=tuple(both), told=known.told or passage.told)
            merged[key] = passage
        return tuple(merged.values())


def _worth(draft: Draft) -> float:
    """How good a title is: full words, a length that reads, no ellipsis, no lone pronoun."""
    words = draft.title.split()
    worth = min(len(words), 9) - 3.0 * draft.title.endswith("…")
    worth -= 6 * (": origin of" in draft.title)
    if draft.title.lower() in draft.passage.text.lower():
        worth += 2
    if words and words[0].lower() in ("he", "she", "it", "they", "we", "this", "that"):
        worth -= 4
    return worth - 0.5 * draft.title.isupper()


def merge(drafts: Sequence[Draft]) -> list[Group]:
    """The drafts in groups, one for each event."""
    gists = [gist(d.about) for d in drafts]
    common = Counter(word for g in gists for word in g.words)
    order = sorted(
        range(len(drafts)),
        key=lambda i: (
            drafts[i].basis != "date",
            order_of(drafts[i].time, drafts[i].shade),
            drafts[i].title,
            drafts[i].said,
        ),
    )
    groups: list[Group] = []
    exact: dict[tuple[Time | None, Shade, str, frozenset[str]], Group] = {}
    index: defaultdict[tuple[int | None, str, str], list[Group]] = defaultdict(list)
    for i in order:
        draft, about = drafts[i], gists[i]
        family = _family(draft)
        key = (draft.time, draft.shade, family, about.words or frozenset((draft.title,)))
        group = exact.get(key)
        if group is not None:
            group.drafts.append(draft)
            continue
        years, rarest = years_of(draft.time, draft.shade), _rarest(about, common)
        keys = [(year, family, word) for year in years for word in rarest]
        best, sure = _find(draft, about, keys, index)
        if best is not None:
            best.drafts.append(draft)
            if draft.basis == "date":
                best.sureness = min(best.sureness, 0.85 + 0.15 * sure)
            exact[key] = best
            continue
        group = Group([draft], about, span_of(draft.time, draft.shade))
        groups.append(group)
        exact[key] = group
        for year in years:
            for word in about.words:
                index[year, family, word].append(group)
    return _join_origins(groups, index)


def _join_origins(
    groups: list[Group], index: defaultdict[tuple[int | None, str, str], list[Group]]
) -> list[Group]:
    """The groups, with each origin joined to the event that tells it, where the text does:
    "the anniversary of the earthquake, which struck the island on 12 January 2010".
    """
    kept: list[Group] = []
    for group in groups:
        home = _told_origin(group, index) if group.kind == "origin" else None
        if home is None:
            kept.append(group)
        else:
            home.drafts += group.drafts
            home.sureness = min(home.sureness, 0.9)
    return kept


def _told_origin(
    group: Group, index: defaultdict[tuple[int | None, str, str], list[Group]]
) -> Group | None:
    draft = group.drafts[0]
    words = frozenset(w for w in group.gist.words if w not in _OF_ORIGINS and not w[0].isdigit())
    for word in sorted(words):
        for year in years_of(draft.time, draft.shade):
            for other in index.get((year, "told", word), [])[:_COMPARED]:
                found = bool(other.gist.words & _FOUNDING)
                unnamed = ": origin of" in draft.title
                whole = words <= other.gist.words and (found or not unnamed)
                if whole and agrees(group.time, other.time, group.shade, other.shade):
                    return other
    return None


def _family(draft: Draft) -> str:
    """Kinds that may be one event."""
    if draft.kind in ("origin", "anniversary", "statement", "undated"):
        return draft.kind
    return "told"


def _rarest(about: Gist, common: Counter[str]) -> list[str]:
    return sorted(about.words, key=lambda word: (common[word], word))[:_RARE_WORDS]


def _find(
    draft: Draft,
    about: Gist,
    keys: Sequence[tuple[int | None, str, str]],
    index: defaultdict[tuple[int | None, str, str], list[Group]],
) -> tuple[Group | None, float]:
    best: tuple[float, Group] | None = None
    span = span_of(draft.time, draft.shade)
    for group in _candidates(keys, index):
        fit = _fit(group, draft, span)
        if not fit:
            continue
        if draft.document != group.drafts[0].document and not _is_telling(group.gist, about):
            continue
        alike = likeness(group.gist, about, whole=draft.kind == "anniversary")
        if alike >= (_ENOUGH if fit == 1.0 else _ENOUGH_NESTED) and (
            best is None or alike * fit > best[0]
        ):
            best = (alike * fit, group)
    return (None, 0.0) if best is None else (best[1], best[0])


def _fit(group: Group, draft: Draft, span: Span) -> float:
    """How well the times of a group and a draft fit; a date that is only implied gives way to
    one that is written, some days around.
    """
    seed = group.drafts[0]
    if draft.basis != "date" and seed.basis == "date":
        (a, b), (c, d) = group.span, span
        if a is None or b is None or c is None or d is None:
            return 0.0
        return _GIVES_WAY if max(a, c) - min(b, d) <= _DAYS and b - a <= _DAYS else 0.0
    if are_apart(group.span, span):
        return 0.0
    return agrees(seed.time, draft.time, seed.shade, draft.shade)


def _is_telling(one: Gist, other: Gist) -> bool:
    """Whether what two titles share is enough for different documents: a name or a number, or
    many words. "The quarter ended" is told by every company of its own quarter.
    """
    shared = one.words & other.words
    named = shared & (one.names | other.names)
    return len(shared) > 3 or (bool(named) and len(shared) > 1)


def _candidates(
    keys: Sequence[tuple[int | None, str, str]],
    index: defaultdict[tuple[int | None, str, str], list[Group]],
) -> Iterator[Group]:
    seen: set[int] = set()
    for key in keys:
        for group in index.get(key, [])[-_COMPARED:]:
            if id(group) not in seen:
                seen.add(id(group))
                yield group
