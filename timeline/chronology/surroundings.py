"""Surroundings: what the words around a name tell of it, and whether a capital tells anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from timeline.chronology.capitals import cut
from timeline.chronology.cues import GENERIC, HEADS, ROLES, TITLES
from timeline.chronology.gazetteer import FIRST_NAMES, ORGANISATIONS, PLACES, STATES
from timeline.chronology.verbs import AUXILIARIES, BASES, SPEAKING, is_past

_STOPS = frozenset(".!?…:;_=#—•\n\r\u2028\u2029*|>")
_OPENING = frozenset("\"“‘'`«([{„‚»”’)]} \t\u00a0")
_QUOTES = frozenset("\"“‘'`«„")
_BEFORE = {
    **dict.fromkeys("in near outside throughout across inside toward towards around city town "
                    "village suburb port island district".split(), "place"),
    **dict.fromkeys(ROLES, "person"),
    **dict.fromkeys("company firm maker airline retailer insurer broker newspaper giant club "
                    "carmaker startup subsidiary rival rivals manufacturer brewer".split(),
                    "organisation"),
    **dict.fromkeys("said says told married".split(), "speaker"),
    **dict.fromkeys("at on".split(), "there"),
    **dict.fromkeys("the a an this".split(), "article"),
}  # fmt: skip
_BEHIND = {
    **dict.fromkeys("who whose himself herself resigned died married visited wrote born retired "
                    "recalled told".split(), "person"),
    **dict.fromkeys("shares stock executives plc customers products employees shareholders "
                    "spokesman spokeswoman leader members supporters".split(), "organisation"),
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
_TOWN = re.compile(r", ([A-Z][\w.]*(?: [A-Z]\w+)?)")
_LINKS = frozenset("of in on at for by with that which who to from and".split())
_ENDS = tuple("ing ed ly ment tion sion ness ity ance ence ship ism ure ery age als ics".split())


class Found(NamedTuple):
    """A candidate: a piece at its place in the text."""

    start: int
    end: int
    name: str
    kind: str
    titled: bool


def cues_around(text: str, start: int, end: int) -> Iterator[str]:
    """What the words around a name tell of it: kinds, and "speaker", "there" or "article"."""
    if start > 1 and text[start - 1] in " \n":
        cue = _BEFORE.get(word_before(text, start))
        if cue is not None and not (cue == "place" and text.startswith(("'s", "’s"), end)):
            yield cue
    after = text[end : end + 16]
    if after[:1] == ",":
        if after[2:4].isdigit() and after[4:5] in (",", "."):
            yield "person"
        elif (town := _TOWN.match(text, end)) is not None and _is_land(town[1]):
            yield "place"
        elif (cue := _apposed(text, end)) is not None:
            yield cue
        after = after[1:]
    if after[:1] == " " and after[1:2]:
        cue = _BEHIND.get(after[1:].split(" ", 1)[0].rstrip(",.;:"))
        if cue is not None:
            yield cue


def word_before(text: str, start: int) -> str:
    """The word before a place of a text, if it is not too long."""
    return text[text.rfind(" ", max(0, start - 16), start - 1) + 1 : start - 1] if start > 1 else ""


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


def _is_land(words: str) -> bool:
    first = words.split(" ", 1)[0]
    return any(w in PLACES or w in STATES for w in (words, first, first.rstrip(".")))


def opens(text: str, start: int) -> bool:
    """Whether a sentence, a line or a quotation begins here."""
    at = start - 1
    if at >= 0 and text[at] in _QUOTES:
        return True
    least = max(0, at - 8)
    while at >= least and text[at] in _OPENING:
        at -= 1
    return at < 0 or text[at] in _STOPS


def weigh(found: Found, text: str, common: frozenset[str], times: int) -> Found | None:
    """A name that opens a sentence (so many times), if it is one; without its first word, if
    only that is none.
    """
    words = found.name.split(" ")
    first = words[0]
    lower = first.lower()
    if len(words) > 1:
        ordinary = lower in common or (first not in FIRST_NAMES and words[1] in FIRST_NAMES)
        if found.kind and not (ordinary and words[1] in FIRST_NAMES):
            return found
        if not ordinary and not (lower.endswith(_ENDS) or _is_common(lower)):
            return found
        pieces = cut(" ".join(words[1:]))
        if not pieces or not words[1][:1].isupper():
            return None
        start = found.end - len(pieces[0].name)
        return found._replace(start=start, name=pieces[0].name, kind=pieces[0].kind)
    if found.kind and not found.name.isupper():
        return found
    if first.isupper() and found.kind:
        return found if lower not in common else None
    if any(lower in words for words in (common, GENERIC, TITLES, ROLES, HEADS, _NOUNS)):
        return None
    if first in FIRST_NAMES:
        return found
    if _is_common(lower) or lower.endswith(_ENDS) or _is_plural(lower):
        return None
    after = text[found.end : found.end + 16]
    if after.startswith(("'s ", "’s ")):
        return found
    word = after[1:].split(" ", 1)[0].rstrip(",.") if after[:1] == " " else ""
    acts = word in SPEAKING or _BEHIND.get(word) == "person"
    if acts or (times > 1 and (word in AUXILIARIES or is_past(word))):
        return found
    return None


def _is_common(lower: str) -> bool:
    return lower in BASES or lower in GENERIC


def _is_plural(lower: str) -> bool:
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is", "os"))


def kind_of(name: str, votes: Mapping[str, int]) -> str:
    """The kind that the words around a name tell; "" where they don't."""
    person, firm = votes.get("person", 0), votes.get("organisation", 0)
    place, speaker = votes.get("place", 0), votes.get("speaker", 0)
    if firm and firm >= person:
        return "organisation"
    if person > (votes.get("article", 0) if person < 3 else 0):
        return "person"
    if place > speaker:
        return "place"
    if name in FIRST_NAMES:
        return "person"
    if speaker and " " in name:
        words = name.split(" ")
        plain = any(w.lower().endswith(_ENDS) or _is_common(w.lower()) for w in words)
        firm = plain or words[0] in ORGANISATIONS or "article" in votes
        return "organisation" if firm else "person"
    return ""


def last_guess(votes: Mapping[str, int]) -> str:
    """The kind of a name that stands for no other and that no cue has told: a single word that
    speaks is mostly a firm, since people come with their full names first.
    """
    if votes.get("speaker", 0):
        return "organisation"
    return "place" if votes.get("there", 0) and "article" not in votes else ""
