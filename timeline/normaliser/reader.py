"""The reader: text to mentions, the stages in order; the only place they meet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.edtf import read_edtf
from timeline.calendar.times import DAYLESS, Anniversary, Bound, Interval, Pattern, Shade, Time
from timeline.normaliser.checks import is_date
from timeline.normaliser.context import Answer, Context
from timeline.normaliser.counted import Pointed, Relative, Shift
from timeline.normaliser.early import EarlyDate
from timeline.normaliser.grammar import STAGES
from timeline.normaliser.incomplete import Incomplete, MonthDay, OfYear
from timeline.normaliser.inside import Span
from timeline.normaliser.jubilee import Jubilee
from timeline.normaliser.lexer import Lexer, Run, fold
from timeline.normaliser.meaning import Fixed, Meaning, Shaded
from timeline.normaliser.mention import Mention
from timeline.normaliser.rule import Token, apply_stage
from timeline.normaliser.sense import DIRECTION_REACH, find_direction, sentence_bounds
from timeline.normaliser.words.kinds import Lexicon

MEANINGS = frozenset({"date", "time", "length", "span", "repeat", "vaguely", "jubilee"})
_BOUNDS = {"since": Bound.SINCE, "until": Bound.UNTIL}
_CACHED_RUNS = 20_000
_CACHED_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Item:
    """A meaning in a run: where it stands (from the run's start), its rule and its bound."""

    start: int
    end: int
    meaning: Meaning
    rule: str
    bound: Bound | None


class Reader:
    """Reads the dates of one language. It keeps what short runs of words mean, since that
    does not depend on the text around them.
    """

    __slots__ = ("_known", "_lexer")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexer = Lexer(lexicon)
        self._known: dict[str, tuple[Item, ...]] = {}

    def read(self, text: str, written: Cell | None) -> list[Mention]:
        """Every mention of a time in a text, in order, none inside another."""
        low = fold(text)
        context = Context(written=written, low=low)
        found: list[Mention] = []
        waiting: list[tuple[int, Item, int]] = []
        for run in self._lexer.runs(text, low):
            for item in self._parse(text, run):
                start, end = run.start + item.start, run.start + item.end
                if not is_date(text, low, start, end, item.rule, item.meaning):
                    if not isinstance(item.meaning, EarlyDate):
                        continue
                    early = item.meaning
                    item = replace(item, end=early.plain_end, meaning=early.plain)
                    end = run.start + item.end
                self._move(context, low, start, end)
                if isinstance(item.meaning, Jubilee):
                    waiting.append((len(found), item, run.start))
                    found.append(
                        Mention(start, end, text[start:end], Anniversary(None, None, None))
                    )
                    continue
                mention = self._resolve(text, item, run.start, context)
                # A range that ends before it begins is no range, but its dates stay.
                items = split_range(item) if mention is None else (item,)
                for one in items:
                    if one is not item:
                        self._move(context, low, run.start + one.start, run.start + one.end)
                        mention = self._resolve(text, one, run.start, context)
                    if mention is not None:
                        found.append(mention)
                        self._remember(context, mention, one.meaning, low)
        if waiting:
            self._resolve_jubilees(text, low, found, waiting, context)
        return found

    def _parse(self, text: str, run: Run) -> tuple[Item, ...]:
        key = text[run.start : run.end]
        items = self._known.get(key)
        if items is None:
            items = parse(run)
            if len(key) <= _CACHED_LENGTH:
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
            first, last = sentence_bounds(text, context.low, start, end, DIRECTION_REACH)
            context.direction = find_direction(context.low, start, end, first, last)
        answer = item.meaning.resolve(context)
        if answer is None:
            return None
        shade = answer.shade
        if (
            item.bound is not None
            and isinstance(answer.time, Cell)
            and not _NOT_UNTIL.search(context.low, max(0, start - 16), start)
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
        )

    def _remember(self, context: Context, mention: Mention, meaning: Meaning, low: str) -> None:
        time = mention.time
        if isinstance(time, Interval):
            time = time.last or time.first or time
        if not isinstance(time, Cell):
            return
        if is_statement_day(low, mention.start, meaning) or is_comparison(meaning):
            return
        context.previous = (time, mention.start)
        self._follow_story(context, mention, meaning, time)
        if time.grain in (Grain.SECOND, Grain.MINUTE, Grain.HOUR):
            context.clock_last = time
            if time.time_of_day() == (0, 0, 0) and context.clock_day is not None:
                return
        if time.grain <= Grain.DAY:
            context.clock_day = (Cell(Grain.DAY, time.first_day), mention.start)
        if time.grain is Grain.QUARTER:
            context.quarter = (time, mention.start)

    def _follow_story(
        self, context: Context, mention: Mention, meaning: Meaning, time: Cell
    ) -> None:
        """A full date well before the document begins a story; a date that is counted from
        the document's day ends it.
        """
        written, anchored = context.written, mention.anchored
        if anchored is None:
            if time.grain <= Grain.MONTH or (
                time.grain is Grain.YEAR
                and (written is None or time.index <= written.first_year() - 2)
            ):
                past = written is None or time.last_day < written.first_day - 60
                told = past and mention.shade.bound is None
                context.story = (time, mention.start) if told else None
        elif anchored.kind == "previous":
            if context.story is not None:
                context.story = (time, mention.start)
        elif mention.shade.assumed or isinstance(meaning, Relative | Pointed | MonthDay | OfYear):
            context.story = None

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
                start, end, text[start:end], answer.time, answer.shade, item.rule, answer.anchored
            )


