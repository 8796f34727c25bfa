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

_NEXT = re.compile(r"\s{1,2}([^\W\d_]+)")
_NUMBERED = frozenset(
    "room page no flight section chapter route lot suite line article paragraph highway model "
    "number pp psalm verse apt apartment case docket bus bill platform code box nos figure table "
    "resolution windows stamped numbered labelled labeled engraved".split()
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
_WHOSE = frozenset("his her their my your our its".split())
_DAY_NAMES = frozenset("black bloody super cyber casual ruby man giving".split())
_AFTER_DAY_NUMBER = frozenset({"", "the", "he", "she", "they", "it", "a", "his", "her", "we", "i"})
_AFTER_DAY = frozenset("best school roast league lunch driver".split())
_FIRST_NAMES = frozenset({"april", "june", "august", "may"})
_MARCHING = frozenset("on madness against".split())
_AFTER_NAME = frozenset("said told says asked added".split())
_PREPOSITIONS = frozenset(
    "in on since until by from between of last next this through during late early mid to and till "
    "for before after every each".split()
)
_OLD = re.compile(r"[\s-]olds?\b|[\s-]of age\b")
_DETERMINERS = frozenset(
    "as was were is been had a an the its his her their our this that these those some of".split()
)
_NAME_AFTER = re.compile(r"\s+[A-Z][a-z]")


def is_date(text: str, low: str, start: int, end: int, rule: str, meaning: object) -> bool:
    """Whether what a rule read is a date, seen in its place in the text."""
    if text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha() and text[end - 1] != ".":
        return False  # a web address
    if rule == "lone_year":
        return _is_year(text, low, start, end)
    if rule in ("about(lone_year)", "years", "about_range(years)", "two_years"):
        return _word_after(low, end) not in _COUNTED and _word_before(low, start) not in _NUMBERED
    if rule == "feast" and not _is_feast(text, low, start, end):
        return False
    if rule in _NAMED_RULES:
        return not _is_name(text, low, start, end, rule)
    if rule == "day_of_month":
        return _word_after(low, end) in _AFTER_DAY_NUMBER
    if isinstance(meaning, EarlyDate):
        return follows_plainly(text, low, end)
    if "short_year" in rule:
        return is_early_year(text, low, start, end)
    if rule == "early_years":
        return is_early_range(text, low, start, end)
    if rule == "lone_decade" and _word_before(low, start) in _WHOSE:
        return False
    if rule == "lone_month" and low[start:end] == "march" and _word_after(low, end) in _MARCHING:
        return False
    if rule == "lone_month" and low[start:end] in _FIRST_NAMES:
        if _word_after(low, end) in _AFTER_NAME:
            return False
        before = _word_before(low, start)
        return before in _PREPOSITIONS or not _NAME_AFTER.match(text, end)
    if isinstance(meaning, Jubilee) and _word_after(low, end) in ("card", "cards", "gift", "gifts"):
        return False
    if isinstance(meaning, Jubilee) and rule == "named_anniversary":
        named = text[start].isupper() and not low[start:end].isupper()
        return not (named and _NAME_AFTER.match(text, end) and text[:start].strip())
    if isinstance(meaning, Lasting):
        return _is_length(low, start, end)
    if isinstance(meaning, Jubilee) and rule in _COUNTED_JUBILEES:
        return _is_counted_jubilee(low, start, end, rule)
    if rule == "story_unit" and low.endswith(("after", "before"), start, end):
        return _word_after(low, end) == ""
    if rule == "second_of_two":
        return _word_after(low, end) in _AFTER_DAY_NUMBER or low.startswith(" and ", end)
    if rule == "lone_season" and low.endswith(("fall", "spring"), start, end):
        return _word_after(low, end) != "of"
    if rule == "vague_word" and low[start:end] == "previously":
        return _word_before(low, start) not in _DETERMINERS
    if rule.startswith("turns"):
        return _word_after(low, end) in ("", "on", "in", "this", "last", "and", "years", "old")
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
    after = _word_after(low, end)
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
_CITED = re.compile(r"(?:[^\W\d_]+)\s+\Z")
_TITLED_DATE = re.compile(
    r"\s+(?:Day|Eve|Week|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Morning|Night"
    r"|Season|Weekend|Afternoon|Evening|[A-Z]{2})"
)


def _is_name(text: str, low: str, start: int, end: int, rule: str) -> bool:
    """Whether a date is only part of a name: Easter Island, John 3:16, the Sunday Times."""
    if rule == "clock_time":
        if not low[end - 1].isdigit() or ":" not in low[start:end]:
            return False
        cited = _CITED.search(text, max(0, start - 24), start)
        return (
            cited is not None
            and cited[0][0].isupper()
            and cited[0].strip().lower() not in (_LEADING)
        )
    follows = _NAME_AFTER.match(text, end) is not None
    if rule == "feast":
        return follows and text[start].isupper() and not _TITLED_DATE.match(text, end)
    if rule == "century":
        return follows and "Century" in text[start:end]
    if rule == "adverb_repeat":
        return follows and text[start].isupper() and _word_after(low, end) in _PAPERS
    if _word_before(low, start) in _DAY_NAMES and text[start - 2 : start - 1] != ",":
        return True
    after = _word_after(low, end)
    return after in _AFTER_DAY or (follows and after in _PAPERS)


_THINGS = frozenset(
    "egg eggs bunny bunnies basket baskets bonnet lily lilies tree trees card cards carol carols"
    " pudding cake cakes cookie cookies cracker crackers jumper sweater sweaters stocking"
    " stockings costume costumes pumpkin pumpkins decoration decorations ornament ornaments"
    " lights song songs album movie movies film films hymn cactus gift gifts present presents"
    " wreath wreaths lamb bells cards call calls distress signal".split()
)
_WORKS = frozenset("film movie comedy drama sitcom thriller novel song single album".split())
_OF_NATIONS = frozenset({"independence day", "memorial day", "remembrance day", "flag day"})
_BEFORE_DAY = frozenset(
    "on the this last next since until till before after by every each for and or from us u.s"
    " american happy at is was to between of in as but national".split()
)
_DOUBTFUL = frozenset(
    {"epiphany", "lent", "holi", "tet", "flag day", "groundhog day", "twelfth night",
     "lady day", "black friday", "pi day", "d-day", "pascha"}
)  # fmt: skip
_LED = frozenset(
    "on at since until till by before after during last next this every each for of".split()
)


def _is_feast(text: str, low: str, start: int, end: int) -> bool:
    """Whether a feast's name speaks of its day: not of a thing (an Easter egg), a film or a
    city, nor of another nation's day; names of other things too need a preposition.
    """
    name = low[start:end]
    before = _word_before(low, start)
    if _word_after(low, end) in _THINGS or before in _WORKS:
        return False
    if text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES and start:
        return False
    if name == "corpus christi":
        return before in ("on", "of", "since", "until", "before", "after")
    if name in _OF_NATIONS and before not in _BEFORE_DAY:
        word = text[max(0, start - 20) : start].split()[-1:]
        return not (word and word[0][0].isupper() and word[0][-1] not in ",.;:")
    return name not in _DOUBTFUL or before in _LED


_QUOTES = frozenset("\"'“”‘’`")
_ONE_DAY = frozenset(
    "for in within than after only just about every least over of took take takes lasted per"
    " exactly almost nearly another a".split()
)
_DAY_NOUNS = frozenset("job trip off out care school shift light tripper".split())


def _is_length(low: str, start: int, end: int) -> bool:
    """Whether a number of units is a duration, not an age, a share or "one day"."""
    if _OLD.match(low, end):
        return False
    words = low[start:end]
    if words == "one day":
        return _word_before(low, start) in _ONE_DAY
    if words == "a day":
        return _word_after(low, end) not in _DAY_NOUNS
    return not (words.endswith(("quarter", "quarters")) and _word_after(low, end) == "of")


def _word_before(low: str, start: int) -> str:
    words = low[max(0, start - 20) : start].split()
    return words[-1].strip("(\"'“‘.,") if words else ""


def _word_after(low: str, end: int) -> str:
    match = _NEXT.match(low, end)
    return match[1] if match else ""


def _is_year(text: str, low: str, start: int, end: int) -> bool:
    digits = text[start:end]
    if digits[0] in "'’":
        return text[start - 1 : start] not in ("'", "’", "`") and not _NAME_AFTER.match(text, end)
    if not digits.isdigit():
        return True
    year = int(digits)
    before = _word_before(low, start)
    after = _word_after(low, end)
    if start and text[start - 1] in "-–/.#:" and start > 1 and text[start - 2].isalnum():
        return False
    if text[end : end + 1] in "-/" and (
        text[end + 1 : end + 2].isdigit() or text[end + 1 : end + 2].isupper()
    ):
        return False
    if before in _NUMBERED or before == "§" or _STREET.match(text, end):
        return False
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
