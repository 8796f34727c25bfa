"""The reader: text to mentions, the stages in order; the only place they meet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.edtf import read_edtf
from timeline.calendar.times import (
    DAYLESS,
    Anniversary,
    Bound,
    Edge,
    Interval,
    Length,
    Pattern,
    Shade,
    Time,
)
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
from timeline.normaliser.rule import Token, apply_stages, cut_token
from timeline.normaliser.sense import find_direction, sentence_bounds
from timeline.normaliser.words.kinds import Lexicon

MEANINGS = frozenset({"date", "time", "length", "span", "repeat", "vaguely", "jubilee"})
_BOUNDS = {"since": Bound.SINCE, "until": Bound.UNTIL}
_CACHED_RUNS = 20_000
_CACHED_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Item:
    """A meaning in a run: where it stands (from the run's start), its rule and its bound;
    `token` is what it was made of.
    """

    start: int
    end: int
    meaning: Meaning
    rule: str
    bound: Bound | None
    token: Token


class Reader:
    """Reads the dates of one language. It keeps what short runs of words mean, since that
    does not depend on the text around them.
    """

    __slots__ = ("_known", "_lexer")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexer = Lexer(lexicon, self._parse)
        self._known: dict[str, tuple[Item, ...]] = {}

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
                    early = item.meaning
                    item = replace(item, end=early.plain_end, meaning=early.plain)
                    end = offset + item.end
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
            context.direction = find_direction(text, context.low, start, end)
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
            item.token,
        )

    def _remember(self, context: Context, mention: Mention, meaning: Meaning, low: str) -> None:
        time = mention.time
        if isinstance(time, Interval):
            time = time.last or time.first or time
        if not isinstance(time, Cell):
            if (
                isinstance(time, Length)
                and context.written is not None
                and is_figures_year(time, low[mention.start : mention.end])
            ):
                context.period = (context.written.up(Grain.YEAR), mention.start)
            return
        if is_comparison(meaning, low, mention.start) or (
            time.grain <= Grain.DAY and is_statement_day(low, mention.start, meaning)
        ):
            return
        context.previous = (time, mention.start)
        told = time
        if time.grain is Grain.YEAR and mention.shade.edge is Edge.END:
            told = Cell.month(time.first_year(), 12)
        self._follow_story(context, mention, meaning, told)
        if time.grain <= Grain.PART:
            context.clock_last = time
            midnight = time.grain <= Grain.HOUR and time.time_of_day() == (0, 0, 0)
            if midnight and context.clock_day is not None:
                return
        if time.grain <= Grain.DAY:
            context.clock_day = (Cell(Grain.DAY, time.first_day), mention.start)
        if time.grain is Grain.QUARTER and is_reported(context, time, mention):
            context.quarter = context.period = (time, mention.start)

    def _follow_story(
        self, context: Context, mention: Mention, meaning: Meaning, time: Cell
    ) -> None:
        """A full date well before the document begins a story; a date that is counted from
        the document's day ends it.
        """
        written, anchored = context.written, mention.anchored
        if anchored is None:
            if is_modifier(context.low, mention.start):
                return
            if time.grain <= Grain.MONTH:
                past = written is None or time.last_day < written.first_day - 60
            elif time.grain in (Grain.SEASON, Grain.YEAR):
                past = written is None or time.first_year() <= written.first_year() - 2
            else:
                return
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
                start, end, text[start:end], answer.time, answer.shade, item.rule, answer.anchored,
                tree=item.token,
            )  # fmt: skip


def parse(run: Run) -> tuple[Item, ...]:
    """The meanings in a run, in order; offsets count from its start."""
    tokens = apply_stages(STAGES, run.tokens)
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
        items.append(Item(token.start, token.end, token.value, token.rule, bound, token))
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


_SAYING = frozenset({"said", "told", "says", "announced", "reported", "added", "stated"})


def is_statement_day(low: str, start: int, meaning: object) -> bool:
    """Whether a date only says when somebody spoke: "he said on Sunday"; a story is not
    counted from there.
    """
    if not isinstance(meaning, Incomplete | Relative):
        return False
    words = low[max(0, start - 24) : start].split()
    return not _SAYING.isdisjoint(words[-3:])


_ARTICLE = re.compile(r"\b(?:the|an?|its|his|her|their|this|that)\s+\Z")


def is_modifier(low: str, start: int) -> bool:
    """Whether a date only says which thing is meant ("the August 1988 cease-fire"): no story is
    told from there.
    """
    return _ARTICLE.search(low, max(0, start - 8), start) is not None


_FIGURES_BEFORE = re.compile(
    r"reported|posted|earn(?:ed|ings)|quarter ended|\b(?:in|for) (?:its|the)\s\Z"
)
_FIGURES_AFTER = re.compile(r"\s+(?:ended|net|profit|loss|results (?:were|rose|fell|included))\b")


def is_reported(context: Context, quarter: Cell, mention: Mention) -> bool:
    """Whether figures of a quarter can be known: it has ended, or the text reports them (a
    company counts its own quarters).
    """
    written, low = context.written, context.low
    if written is None or quarter.last_day <= written.last_day:
        return True
    if mention.direction is not None and mention.direction.sign > 0:
        return False
    before = _FIGURES_BEFORE.search(low, max(0, mention.start - 60), mention.start)
    return before is not None or _FIGURES_AFTER.match(low, mention.end) is not None


def is_figures_year(length: Length, words: str) -> bool:
    """Whether a length is that of figures of more than a quarter: nine months, the year."""
    unit, count = length.counts[0]
    if unit is Grain.YEAR and count == 1:
        return words.startswith("the ")
    return unit is Grain.MONTH and count in (6, 9)


def split_range(item: Item) -> tuple[Item, ...]:
    """The two ends of a range as items of their own; nothing of any other."""
    span = item.meaning
    if not isinstance(span, Span):
        return ()
    return tuple(
        Item(*at, meaning, item.rule, None, cut_token(item.token, at, meaning))
        for meaning, at in ((span.first, span.first_at), (span.last, span.last_at))
    )


_COMPARED = re.compile(r"\b(?:compared (?:with|to)|from|against|than)\s[^.;]{0,60}\Z")


def is_comparison(meaning: object, low: str, start: int) -> bool:
    """Whether a date is only compared with ("a year earlier" in a report of figures)."""
    if isinstance(meaning, Shift):
        return meaning.is_year_ago
    before = isinstance(meaning, Relative) and meaning.story and meaning.count < 0
    return before and _COMPARED.search(low, max(0, start - 80), start) is not None


def make_parts(
    text: str, item: Item, offset: int, span: Span, answer: Answer, time: Interval | Pattern
) -> tuple[Mention, ...]:
    """The two ends of a range as mentions of their own."""
    parts = []
    ends: tuple[Time | None, ...]
    if isinstance(time, Pattern):
        ends = tuple(Pattern(value) for value in time.value.split("/"))
    else:
        ends = (time.first, time.last)
    sides = ((span.first, span.first_at), (span.last, span.last_at))
    for cell, (meaning, at) in zip(ends, sides, strict=True):
        assert cell is not None
        start, end = offset + at[0], offset + at[1]
        tree = cut_token(item.token, at, meaning)
        parts.append(
            Mention(start, end, text[start:end], cell, answer.shade, item.rule, answer.anchored,
                    answer.direction, tree=tree)
        )  # fmt: skip
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
