"""Ages: when somebody was so old, where the text tells one birth: "when she was 7"."""

from __future__ import annotations

import re
from bisect import bisect_left

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Shade
from timeline.normaliser.anchor import Anchor, Why
from timeline.normaliser.mention import Mention
from timeline.normaliser.rule import Token
from timeline.normaliser.sense import sentence_bounds

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()
_AGE = re.compile(
    r"\b(?:when|while|after|before|until) (?P<who>he|she) (?:was|turned) (?:only |just |barely )?"
    rf"(?P<age>\d{{1,2}}|{'|'.join(_NUMBERS)})(?: years old)?(?=[.,;:)]|\s+(?:and|but)\b|\s*\Z)"
)
_BORN = re.compile(r"\bborn\b[^.;()]{0,50}\Z")
_PRONOUN = re.compile(r"\b(?:(she|hers?)|(?:he|his|him))\b")
_KIN = {
    "she": re.compile(
        r"\b(?:mother|daughter|sister|wife|widow|girl|woman|niece|aunt|grandmother|queen)\b"
    ),
    "he": re.compile(r"\b(?:father|son|brother|husband|boy|man|nephew|uncle|grandfather|king)\b"),
}
"""Who stands before the pronoun in its sentence may be meant by it, not who was born."""


def find_ages(text: str, low: str, found: list[Mention]) -> list[Mention]:
    """When somebody had the age that is told, in a text that tells one birth and of whose
    sentence no date but the birth tells; the year is not exact, since birthdays fall inside it.
    """
    matches = list(_AGE.finditer(low)) if "born" in low else []
    birth = _find_birth(low, found) if matches else None
    if birth is None or not isinstance(birth.time, Cell):
        return []
    who = _find_pronoun(low)
    starts = [mention.start for mention in found if mention is not birth]
    ages = []
    for match in matches:
        if who is None or match["who"] != who or match.start() < birth.start:
            continue
        begin, end = sentence_bounds(text, low, match.start(), match.end())
        after = bisect_left(starts, begin)
        if after < len(starts) and starts[after] < end:
            continue
        if _KIN[who].search(low, begin, match.start()) is None:
            ages.append(_make(text, match, birth, birth.time))
    return ages


def _find_pronoun(low: str) -> str | None:
    """The pronoun that stands for most of the people in a text; None if none does."""
    women = men = 0
    for match in _PRONOUN.finditer(low):
        women += match[1] is not None
        men += match[1] is None
    return None if women == men else "she" if women > men else "he"


def _find_birth(low: str, found: list[Mention]) -> Mention | None:
    """The first mention of the only birth that the text tells."""
    births = [
        mention
        for mention in found
        if _BORN.search(low, max(0, mention.start - 60), mention.start) is not None
        and isinstance(mention.time, Cell)
        and mention.time.grain in (Grain.DAY, Grain.MONTH, Grain.YEAR)
    ]
    years = {one.time.first_year() for one in births if isinstance(one.time, Cell)}
    return births[0] if len(years) == 1 else None


def _make(text: str, match: re.Match[str], birth: Mention, born: Cell) -> Mention:
    word = match["age"]
    age = int(word) if word.isdigit() else _NUMBERS.index(word) + 1
    year, month, _ = born.ymd()
    late = born.grain < Grain.YEAR and month > 6  # most of that year of life lies in the next
    start, end = match.span()
    return Mention(
        start,
        end,
        text[start:end],
        Cell.year(year + age + late),
        Shade(about=True),
        "age",
        Anchor("previous", born, birth.start, Why.CONTINUED),
        tree=Token("age", None, 0, end - start, ""),
    )
