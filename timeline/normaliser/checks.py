"""Last checks on the raw text around a date: names, counts and addresses are no dates."""

from __future__ import annotations

import re

from timeline.normaliser.early import (
    EarlyDate,
    follows_plainly,
    is_early_range,
    is_early_year,
)
from timeline.normaliser.jubilee import Jubilee
from timeline.normaliser.meaning import Lasting
from timeline.normaliser.names import (
    FAMILIES,
    NUMBERED,
    PEOPLE,
    SHOWS,
    SURNAME,
    WHOSE,
    is_decade_of_years,
    is_feast_day,
    is_numbered,
    is_programme,
    is_surname,
    word_after,
    word_before,
)

_BEFORE_YEAR = frozenset(
    "in since by until till of during from before after to through early late mid year "
    "around about circa the between spring summer autumn fall winter and or than for into "
    "fiscal".split()
)
_COUNTED = frozenset(
    "people men women children troops miles meters metres feet kilometers kilometres km kg "
    "pounds dollars euros yen percent degrees words square head acres tons tonnes barrels "
    "points volts rpm calories mm cm ml mg kb mb gb tb kw mw hz mph shares police soldiers jobs "
    "homes cubic more or".split()
)
_NOT_COUNTED = frozenset(
    "was is has as its his this us games olympics elections census plans polls riots series "
    "championships budgets sales results earnings profits revenues marks marked sees saw "
    "brings begins ends gives across does stands seems".split()
)
_STREET = re.compile(
    r"\s+(?:[A-Z]\.?\s+)?(?:[A-Z][\w.]+\s+){1,3}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive"
    r"|way|court|place|plaza|square)\b",
    re.IGNORECASE,
)
_DAY_NAMES = frozenset("black bloody super cyber casual ruby man giving".split())
_AFTER_DAY_NUMBER = frozenset(
    "the he she they it a his her we i and but when after before while with where their its our my"
    " by at".split()
) | {""}
_ORDERED = frozenset(
    "floor floors storey century hole tee street avenue anniversary birthday place time minute row"
    " page attempt try lap stage round district congress amendment grade army corps fleet division"
    " infantry regiment battalion cavalry brigade edition largest biggest highest best most ballot"
    " occasion day week month year hour millennium inning quarter half set game over ball shot "
    " green consecutive straight successive circuit precinct ward parallel degree percentile"
    " deadliest worst victim person man woman member child king president line verse chapter"
    " generation position spot seed and or to of".split()
)
_AFTER_DAY = frozenset("best school roast league lunch driver".split())
_FIRST_NAMES = frozenset({"april", "june", "august", "may"})
_DONE_BY = re.compile(r"\w(?:ed|en|wn|lt|de)(?: the next day| that day)? by \Z")
_OWNED = re.compile(r"['’]s\s[A-Z]")
_HYPHENED = re.compile(r"-[a-z]+-")
_CRISIS = re.compile(r" (?:Revolution|Crisis|Uprising|Surprise|Manifesto|Days)\b")
"""What follows a month in a name: Mar-a-Lago, the October Revolution."""
_WAR = re.compile(r"['’]?s? War\b")
_MARCHING = frozenset("on madness against".split())
_AFTER_NAME = frozenset("said told says asked added".split())
_PREPOSITIONS = frozenset(
    "in on since until by from between of last next this through during late early mid to and till "
    "for before after every each".split()
)
_BUILT = frozenset(
    "hall park stadium building house bridge centre center square garden gardens medal cup trophy"
    " tower library college line fountain way road street plaza act fund bill stakes edition tour"
    " church school museum committee commission lecture award prize".split()
)
"""What is named after an anniversary: Centenary Hall."""
_OLD = re.compile(r"[\s-]olds?\b|[\s-]of age\b")
_NAME_AFTER = re.compile(r"\s+[A-Z][a-z]")


_REPORT = re.compile(r"profit|revenue|sales|earnings|dividend|forecast|growth|econom|fiscal|shares")
"""Words of reports, in which a half is one of a year and not of a game."""


