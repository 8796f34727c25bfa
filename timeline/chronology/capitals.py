"""Capitals: a run of capitalised words, cut into the names it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.chronology.cues import (
    CORPORATE,
    DATES,
    GENERIC,
    HEADS,
    HONORIFICS,
    INSTITUTIONS,
    KEPT_ALONE,
    LAND,
    LANDED,
    LANDMARKS,
    MINISTRIES,
    NATIONS,
    NO_NAMES,
    OFFICES,
    ROYAL,
    SURNAMES_TOO,
    TITLES,
    WORKS,
)
from timeline.chronology.gazetteer import FIRST_NAMES, ORGANISATIONS, PLACES

MOST_WORDS = 12
UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĠĢĦĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚΑ-ΩА-Я"
_SHORT = (
    "Messrs|Capt|Cllr|Cmdr|Corp|Prof|Bros|Adm|Col|Cos|Gen|Gov|Hon|Inc|Ltd|Maj|Mrs|Rep|Rev|Sen|Sgt|Co"
    "|Dr|Fr|Ft|Jr|Lt|Mr|Ms|Mt|Sr|St"
)
_PARTICLE = (
    "de la|de las|de los|van der|van den|van de|von der|von dem|de|da|do|dos|das|di|du|del|della|dei"
    "|van|von|zu|af|av|ter|ten|den|der|bin|ibn|al|el|le|la"
)
PARTICLES = frozenset(_PARTICLE.replace("|", " ").split())
_WORD = (
    rf"(?:(?:{_SHORT})\.(?!\w)|(?:[A-Z]\.-?){{1,5}}(?:[A-Z]\b(?!\.))?"
    rf"|[{UPPER}]\w{{0,40}}(?:(?:['’&.]|[-‐–])\w{{1,40}}){{0,4}})"
)
_GLUE = (
    rf"(?:[ \u00a0]|\n(?!\n)|s?['’] (?=(?:War|Day|Party|Union|League|Association|Club|Society)\b)"
    rf"|[ \n](?:and|of the|of|for the|for|&|{_PARTICLE})[ \n]"
    r"|,? (?=(?:Inc|Jr|Sr|Ltd|LLC|PLC|LLP|Corp)\b))"
)
RUN = re.compile(rf"(?<!\w\w){_WORD}(?:{_GLUE}{_WORD}){{0,{MOST_WORDS - 1}}}"
                 r"(?:(?<=\bAct) (?:1\d|20)\d\d\b)?")  # fmt: skip
"""A run of words with capitals, with little words between some of them."""
_PIECE = re.compile(r"\S+")
_TAIL = re.compile(r"-(?:based|born|led|style|owned|backed|made|bound|wide|like|era|area|run|held"
                   r"|controlled|trained|speaking|listed|educated|occupied|only|type|class)\b.*")  # fmt: skip
_ROMAN = re.compile(r"[IVX]{1,6}")
_AFTER = frozenset("ii iii iv v vi vii viii ix x xi xii xiii xiv xv jr sr junior senior".split())
_OWNERS = frozenset("people's king's queen's lloyd's moody's sotheby's christie's mcdonald's "
                    "macy's levi's children's women's men's st".split())  # fmt: skip
_ONES = frozenset(
    name for name in PLACES | ORGANISATIONS if " " in name and name.split()[-1].lower() not in LANDMARKS
)  # fmt: skip
_ENDINGS = INSTITUTIONS | LANDMARKS | WORKS
_TELLING = frozenset("street road lane avenue square bridge fc afc united rovers".split())
"""Endings that make a name even of two common words: Church Street."""
_SPLIT = frozenset("U.S. U.K. US UK EU UN U.N.".split())
_JOINED = INSTITUTIONS - CORPORATE | frozenset(("sons", "daughters", "act", "railway"))


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


class _Word(NamedTuple):
    text: str
    lower: str
    start: int
    end: int
    own: bool
    little: bool


@lru_cache(maxsize=16_384)
def cut(run: str, led: bool = False) -> tuple[Piece, ...]:
    """The names in a run of capitalised words; `led` if "the" stands before it.

    >>> [(p.name, p.kind) for p in cut("The Bank of England Governor Andrew Bailey")]
    [('Bank of England', 'organisation'), ('Andrew Bailey', 'person')]
    >>> [p.name for p in cut("In May President Joe Biden")]
    ['Joe Biden']
    """
    words = _words(run)
    led = led or words[0].lower == "the"
    return tuple(_pieces(words, led))  # linear: no run has more than MOST_WORDS words


def _words(run: str) -> list[_Word]:
    words = []
    for match in _PIECE.finditer(run):
        text, start, end = match[0], match.start(), match.end()
        if text[-1] == ",":
            text, end = text[:-1], end - 1
        own = text.endswith(("'s", "’s"))
        lower = text.replace("’", "'").lower()
        if own and lower not in _OWNERS:
            text, end, lower = text[:-2], end - 2, lower[:-2]
        elif own:
            own = False
        elif "-" in text and (tail := _TAIL.search(text)):
            text, end, own = text[: tail.start()], start + tail.start(), True
            lower = text.lower()
        elif text.endswith(("'", "’")):
            own = False
        little = text[:1].islower() or text == "&"
        if not (little or len(text) == 2):
            lower = lower.rstrip(".")
        words.append(_Word(text, lower, start, end, own, little))
    return words


def _pieces(words: Sequence[_Word], led: bool) -> Iterator[Piece]:
    """Names between the words that none can hold."""
    part: list[_Word] = []
    fresh, number = True, 0
    while number < len(words):
        word = words[number]
        if word.little:
            if not _is_joint(words, number, part, led):
                yield from _read(part, fresh)
                part, fresh = [], False
            elif part:
                part.append(word)
        elif _is_no_name(words, number) or _is_date(words, number, part):
            yield from _read(part, fresh)
            part, fresh = [], bool(part) and fresh and word.lower in NO_NAMES
            led = word.lower == "the"
        else:
            part.append(word)
            over = word.lower in CORPORATE and len(part) > 1
            ended = over and (
                number + 1 == len(words) or words[number + 1].lower not in CORPORATE
            )
            if word.own or ended:
                yield from _read(part, fresh)
                part, fresh = [], ended
        number += 1
    yield from _read(part, fresh)


def _is_no_name(words: Sequence[_Word], number: int) -> bool:
    after = words[number + 1].lower if number + 1 < len(words) else ""
    lower = words[number].lower
    return lower in NO_NAMES and lower != "may" and after != "years'"


def _is_date(words: Sequence[_Word], number: int, part: Sequence[_Word]) -> bool:
    word = words[number]
    if word.lower not in DATES:
        return False
    after = words[number + 1] if number + 1 < len(words) else None
    if word.lower == "may" and part and part[-1].text in FIRST_NAMES:
        return False
    return after is None or after.lower not in ("times", "telegraph", "mirror", "herald")


def _is_joint(words: Sequence[_Word], number: int, part: Sequence[_Word], led: bool) -> bool:
    """Whether a little word joins what stands around it to one name."""
    little = words[number].lower
    if little in PARTICLES:
        return bool(part)
    if little == "&" or little == "the":
        return bool(part)
    if not part or part[-1].own:
        return False
    last, after = part[-1].lower, _next_name(words, number)
    if after is None:
        return False
    if little == "of":
        if last in TITLES and last not in HEADS:
            return last in LANDED or (after.lower in OFFICES and last not in ROYAL)
        if len(part) == 1 and part[0].text in FIRST_NAMES:
            return after.lower not in GENERIC
        return last in HEADS and not (len(part) == 1 and after.lower in DATES | NO_NAMES)
    heads = {w.lower for w in part}
    if little == "for":
        return bool(heads & MINISTRIES) and after.lower not in NO_NAMES
    if little == "and":
        of = any(w.little and w.lower in ("of", "for") for w in part)
        if of and heads & MINISTRIES and after.text not in PLACES and after.text not in FIRST_NAMES:
            return after.lower not in TITLES and not after.text.isupper() and not after.own
        ahead = []
        for word in words[number + 1 :]:
            if word.little or word.lower in TITLES or word.lower in NO_NAMES:
                break
            ahead.append(word)
            if word.own:
                break
        ended = len(ahead) > 1 and ahead[-1].lower in _JOINED
        plain = part[-1].text not in PLACES and part[-1].text not in FIRST_NAMES
        return led and ended and plain and len(part) == 1 and ahead[0].text not in PLACES
    return False


def _next_name(words: Sequence[_Word], number: int) -> _Word | None:
    return next((word for word in words[number + 1 :] if not word.little), None)


def _read(part: list[_Word], fresh: bool) -> Iterator[Piece]:
    """The names in a part: titles cut off, people behind titles parted from what is before."""
    while part and part[-1].little:
        part.pop()
    if not part:
        return
    last = part[-1].lower
    whole = len(part) > 1 and last in _ENDINGS and not (
        part[0].lower in HONORIFICS
    )  # fmt: skip
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
        yield _piece(part[at:], "place" if saint else "person", True, False)
    elif rest[0].text in PLACES or rest[0].lower in GENERIC:
        yield from _plain(rest, False, titled=False)
    else:
        yield from _plain(rest, False, titled=True)


def _is_short(words: Sequence[_Word]) -> bool:
    """Whether it is one name, perhaps with a number: Gustav II."""
    return len(words) == 1 or (
        len(words) <= 3 and _ROMAN.fullmatch(words[-1].text) is not None
    )


def _last_title(part: Sequence[_Word]) -> int:
    """The place of the last title that a name follows; -1 without one."""
    for at in range(len(part) - 1, -1, -1):
        lower = part[at].lower
        if lower not in TITLES or (at and part[at - 1].little):
            continue
        if lower in SURNAMES_TOO:
            ends = at + 1 == len(part) or part[at + 1].lower in _AFTER
            if at and (ends or part[at - 1].text in FIRST_NAMES) and not part[at - 1].little:
                continue
            if at + 1 < len(part) and part[at + 1].lower in INSTITUTIONS:
                continue
        return at
    return -1


def _plain(part: list[_Word], fresh: bool, *, titled: bool) -> Iterator[Piece]:
    """The name that a part without titles is; a known name at its front stands for itself."""
    while part and part[0].little and part[0].lower not in PARTICLES:
        part = part[1:]
    while part and part[-1].little:
        part = part[:-1]
    if not part:
        return
    last = part[-1].lower
    closed = last in _ENDINGS or any(w.little and w.lower == "of" for w in part)
    if part[0].lower in NATIONS and not (closed and len(part) > 1):
        if " ".join(w.text for w in part) not in PLACES:
            yield from _plain(part[1:], fresh, titled=titled)
            return
    if len(part) > 1 and part[0].text in _SPLIT and not closed:
        yield _piece(part[:1], "", titled, False)
        yield from _plain(part[1:], False, titled=False)
        return
    for length in (1, 2, 3):
        front = " ".join(w.text for w in part[:length])
        known = front in PLACES if length == 1 else front in _ONES
        if length < len(part) and known and part[length].text in FIRST_NAMES - PLACES:
            yield _piece(part[:length], "", False, fresh)
            yield from _plain(part[length:], False, titled=False)
            return
    if all(w.lower in GENERIC or w.lower in NATIONS or w.little or w.lower in TITLES for w in part):
        name = " ".join(w.text for w in part)
        distinct = len(part) > 1 and (
            any(w.lower in NATIONS for w in part) and closed or _is_court(part)
        )
        known = name in PLACES or name in ORGANISATIONS or (last in KEPT_ALONE and len(part) == 1)
        if not (distinct or known or (len(part) > 1 and last in _TELLING)):
            return
    if last in ("day", "eve", "days"):
        return
    if len(part) == 1 and (_ROMAN.fullmatch(part[0].text) or len(part[0].text.strip(".")) < 2):
        return
    yield _piece(part, _kind(part, titled), titled, fresh)


def _is_court(part: Sequence[_Word]) -> bool:
    """Whether words that are all common make one body: the Supreme Court, the High Court."""
    name = " ".join(w.lower for w in part)
    return name in _COMMON_BODIES


_COMMON_BODIES = frozenset(
    ("supreme court", "high court", "world bank", "central bank", "royal navy", "royal air force",
     "federal court", "royal society", "international court", "world trade organization",
     "second world war", "first world war", "world war", "world war ii", "world war i", "civil war",
     "great war", "cold war", "red army", "world cup", "civil rights act", "high commission",
     "great depression", "french revolution", "world health organization", "federal reserve",
     "middle east", "north sea", "red sea", "free church", "national guard", "national gallery",
     "grand prix", "royal opera", "united nations security council", "house of lords",
     "security council", "general assembly", "national assembly", "first republic",
     "second republic", "third republic", "fourth crusade", "first crusade", "second crusade",
     "third crusade", "great wall", "great plague", "great fire", "national trust",
     "british museum", "security service", "high school musical", "court of appeal")
)  # fmt: skip


def _kind(part: Sequence[_Word], titled: bool) -> str:
    """The kind that a name's own words tell; "" where they don't."""
    first, last = part[0], part[-1]
    name = " ".join(w.text for w in part)
    if name in ORGANISATIONS:
        return "organisation"
    if name in PLACES:
        return "place"
    if titled:
        return "person"
    if len(part) > 1:
        joints = [n for n, w in enumerate(part) if w.little and w.lower in ("of", "for")]
        head = part[joints[0] - 1].lower if joints else last.lower
        numbered = last.text.isdigit()
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
        if any(w.text == "&" for w in part) or first.lower in ("bank", "banco", "banca", "banque"):
            return "organisation"
        if joints and first.text in FIRST_NAMES:
            return "person"
        if last.lower in ("bank", "center", "centre"):
            return "organisation"
        if (first.text in FIRST_NAMES or _is_initial(first.text)) and len(part) <= 5:
            return "person"
        if last.lower in _AFTER or (len(part) == 3 and _is_initial(part[1].text)):
            return "person"
        if any(w.little and w.lower in PARTICLES for w in part):
            return "person"
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


def _piece(part: Sequence[_Word], kind: str, titled: bool, fresh: bool) -> Piece:
    name = " ".join(w.text for w in part).replace("’", "'")
    return Piece(part[0].start, part[-1].end, name, kind, titled, fresh)

