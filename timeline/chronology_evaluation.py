"""How near a found chronology comes to the one that a careful reader wrote by hand.

Beside an article `name.txt` lies `name.chronology`: a line an entry, `date | kind | title`.
Dates are EDTF, `-` for none; ` or ` stands between dates or kinds that are equally right, ` // `
between titles. An entry behind `?` may be listed or not. `#` begins a comment.

An entry is right if an event has its date, its kind and a title that tells the same (see
`tells_same`); every event answers to one entry at most. The share of right ones is of all
entries and of the events that answer to none, so that neither silence nor chatter pays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from timeline.api import events
from timeline.calendar.edtf import read_edtf
from timeline.chronology.event import KINDS, Event
from timeline.chronology.likeness import gist
from timeline.chronology.source import document
from timeline.chronology.verbs import BASES, to_past

SUFFIX = ".chronology"
MAX_BYTES = 1_000_000
MAX_ENTRIES = 1_000
LONGEST_TITLE = 90

_TOLD, _PERTINENT = 0.6, 0.5
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_OPENING_PRONOUN = re.compile(r"(?:he|she|it|they|we|i|you|his|her|its|their|our|my)\b", re.I)
_NEGATIONS = frozenset("not never no nobody nothing none nor neither cannot".split())


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a chronology by hand: the dates, kinds and titles that are equally right."""

    dates: tuple[str | None, ...]
    kinds: tuple[str, ...]
    titles: tuple[str, ...]
    optional: bool = False

    def __str__(self) -> str:
        return f"{' or '.join(d or '-' for d in self.dates)} | {' or '.join(self.kinds)} | " + (
            " // ".join(self.titles)
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry with the event that answers to it; one of them is None where it stands alone."""

    entry: Entry | None
    event: Event | None

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong: "missing", "extra", or some of "date", "kind" and "title"."""
        entry, event = self.entry, self.event
        if event is None:
            return () if entry is None or entry.optional else ("missing",)
        if entry is None:
            return ("extra",)
        checks = {
            "date": event.edtf in entry.dates,
            "kind": event.kind in entry.kinds,
            "title": any(tells_same(title, event.title) for title in entry.titles),
        }
        return tuple(name for name, right in checks.items() if not right)


@dataclass(frozen=True, slots=True)
class Score:
    """How many entries were expected, how many of them are right, and how many events no entry
    answers for."""

    right: int = 0
    expected: int = 0
    extra: int = 0

    @property
    def share(self) -> float:
        """The right entries of all that were expected or too many; 1 where there are none."""
        every = self.expected + self.extra
        return self.right / every if every else 1.0

    @property
    def recall(self) -> float:
        """The right entries of those expected."""
        return self.right / self.expected if self.expected else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right, self.expected + other.expected, self.extra + other.extra
        )


def tells_same(expected: str, found: str) -> bool:
    """Whether a title tells what another does.

    It holds three fifths of the content words of the one expected, half of its own are among
    them, the numbers don't contradict, both or neither are negated, and it does not begin with
    a pronoun where the one expected has a name: nobody knows who "she" is in a list.

    >>> tells_same("Police arrest a man over the theft", "Police arrested a man over a theft")
    True
    >>> tells_same("Police arrest a man over the theft of a helmet", "Theft of a helmet")
    False
    >>> tells_same("The ferry sailed to Port Amel", "The ferry did not sail to Port Amel")
    False
    >>> tells_same("Ida Roe left Bonn", "She left Bonn")
    False
    """
    shared, theirs, ours = _shared(expected, found)
    if not shared or shared < _TOLD * theirs or shared < _PERTINENT * ours:
        return False
    numbers = [
        {word for word in _content(title) if word[0].isdigit()} for title in (expected, found)
    ]
    if all(numbers) and not numbers[0] & numbers[1]:
        return False
    pronouns = [_OPENING_PRONOUN.match(title) is not None for title in (expected, found)]
    return _is_negated(expected) == _is_negated(found) and (pronouns[0] or not pronouns[1])


def _shared(expected: str, found: str) -> tuple[int, int, int]:
    """How many content words two titles share, and how many each has."""
    one, other = _content(expected), _content(found)
    return len(one & other), len(one), len(other)


@lru_cache(maxsize=16_384)
def _content(title: str) -> frozenset[str]:
    """The stems of the words that say something, verbs in one tense."""
    return gist(" ".join(map(_in_past, title.lower().split()))).words


def _in_past(word: str) -> str:
    """A verb in its past form, another word as it is.

    >>> [_in_past(w) for w in ("sweep", "wins", "swept", "river")]
    ['swept', 'won', 'swept', 'river']
    """
    for base in (word, word.removesuffix("s"), word.removesuffix("es")):
        if base in BASES:
            return to_past(base)
    return word


def _is_negated(title: str) -> bool:
    words = _WORD.findall(title.lower().replace("’", "'"))
    return any(word in _NEGATIONS or word.endswith("n't") for word in words)


