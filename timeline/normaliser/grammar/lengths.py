"""How long something takes: durations, exact and vague, and their fractions."""

from __future__ import annotations

from dataclasses import replace

from timeline.calendar.cell import Grain
from timeline.calendar.times import DAYLESS, Bound, Edge, Length, Shade
from timeline.normaliser.meaning import Lasting
from timeline.normaliser.rule import rule

_FINER: dict[Grain, tuple[Grain, int]] = {
    Grain.YEAR: (Grain.MONTH, 12),
    Grain.DAY: (Grain.HOUR, 24),
    Grain.HOUR: (Grain.MINUTE, 60),
    Grain.MINUTE: (Grain.SECOND, 60),
    Grain.DECADE: (Grain.YEAR, 10),
    Grain.CENTURY: (Grain.YEAR, 100),
    Grain.MILLENNIUM: (Grain.YEAR, 1000),
}


def make_length(count: float, unit: Grain) -> Length:
    """A length whose fraction is told in the next finer unit: two and a half years are two
    years and six months.

    >>> make_length(2.5, Grain.YEAR)
    Length(counts=((Grain.YEAR, 2), (Grain.MONTH, 6)))
    """
    whole = int(count)
    if count == whole:
        return Length(((unit, whole),))
    if unit not in _FINER:
        return Length(((unit, count),))
    finer, size = _FINER[unit]
    rest = (count - whole) * size
    if rest != round(rest):
        return Length(((unit, count),))
    parts = [(unit, whole)] if whole else []
    return Length((*parts, (finer, round(rest))))


@rule(
    "over? count:number|decimal|fraction|big unit:unit|units|century|weekend",
    "count:number|decimal|fraction|big hyphen:dash unit:unit|units|century|weekend",
    "count:number quarter",
    "count:number hyphen:dash quarter",
    "count:year units [ago]",
    "count:number lparen again:number rparen unit:unit|units|century",
)
def counted_length(
    count: float,
    again: int | None,
    unit: Grain | None,
    quarter: int | None,
    hyphen: None,
    count_at: tuple[int, int],
    hyphen_at: tuple[int, int] | None,
    units: Grain | None,
) -> Lasting | None:
    """A number of units.

    three days    P3D
    10-year    P10Y
    two weekends    P2WE
    thirty (30) days    P30D
    1.5 hours    PT1H30M
    6000 years ago    BC3976
    """
    if units is not None:
        unit = units
    if again is not None and again != count:
        return None
    if unit is None:
        unit = Grain.CENTURY if quarter is None else Grain.QUARTER
    if unit is Grain.HOUR and count >= 100 and count_at[1] - count_at[0] == 4 and hyphen_at is None:
        return None  # 0545 hours is a time of day
    return Lasting(make_length(count, unit), adjective=hyphen_at is not None)


@rule("over? article unit:unit|century")
def one_unit(unit: Grain | None) -> Lasting:
    """One unit.

    a month    P1M
    $33 million a year    P1Y
    """
    return Lasting(Length(((Grain.CENTURY if unit is None else unit, 1),)), single=True)


@rule(
    "number and article half units:unit|units",
    "number fraction units:unit|units",
    "article unit:unit and article half",
    "article half units:unit|units",
    "half article? units:unit|century",
    "half dash? units:unit|century",
)
def half_length(number: int | None, units: Grain | None, unit: Grain | None,
                fraction: float | None) -> Lasting:  # fmt: skip
    """Halves.

    two and a half years    P2Y6M
    2 1/2 years    P2Y6M
    half an hour    PT30M
    a minute and a half    PT1M30S
    half a century    P50Y
    """
    if unit is not None:
        return Lasting(make_length(1.5, unit))
    grain = Grain.CENTURY if units is None else units
    return Lasting(make_length((number or 0) + (fraction or 0.5), grain))


@rule("article? quarter of article? units:unit|century")
def quarter_length(quarter: int, units: Grain | None) -> Lasting | None:
    """A quarter of a unit.

    a quarter of a century    P25Y
    a quarter of an hour    PT15M
    """
    grain = Grain.CENTURY if units is None else units
    return Lasting(make_length(0.25, grain)) if quarter == 0 else None


@rule("article fortnight", "number fortnight")
def fortnights(number: int | None) -> Lasting:
    """Two weeks.

    a fortnight    P2W
    """
    return Lasting(Length(((Grain.WEEK, 2 * (1 if number is None else number)),)))


