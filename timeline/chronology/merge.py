"""Merging: drafts that tell the same event become one group, and never by their date alone.

Work grows with the number of drafts: each is compared with a few that share its year, its act
or its document, and one of its rarest words, never with all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import is_placed
from timeline.chronology.acts import EMPTY, RETOLD, WHOLE
from timeline.chronology.conflicts import settle
from timeline.chronology.desk import Draft
from timeline.chronology.group import Group, is_dated, sort_drafts
from timeline.chronology.likeness import (
    Gist,
    agrees,
    are_apart,
    gist,
    likeness,
    share,
    span_of,
    stem,
    years_of,
)

_SAME, _NESTED = 0.55, 0.62
"""How alike two titles are that tell one event: of the same time, of times one within the other."""
_GIVES_WAY, _IMPLIED, _UNPLACED, _RETOLD = 0.62, 0.72, 0.7, 0.75
"""The same, where a date is only implied and the other is written some days around; where both
are; where one has none; where an event is told again, long after."""
_HALF, _RETOLD_OF = 0.5, 0.6
_DAYS, _ROUGHLY = 14, 31
_RARE_WORDS, _COMPARED = 4, 8
_OF_ORIGINS = frozenset(
    stem(word) for word in ("origin", "anniversary", "birth", "founding", "beginning")
)
_FOUNDING = frozenset(
    stem(word)
    for word in "founded established launched opened started began created formed built".split()
)
_Key = tuple[object, str, str]


def merge(drafts: Sequence[Draft]) -> list[Group]:
    """The drafts in groups, one for each event."""
    gists = _gists(drafts)
    common = Counter(word for about in gists for word in about.words)
    desk = _Sorting(common)
    for i in sort_drafts(drafts):
        desk.place(drafts[i], gists[i])
    return settle(_join_origins(desk.groups, desk.near), common)


def _gists(drafts: Sequence[Draft]) -> list[Gist]:
    """What the drafts are about; a first word is a name if it is one in another title."""
    gists = [gist(draft.about) for draft in drafts]
    names = frozenset(name for about in gists for name in about.names)
    return [
        replace(about, names=about.names | {about.first}) if about.first in names else about
        for about in gists
    ]


class _Sorting:
    """Drafts being put in groups, and where to look for a group."""

    def __init__(self, common: Counter[str]) -> None:
        self.common = common
        self.groups: list[Group] = []
        self.exact: dict[object, Group] = {}
        self.near: defaultdict[_Key, list[Group]] = defaultdict(list)
        self.told: defaultdict[_Key, list[Group]] = defaultdict(list)

    def place(self, draft: Draft, about: Gist) -> None:
        """Put a draft in the group it belongs to, or in one of its own."""
        family = _family(draft)
        words = about.words or frozenset((draft.title,))
        where = "" if _is_telling(about, about) and draft.time is not None else draft.document
        deed = about.deed
        if deed.head in EMPTY and not about.predicate:
            where = draft.passage.text
        told = (deed.passive, deed.denied, deed.thought, about.subject)
        key = (draft.time, draft.shade, family, where, words, told)
        same = self.exact.get(key)
        if same is not None:
            same.add(draft)
            return
        rare = sorted(about.words, key=lambda word: (self.common[word], word))[:_RARE_WORDS]
        years = years_of(draft.time, draft.shade)
        best, alike = self._find(draft, about, [(y, family, word) for y in years for word in rare])
        if best is None and not is_dated(draft):
            best = self._find_told(draft, about, rare)
        if best is None:
            best = Group.of(draft, about)
            self.groups.append(best)
            for year in years:
                for word in about.words:
                    self.near[year, family, word].append(best)
        else:
            best.add(draft, about)
            if draft.basis == "date":
                best.sureness = min(best.sureness, 0.85 + 0.15 * alike)
        self.exact[key] = best
        if is_placed(draft.time) and family == "told" and about.deed.head not in EMPTY:
            head = about.deed.head if is_dated(draft) and about.deed.head in RETOLD else ""
            for word in about.words:
                self.told[draft.document, "", word].append(best)
                if head:
                    self.told[None, head, word].append(best)

    def _find(self, draft: Draft, about: Gist, keys: Sequence[_Key]) -> tuple[Group | None, float]:
        """The group of about the same time that tells the same, and how alike it is."""
        best: tuple[float, Group] | None = None
        for group in _candidates(keys, self.near):
            fit, least = _fit(group, draft)
            if not fit:
                continue
            abroad = draft.document not in group.documents
            for one in group.gists:
                if not is_dated(draft) and one.deed.thought != about.deed.thought:
                    continue
                if abroad and not _is_telling(one, about):
                    continue
                alike = likeness(one, about, whole=draft.kind == "anniversary")
                if alike >= least and (best is None or alike * fit > best[0]):
                    best = (alike * fit, group)
        return (None, 0.0) if best is None else (best[1], best[0])

    def _find_told(self, draft: Draft, about: Gist, rare: Sequence[str]) -> Group | None:
        """The dated group that a draft without a date of its own tells again."""
        head = about.deed.head
        if not head or head in EMPTY or _family(draft) not in ("told", "undated"):
            return None
        if not is_placed(draft.time):
            if draft.basis != "none":
                return None
            keys: list[_Key] = [(draft.document, "", word) for word in rare]
            found = [
                group
                for group in _candidates(keys, self.told)
                if any(_is_plan_of(one, about) for one in group.gists)
            ]
            return found[0] if len({id(g) for g in found}) == 1 else None
        if draft.basis not in ("written", "story") or head not in RETOLD or about.deed.thought:
            return None
        keys = [(None, head, word) for word in rare]
        again = [g for g in _candidates(keys, self.told) if _is_retold(g, draft, about)]
        return again[0] if len(again) == 1 else None


def _candidates(keys: Sequence[_Key], index: defaultdict[_Key, list[Group]]) -> Iterator[Group]:
    seen: set[int] = set()
    for key in keys:
        for group in index.get(key, [])[-_COMPARED:]:
            if id(group) not in seen:
                seen.add(id(group))
                yield group


def _family(draft: Draft) -> str:
    """Kinds that may be one event."""
    if draft.kind in ("origin", "anniversary", "statement", "undated"):
        return draft.kind
    return "told"


def _fit(group: Group, draft: Draft) -> tuple[float, float]:
    """How well the times of a group and a draft fit, and how alike their titles must be. A date
    that is only implied gives way to one that is written, some days around.
    """
    best = group.best
    (a, b), (c, d) = group.span, span_of(draft.time, draft.shade)
    written = is_dated(best)
    if not is_placed(draft.time) and not is_placed(best.time):
        return (1.0, 0.85) if draft.document in group.documents else (0.0, 1.0)
    if not is_dated(draft) and written:
        if a is None or b is None or c is None or d is None or b - a > _DAYS:
            return 0.0, 1.0
        return (0.75, _GIVES_WAY) if max(a, c) - min(b, d) <= _DAYS else (0.0, 1.0)
    if are_apart(group.span, (c, d)):
        rough = is_dated(draft) and (_is_rough(best) or _is_rough(draft))
        near = rough and max((d or 0) - (a or 0), (b or 0) - (c or 0)) <= _ROUGHLY
        return (0.7, _RETOLD) if near else (0.0, 1.0)
    fit = agrees(best.time, draft.time, best.shade, draft.shade)
    if not written:
        return fit, _IMPLIED
    return fit, _SAME if fit == 1.0 else _NESTED


def _is_rough(draft: Draft) -> bool:
    """Whether a date counts whole weeks back, or months, and may be one off: "two weeks ago"."""
    rough = isinstance(draft.time, Cell) and draft.time.grain in (Grain.WEEK, Grain.MONTH)
    return rough and any(m.text.endswith("ago") for m in draft.passage.mentions)


def _is_telling(one: Gist, other: Gist) -> bool:
    """Whether what two titles share is enough for different documents: a name, or many words.
    "The quarter ended" is told by every company of its own quarter.
    """
    shared = frozenset(word for word in one.words & other.words if not word[0].isdigit())
    named = bool(shared & (one.names | other.names))
    return len(shared) > 3 or (named and (len(shared) > 1 or one.deed.head in RETOLD))


def _is_plan_of(one: Gist, other: Gist) -> bool:
    """Whether a title without a date tells what a dated one of its document does."""
    if one.deed.thought != other.deed.thought:
        return False
    return likeness(one, other) >= _UNPLACED and likeness(one, other, whole=True) >= _HALF


def _is_retold(group: Group, draft: Draft, about: Gist) -> bool:
    """Whether a draft tells an event again, some time after: it says the same of the same names,
    and no other name.
    """
    (_, last), (first, _) = group.span, span_of(draft.time, draft.shade)
    if last is None or first is None or first <= last or group.best.kind == "planned":
        return False
    for one in group.gists:
        names = one.names | about.names
        shared = one.rest & about.rest
        named = shared & names
        if not named or len(named) + len(shared) < 3:
            continue
        strange = about.predicate - one.words
        if one.deed.head not in WHOLE:
            strange |= one.predicate - about.words
        if strange & names or likeness(one, about) < _RETOLD:
            continue
        if one.deed.head in WHOLE or share(one.predicate, about.predicate, names) >= _RETOLD_OF:
            return True
    return False


def _join_origins(groups: list[Group], index: defaultdict[_Key, list[Group]]) -> list[Group]:
    """The groups, with each origin joined to the event that tells it, where the text does:
    "the anniversary of the earthquake, which struck the island on 12 January 2010".
    """
    kept: list[Group] = []
    for group in groups:
        home = _told_origin(group, index) if group.kind == "origin" else None
        if home is None:
            kept.append(group)
        else:
            home.join(group)
            home.sureness = min(home.sureness, 0.9)
    return kept


def _told_origin(group: Group, index: defaultdict[_Key, list[Group]]) -> Group | None:
    draft = group.drafts[0]
    about = group.gists[0]
    words = frozenset(w for w in about.words if w not in _OF_ORIGINS and not w[0].isdigit())
    for word in sorted(words):
        for year in years_of(draft.time, draft.shade):
            for other in index.get((year, "told", word), [])[:_COMPARED]:
                told = other.gists[0].words
                found = bool(told & _FOUNDING)
                unnamed = ": origin of" in draft.title or draft.title.startswith("Beginning of ")
                whole = words <= told and (found or (len(words) > 1 and not unnamed))
                if (
                    other is not group
                    and whole
                    and agrees(group.time, other.time, group.shade, other.shade)
                ):
                    return other
    return None