def parse(run: Run) -> tuple[Item, ...]:
    """The meanings in a run, in order; offsets count from its start."""
    offset = run.start
    tokens: list[Token] = [
        Token(t.kind, t.value, t.start - offset, t.end - offset) for t in run.tokens
    ]
    for stage, passes in STAGES:
        tokens = apply_stage(stage, tokens, passes=passes)
    items = []
    for i, token in enumerate(tokens):
        if token.kind not in MEANINGS or token.value is None:
            continue
        bound = _BOUNDS.get(tokens[i - 1].kind) if i else None
        if bound is not None and i + 1 < len(tokens) and tokens[i + 1].kind == "poss":
            bound = None
        if i and tokens[i - 1].kind in ("before", "after") and token.kind == "date":
            followed = i + 1 < len(tokens) and tokens[i + 1].kind == "poss"
            if not followed:
                bound = Bound.BEFORE if tokens[i - 1].kind == "before" else Bound.AFTER
        items.append(Item(token.start, token.end, token.value, token.rule, bound))
    return tuple(items)


_NOT_UNTIL = re.compile(r"(?:\bnot|n[’']t) until\s+\Z")


def needs_direction(meaning: object) -> bool:
    """Whether a meaning depends on which way its sentence looks."""
    if isinstance(meaning, Shaded):
        return needs_direction(meaning.inner)
    if isinstance(meaning, Span):
        return needs_direction(meaning.first) or needs_direction(meaning.last)
    if isinstance(meaning, Pointed):
        return meaning.count == 0
    if isinstance(meaning, Fixed | Relative):
        return False
    if isinstance(meaning, Incomplete):
        return True
    for name in ("date", "base"):
        inner = getattr(meaning, name, None)
        if inner is not None:
            return needs_direction(inner)
    return False


_SAYING = ("said", "told", "says", "announced", "reported", "added", "stated")


def is_statement_day(low: str, start: int, meaning: object) -> bool:
    """Whether a date only says when somebody spoke: "he said on Sunday"; a story is not
    counted from there.
    """
    if not isinstance(meaning, Incomplete | Relative):
        return False
    words = low[max(0, start - 24) : start].split()
    return any(word in _SAYING for word in words[-3:])


def split_range(item: Item) -> tuple[Item, ...]:
    """The two ends of a range as items of their own; nothing of any other."""
    span = item.meaning
    if not isinstance(span, Span):
        return ()
    return tuple(
        Item(*at, meaning, item.rule, None)
        for meaning, at in ((span.first, span.first_at), (span.last, span.last_at))
    )


def is_comparison(meaning: object) -> bool:
    """Whether a date is only compared with ("a year earlier" in a report of figures)."""
    return (
        isinstance(meaning, Shift)
        and meaning.length.counts == ((Grain.YEAR, 1),)
        and (meaning.sign < 0 and meaning.base is None)
    )


def make_parts(
    text: str, item: Item, offset: int, span: Span, answer: Answer, time: Interval | Pattern
) -> tuple[Mention, ...]:
    """The two ends of a range as mentions of their own."""
    base = offset
    parts = []
    ends: tuple[Time | None, ...]
    if isinstance(time, Pattern):
        ends = tuple(Pattern(value) for value in time.value.split("/"))
    else:
        ends = (time.first, time.last)
    for cell, (first, last) in zip(ends, (span.first_at, span.last_at), strict=True):
        assert cell is not None
        start, end = base + first, base + last
        parts.append(
            Mention(start, end, text[start:end], cell, answer.shade, item.rule, answer.anchored)
        )
    return tuple(parts)


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
