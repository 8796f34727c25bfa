"""How well mentions agree with TimeML documents dated by hand: TempEval-3's scores.

After UzZaman et al., "SemEval-2013 Task 1: TempEval-3". Counts are summed over all
documents. A RANGE counts as its two ends, an ANNIVERSARY, which TIMEX3 does not have, not at
all. White space at the ends of a span does not count.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from timeline.normaliser.mention import Mention
from timeline.normaliser.reader import mentions

MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Tag:
    """A TIMEX3: where it stands (code points), its type and value."""

    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A TimeML document: its text, the day it was made (None if not given), its tags."""

    name: str
    text: str
    written: str | None
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Tags by hand, tags found, and how many of them agree."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    type: int = 0
    value: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.gold + other.gold,
            self.found + other.found,
            self.relaxed + other.relaxed,
            self.strict + other.strict,
            self.type + other.type,
            self.value + other.value,
        )

    def scores(self) -> dict[str, float]:
        """F1 in percent: relaxed (spans overlap), strict (spans equal), and relaxed with
        equal type or value.

        >>> Counts(gold=2, found=2, relaxed=2, strict=1, type=2, value=1).scores()["value"]
        50.0
        """
        total = self.gold + self.found

        def f1(agreeing: int) -> float:
            return 200.0 * agreeing / total if total else 100.0

        return {
            "relaxed": f1(self.relaxed),
            "strict": f1(self.strict),
            "type": f1(self.type),
            "value": f1(self.value),
        }


@dataclass(frozen=True, slots=True)
class Fault:
    """A tag by hand and one found that do not agree; None where one of them is missing."""

    document: str
    gold: Tag | None
    found: Tag | None
    context: str

    @property
    def kind(self) -> str:
        """What is wrong: missed, spurious, or a row of span, type, value."""
        if self.gold is None or self.found is None:
            return "missed" if self.found is None else "spurious"
        wrong = []
        if (self.gold.start, self.gold.end) != (self.found.start, self.found.end):
            wrong.append("span")
        if self.gold.type != self.found.type:
            wrong.append("type")
        if self.gold.value != self.found.value:
            wrong.append("value")
        return "+".join(wrong)


def read_timeml(path: Path) -> Annotated:
    """A TimeML file in TempEval-3's layout; ValueError with a sentence if it is none."""
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path} is larger than {MAX_BYTES:,} bytes")
    data = path.read_bytes()
    if b"<!ENTITY" in data:
        raise ValueError(f"{path} declares entities, which are not read")
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise ValueError(f"{path} is no well-formed XML: {error}") from error
    body = root.find("TEXT")
    if body is None:
        raise ValueError(f"{path} has no TEXT element: not TimeML in TempEval-3's layout")
    made = [t for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"]
    written = made[0].get("value") if made else None
    pieces: list[str] = []
    raw: list[tuple[int, int, str, str]] = []
    _collect(body, 0, pieces, raw)
    text = "".join(pieces)
    tags = (make_tag(text, *one) for one in raw)
    return Annotated(path.stem, text, written, tuple(t for t in tags if t.start < t.end))


def _collect(
    element: ElementTree.Element,
    at: int,
    pieces: list[str],
    raw: list[tuple[int, int, str, str]],
) -> int:
    """Append an element's text and its tags from an offset on; the offset behind it."""
    start = at
    pieces.append(element.text or "")
    at += len(pieces[-1])
    for child in element:
        at = _collect(child, at, pieces, raw)
        pieces.append(child.tail or "")
        at += len(pieces[-1])
    if element.tag == "TIMEX3":
        raw.append((start, at, element.get("type", ""), element.get("value", "")))
    return at


def make_tag(text: str, start: int, end: int, kind: str, value: str) -> Tag:
    """A tag without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Tag(start, end, text[start:end], kind, value)


def to_tags(found: Iterable[Mention], text: str) -> list[Tag]:
    """Mentions as TIMEX3 tags."""
    tags = []
    for mention in found:
        if mention.type != "ANNIVERSARY":
            for part in mention.parts or (mention,):
                tags.append(make_tag(text, part.start, part.end, part.type, part.value or ""))
    return tags


def compare(document: Annotated) -> tuple[Counts, list[Fault]]:
    """Read a document's dates and compare them with its tags."""
    text = document.text
    written = (document.written or "")[:10] or None
    gold = list(document.tags)
    found = to_tags(mentions(text, published=written), text)
    pairs = _pair(gold, found)
    faults = [
        Fault(document.name, one, two, _context(text, one))
        for one, two in pairs
        if (one.start, one.end, one.type, one.value) != (two.start, two.end, two.type, two.value)
    ]
    met = {id(tag) for pair in pairs for tag in pair}
    faults += [Fault(document.name, t, None, _context(text, t)) for t in gold if id(t) not in met]
    faults += [Fault(document.name, None, t, _context(text, t)) for t in found if id(t) not in met]
    counts = Counts(
        gold=len(gold),
        found=len(found),
        relaxed=len(pairs),
        strict=sum((a.start, a.end) == (b.start, b.end) for a, b in pairs),
        type=sum(a.type == b.type for a, b in pairs),
        value=sum(a.value == b.value for a, b in pairs),
    )
    return counts, faults


def _pair(gold: list[Tag], found: list[Tag]) -> list[tuple[Tag, Tag]]:
    """Each tag by hand with the first tag found that overlaps it and is still free."""
    pairs = []
    free = sorted(found, key=lambda tag: tag.start)
    for one in sorted(gold, key=lambda tag: tag.start):
        two = next((t for t in free if t.start < one.end and one.start < t.end), None)
        if two is not None:
            free.remove(two)
            pairs.append((one, two))
    return pairs


def _context(text: str, tag: Tag) -> str:
    return " ".join(text[max(0, tag.start - 60) : tag.end + 40].split())


def find_documents(places: Iterable[Path]) -> list[Path]:
    """The .tml files of folders and single files, in order; ValueError if there is none."""
    found: list[Path] = []
    for place in places:
        found += sorted(place.glob("*.tml")) if place.is_dir() else [place]
    if not found:
        raise ValueError("no .tml file there")
    return found
