"""How fast texts are read, compiled and drawn, next to dateparser's `search_dates`.

Times are of this run on this machine; what holds elsewhere are the ratios.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from timeline.api import Timeline, events
from timeline.chronology.source import Document, document
from timeline.normaliser.reader import mentions

DATA = Path(__file__).resolve().parent.parent / "data"
"""The samples of a checkout."""

_PASSES = 5
_SIZE = 200_000
_EVENTS = 3_000
_OTHERS_SECONDS = 8.0
_OTHERS_PIECE = 2_000
_HOSTILE = {
    "digits": "1234567890",
    "spaces": " \t",
    "half dates": "May 7, ",
    "signs": "-/.:,",
}


def lines(documents: Sequence[Document]) -> Iterator[str]:
    """The lines of the report, each as soon as it is measured.

    ValueError if the documents hold no text.
    """
    texts = [document.text for document in documents if document.text.strip()]
    if not texts:
        raise ValueError("the files to measure with hold no text")
    whole = sum(map(len, texts))
    mentions("May 4, 2025")  # loads the rules; what is measured is reading
    yield f"{len(texts)} texts, {whole:,} characters"
    cold = _rate(whole, _seconds(lambda: _read_all(documents), 1))
    warm = _rate(whole, _seconds(lambda: _read_all(documents), _PASSES))
    yield _row("reading, first pass", cold, "characters/ms")
    yield _row("reading, again", warm, "characters/ms")
    first, again = _others(texts)
    yield _row("dateparser search_dates, first pass", first, "characters/ms")
    yield _row("dateparser search_dates, again", again, "characters/ms")
    yield _row("ratio, first pass", cold / first, "times dateparser")
    yield _row("ratio, again", warm / again, "times dateparser")
    seconds = _seconds(lambda: events(documents), 1)  # a second pass would only be remembered
    chronology = events(documents)
    count = len(chronology.events)
    yield _row(f"texts to {count:,} events", _rate(whole, seconds), "characters/ms")
    yield _row("texts to events", count / seconds, "events/s")
    if count:
        many = _many(chronology)
        many.figure()
        yield _row(f"figure of {_EVENTS:,} events", _EVENTS / _seconds(many.figure, 2), "events/s")
    yield "twice the text takes (2.0: linear)"
    prose = "\n\n".join(texts)
    for name, piece in {"these texts": prose, **_HOSTILE}.items():
        yield _row(f"  {name}", _growth(piece, mentions), "times as long")
    yield _row("  these texts, to events", _growth(prose, _compile), "times as long")


def _row(name: str, value: float, unit: str) -> str:
    shown = f"{value:,.0f}" if value >= 100 else f"{value:,.1f}"
    return f"{name:<38}{shown:>10}  {unit}"


def _rate(characters: int, seconds: float) -> float:
    return characters / 1_000 / max(seconds, 1e-9)


def _seconds(run: Callable[[], object], passes: int) -> float:
    """The shortest time that a run took."""
    times = []
    for _ in range(passes):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return min(times)


def _read_all(documents: Sequence[Document]) -> None:
    for one in documents:
        mentions(one.text, published=one.written)


def _others(texts: Sequence[str]) -> tuple[float, float]:
    """Characters per millisecond of dateparser, first pass and again, on the same texts;
    on the beginning of them where the whole would take too long.
    """
    from dateparser.search import search_dates

    base = datetime.datetime(2025, 5, 4)
    settings = {"RELATIVE_BASE": base}

    def search(piece: str) -> None:
        search_dates(piece, languages=["en"], settings=settings)

    search("May 4, 2025")
    pieces = [
        piece
        for text in texts
        for start in range(0, len(text), _OTHERS_PIECE)
        if (piece := text[start : start + _OTHERS_PIECE]).strip()
    ]
    done = 0
    begun = perf_counter()
    for piece in pieces:
        search(piece)
        done += 1
        if perf_counter() - begun > _OTHERS_SECONDS:
            break
    first = perf_counter() - begun
    size = sum(map(len, pieces[:done]))
    begun = perf_counter()
    for piece in pieces[:done]:
        search(piece)
    return _rate(size, first), _rate(size, perf_counter() - begun)


def _many(chronology: Timeline) -> Timeline:
    """The events over and over under different ids, up to some number."""
    own = chronology.events
    copies = (
        replace(own[number % len(own)], id=f"{own[number % len(own)].id}-{number}")
        for number in range(_EVENTS)
    )
    return Timeline(tuple(copies), chronology.documents)


def _compile(text: str) -> object:
    return events(document(text, published="2025-05-04"))


def _growth(piece: str, read: Callable[[str], object]) -> float:
    text = piece * (_SIZE // 2 // len(piece) + 1)
    once = _seconds(lambda: read(text), 2)
    twice = _seconds(lambda: read(text + text), 2)
    return twice / max(once, 1e-9)
