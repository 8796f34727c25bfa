"""Entities: who and where a text speaks of, by rules: people, organisations, places, the rest.

Every run of capitals is cut into names; what stands around a name and what it is called
elsewhere in the text tell its kind; shorter forms go with the fullest one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from timeline.chronology.aliases import link
from timeline.chronology.capitals import PARTICLES, RUN, Piece, cut
from timeline.chronology.cues import GENERIC, ROLES, TITLES
from timeline.chronology.gazetteer import FIRST_NAMES, ORGANISATIONS, PLACES
from timeline.chronology.verbs import AUXILIARIES, BASES, SPEAKING, is_past

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


@dataclass(frozen=True, slots=True)
class Cast:
    """All entities of a text: where they appear, and what each form of a name stands for."""

    appearances: tuple[Appearance, ...]
    forms: Mapping[str, Entity]


_SHORT = 100_000
_WORDS = re.compile(r"[^\W_][\w.&'’-]*")
_HEADLINE = 200
_LOUD = 7
_MOST_TOGETHER = 6
_STOPS = frozenset(".!?…:;•\n\r\u2028\u2029*|>")
_OPENING = frozenset("\"“‘'«([{„‚»”’)]}_ \t\u00a0")
_QUOTES = frozenset("\"“‘'«„")
_BEFORE = {
    **dict.fromkeys("in near outside throughout across inside toward towards around".split(), "place"),
    **dict.fromkeys("city town village suburb port island district".split(), "place"),
    **dict.fromkeys(ROLES, "person"),
    **dict.fromkeys("company firm maker airline retailer insurer broker newspaper giant club "
                    "carmaker startup subsidiary rival rivals manufacturer brewer".split(),
                    "organisation"),
    **dict.fromkeys("said says told called married".split(), "speaker"),
}  # fmt: skip
_BEHIND = {
    **dict.fromkeys("who whose himself herself resigned died married visited wrote born retired recalled told".split(), "person"),
    **dict.fromkeys("shares stock executives plc customers products employees shareholders "
                    "spokesman spokeswoman".split(), "organisation"),
    **dict.fromkeys(SPEAKING, "speaker"),
}  # fmt: skip
_NOUNS = {
    **dict.fromkeys(ROLES, "person"),
    **dict.fromkeys("city town village suburb port island district capital hamlet region province "
                    "country kingdom river harbour resort".split(), "place"),
    **dict.fromkeys("company firm maker airline retailer insurer broker newspaper charity union "
                    "carmaker startup subsidiary manufacturer agency bank publisher chain producer "
                    "supplier developer provider group university college".split(), "organisation"),
}  # fmt: skip
_APPOSED = re.compile(r", (?:a|an|the|his|her|its|one|then|who)\b((?: [\w'’-]+){1,5})")
_LINKS = frozenset("of in on at for by with that which who to from and".split())
_ENDS = tuple("ing ed ly ment tion sion ness ity ance ence ship ism ure ery age als ics".split())


class _Found(NamedTuple):
    """A candidate: a piece at its place in the text."""

    start: int
    end: int
    name: str
    kind: str
    titled: bool


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
        self.sure: list[_Found] = []
        self.doubtful: list[_Found] = []
        self.quiet: list[tuple[int, str]] = []
        self.votes: dict[str, dict[str, int]] = {}
        self.kinds: dict[str, str] = {}
        self.said: list[tuple[str, str]] = []

    def collect(self) -> None:
        """All candidates: sure ones, those that open a sentence, and runs in headlines."""
        text = self.text
        heads = list(_headlines(text))
        starts = [start for start, _ in heads]
        for match in RUN.finditer(text):
            start, run = match.start(), match[0]
            if start and text[start - 1].isalnum():
                if text[start - 1] in "ie" and len(run) > 2:
                    self._add(_Found(start - 1, match.end(), f"{text[start - 1]}{run}", "other", False))
                continue
            if run.isupper() and (
                text[match.end() : match.end() + 2] == ": " or text[start - 2 : start] == ": "
            ):
                continue  # (NYSE: ABC)
            if len(run) >= _LOUD and run.isupper():
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
        led = " and " in run and text[max(0, start - 4) : start] in ("the ", "The ")
        opens: bool | None = None
        for piece in cut(run, led):
            found = _Found(start + piece.start, start + piece.end, piece.name, piece.kind, piece.titled)
            if piece.fresh:
                if opens is None or piece.start:
                    opens = _opens(text, start) if not piece.start else True
                if opens:
                    self.doubtful.append(found)
                    continue
            self._add(found)

    def _add(self, found: _Found) -> None:
        self.sure.append(found)
        name = found.name
        if name not in self.kinds:
            self.kinds[name] = found.kind
        elif found.kind == "person" and self.kinds[name] in ("", "place"):
            self.kinds[name] = "person"
        if not self.kinds[name]:
            self._vote(found)
        elif self.kinds[name] == "organisation" and name.isupper() and len(self.sure) > 1:
            before = self.sure[-2]
            gap = self.text[before.end : found.start]
            if gap in (" (", ' ("', " (the ") and before.name[0] == name[0] and " " in before.name:
                self.said.append((name, before.name))

    def _vote(self, found: _Found) -> None:
        """Let the words around a name tell its kind."""
        text, start, end = self.text, found.start, found.end
        votes = self.votes.setdefault(found.name, {})
        if start > 1 and text[start - 1] in " \n":
            before = text[text.rfind(" ", max(0, start - 16), start - 1) + 1 : start - 1]
            vote = _BEFORE.get(before)
            if vote is not None:
                votes[vote] = votes.get(vote, 0) + 1
        after = text[end : end + 16]
        if after[:1] == ",":
            if after[2:4].isdigit() and after[4:5] in (",", "."):
                votes["person"] = votes.get("person", 0) + 1
            elif (vote := _apposed(text, end)) is not None:
                votes[vote] = votes.get(vote, 0) + 1
            after = after[1:]
        if after[:1] == " ":
            vote = _BEHIND.get(after[1:].split(" ", 1)[0].rstrip(",.;:")) if after[1:2] else None
            if vote is not None:
                votes[vote] = votes.get(vote, 0) + 1

    def settle(self) -> None:
        """Decide on the doubtful ones by what is known by now."""
        common = frozenset(self.text.split()) if self.doubtful else frozenset()
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
                    kept = _weigh(found, self.text, common)
                    if kept is not None:
                        self._add(kept)
        self.sure.sort()

    def _told(self) -> dict[str, str]:
        """The names with their kinds, as far as words tell them."""
        told = {}
        for name, kind in self.kinds.items():
            told[name] = kind or _kind_of(name, self.votes.get(name, {}))
        return told

    def cast(self) -> Cast:
        """Everything found, each name with its fullest form and the kind of all its forms."""
        told = self._told()
        alias = link(told, self.said)
        entities = _entities(told, alias, {found.name for found in self.sure})
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
            appearances += _quiet(self.quiet, entities)
            appearances.sort()
        return Cast(tuple(appearances), MappingProxyType(entities))


def _apposed(text: str, end: int) -> str | None:
    """What a name is by the words behind its comma: "Ulm, a town on the Danube"."""
    match = _APPOSED.match(text, end)
    if match is None:
        return None
    for word in match[1].split():
        if word in _LINKS:
            break
        if word in _NOUNS:
            return _NOUNS[word]
    return None


def _is_broken(text: str, start: int, run: str) -> bool:
    """Whether a run goes over the end of a line that no page's width has broken."""
    end = start + run.find("\n")
    return end - max(text.rfind("\n", max(0, end - 200), end), end - 200) < 50