def align(entries: Sequence[Entry], found: Sequence[Event]) -> list[Pair]:
    """Every entry and every event in pairs, the best fits first; alone what fits nothing."""
    fits = [
        (fit, -i, -j)
        for i, entry in enumerate(entries)
        for j, event in enumerate(found)
        if (fit := _fit(entry, event)) > 0
    ]
    of_entry: dict[int, int] = {}
    of_event: dict[int, int] = {}
    for _, i, j in sorted(fits, reverse=True):
        if -i not in of_entry and -j not in of_event:
            of_entry[-i], of_event[-j] = -j, -i
    pairs = [
        Pair(entry, found[of_entry[i]] if i in of_entry else None)
        for i, entry in enumerate(entries)
    ]
    return pairs + [Pair(None, event) for j, event in enumerate(found) if j not in of_event]


def _fit(entry: Entry, event: Event) -> float:
    """How well an event answers to an entry; 0 where it is about something else."""
    faults = Pair(entry, event).faults
    overlap = 0.0
    for title in entry.titles:
        shared, theirs, ours = _shared(title, event.title)
        overlap = max(overlap, 2 * shared / (theirs + ours) if shared else 0.0)
    if "title" in faults and (overlap < 0.5 if "date" in faults else overlap == 0):
        return 0
    known = 4 * ("title" not in faults) + 2 * ("date" not in faults) + ("kind" not in faults)
    return known + overlap + 0.01 * (not entry.optional)


def score(pairs: Sequence[Pair]) -> Score:
    """The figures of aligned pairs. An optional entry counts only where what was found of it is
    wrong: then that is one event too many."""
    total = Score()
    for pair in pairs:
        faults = pair.faults
        if pair.entry is None or pair.entry.optional:
            total += Score(extra=bool(faults))
        else:
            total += Score(right=not faults, expected=1)
    return total


def read_entries(text: str, name: str = "") -> tuple[Entry, ...]:
    """The entries of a chronology by hand; ValueError with the line that is of another form.

    >>> read_entries("?1906 or 1907 | reported | The mill was built")[0].dates
    ('1906', '1907')
    """
    entries = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            entries.append(_read_entry(line))
        except ValueError as error:
            raise ValueError(f"{name}, line {number}: {error}") from error
        if len(entries) > MAX_ENTRIES:
            raise ValueError(f"{name} has more than {MAX_ENTRIES:,} entries")
    return tuple(entries)


def _read_entry(line: str) -> Entry:
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) != 3 or not all(cells):
        raise ValueError("not of the form date | kind | title")
    optional, written = cells[0].startswith("?"), cells[0].removeprefix("?")
    dates = tuple(None if d == "-" else d for d in written.split(" or "))
    kinds = tuple(cells[1].split(" or "))
    titles = tuple(cells[2].split(" // "))
    for date in filter(None, dates):
        read_edtf(date)
    if unknown := sorted(set(kinds) - set(KINDS)):
        raise ValueError(f"{unknown[0]!r} is no kind of event")
    if long := [title for title in titles if len(title) > LONGEST_TITLE]:
        raise ValueError(f"longer than {LONGEST_TITLE} characters: {long[0]!r}")
    return Entry(dates, kinds, titles, optional)


def find_chronologies(places: Sequence[Path]) -> list[Path]:
    """The chronologies in folders, and files as they are; ValueError where there is none."""
    paths = [p for place in places for p in (_listed(place) if place.is_dir() else [place])]
    if not paths:
        raise ValueError(f"no file *{SUFFIX} in {', '.join(map(str, places))}")
    return list(dict.fromkeys(paths))


def _listed(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{SUFFIX}"))


def compare(path: Path, *, main: bool = False) -> list[Pair]:
    """A chronology by hand, aligned with the events of the article beside it; with `main` only
    with those shown at first."""
    text, article = (_read(p) for p in (path, path.with_suffix(".txt")))
    entries = read_entries(text, path.name)
    found = events(document(article, name=path.stem)).events
    return align(entries, [event for event in found if event.main or not main])


def _read(path: Path) -> str:
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path} is larger than {MAX_BYTES:,} bytes")
    return path.read_text("utf-8")


def differences(pairs: Sequence[Pair]) -> Iterator[str]:
    """What is wrong, for people: the faults, the entry, what was found, the sentence."""
    for pair in pairs:
        if not pair.faults:
            continue
        what = ", ".join(pair.faults)
        if pair.entry is not None:
            yield f"  {what:18} expected  {pair.entry}"
            what = ""
        if pair.event is not None:
            event = pair.event
            yield f"  {what:18} found     {event.edtf or '-'} | {event.kind} | {event.title}"
            yield f"  {'':18} in        {' '.join(event.text.split())}"


def summary(name: str, result: Score) -> str:
    """A line of figures.

    >>> summary("flood", Score(9, 12, 3))
    'flood                right   9 of  12 expected,   3 extra   share  60.0 %   recall  75.0 %'
    """
    return (
        f"{name:20.20} right {result.right:3} of {result.expected:3} expected, "
        f"{result.extra:3} extra   share {100 * result.share:5.1f} %   "
        f"recall {100 * result.recall:5.1f} %"
    )


def lines(places: Sequence[Path], *, main: bool = False, quiet: bool = False) -> Iterator[str]:
    """The report of the chronologies in some places: differences, unless `quiet`, and figures."""
    total = Score()
    for path in find_chronologies(places):
        pairs = compare(path, main=main)
        yield summary(path.stem, score(pairs))
        if not quiet:
            yield from differences(pairs)
        total += score(pairs)
    yield summary("all", total)
