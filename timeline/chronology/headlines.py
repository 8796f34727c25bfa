"""Headlines: lines full of capitals, in which only what is known from elsewhere is a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from timeline.chronology.capitals import cut
from timeline.chronology.entity import Appearance, Entity, known_kind
from timeline.chronology.shapes import Piece
from timeline.chronology.verbs import is_present

_WORDS = re.compile(r"[^\W_][\w.&'’-]*")
_DATELINE = re.compile(r"(?:, [^\n()]{1,40}?)? ?(?:\([A-Z][\w/ .]{1,30}\)|--|—|–|_ )")
_LONGEST = 200
_MOST_TOGETHER = 6


def opens_line(text: str, start: int) -> bool:
    """Whether only space stands before a place in its line."""
    before = text[max(0, start - 4) : start].rstrip(" ")
    return before.endswith("\n") or (not before and start < 5)


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether capitals say where a report was written: BEIJING, May 4 (Meridian) --"""
    return _DATELINE.match(text, end) is not None and opens_line(text, start)


def is_code(text: str, start: int, end: int) -> bool:
    """Whether capitals are a code or a unit: (NYSE: ABC), US$5."""
    if text.startswith("$", end):
        return True
    return text.startswith(": ", end) or text[start - 2 : start] == ": "


def find_headlines(text: str) -> Iterator[tuple[int, int]]:
    """Lines in which nearly every word has a capital, so that a capital tells nothing."""
    start = 0
    for line in text.split("\n"):
        size = len(line)
        if 8 < size <= _LONGEST and line[-1] not in '.!?;,"”':
            words = line.split()
            if len(words) > 2 and line.count(",") < 2 and ": " not in line:
                long = [w for w in words if len(w) > 3 and w[0].isalpha()]
                capital = sum(w[0].isupper() for w in long)
                if capital > 2 and capital >= len(long) - (len(long) > 6):
                    yield start, start + size
        start += size + 1


def _is_plain_name(piece: Piece) -> bool:
    """Whether the ending of a few words makes them a name even in a headline."""
    words = piece.name.lower().split(" ")
    return (
        piece.kind in ("organisation", "place")
        and 1 < len(words) < 4
        and not any(is_present(word) for word in words)
    )


def read_headlines(
    runs: Sequence[tuple[int, str]], entities: Mapping[str, Entity]
) -> Iterator[Appearance]:
    """What runs of capitals in headlines name of all that is known (`entities` by their forms)."""
    upper = {name.upper(): entity for name, entity in entities.items()}
    for start, run in runs:
        whole = [p for p in cut(run) if _is_plain_name(p)] if not run.isupper() else []
        for piece in whole:
            entity = entities.get(piece.name) or Entity(piece.name, piece.kind)
            yield Appearance(start + piece.start, start + piece.end, entity)
        words = [
            (m.start(), m.end())
            for m in _WORDS.finditer(run)
            if not any(p.start <= m.start() < p.end for p in whole)
        ]
        number = 0
        while number < len(words):
            found = _at(run, words, number, entities, upper)
            if found is not None:
                last, begin, end, entity = found
                yield Appearance(start + begin, start + end, entity)
                number = last
            number += 1


def _at(
    run: str,
    words: Sequence[tuple[int, int]],
    number: int,
    entities: Mapping[str, Entity],
    upper: Mapping[str, Entity],
) -> tuple[int, int, int, Entity] | None:
    """The longest known name that begins with a word: its last word, its offsets, itself."""
    for last in range(min(len(words), number + _MOST_TOGETHER) - 1, number - 1, -1):
        begin, end = words[number][0], words[last][1]
        name = run[begin:end]
        if name.endswith(("'s", "’s", "'S", "’S")):
            name, end = name[:-2], end - 2
        loud = name.isupper()
        entity = entities.get(name) or (upper.get(name) if loud else None)
        if entity is not None:
            return last, begin, end, entity
        plain = name.title() if loud else name
        kind = known_kind(plain)
        if kind != "other":
            return last, begin, end, Entity(plain, kind)
    return None
