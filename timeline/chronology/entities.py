"""Entities: who and where a text speaks of, by rules: people, organisations, places, the rest.

Every run of capitals is cut into names; what stands around a name and what it is called
elsewhere in the text tell its kind; shorter forms go with the fullest one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from timeline.chronology.aliases import link
from timeline.chronology.capitals import RUN, cut
from timeline.chronology.cues import PARTICLES
from timeline.chronology.entity import Appearance, Entity, known_kind
from timeline.chronology.gazetteer import PLACES, STATES
from timeline.chronology.headlines import (
    find_headlines,
    is_code,
    is_dateline,
    opens_line,
    read_headlines,
)
from timeline.chronology.shapes import GIVEN_MONTHS
from timeline.chronology.surroundings import (
    Found,
    cues_around,
    kind_of,
    last_guess,
    opens,
    weigh,
    word_before,
)
from timeline.normaliser.names import NUMBERED


@dataclass(frozen=True, slots=True)
class Cast:
    """All entities of a text: where they appear, what each form of a name stands for, and the
    words (with their offsets) that only another text can tell to be names.
    """

    appearances: tuple[Appearance, ...]
    forms: Mapping[str, Entity]
    doubtful: tuple[tuple[int, int, str], ...] = ()


_SHORT = 100_000
_AGENCIES = frozenset("AP AFP UPI Reuters Xinhua".split())
_WHEN = frozenset("in since until till during before after".split())
_LOUD = 7


def find_entities(text: str) -> Cast:
    """The entities of an English text.

    Those of the last texts are kept, so that a second look costs nothing.

    >>> cast = find_entities("Tim Cook leads Apple Inc. in Cupertino. Cook said Apple will grow.")
    >>> [(text.entity.name, text.entity.kind) for text in cast.appearances][:3]
    [('Tim Cook', 'person'), ('Apple Inc.', 'organisation'), ('Cupertino', 'place')]
    >>> cast.forms["Cook"]
    Entity(name='Tim Cook', kind='person')
    """
    return _find_again(text) if len(text) <= _SHORT else _find(text)


def _find(text: str) -> Cast:
    reader = _Reader(text)
    reader.collect()
    reader.settle()
    return reader.cast()


_find_again = lru_cache(maxsize=64)(_find)


class _Reader:
    """One text being read for names."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sure: list[Found] = []
        self.doubtful: list[Found] = []
        self.quiet: list[tuple[int, str]] = []
        self.votes: dict[str, dict[str, int]] = {}
        self.kinds: dict[str, str] = {}
        self.unknown: list[tuple[int, int, str]] = []
        self.said: list[tuple[str, str]] = []

    def collect(self) -> None:
        """All candidates: sure ones, those that open a sentence, and runs in headlines."""
        text = self.text
        heads = list(find_headlines(text))
        starts = [start for start, _ in heads]
        for match in RUN.finditer(text):
            start, run = match.start(), match[0]
            if start and text[start - 1].isalnum():
                if text[start - 1] not in "ie" or len(run) < 3:
                    continue
                start, run = start - 1, f"{text[start - 1]}{run}"  # iPhone
            if text[start - 1 : start] == "(" and run in _AGENCIES:
                continue
            if run.isupper():
                if is_code(text, start, match.end()) or is_dateline(text, start, match.end()):
                    continue
                if len(run) >= (4 if opens_line(text, start) else _LOUD):
                    self.quiet.append((start, run))
                    continue
            if heads:
                place = bisect_right(starts, start) - 1
                if place >= 0 and start < heads[place][1]:
                    self.quiet.append((start, run))
                    continue
            if "\n" in run and _is_broken(text, start, run):
                for line in run.split("\n"):
                    self._take(start, line, text)
                    start += len(line) + 1
            else:
                self._take(start, run, text)

    def _take(self, start: int, run: str, text: str) -> None:
        led = " and " in run and text[max(0, start - 3) : start] in ("he ", " a ", "ts ")
        opening: bool | None = None
        for piece in cut(run, led):
            found = Found(
                start + piece.start, start + piece.end, piece.name, piece.kind, piece.titled
            )
            first, _, rest = piece.name.partition(" ")
            if (
                not rest
                and first.lower() in NUMBERED
                and text[found.end + 1 : found.end + 2].isdigit()
            ):
                continue  # Room 12
            if first in GIVEN_MONTHS and rest and word_before(text, found.start) in _WHEN:
                kind = "person" if rest in self.kinds and self.kinds[rest] == "person" else ""
                found = found._replace(start=found.end - len(rest), name=rest, kind=kind)
            if piece.fresh:
                if opening is None:
                    opening = opens(text, start)
                behind_firm = piece.start > 0 and text[found.start - 2] == "."
                if opening or behind_firm:
                    self.doubtful.append(found)
                    continue
            self._add(found)

    def _add(self, found: Found) -> None:
        name = found.name
        if name in STATES and self.text[found.start - 2 : found.start] == ", ":
            name = STATES[name]
            found = found._replace(name=name, kind="place")
        self.sure.append(found)
        if name not in self.kinds:
            self.kinds[name] = found.kind
        elif found.kind == "person" and self.kinds[name] in ("", "place"):
            self.kinds[name] = "person"
        if not self.kinds[name]:
            votes = self.votes.setdefault(name, {})
            for cue in cues_around(self.text, found.start, found.end):
                votes[cue] = votes.get(cue, 0) + 1
        elif self.kinds[name] == "organisation" and name.isupper() and len(self.sure) > 1:
            before = self.sure[-2]
            gap = self.text[before.end : found.start]
            if gap in (" (", ' ("', " (the ") and name in _initials(before.name):
                self.said.append((name, before.name))

    def settle(self) -> None:
        """Decide on the doubtful ones by what is known by now."""
        common = frozenset(self.text.split()) if self.doubtful else frozenset()
        again = Counter(found.name for found in self.doubtful)
        long = [found for found in self.doubtful if " " in found.name]
        for several in (long, [found for found in self.doubtful if " " not in found.name]):
            known = link(self._told(), self.said) if several else {}
            for found in several:
                name = found.name
                lower = name[:1].lower() + name[1:]  # "Von Rantzau refused."
                if name in self.kinds or name in known:
                    self._add(found)
                elif lower in known:
                    self._add(found._replace(name=lower))
                else:
                    kept = weigh(found, self.text, common, again[name])
                    if kept is not None:
                        self._add(kept)
                    else:
                        self.unknown.append((found.start, found.end, found.name))
        self.sure.sort()

    def _told(self) -> dict[str, str]:
        """The names with their kinds, as far as words tell them."""
        told = {}
        for name, kind in self.kinds.items():
            told[name] = kind or kind_of(name, self.votes.get(name, {}))
        return told

    def cast(self) -> Cast:
        """Everything found, each name with its fullest form and the kind of all its forms."""
        told = self._told()
        alias = link(told, self.said)
        entities = _entities(told, alias, {found.name for found in self.sure}, self.votes)
        appearances = []
        for found in self.sure:
            start, name = found.start, found.name
            longer = _extend(self.text, start, name, alias)
            if longer:
                start, name = start - len(longer) - 1, f"{longer} {name}"
            entity = entities.get(name)
            if entity is not None:
                appearances.append(Appearance(start, found.end, entity))
        if self.quiet:
            appearances += read_headlines(self.quiet, entities)
            appearances.sort(key=lambda one: one.start)
        return Cast(tuple(appearances), MappingProxyType(entities), tuple(self.unknown))