def _headlines(text: str) -> Iterator[tuple[int, int]]:
    """Lines in which nearly every word has a capital, so that a capital tells nothing."""
    start = 0
    for line in text.split("\n"):
        size = len(line)
        if 8 < size <= _HEADLINE and line[-1] not in '.!?;,"”':
            words = line.split()
            if len(words) > 2 and line.count(",") < 2 and ": " not in line:
                long = [w for w in words if len(w) > 3 and w[0].isalpha()]
                capital = sum(w[0].isupper() for w in long)
                if capital > 2 and capital >= len(long) - (len(long) > 6):
                    yield start, start + size
        start += size + 1


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, a line or a quotation begins here."""
    at = start - 1
    if at >= 0 and text[at] in _QUOTES:
        return True
    least = max(0, at - 8)
    while at >= least and text[at] in _OPENING:
        at -= 1
    return at < 0 or text[at] in _STOPS


def _weigh(found: _Found, text: str, common: frozenset[str]) -> _Found | None:
    """A name that opens a sentence, if it is one; without its first word, if only that is none."""
    words = found.name.split(" ")
    first = words[0]
    lower = first.lower()
    if len(words) > 1:
        ordinary = lower in common or (first not in FIRST_NAMES and words[1] in FIRST_NAMES)
        if found.kind and not (ordinary and words[1] in FIRST_NAMES):
            return found
        if not ordinary and not (lower.endswith(_ENDS) or _is_common(lower)):
            return found
        rest = " ".join(words[1:])
        if rest in GENERIC or not rest[:1].isupper() or rest.lower() in GENERIC:
            return None
        kind = "person" if words[1] in FIRST_NAMES and len(words) > 2 else ""
        return found._replace(start=found.start + len(first) + 1, name=rest, kind=kind)
    if found.kind and not found.name.isupper():
        return found
    if first.isupper() and found.kind:
        return found if lower not in common else None
    if lower in common or lower in GENERIC or lower in TITLES:
        return None
    if first in FIRST_NAMES:
        return found
    if _is_common(lower) or lower.endswith(_ENDS) or _is_plural(lower):
        return None
    after = text[found.end : found.end + 16]
    if after.startswith(("'s ", "’s ")):
        return found
    word = after[1:].split(" ", 1)[0].rstrip(",.") if after[:1] == " " else ""
    if word in AUXILIARIES or word in SPEAKING or is_past(word):
        return found
    return None


def _is_common(lower: str) -> bool:
    return lower in BASES


def _is_plural(lower: str) -> bool:
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is", "os"))


def _kind_of(name: str, votes: Mapping[str, int]) -> str:
    """The kind that the words around a name tell; "" where they don't."""
    person, firm = votes.get("person", 0), votes.get("organisation", 0)
    place, speaker = votes.get("place", 0), votes.get("speaker", 0)
    if firm and firm >= person:
        return "organisation"
    if person:
        return "person"
    if name in FIRST_NAMES:
        return "person"
    if place > speaker:
        return "place"
    if speaker and " " in name:
        return "person"
    return ""


