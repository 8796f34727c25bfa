"""Capitals: a run of capitalised words, cut into the names it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from timeline.chronology.cues import (
    BODIES,
    CORPORATE,
    DATES,
    GENERIC,
    HEADS,
    LANDED,
    MINISTRIES,
    NO_NAMES,
    OFFICES,
    PARTICLES,
    ROYAL,
    TITLES,
)
from timeline.chronology.gazetteer import FIRST_NAMES, PLACES
from timeline.chronology.shapes import GIVEN_MONTHS, Piece, Word, is_common, read

MOST_WORDS = 12
UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĠĢĦĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚΑ-ΩА-Я"
_SHORT = (
    "Messrs|Capt|Cllr|Cmdr|Corp|Prof|Bros|Adm|Col|Cos|Gen|Gov|Hon|Inc|Ltd|Maj|Mrs|Rep|Rev|Sen|Sgt|Co"
    "|Dr|Fr|Ft|Jr|Lt|Mr|Ms|Mt|Sr|St"
)
_PARTICLE = (
    "de la|de las|de los|van der|van den|van de|von der|von dem|de|da|do|dos|das|di|du|del"
    "|della|dei|es|van|von|zu|af|av|ter|ten|den|der|bin|ibn|al|el|le|la"
)
_WORD = (
    rf"(?:(?:{_SHORT})\.(?!\w)|(?:[A-Z]\.-?){{1,5}}(?:[A-Z]\b(?!\.))?"
    rf"|[{UPPER}]\w{{0,40}}(?:(?:['’&.]|[-‐–])\w{{1,40}}){{0,4}})"
)
_GLUE = (
    rf"(?:[ \u00a0]|\n(?!\n)|s?['’] (?=(?:War|Day|Party|Union|League|Association|Club|Society)\b)"
    r"|[ \n]the[ \n](?=(?:Great|Elder|Younger|Conqueror|Terrible|Bold|Magnificent|Baptist)\b)"
    rf"|[ \n](?:and|of the|of|for the|for|&|{_PARTICLE})[ \n]"
    r"|,? (?=(?:Inc|Jr|Sr|Ltd|LLC|PLC|LLP|Corp)\b))"
)
RUN = re.compile(rf"(?<!\w\w){_WORD}(?:{_GLUE}{_WORD}){{0,{MOST_WORDS - 1}}}"
                 r"(?:(?<=\bAct) (?:1\d|20)\d\d\b)?")  # fmt: skip
"""A run of words with capitals, with little words between some of them."""
_PIECE = re.compile(r"\S+")
_TAIL = re.compile(
    r"-(?:[a-z]+ed|built|born|led|style|made|bound|wide|like|era|area|run|held|only|type|class"
    r"|speaking)\b.*"
)
_OWNERS = frozenset("people's king's queen's lloyd's moody's sotheby's christie's mcdonald's "
                    "macy's levi's children's women's men's st".split())  # fmt: skip
_JOINED = BODIES | frozenset("sons daughters act railway co company".split())


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


def _words(run: str) -> list[Word]:
    words = []
    for match in _PIECE.finditer(run):
        text, start, end = match[0], match.start(), match.end()
        if text[-1] in ",-":
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
        little = text == "&" or (text[0].islower() and not text[1:2].isupper())  # iPhone
        if not (little or len(text) == 2):
            lower = lower.rstrip(".")
            if lower.endswith("s") and len(lower) > 5 and lower[:-1] in TITLES:
                lower = lower[:-1]
            if "." in lower and lower.replace(".", "") in TITLES | GENERIC:
                lower = lower.replace(".", "")
        words.append(Word(text, lower, start, end, own, little))
    return words


def _pieces(words: Sequence[Word], led: bool) -> Iterator[Piece]:
    """Names between the words that none can hold."""
    part: list[Word] = []
    fresh, number = True, 0
    while number < len(words):
        word = words[number]
        if word.little:
            if not _is_joint(words, number, part, led):
                yield from read(part, fresh)
                part, fresh = [], False
            elif part:
                part.append(word)
        elif _is_no_name(words, number) or _is_date(words, number, part):
            yield from read(part, fresh)
            part, fresh = [], bool(part) and fresh and word.lower in NO_NAMES
            led = word.lower == "the"
        else:
            part.append(word)
            over = word.lower in CORPORATE and len(part) > 1
            ended = over and (number + 1 == len(words) or words[number + 1].lower not in CORPORATE)
            if word.own or ended:
                yield from read(part, fresh)
                part, fresh = [], ended
        number += 1
    yield from read(part, fresh)


def _is_no_name(words: Sequence[Word], number: int) -> bool:
    after = words[number + 1].lower if number + 1 < len(words) else ""
    lower = words[number].lower
    if words[number].text == "US":
        return False
    if lower.startswith("i'"):
        return True
    return lower in NO_NAMES and lower != "may" and after != "years'"


def _is_date(words: Sequence[Word], number: int, part: Sequence[Word]) -> bool:
    word = words[number]
    if word.lower not in DATES and word.lower.rstrip("s") not in DATES:
        return False
    after = words[number + 1] if number + 1 < len(words) else None
    if word.lower == "may" and part and part[-1].text in FIRST_NAMES:
        return False
    if word.text in GIVEN_MONTHS and not part and after is not None and not after.little:
        return is_common(after) or after.lower in DATES or after.lower in NO_NAMES
    return after is None or after.lower not in ("times", "telegraph", "mirror", "herald")


def _is_joint(words: Sequence[Word], number: int, part: Sequence[Word], led: bool) -> bool:
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
        one = len(part) == 1 or (len(part) == 2 and part[0].text in ("U.S.", "US"))
        return led and ended and plain and one and ahead[0].text not in PLACES
    return False


def _next_name(words: Sequence[Word], number: int) -> Word | None:
    return next((word for word in words[number + 1 :] if not word.little), None)