def is_date(text: str, low: str, start: int, end: int, rule: str, meaning: object) -> bool:
    """Whether what a rule read is a date, seen in its place in the text."""
    if text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha() and text[end - 1] != ".":
        return False  # a web address
    if rule == "lone_year":
        return _is_year(text, low, start, end)
    if rule == "about(lone_year)" and (
        text[start - 1 : start] in (".", "/") or word_after(low, end) in (*_HURT, "were")
    ):
        return False
    if rule == "years" and text[start - 1 : start] == ":":
        return False
    if rule == "vague_word" and low.startswith(", therefore", end):
        return False
    if rule in ("about(lone_year)", "years", "about_range(years)", "two_years"):
        return word_after(low, end) not in _COUNTED and word_before(low, start) not in NUMBERED
    if rule == "feast" and not is_feast_day(text, low, start, end):
        return False
    if rule in _NAMED_RULES:
        return not _is_name(text, low, start, end, rule)
    if rule == "day_of_month":
        return word_after(low, end) not in _ORDERED and not _NAME_AFTER.match(text, end)
    if isinstance(meaning, EarlyDate):
        return follows_plainly(text, low, end)
    if "short_year" in rule:
        return is_early_year(text, low, start, end)
    if rule == "early_years":
        return is_early_range(text, low, start, end)
    if rule.startswith("weekday_of_month") and low.startswith("friday the 13th", start):
        return word_before(low, start) in _PREPOSITIONS
    if rule == "part_of_year" and low.endswith("half", start, end):
        return _REPORT.search(low, max(0, start - 300), end + 300) is not None
    if rule == "the_year" and low.endswith("for ", 0, start):
        return low[end : end + 1] in (",", ".", ";", "")
    if rule in ("day_word", "this_unit") and is_programme(text, start, end):
        return False
    if "lone_decade" in rule and not is_decade_of_years(low, start, end):
        return False
    if rule == "lone_month" and low[start:end] == "march" and word_after(low, end) in _MARCHING:
        return False
    if rule == "lone_month" and (
        word_after(low, end) in FAMILIES
        or _HYPHENED.match(text, end)
        or _CRISIS.match(text, end)
        or text[start:end] == "august"
    ):
        return False
    if (
        rule == "lone_month"
        and _OWNED.match(text, end)
        and low[start:end] in ("jan", "may", "april")
    ):
        return False
    if rule == "month_day" and word_after(low, end) in ("road", "street", "avenue", "square"):
        return text[end + 1].islower()
    if rule == "lone_month" and low[start:end] in _FIRST_NAMES:
        if word_after(low, end) in _AFTER_NAME or low.endswith((", ", ",\n", ",\n\n"), 0, start):
            return False
        if word_before(low, start) in _PREPOSITIONS:
            return not (
                _DONE_BY.search(low, max(0, start - 30), start) and SURNAME.match(text, end)
            )
        return not (SURNAME.match(text, end) or is_surname(text, start, end))
    if isinstance(meaning, Jubilee) and word_after(low, end) in ("card", "cards", "gift", "gifts"):
        return False
    if isinstance(meaning, Jubilee) and rule == "named_anniversary":
        named = text[start].isupper() and not low[start:end].isupper()
        if named and word_after(low, end) in _BUILT:
            return False
        return not (
            named and _NAME_AFTER.match(text, end) and text[max(0, start - 200) : start].strip()
        )
    if isinstance(meaning, Lasting) and _WAR.match(text, end):
        return False
    if isinstance(meaning, Lasting):
        return _is_length(low, start, end)
    if isinstance(meaning, Jubilee) and rule in _COUNTED_JUBILEES:
        return _is_counted_jubilee(low, start, end, rule)
    if rule == "story_unit" and low.endswith(("after", "before"), start, end):
        return word_after(low, end) == ""
    if rule == "second_of_two":
        return word_after(low, end) in _AFTER_DAY_NUMBER or low.startswith(" and ", end)
    if rule == "date_daypart(lone_weekday)" and word_after(low, end) in SHOWS:
        return text[end + 1 : end + 2].islower()
    if rule == "lone_season" and _is_season_name(text, start, end):
        return False
    if rule == "lone_season" and low.endswith(("fall", "spring"), start, end):
        return word_after(low, end) != "of"
    if rule.startswith("turns"):
        return word_after(low, end) in ("", "on", "in", "this", "last", "and", "years", "old")
    return True