@rule(
    "[for|within|by|over|of] units:units",
    "[over] the units:units",
    "the units:units [before|after|earlier|later]",
)
def some_units(units: Grain) -> Lasting:
    """Units without a number.

    for weeks    PXW
    over the years    PXY
    """
    return Lasting(Length(((units, None),)))


@rule(
    "few units",
    "article few units",
    "units:units [ago]",
    "the edge units",
    "[in] the units",
)
def vague_length(units: Grain, edge: Edge | None) -> Lasting | None:
    """An unknown number of units.

    several years    PXY
    a few days    PXD
    recent years    PXY
    the coming weeks    PXW
    the early years    PXY
    In the years that followed    PXY
    never: in the early hours
    """
    if edge is not None and units in DAYLESS:
        return None
    return Lasting(Length(((units, None),)))


@rule("article? unit dash? long", "units dash? long", "long")
def long_lasting(unit: Grain | None, units: Grain | None, long: Grain | None) -> Lasting | None:
    """A length as an adjective.

    a day-long meeting    P1D
    decades-long    PXDE
    a yearlong siege    P1Y
    never: as long as
    """
    if units is not None:
        return Lasting(Length(((units, None),)), adjective=True)
    grain = unit if long is None else long
    return None if grain is None else Lasting(Length(((grain, 1),)), adjective=True)


@rule("number more units:units|unit", "another number? units:units|unit", "article more units:unit")
def more_length(number: int | None, units: Grain) -> Lasting:
    """So many more.

    two more weeks    P2W
    another year    P1Y
    """
    return Lasting(Length(((units, 1 if number is None else number),)))


@rule("couple units")
def couple(units: Grain) -> Lasting:
    """A couple of years.

    a couple of years    P2Y
    """
    return Lasting(Length(((units, 2),)), Shade(about=True))


@rule(
    "first:number (to|or|dash) number units",
    "first:number (to|or|dash) number dash unit:unit",
    "article units:unit or number",
)
def uncertain_length(
    first: int | None, number: int, units: Grain | None, unit: Grain | None
) -> Lasting:
    """A length between two numbers; the first is taken.

    two to three weeks    P2W
    """
    grain = units if units is not None else unit
    assert grain is not None
    count = 1 if first is None else first
    return Lasting(Length(((grain, count),)), Shade(about=True))


@rule("a:length and? b:length")
def compound_length(a: Lasting, b: Lasting) -> Lasting | None:
    """Several units.

    two years and three months    P2Y3M
    """
    if a.length.counts[-1][0] <= b.length.counts[0][0]:
        return None
    return Lasting(Length(a.length.counts + b.length.counts), a.shade)


@rule(
    "the? (last|past|next) last_count:length",
    "the last past length",
    "the ordinal length",
    "the length",
    "the? (last|past|next) unit:units",
)
def pointed_length(
    length: Lasting | None, last_count: Lasting | None, unit: Grain | None, ordinal: int | None
) -> Lasting | None:
    """A length up to now or from now.

    the past two years    P2Y
    the next few weeks    PXW
    the first nine months    P9M
    """
    if unit is not None:
        return Lasting(Length(((unit, None),)))
    inner = length or last_count
    assert inner is not None
    if length is not None and ordinal is None and inner.adjective:
        return None
    if length is not None and inner.length.counts[0][1] == 1 and ordinal is None:
        return None
    return inner


@rule("length orso")
def length_or_so(length: Lasting) -> Lasting:
    """A length that is not exact.

    a week or so    P1W
    the next two years or so    P2Y
    """
    return Lasting(length.length, replace(length.shade, about=True))


@rule("about length", "morethan length", "within:morethan length")
def shaded_length(
    about: None, morethan: Bound | None, within: Bound | None, length: Lasting
) -> Lasting:
    """A length softened or bounded.

    about two years    P2Y
    more than four hours    PT4H
    """
    bound = morethan or within
    if bound is None and length.shade.bound is None:
        return Lasting(length.length, Shade(about=True))
    return Lasting(length.length, Shade(bound=bound))


RULES = (
    quarter_length,
    fortnights,
    counted_length,
    one_unit,
    half_length,
    vague_length,
    long_lasting,
    uncertain_length,
    more_length,
    couple,
)
COMPOSED = (length_or_so, some_units, compound_length, pointed_length, shaded_length)
