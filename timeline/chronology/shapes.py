"""Shapes: what the words of a name tell of it: where it begins behind titles, and its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.chronology.cues import (
    CORPORATE,
    GENERIC,
    HEADS,
    HONORIFICS,
    INSTITUTIONS,
    KEPT_ALONE,
    LAND,
    LANDED,
    LANDMARKS,
    NATIONS,
    OFFICES,
    ORDINALS,
    PARTICLES,
    ROYAL,
    SURNAME_ENDINGS,
    SURNAMES_TOO,
    TITLES,
    WORKS,
)
from timeline.chronology.gazetteer import FIRST_NAMES, ORGANISATIONS, PLACES, STATES

LONGEST = 100
"""A longer run is no name."""
GIVEN_MONTHS = frozenset("April June May Jan August".split())
"""Months that are first names too: June Abbott."""
_NUMBER = re.compile(r"[IVX]{1,6}|[QH][1-4]|[DR]-.*|[A-Z]-[a-z]+")
_ROMAN = re.compile(r"[IVX]{1,6}")
_AFTER = frozenset("ii iii iv v vi vii viii ix x xi xii xiii xiv xv jr sr junior senior".split())
_ONES = frozenset(
    name
    for name in PLACES | ORGANISATIONS
    if " " in name and name.split()[-1].lower() not in LANDMARKS
)
_ENDINGS = INSTITUTIONS | LANDMARKS | WORKS
_TELLING = frozenset("street road lane avenue square bridge fc afc united rovers".split())
"""Endings that make a name even of two common words: Church Street."""
_NUMBERED = frozenset("republic reich crusade international army fleet".split())
_BODIES = frozenset(
    ("supreme court", "high court", "world bank", "central bank", "royal navy", "royal air force",
     "federal court", "royal society", "international court", "world trade organization",
     "second world war", "first world war", "world war", "world war ii", "world war i", "civil war",
     "great war", "cold war", "red army", "world cup", "great depression", "french revolution",
     "world health organization", "federal reserve", "middle east", "north sea", "red sea",
     "national guard", "national gallery", "national trust", "security council", "general assembly",
     "national assembly", "great plague", "great fire", "court of appeal", "house of lords",
     "house of commons", "house of representatives")
)  # fmt: skip
"""Names that are made of common words."""
_QUARTERS = frozenset("eastern western northern southern central east west north south upper lower "
                      "greater new old inner outer".split())  # fmt: skip
_SPLIT = frozenset("U.S. U.K. US UK EU UN U.N.".split())


class Piece(NamedTuple):
    """A name in a run: its offsets in the run, its words, its kind if its shape tells it, and
    whether a title stands before it. `fresh` is one right after the start of a sentence.
    """

    start: int
    end: int
    name: str
    kind: str
    titled: bool
    fresh: bool


class Word(NamedTuple):
    """A word of a run: without "'s" (`own` tells it stood there), in small letters too, its
    offsets in the run, and whether it is a little word ("of", "von").
    """

    text: str
    lower: str
    start: int
    end: int
    own: bool
    little: bool


def read(part: list[Word], fresh: bool) -> Iterator[Piece]:
    """The names in a part: titles cut off, people behind titles parted from what is before."""
    while part and part[-1].little:
        part.pop()
    if not part:
        return
    last = part[-1].lower
    whole = len(part) > 1 and last in _ENDINGS and part[0].lower not in HONORIFICS
    whole = whole and not (last in SURNAME_ENDINGS and is_given(part[-2].text))  # fmt: skip
    at = -1 if whole else _last_title(part)
    if at < 0:
        yield from _plain(part, fresh, titled=False)
        return
    title = part[at].lower
    royal = title in ROYAL and at + 1 < len(part)
    landed = title in LANDED and at + 2 < len(part) and part[at + 1].lower == "of"
    before = part[:at]
    while before and (before[-1].lower in TITLES or before[-1].little):
        before.pop()
    if before and not (len(before) == 1 and before[0].lower in OFFICES):
        yield from _plain(before, fresh, titled=False)
    rest = part[at + 1 :]
    if landed:
        yield _piece(part[at:], "person", True, False)
        return
    office = rest[:1] and rest[0].little and rest[0].lower not in PARTICLES
    while office and rest and (rest[0].little or rest[0].lower in OFFICES):
        rest = rest[1:]
    if not rest:
        return
    if royal and " ".join(w.text for w in part[at:]) in PLACES:
        yield _piece(part[at:], "place", False, fresh and at == 0)
    elif royal and _is_short(rest):
        saint = title in ("st", "saint") and len(rest) > 1 and not _ROMAN.fullmatch(rest[-1].text)
        kind = "person" if title not in ("st", "saint") else "place" if saint else ""
        yield _piece(part[at:], kind, True, False)
    elif rest[0].text in PLACES or rest[0].lower in GENERIC:
        yield from _plain(rest, False, titled=False)
    else:
        yield from _plain(rest, False, titled=True)


def _is_short(words: Sequence[Word]) -> bool:
    """Whether it is one name, perhaps with a number: Gustav II."""
    return len(words) == 1 or (len(words) <= 3 and _ROMAN.fullmatch(words[-1].text) is not None)


def _last_title(part: Sequence[Word]) -> int:
    """The place of the last title that a name follows; -1 without one."""
    for at in range(len(part) - 1, -1, -1):
        lower = part[at].lower
        if lower not in TITLES or (at and part[at - 1].little):
            continue
        if at + 1 == len(part) and part[at].text.endswith("s"):
            continue  # the Institute of British Architects
        if lower in SURNAMES_TOO:
            ends = at + 1 == len(part) or part[at + 1].lower in _AFTER
            if at and (ends or is_given(part[at - 1].text)) and not part[at - 1].little:
                continue
            if at + 1 < len(part) and part[at + 1].lower in INSTITUTIONS:
                continue
        return at
    return -1


def _plain(part: list[Word], fresh: bool, *, titled: bool) -> Iterator[Piece]:
    """The name that a part without titles is; a known name at its front stands for itself."""
    while part and part[0].little and part[0].lower not in PARTICLES:
        part = part[1:]
    while part and part[-1].little:
        part = part[:-1]
    if not part:
        return
    last = part[-1].lower
    closed = last in _ENDINGS or any(w.little and w.lower == "of" for w in part)
    if part[0].text in GIVEN_MONTHS and not titled:
        titled = len(part) in (2, 3) and not closed
    of_people = _is_people(part[0].lower) and not (closed and len(part) > 1)
    if of_people and " ".join(w.text for w in part) not in PLACES:
        yield from _plain(part[1:], fresh, titled=titled)
        return
    if part[0].lower in NATIONS and " ".join(w.text for w in part[1:]) in PLACES:
        part = part[1:]  # "the Jewish West Bank"
    if len(part) > 1 and not closed and (part[0].text in _SPLIT or part[0].text in STATES):
        state = part[0].text in STATES and "." in part[0].text
        if state or part[0].text in _SPLIT:
            yield _piece(part[:1], "", titled, False)
            yield from _plain(part[1:], state, titled=False)
            return
    if len(part) > 1 and _is_people(last) and last.endswith("s"):
        part = part[:-1]
    for length in (1, 2, 3):
        front = " ".join(w.text for w in part[:length])
        known = front in PLACES if length == 1 else front in _ONES
        if length < len(part) and known and part[length].text in FIRST_NAMES - PLACES:
            yield _piece(part[:length], "", False, fresh)
            yield from _plain(part[length:], False, titled=False)
            return
    if not titled and all(map(is_common, part)):
        name = " ".join(w.text for w in part)
        distinct = len(part) > 1 and (
            (any(w.lower in NATIONS or w.lower == "and" for w in part) and closed)
            or (last in ("ministry", "department") and part[0].lower in OFFICES)
            or _is_court(part)
        )
        known = name in PLACES or name in ORGANISATIONS or (last in KEPT_ALONE and len(part) == 1)
        if not (distinct or known or (len(part) > 1 and last in _TELLING)):
            return
    if last in ("day", "eve", "days") or part[-1].end - part[0].start > LONGEST:
        return
    short = part[0].text.strip(".")
    if len(part) == 1 and (len(short) < 2 or _NUMBER.fullmatch(short)):
        return
    yield _piece(part, _kind(part, titled), titled, fresh)


def is_given(text: str) -> bool:
    """Whether a word is a first name: Marie, Marie-Claire."""
    return text in FIRST_NAMES or ("-" in text and text.split("-", 1)[0] in FIRST_NAMES)


def is_common(word: Word) -> bool:
    """Whether a word is no name alone: Company, French, II."""
    lower = word.lower
    return (
        word.little
        or _ROMAN.fullmatch(word.text) is not None
        or lower in GENERIC
        or lower in NATIONS
        or lower in TITLES
        or len(lower.rstrip(".")) == 1
    )


def _is_people(lower: str) -> bool:
    """Whether a word is a people, a faith or a party, or of one: French, Serbs, Nationalists."""
    lower = lower[lower.rfind("-") + 1 :]
    return (
        lower in NATIONS
        or (lower.endswith("s") and lower[:-1] in NATIONS)
        or lower.endswith(("ists", "ians", "ites", "crats"))
    )


def _is_court(part: Sequence[Word]) -> bool:
    """Whether words that are all common make one body: the Supreme Court, the High Court."""
    if part[0].lower in ORDINALS and len(part) == 2 and part[1].lower in _NUMBERED:
        return True
    words = [w.lower for w in part]
    return any(" ".join(words[:length]) in _BODIES for length in (len(words), 2))


def _kind(part: Sequence[Word], titled: bool) -> str:
    """The kind that a name's own words tell; "" where they don't."""
    first, last = part[0], part[-1]
    name = " ".join(w.text for w in part)
    if name[0].islower() and name[1].isupper():
        return "other"
    if name in ORGANISATIONS:
        return "organisation"
    if titled:
        return "person"
    if name in PLACES:
        return "place"
    middle = [w.text for w in part[1:-1]]
    if (
        last.lower in SURNAME_ENDINGS
        and is_given(first.text)
        and len(middle) < 2
        and all(_is_initial(text) or is_given(text) for text in middle)
        and len(part) > 1
    ):
        return "person"
    if len(part) > 1:
        joints = [n for n, w in enumerate(part) if w.little and w.lower in ("of", "for")]
        head = part[joints[0] - 1].lower if joints else last.lower
        numbered = last.text.isdigit() or _ROMAN.fullmatch(last.text)
        if numbered:
            head = part[-2].lower
        for lower in (head, last.lower):
            if lower in CORPORATE or (lower in INSTITUTIONS and lower not in LANDMARKS):
                return "organisation"
            if lower in WORKS:
                return "other"
            if lower in LANDMARKS or (lower in HEADS and joints):
                return "organisation" if lower == "house" and joints else "place"
        if first.lower in LAND:
            return "place"
        if first.text in ("HMS", "USS", "MV", "SS", "RMS"):
            return "other"
        if first.lower in ("radio", "real", "inter", "team"):
            return "organisation"
        if any(w.text == "&" for w in part) or first.lower in ("bank", "banco", "banca", "banque"):
            return "organisation"
        if joints and is_given(first.text):
            return "person"
        if last.lower in ("bank", "center", "centre"):
            return "organisation"
        if (is_given(first.text) or _is_initial(first.text)) and len(part) <= 5:
            return "person"
        if last.lower in _AFTER or (len(part) == 3 and _is_initial(part[1].text)):
            return "person"
        if any(w.lower in PARTICLES for w in part[1:-1]):
            return "person"
        if first.lower in _QUARTERS and " ".join(w.text for w in part[1:]) in PLACES:
            return "place"
        if first.text in PLACES or " ".join(w.text for w in part[:2]) in PLACES:
            return "organisation"
    elif _is_acronym(last.text):
        return "organisation"
    return ""


def _is_initial(text: str) -> bool:
    return len(text) >= 2 and text[1] == "." and text[0].isupper()


def _is_acronym(text: str) -> bool:
    """Whether a word is an acronym of a body, rather than a number or a unit."""
    return 2 <= len(text) <= 6 and text.replace("&", "").isalpha() and text.isupper()


def _piece(part: Sequence[Word], kind: str, titled: bool, fresh: bool) -> Piece:
    name = " ".join(w.text for w in part).replace("’", "'")
    return Piece(part[0].start, part[-1].end, name, kind, titled, fresh)
