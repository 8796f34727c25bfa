"""Items: the meanings in a run of words, before the text around them is known."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.calendar.times import Bound, Interval, Pattern, Time
from timeline.normaliser.context import Answer
from timeline.normaliser.counted import Pointed, Relative
from timeline.normaliser.early import EarlyDate
from timeline.normaliser.grammar import STAGES
from timeline.normaliser.incomplete import Holiday, Incomplete, MonthDay
from timeline.normaliser.inside import Span
from timeline.normaliser.lexer import Run
from timeline.normaliser.meaning import Fixed, Meaning, Shaded
from timeline.normaliser.mention import Mention
from timeline.normaliser.of_month import DayOfMonth
from timeline.normaliser.rule import Token, apply_stages, cut_token

MEANINGS = frozenset({"date", "time", "length", "span", "repeat", "vaguely", "jubilee", "early"})
_BOUNDS = {"since": Bound.SINCE, "until": Bound.UNTIL}


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
    if isinstance(meaning, Incomplete | DayOfMonth):
        return True
    for name in ("date", "base"):
        inner = getattr(meaning, name, None)
        if inner is not None:
            return needs_direction(inner)
    return False


def make_plain(item: Item, early: EarlyDate) -> Item:
    """A date without the number behind it, which turned out to be no year."""
    rule = "feast" if isinstance(early.plain, Holiday) else "month_day"
    if isinstance(early.plain, MonthDay) and early.plain.day is None:
        rule = "lone_month"
    parts = tuple(part for part in item.token.parts if part.end <= early.plain_end)
    tree = Token(early.plain.kind, early.plain, item.start, early.plain_end, rule, parts)
    return Item(item.start, early.plain_end, early.plain, rule, item.bound, tree)


def split_range(item: Item) -> tuple[Item, ...]:
    """The two ends of a range as items of their own; nothing of any other."""
    span = item.meaning
    if not isinstance(span, Span):
        return ()
    return tuple(
        Item(*at, meaning, item.rule, None, cut_token(item.token, at, meaning))
        for meaning, at in ((span.first, span.first_at), (span.last, span.last_at))
    )


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