_COUNTED_JUBILEES = frozenset({"bare_ordinal", "nth_year", "the_anniversary", "whose_millennium"})
_MARKING = re.compile(
    r"\b(?:mark(?:s|ed|ing)?|celebrat(?:es?|ed|ing)|observ(?:es?|ed|ing))\s+[\w’']+\s*\Z"
)
_IN_ITS = re.compile(r"\b(?:in|into|entering|enters|entered|starts|begins)\s+\w+\s*\Z")
_OF_DATED = re.compile(r"\s+of\b[^.;:?!]{0,80}\b(?:1\d|20)\d\d\b")
_AFTER_COUNT = frozenset({"", "in", "on", "this", "next", "last", "with", "by", "at", "today"})


def _is_counted_jubilee(low: str, start: int, end: int, rule: str) -> bool:
    """Whether what is only counted ("its 100th", "its 30th year") is an anniversary."""
    if rule == "the_anniversary":
        return _OF_DATED.match(low, end) is not None
    after = word_after(low, end)
    before = _MARKING if rule != "nth_year" else _IN_ITS
    if rule == "whose_millennium":
        return before.search(low, max(0, start - 40), start) is not None
    return after in _AFTER_COUNT and before.search(low, max(0, start - 40), start) is not None


_NAMED_RULES = frozenset({"feast", "century", "clock_time", "lone_weekday", "adverb_repeat"})
_PAPERS = frozenset(
    "times telegraph mail express mirror post herald standard news star tribune show live".split()
)
_LEADING = frozenset(
    "at by from until till around about on to before after since and or between the is was in of"
    " for as but then it he she they we when while near past".split()
)
_CITED = re.compile(r"(?:[^\W\d_]+\.?)\s+\Z")
_TITLED_DATE = re.compile(
    r"\s+(?:Day|Eve|Week|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Morning|Night"
    r"|Season|Weekend|Afternoon|Evening|[A-Z]{2})"
)


def _is_name(text: str, low: str, start: int, end: int, rule: str) -> bool:
    """Whether a date is only part of a name: Easter Island, John 3:16, the Sunday Times."""
    if rule == "clock_time":
        if not low[end - 1].isdigit() or ":" not in low[start:end]:
            return word_after(low, end) in ("radio", "station", "stations")
        cited = _CITED.search(text, max(0, start - 24), start)
        return (
            cited is not None
            and cited[0][0].isupper()
            and cited[0].strip().rstrip(".").lower() not in _LEADING
        )
    follows = _NAME_AFTER.match(text, end) is not None
    if rule == "feast":
        if low[end - 1].isdigit():
            return False
        return follows and text[start].isupper() and not _TITLED_DATE.match(text, end)
    if rule == "century" and word_before(low, start) in WHOSE:
        return True
    if rule == "century":
        return follows and "Century" in text[start:end]
    if rule == "adverb_repeat":
        return follows and text[start].isupper()
    if word_before(low, start) in _DAY_NAMES and text[start - 2 : start - 1] != ",":
        return True
    after = word_after(low, end)
    return after in _AFTER_DAY or (follows and (after in _PAPERS or after in PEOPLE))


def _is_season_name(text: str, start: int, end: int) -> bool:
    """Whether a season with a capital letter begins a name: the Summer Olympics."""
    word = text[start:end].split()[-1]
    return word[0].isupper() and _NAME_AFTER.match(text, end) is not None


