"""Names that hold a date's words: feasts in the names of things, numbered products, people."""

from __future__ import annotations

import re

_NEXT = re.compile(r"\s{1,2}([^\W\d_]+)")

NUMBERED = frozenset(
    "room page no flight section chapter route lot suite line article paragraph highway model "
    "number pp psalm verse apt apartment case docket bus bill platform code box nos figure table "
    "resolution series windows stamped numbered labelled labeled engraved excel powerpoint outlook "
    "peugeot pin password postcode zip chassis agenda area runner usd eur gbp interstate iso rfc "
    "form gate locomotive serial patent courtroom point road hill stat reg doc ex exhibit p "
    "vol pmid issn isbn doi extension ext fax tel phone".split()
)
"""Words whose number is no year."""
PRODUCTS = frozenset("office word access server studio class vision ps project".split())
"""Words whose number is no year where they have a capital letter."""
WORKS = frozenset(
    "film movie novel play book song album single comedy drama sitcom thriller".split()
)
"""Words whose name a year or a feast may be: the novel 1984."""
_HEAPS = re.compile(
    r"\b(?:crowd|total|group|population|army|force|garrison|audience|staff|sum|maximum|minimum"
    r"|average|capacity|fleet|attendance|score|team|turnout|majority|workforce|number)s? of\s*\Z"
)
_CODE_IS = re.compile(r"\b(?:pin|password|passcode|code|combination) (?:is|was)\s*\Z")
_AFTER_NUMBER = frozenset("form block usd eur gbp".split())
SHOWS = frozenset("live fever football lights raw smackdown takeaway massacre".split())
"""What follows an evening in the name of a show: Saturday Night Live."""
PEOPLE = frozenset({"weld", "addams", "club"})
"""What follows a day of the week in the name of a person or a club: Tuesday Weld."""
FAMILIES = frozenset(
    "family families household hare pole queen bug bugs madness flower flowers company".split()
)
"""What follows a month in a name: the May family, the March Hare."""
SURNAME = re.compile(r"\s+(?:[A-Z][a-z]|O['’][A-Z]|D['’][A-Z])")
_WEATHER = re.compile(r"\b(?:temperatures?|temps|highs|lows|degrees|scores?|iqs?)\b[^.;]{0,24}\Z")
_LONG = re.compile(r"\d{3}")
WHOSE = frozenset("his her their my your our its".split())
_QUOTES = frozenset("\"'“”‘’`")


def word_before(low: str, start: int) -> str:
    """The word before a place, without the marks around it."""
    words = low[max(0, start - 20) : start].split()
    return words[-1].strip("(\"'“‘.,") if words else ""


def word_after(low: str, end: int) -> str:
    """The word right behind a place; "" where a mark stands between."""
    match = _NEXT.match(low, end)
    return match[1] if match else ""


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether just these words stand in quotation marks.

    >>> is_quoted("He read “1984” twice.", 9, 13)
    True
    """
    return start > 0 and text[start - 1] in _QUOTES and text[end : end + 1] in _QUOTES


def is_numbered(text: str, low: str, start: int, end: int) -> bool:
    """Whether a number of four digits numbers or counts something: Office 2019, a crowd of
    2000, the novel 1984.
    """
    before = word_before(low, start)
    if before in NUMBERED or before in WORKS or before in ("§", "some"):
        return True
    if before in PRODUCTS:
        return text[start - 1 - len(before) : start - len(before)].isupper()
    if before == "of" and _HEAPS.search(low, max(0, start - 24), start):
        return True
    if _CODE_IS.search(low, max(0, start - 24), start):
        return True
    return word_after(low, end) in _AFTER_NUMBER or is_quoted(text, start, end)


_NEAR = 2_000
_FULL_NAME = r"(?<![\w.])(?!(?:{})\b)(?:[A-Z][a-z]+|[A-Z]\.) (?:[A-Z]\. )?{}(?! ?\d)\b"
_OPENERS = (
    "In|On|By|Since|Until|From|Between|Of|Last|Next|This|Through|During|Late|Early|Mid|To|And|Till"
    "|For|Before|After|Every|Each|When|If|As|That|But|Then|The|A|While|Though|With|Though|Around"
    "|About|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Now|Yet|So|Or|At|Both"
)


def is_surname(text: str, start: int, end: int) -> bool:
    """Whether a month's word is somebody's name: it stands, here or near by, behind a first name.

    >>> is_surname("Gus April paid. April said no.", 16, 21)
    True
    """
    name = re.escape(text[start:end])
    near = text[max(0, start - _NEAR) : end + _NEAR]
    return re.search(_FULL_NAME.format(_OPENERS, name), near) is not None


_TITLED = re.compile(
    r"\b(?:[A-Z]{2,}|Psychology|History|World|India|Russia|Music|Christianity|Radio|News) \Z"
)


def is_programme(text: str, start: int, end: int) -> bool:
    """Whether "Today" or "This Week" is a paper or a programme: USA Today, "This Week".

    >>> is_programme("USA Today said so.", 4, 9)
    True
    """
    words = text[start:end]
    if not words.istitle():
        return False
    opened = text[start - 1 : start] in _QUOTES
    if opened and " " in words:
        return True
    return _TITLED.search(text, max(0, start - 20), start) is not None


def is_decade_of_years(low: str, start: int, end: int) -> bool:
    """Whether "the 80s" are years: not an age (the over-50s, his 60s) nor degrees."""
    if low.endswith(("over-", "under-"), max(0, start - 6), start):
        return False
    if word_after(low, end) == "block":
        return False
    if _LONG.search(low, start, end) is not None:
        return True
    before = word_before(low, start)
    if before in WHOSE or before in ("aged", "low", "lower", "upper", "high"):
        return False
    return _WEATHER.search(low, max(0, start - 40), start) is None


_THINGS = frozenset(
    "egg eggs bunny bunnies basket baskets bonnet lily lilies tree trees card cards carol carols"
    " pudding cake cakes cookie cookies cracker crackers jumper sweater sweaters stocking"
    " stockings costume costumes pumpkin pumpkins decoration decorations ornament ornaments"
    " lights song songs album movie movies film films hymn cactus gift gifts present presents"
    " wreath wreaths lamb bells cards call calls distress signal".split()
)
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


def is_feast_day(text: str, low: str, start: int, end: int) -> bool:
    """Whether a feast's name speaks of its day: not of a thing (an Easter egg), a film or a
    city, nor of another nation's day; names of other things too need a preposition.
    """
    name = low[start:end]
    before = word_before(low, start)
    if word_after(low, end) in _THINGS or before in WORKS:
        return False
    if is_quoted(text, start, end):
        return False
    if name == "corpus christi":
        return before in ("on", "of", "since", "until", "before", "after")
    if name in _OF_NATIONS and before not in _BEFORE_DAY:
        word = text[max(0, start - 20) : start].split()[-1:]
        return not (word and word[0][0].isupper() and word[0][-1] not in ",.;:")
    return name not in _DOUBTFUL or before in _LED