def _entities(
    told: Mapping[str, str], alias: Mapping[str, str], used: set[str]
) -> dict[str, Entity]:
    """For each form of a name its entity; a name nobody could place gets its kind from the
    forms it is called by.
    """
    kinds: dict[str, str] = {}
    for form, name in alias.items():
        kind = told.get(form, "")
        if kind and not kinds.get(name):
            kinds[name] = kind
        elif form in used and not kinds.get(name) and not told.get(name) and " " in name:
            kinds[name] = "person" if name.endswith(f" {form}") else "organisation"
    made: dict[str, Entity] = {}
    for form in [*told, *alias]:
        name = alias.get(form, form)
        entity = made.get(name)
        if entity is None:
            kind = told.get(name) or _known(name)
            if kind == "other" and not told.get(name):
                kind = kinds.get(name) or kind
            entity = made[name] = Entity(name, kind)
        made[form] = entity
    return made


def _known(name: str) -> str:
    if name in PLACES:
        return "place"
    return "organisation" if name in ORGANISATIONS else "other"


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


def _quiet(runs: Sequence[tuple[int, str]], entities: Mapping[str, Entity]) -> Iterator[Appearance]:
    """What headlines name of all that the text names."""
    upper = {name.upper(): entity for name, entity in entities.items()}
    for start, run in runs:
        words = [(m.start(), m.end()) for m in _WORDS.finditer(run)]
        number = 0
        while number < len(words):
            for last in range(min(len(words), number + _MOST_TOGETHER), number, -1):
                begin, end = words[number][0], words[last - 1][1]
                name = run[begin:end]
                own = name.endswith(("'s", "’s", "'S", "’S"))
                name = name[:-2] if own else name
                entity = entities.get(name) or (upper.get(name) if name.isupper() else None)
                if entity is None and name.istitle():
                    entity = Entity(name, _known(name)) if _known(name) != "other" else None
                if entity is not None:
                    yield Appearance(start + begin, start + end - 2 * own, entity)
                    number = last - 1
                    break
            number += 1


assert Piece