_ONE_DAY = frozenset(
    "for in within than after only just about every least over of took take takes lasted per"
    " exactly almost nearly another a".split()
)
_SPEEDS = frozenset("miles kilometers kilometres km knots metres meters feet words".split())
_DAY_NOUNS = frozenset("job trip off out care school shift light tripper".split())


def _is_length(low: str, start: int, end: int) -> bool:
    """Whether a number of units is a duration, not an age, a share or "one day"."""
    if _OLD.match(low, end):
        return False
    words = low[start:end]
    if words in ("an hour", "a second") and word_before(low, start) in _SPEEDS:
        return False
    if low.endswith("age of ", 0, start):
        return False
    if words.endswith("hours") and low.startswith(" a day", end):
        return False
    if words == "a day" and low.endswith("hours ", 0, start):
        return False  # 24 hours a day
    if words == "one day":
        return word_before(low, start) in _ONE_DAY
    if words == "a day":
        return word_after(low, end) not in _DAY_NOUNS
    return not (words.endswith(("quarter", "quarters")) and word_after(low, end) == "of")


_COMPOUND = re.compile(r"-(?!era|style|vintage|like|level|dated|built|born|present|based)[a-z]")
"""What a number joined to a word counts: "a 2000-seat hall", but not "1990-era"."""


_AMOUNT = re.compile(
    r"(?:\b(?:more|less|fewer|other|rather) than"
    r"|\b(?:nearly|almost|only|at least|at|exceed(?:s|ed|ing)?)|=)\s\Z"
)
_NUMBERS_BEFORE = re.compile(
    r"(?:\d{3}|\b(?!AD|UN|EU|US|UK|CE|BC|IN|BY|OF|TO|ON|OR|AS|IS)[A-Z]{2})\s\Z"
)
_CALL = re.compile(r"[^\W_][(\[]\Z")
_OTHER_ERA = re.compile(r"\s(?:AH|H|K|W|MPa|psi|Hz)\b|×|\s(?:GT|Committee)\b")
_HURT = frozenset("dead killed hurt wounded injured arrested missing survived".split())


def _is_no_year(text: str, low: str, start: int, end: int) -> bool:
    """Whether what stands right beside a number of four digits says that it is no year of ours:
    an amount, a telephone number, a flight, a call, a unit.
    """
    first = max(0, start - 14)
    return (
        _AMOUNT.search(low, first, start) is not None
        or _NUMBERS_BEFORE.search(text, max(0, start - 5), start) is not None
        or _CALL.search(text, max(0, start - 2), start) is not None
        or _OTHER_ERA.match(text, end) is not None
        or word_after(low, end) in _HURT
    )


def _is_year(text: str, low: str, start: int, end: int) -> bool:
    digits = text[start:end]
    if digits[0] in "'’":
        return text[start - 1 : start] not in ("'", "’", "`") and not _NAME_AFTER.match(text, end)
    if not digits.isdigit():
        return True
    if _is_no_year(text, low, start, end):
        return False
    year = int(digits)
    before = word_before(low, start)
    after = word_after(low, end)
    if start and text[start - 1] in "-–/.#:" and start > 1 and text[start - 2].isalnum():
        return False
    if text[end : end + 1] in ("-", "/") and (
        text[end + 1 : end + 2].isdigit()
        or text[end + 1 : end + 2].isupper()
        or _COMPOUND.match(low, end)
    ):
        return False
    if is_numbered(text, low, start, end) or _STREET.match(text, end):
        return False
    if after == "or" and not low.startswith((" or more", " or fewer", " or less"), end):
        after = ""
    counted = after in _COUNTED or (
        len(after) > 3 and after.endswith("s") and not after.endswith("ss")
        and after not in _NOT_COUNTED and text[end : end + 1] == " "
        and text[end + 1 : end + 2].islower()
    )  # fmt: skip
    led = before in _BEFORE_YEAR or text[start - 1 : start] == "("
    if counted:
        return (
            led
            and 1500 <= year <= 2100
            and before in ("in", "since", "by", "until", "during")
            and after not in _COUNTED
        )
    return led or 1500 <= year <= 2100
