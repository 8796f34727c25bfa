"""Sentences: where each one begins and ends, on any text, in time that grows with its length.

Of 197 boundaries marked by hand (tests/chronology/test_boundaries.py) these rules find F1 0.99
(0.96 when they were first measured) at some 8,000 characters a millisecond; the best of pysbd,
syntok, blingfire, NLTK's Punkt and spaCy's sentencizer 0.90, at 150 to 4,700.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_SENTENCE = 1_200
"""A longer sentence is cut at the best place before this many characters."""

_NEVER_LAST = frozenset(
    "mr mrs ms mx dr prof rev fr hon pres sen rep gov gen lt col sgt capt cpl maj cmdr adm st "
    "ste mt ft rm messrs mme no nos vs v viz e.g i.e cf ca c approx circa fig figs vol pp p art "
    "sec ch ed eds al jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur "
    "thurs fri sat sun b d fl r ft op".split()
)
_SELDOM_LAST = frozenset(
    "inc corp co ltd llc bros jr sr esq etc ave blvd rd dept univ assn est ph.d m.d b.a m.a "
    "u.s u.k u.n u.s.a e.u d.c b.c a.d b.c.e c.e a.k.a".split()
)
_STARTERS = frozenset(
    "the a an he she it they we i you his her its their our my this that these those in on at "
    "by for from to with after before when while since if as but and or so yet however although "
    "though there here then now one two three some many most both all no not what who why how "
    "meanwhile under over during until according last next".split()
)
_HOURS = frozenset("a.m p.m".split())
_ZONES = frozenset(
    "local eastern central mountain pacific greenwich est edt cst cdt mst mdt pst pdt et pt gmt "
    "utc bst cet monday tuesday wednesday thursday friday saturday sunday january february march "
    "april june july august september october november december".split()
)
_LETTERED = frozenset(
    "plan vitamin vitamins group grade class hepatitis type part appendix exhibit series option "
    "side section schedule annex team".split()
)
_END = re.compile(
    r"[.!?…]{1,8}['\"”’»)\]]{0,4}(?:\[\d{1,3}\]){0,4}(?=\s|$)|[。！？]['\"”’»」』)\]]{0,4}"
)
_COUNTED = re.compile(r"(?:§|art|article|sec|section|rule)\.?\s?\d{1,4}$", re.IGNORECASE)
_NEXT = re.compile(r"\s{0,8}['\"“‘«(\[]{0,3}\s?(\w[\w'’]{0,30})?")
_LAST = re.compile(r"[\w.&'’-]{1,24}$")
_LINE = re.compile(r"[^\n\r\x0b\x0c\u2028\u2029]+")
_BULLET = re.compile(r"(?:[-*•·‣▪–—>|#]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")
_CUTS = ("; ", " -- ", " — ", ", ", " ")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text by its offsets (code points), without the space around it.

    `headline` is true for a line of its own that does not end like a sentence; `paragraph`
    counts the paragraphs.
    """

    start: int
    end: int
    paragraph: int
    headline: bool = False


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a text, in order; every letter and digit lies in exactly one.

    >>> text = "Dr. J. Roe of Acme Inc. spoke at 9 a.m. in Bonn. It rained."
    >>> [text[s.start : s.end] for s in split_sentences(text)]
    ['Dr. J. Roe of Acme Inc. spoke at 9 a.m. in Bonn.', 'It rained.']
    """
    return [
        Sentence(first, last, number, headline)
        for number, start, end in _blocks(text)
        for begin, stop, headline in _split_block(text, start, end)
        for first, last in _cut(text, begin, stop)
    ]


def _blocks(text: str) -> Iterator[tuple[int, int, int]]:
    """Stretches that no sentence crosses: paragraphs and lines (number, start, end).

    Lines broken by the width of the page are one stretch.
    """
    number = 0
    block: tuple[int, int] | None = None
    for line in _LINE.finditer(text):
        stripped = line[0].strip()
        if not stripped:
            continue
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        end = start + len(stripped)
        if block is not None:
            gap = text[block[1] : start]
            blank = gap.count("\n") > 1 or (gap.count("\r") > gap.count("\n") and "\r\r" in gap)
            if not blank and _is_wrapped(text, block, stripped):
                block = (block[0], end)
                continue
            yield number, *block
            number += blank
        block = (start, end)
    if block is not None:
        yield number, *block


def _is_wrapped(text: str, block: tuple[int, int], line: str) -> bool:
    """Whether a line goes on with the sentence of the block before it."""
    if _BULLET.match(line):
        return False
    last = max(block[0], text.rfind("\n", *block) + 1)
    width = block[1] - last
    if text[block[1] - 1] in '.!?:;…"”':
        return 50 <= width <= 100 and last > block[0] and len(line) <= 100
    if line[0].islower():
        return width >= 30
    return 55 <= width <= 100 and text[block[1] - 1] not in "|" and _is_open(text, last, block[1])


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether a line stops where no headline would: after a comma or a little word."""
    if text[end - 1] == ",":
        return True
    word = text[max(start, end - 20) : end].rsplit(None, 1)[-1]
    return word in _LITTLE


_LITTLE = frozenset("the a an of in on at by for from to with and or but that which who as".split())


def _split_block(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if match.start() < begin or not _is_last(text, begin, match, end):
            continue
        yield begin, match.end(), False
        begin = match.end()
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        yield begin, end, begin == start and end - begin <= 200


def _is_last(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether a mark ends its sentence."""
    if match.end() >= end or match[0][0] in "。！？":
        return True
    after = _NEXT.match(text, match.end(), end)
    word = (after[1] if after else None) or ""
    if word[:1].islower() and not word[1:2].isupper():  # "eBay" may begin one
        return False
    if match[0][0] != ".":
        return True
    if match[0].startswith(".."):
        return word[:1].isupper()
    before = _LAST.search(text, max(begin, match.start() - 24), match.start())
    name = before[0].casefold() if before else ""
    if name.isdigit() and len(name) <= 4 and match.start() - begin <= len(name) + 9:
        # "1. First of all", "§ 4. The fee": the number of a list
        if match.start() - len(name) == begin and len(name) <= 3:
            return False
        return _COUNTED.match(text, begin, match.start()) is None
    if name.replace(".", "").isdigit():
        return True
    if len(name) == 1 and name.isalpha():
        near = text[max(begin, match.start() - 24) : match.start()].split()
        lettered = len(near) > 1 and near[-2].casefold() in _LETTERED
        return lettered or word.casefold() in _STARTERS
    return _ends_with(name, word.casefold())


def _ends_with(name: str, word: str) -> bool:
    """Whether a sentence can end with a name and a full stop before a word."""
    if name in _HOURS:
        return word not in _ZONES
    if name in _NEVER_LAST:
        return False
    short = name in _SELDOM_LAST or ("." in name and all(len(p) < 3 for p in name.split(".")))
    return word in _STARTERS if short else True


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces of at most MAX_SENTENCE characters."""
    while end - start > MAX_SENTENCE:
        limit = start + MAX_SENTENCE
        for mark in _CUTS:
            place = text.rfind(mark, start + MAX_SENTENCE // 2, limit)
            if place >= 0:
                place += len(mark.rstrip())
                break
        else:
            place = limit
        yield start, place
        while place < end and text[place].isspace():
            place += 1
        start = place
    if start < end:
        yield start, end
