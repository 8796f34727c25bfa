"""Numbers in words: cardinals, ordinals, years read aloud."""

from __future__ import annotations

from timeline.normaliser.rule import rule


@rule(
    "a:cardinal",
    "a:cardinal dash? b:cardinal",
    "a:cardinal dash? b:cardinal (dash|and)? c:cardinal",
    "a:cardinal b:cardinal and? c:cardinal dash d:cardinal",
    "digits:number|decimal a:cardinal",
    "a:cardinal joined:and b:cardinal",
)
def cardinal(
    a: int, b: int | None, c: int | None, d: int | None, digits: float | None, joined: None,
    joined_at: tuple[int, int] | None = None,
) -> tuple[str, int] | None:  # fmt: skip
    """A number in words; two pairs of digits are a year.

    twenty-five years    P25Y
    one hundred and fifty years    P150Y
    a hundred and fifty years    P150Y
    in nineteen ninety-four    1994
    2 thousand years ago    0025
    """
    if digits is not None:
        return ("number", round(digits * a)) if a >= 1000 else None
    if joined_at is not None and a % 100:
        return None
    words = [n for n in (a, b, c, d) if n is not None]
    if len(words) > 1 and 10 <= a <= 20 and words[1] >= 20 and words[1] < 100:
        rest = sum(words[1:])
        return ("year", a * 100 + rest) if rest < 100 else None
    total = current = 0
    for value in words:
        if value == 100:
            current = max(current, 1) * 100
        elif value >= 1000:
            total, current = total + max(current, 1) * value, 0
        elif current == 0 or current % 100 == 0 or (current % 100 >= 20 and value < 10):
            if current % 10 != 0:
                return None
            current += value
        else:
            return None
    return "number", total + current


@rule(
    "tens:cardinal dash? ordinal",
    "big:cardinal and? ordinal",
    "count:cardinal big:cardinal (and|dash)? ordinal",
    "count:cardinal? big:cardinal and? tens:cardinal dash? ordinal",
)
def compound_ordinal(
    tens: int | None, big: int | None, count: int | None, ordinal: int
) -> tuple[str, int] | None:
    """twenty-first: an ordinal of several words.

    the twenty-first century    20
    the one hundred and fiftieth anniversary    1875
    the hundred and twenty-fifth anniversary    1900
    """
    if big == 100 and ordinal < 100 and (count is not None or tens is not None):
        if not 1 <= (count or 1) <= 9 or (tens is not None and tens not in range(20, 100, 10)):
            return None
        if tens is not None and ordinal >= 10:
            return None
        return "ordinal", (count or 1) * 100 + (tens or 0) + ordinal
    if tens is not None and tens in range(20, 100, 10) and ordinal < 10:
        return "ordinal", tens + ordinal
    if ordinal in (100, 1000):
        return "ordinal", (tens or big or 1) * ordinal
    return None


@rule("number:number|year|big era", "era number:number|year")
def year_of_era(number: int, era: int) -> tuple[str, int] | None:
    """A year with its era, as an astronomical year.

    480 BC    BC0480
    AD 79    0079
    2,500 BCE    BC2500
    March 15, 44 BC    BC0044-03-15
    24 August AD 79    0079-08-24
    the summer of 51 BC    BC0051-SU
    """
    if not 1 <= number <= 99_999:
        return None
    return "year", number if era > 0 else 1 - number


RULES = (cardinal, compound_ordinal, year_of_era)