def _is_broken(text: str, start: int, run: str) -> bool:
    """Whether a run goes over the end of a line that no page's width has broken."""
    end = start + run.find("\n")
    if text[start + len(run) : start + len(run) + 1] == ":":
        return True
    return end - max(text.rfind("\n", max(0, end - 200), end), end - 200) < 50


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _entities(
    told: Mapping[str, str],
    alias: Mapping[str, str],
    used: set[str],
    votes: Mapping[str, Mapping[str, int]],
) -> dict[str, Entity]:
    """For each form of a name its entity; a name nobody could place gets its kind from the
    forms it is called by.
    """
    kinds: dict[str, str] = {}
    for form, name in alias.items():
        kind = told.get(form, "")
        if kind and not kinds.get(name):
            kinds[name] = kind
        elif (
            form in used
            and not kinds.get(name)
            and not told.get(name)
            and name.endswith(f" {form}")
            and "article" not in votes.get(form, {})
        ):
            kinds[name] = "person"
    surnames = {
        name.rsplit(" ", 1)[1]
        for name, kind in told.items()
        if kind == "person" and " " in name and name.rsplit(" ", 1)[1] not in PLACES
    }
    made: dict[str, Entity] = {}
    for form in [*told, *alias]:
        name = alias.get(form, form)
        entity = made.get(name)
        if entity is None:
            kind = told.get(name) or known_kind(name)
            if kind == "other" and not told.get(name):
                kin = name.rsplit(" ", 1)[-1] in surnames
                guess = "person" if kin else last_guess(votes.get(name, {}))
                kind = kinds.get(name) or guess or kind
            entity = made[name] = Entity(name, kind)
        made[form] = entity
    return made


def _extend(text: str, start: int, name: str, alias: Mapping[str, str]) -> str:
    """The little words before a last name that belong to it: "von" in "but von Rantzau fled"."""
    if start < 3 or text[start - 1] != " ":
        return ""
    before = text[max(0, start - 12) : start - 1].split()
    for number in (2, 1):
        words = before[-number:]
        if len(words) == number and all(w in PARTICLES for w in words):
            longer = " ".join(words)
            if f"{longer} {name}" in alias:
                return longer
    return ""
