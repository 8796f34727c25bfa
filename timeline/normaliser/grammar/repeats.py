"""What comes again: daily, every Monday, twice a year."""

from __future__ import annotations

from timeline.calendar.cell import PARTS, Grain
from timeline.calendar.times import Length, Repeat
from timeline.normaliser.incomplete import Holiday, MonthDay, OfYear, Weekday
from timeline.normaliser.inside import DayPart
from timeline.normaliser.meaning import Meaning, Repeating
from timeline.normaliser.rule import rule


@rule("adverb")
def adverb_repeat(adverb: tuple[int, Grain]) -> Repeating:
    """daily, weekly, annually.

    daily    P1D
    annually    P1Y
    """
    count, unit = adverb
    return Repeating(Repeat(every=Length(((unit, count),))))


@rule(
    "every unit:unit|century",
    "every number units:unit|units",
    "every quarter",
    "every weekend",
    "every ordinal unit",
    "every few units",
    "frequency article unit",
    "frequency every unit",
    "frequency:number times article|every unit",
)
def every_unit(
    unit: Grain | None, number: int | None, units: Grain | None,
    ordinal: int | None, few: str | None, quarter: int | None, weekend: None,
    frequency: int | None,
) -> Repeating:  # fmt: skip
    """Every so many units.

    every year    P1Y
    every two weeks    P2W
    twice a year    P1Y
    """
    grain = unit if unit is not None else units
    if quarter is not None:
        grain = Grain.QUARTER
    count: int | None = number if number is not None else ordinal if ordinal is not None else 1
    if grain is None:
        return Repeating(Repeat(pattern="XXXX-WXX-WE"))
    if units is not None and number is None:
        count = None
    text = "" if frequency is None else f"{frequency}X"
    quantifier = "" if frequency is not None else "EVERY"
    return Repeating(Repeat(Length(((grain, count),)), None, quantifier, text))


@rule("every other unit")
def every_other(unit: Grain) -> Repeating:
    """Every other week.

    every other week    P2W
    """
    return Repeating(Repeat(every=Length(((unit, 2),)), quantifier="EVERY"))


@rule("every other? date", "every other? time")
def every_date(date: Meaning | None, time: Meaning | None, other: None) -> Repeating | None:
    """A day that comes again.

    every Monday    XXXX-WXX-1
    each July    XXXX-07
    """
    inner = date if date is not None else time
    if isinstance(inner, Weekday | MonthDay | OfYear | Holiday):
        return Repeating(Repeat(pattern=inner.pattern, quantifier="EVERY"))
    if isinstance(inner, DayPart) and inner.code in PARTS:
        day = inner.date
        prefix = day.pattern if isinstance(day, Weekday) else "XXXX-XX-XX"
        return Repeating(Repeat(pattern=f"{prefix}T{inner.code}", quantifier="EVERY"))
    return None


@rule("[at|on] units")
def weekends(units: Grain) -> Repeating | None:
    """On weekends.

    at weekends    XXXX-WXX-WE
    """
    return Repeating(Repeat(pattern="XXXX-WXX-WE")) if units is Grain.WEEKEND else None


@rule("every daypart")
def every_daypart(daypart: str) -> Repeating:
    """Every night.

    every morning    XXXX-XX-XXTMO
    """
    return Repeating(Repeat(pattern=f"XXXX-XX-XXT{daypart}", quantifier="EVERY"))


@rule("repeat on? date")
def repeat_on(repeat: Repeating, date: Meaning) -> Repeating | None:
    """Every year on a day.

    every year on Christmas Eve    XXXX-12-24
    """
    if isinstance(date, Weekday | MonthDay | Holiday) and repeat.repeat.every is not None:
        return Repeating(Repeat(pattern=date.pattern, quantifier="EVERY"))
    return None


@rule("the (ordinal|last) date (of|in) repeat")
def nth_of_every(date: Meaning, repeat: Repeating) -> Repeating | None:
    """A weekday that comes again once in every month.

    the first Monday of every month    P1M
    """
    if not isinstance(date, Weekday) or repeat.repeat.every is None:
        return None
    every = repeat.repeat.every
    return Repeating(Repeat(every, date.pattern, "EVERY"))


RULES = (weekends, adverb_repeat, every_other, every_unit, every_daypart)
COMPOSED = (nth_of_every, every_date, repeat_on)
