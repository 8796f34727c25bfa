"""The reader: text to mentions, the stages in order; the only place they meet."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.edtf import read_edtf
from timeline.calendar.times import (
    DAYLESS,
    Anniversary,
    Interval,
    Pattern,
    Shade,
    Time,
)
from timeline.normaliser.ages import find_ages
from timeline.normaliser.checks import is_date
from timeline.normaliser.context import Context
from timeline.normaliser.early import EarlyDate
from timeline.normaliser.inside import Span
from timeline.normaliser.item import (
    Item,
    make_parts,
    make_plain,
    needs_direction,
    parse,
    split_range,
)
from timeline.normaliser.joined import join
from timeline.normaliser.jubilee import Jubilee
from timeline.normaliser.lexer import Lexer, Run, fold
from timeline.normaliser.memory import remember
from timeline.normaliser.mention import Mention
from timeline.normaliser.sense import find_direction, sentence_bounds
from timeline.normaliser.tense import is_not_until
from timeline.normaliser.words.kinds import Lexicon

_CACHED_RUNS = 20_000
_CACHED_LENGTH = 80


class Reader:
    """Reads the dates of one language. It keeps what short runs of words mean, since that
    does not depend on the text around them.
    """

    __slots__ = ("_known", "_lexer")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexer = Lexer(lexicon, self._parse)
        self._known: dict[tuple[str, ...], tuple[Item, ...]] = {}

    def read(self, text: str, written: Cell | None) -> list[Mention]:
        """Every mention of a time in a text, in order, none inside another."""
        low = fold(text)
        context = Context(written=written, low=low)
        found: list[Mention] = []
        waiting: list[tuple[int, Item, int]] = []
        for offset, items in self._lexer.read_runs(text, low):
            for item in items:
                start, end = offset + item.start, offset + item.end
                if not is_date(text, low, start, end, item.rule, item.meaning):
                    if not isinstance(item.meaning, EarlyDate):
                        continue
                    item = make_plain(item, item.meaning)
                    end = offset + item.end
                    if not is_date(text, low, start, end, item.rule, item.meaning):
                        continue
                self._move(context, low, start, end)
                if isinstance(item.meaning, Jubilee):
                    waiting.append((len(found), item, offset))
                    found.append(
                        Mention(start, end, text[start:end], Anniversary(None, None, None))
                    )
                    continue
                mention = self._resolve(text, item, offset, context)
                # A range that ends before it begins is no range, but its dates stay.
                for one in split_range(item) if mention is None else (item,):
                    if one is not item:
                        self._move(context, low, offset + one.start, offset + one.end)
                        mention = self._resolve(text, one, offset, context)
                    if mention is not None:
                        remember(context, mention, one.meaning)
                        joined = join(text, low, found[-1], mention) if found else None
                        if joined is not None:
                            found.pop()
                        found.append(joined or mention)
        if waiting:
            self._resolve_jubilees(text, low, found, waiting, context)
        ages = find_ages(text, low, found)
        return sorted([*found, *ages], key=lambda mention: mention.start) if ages else found

    def _parse(self, text: str, run: Run) -> tuple[Item, ...]:
        key = text[run.start : run.end], *[token.kind for token in run.tokens]
        items = self._known.get(key)
        if items is None:
            items = parse(run)
            if run.end - run.start <= _CACHED_LENGTH:
                if len(self._known) >= _CACHED_RUNS:
                    self._known.clear()
                self._known[key] = items
        return items

    def _move(self, context: Context, low: str, start: int, end: int) -> None:
        gap = low.rfind("\n\n", context.start, start)
        if gap >= 0:
            context.paragraph = gap
        context.start, context.end = start, end

    def _resolve(self, text: str, item: Item, offset: int, context: Context) -> Mention | None:
        start, end = offset + item.start, offset + item.end
        if needs_direction(item.meaning):
            context.direction = find_direction(text, context.low, start, end)
        answer = item.meaning.resolve(context)
        if answer is None:
            return None
        shade = answer.shade
        if (
            item.bound is not None
            and isinstance(answer.time, Cell)
            and not is_not_until(context.low, start)
        ):
            shade = replace(shade, bound=item.bound)
        parts: tuple[Mention, ...] = ()
        if isinstance(item.meaning, Span) and isinstance(answer.time, Interval | Pattern):
            parts = make_parts(text, item, offset, item.meaning, answer, answer.time)
        return Mention(
            start,
            end,
            text[start:end],
            answer.time,
            shade,
            item.rule,
            answer.anchored,
            answer.direction,
            answer.readings,
            parts,
            answer.origin,
            item.token,
        )

    def _resolve_jubilees(
        self, text: str, low: str, found: list[Mention], waiting: list[tuple[int, Item, int]],
        context: Context,
    ) -> None:  # fmt: skip
        context.jubilee = None
        for at, item, offset in waiting:
            start, end = offset + item.start, offset + item.end
            first, last = sentence_bounds(text, low, start, end)
            context.start, context.end = start, end
            near = [m for m in found[max(0, at - 12) : at + 12] if first <= m.start < last]
            context.sentence = [(m.start, m.end, m.time) for m in near if isinstance(m.time, Cell)]
            answer = item.meaning.resolve(context)
            assert answer is not None
            if isinstance(answer.time, Anniversary) and answer.time.origin is not None:
                counts = answer.time.every.counts if answer.time.every else ()
                if counts:
                    context.jubilee = (int(counts[0][1] or 0), answer.time.origin)
            found[at] = Mention(
                start, end, text[start:end], answer.time, answer.shade, item.rule, answer.anchored,
                tree=item.token,
            )  # fmt: skip


@cache
def make_reader(language: str) -> Reader:
    """The reader of a language by its ISO 639-1 code."""
    if language == "en":
        from timeline.normaliser.words.en import make_lexicon

        return Reader(make_lexicon())
    from timeline.normaliser.words.cldr import make_lexicon as make_cldr

    return Reader(make_cldr(language))


def mentions(
    text: str, *, published: str | Cell | None = None, language: str | None = None
) -> list[Mention]:
    """Every mention of a time in a text, in order.

    `published` is the day relative dates are counted from: a date in any notation that
    `read_date` understands (ValueError if it is none). Without it they stay unplaced; they
    are never counted from today. `language` is an ISO 639-1 code, English unless given.

    >>> [m.value for m in mentions("from May 7 to 10", published="2025-05-04")]
    ['2025-05-07/2025-05-10']
    """
    return make_reader(language or "en").read(text, _read_day(published))


def _read_day(published: str | Cell | None) -> Cell | None:
    if published is None or isinstance(published, Cell):
        return published
    answer = read_date(published)
    if answer is None or not isinstance(answer[0], Cell):
        raise ValueError(f"published is not a date: {published!r}")
    time = answer[0]
    return Cell(Grain.DAY, time.first_day) if time.grain in DAYLESS else time


def read_date(text: str, *, written: Cell | None = None) -> tuple[Time, Shade] | None:
    """The one date that a whole string means, None if it is none.

    Reads EDTF, then our own grammar, then, as a last rescue, dateparser. Relative dates
    count from `written`; without it they are none.

    >>> read_date("44 BC")[0], read_date("may 2025")[0], read_date("hello")
    (Cell.year(-43), Cell.month(2025, 5), None)
    """
    text = text.strip()
    if not text or len(text) > 200:
        return None
    try:
        return read_edtf(text)
    except ValueError:
        pass
    if text.isascii() and text.isdecimal() and len(text) <= 3:
        return (Cell.year(int(text)), Shade()) if int(text) else None
    read = False
    for option in (text, text.title().replace("'S", "'s")):
        found = mentions(option, published=written)
        read = read or bool(found)
        if len(found) == 1 and found[0].placed and _covers(option, found[0]):
            return found[0].time, found[0].shade
    if read:
        return None
    from timeline.normaliser.rescue import rescue_date

    cell = rescue_date(text, written)
    return None if cell is None else (cell, Shade())


def _covers(text: str, mention: Mention) -> bool:
    """Whether nothing but prepositions stands around a mention."""
    rest = f"{text[: mention.start]} {text[mention.end :]}".casefold().split()
    return all(w.strip(".,:;()") in ("", "in", "on", "since", "until", "from", "the", "at", "by",
                                     "to", "before", "after", "between") for w in rest)  # fmt: skip
