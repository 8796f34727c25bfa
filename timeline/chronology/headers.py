"""The places of a text where its day of writing stands, told by the words around a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.calendar.cell import Cell, Grain
from timeline.chronology.labels import label, runs_on, without_label

FRONT_MATTER = "front matter"
MAIL = "e-mail header"
PUBLISHED = "published line"
DRAFTED = "dated line"
DATELINE = "dateline"
HEADER = "header"
BYLINE = "byline"
TOP = "date at the top"
UPDATED = "updated line"
END = "date at the end"

UNLABELLED = frozenset({HEADER, BYLINE, TOP, END})
"""Origins without a word that says what the date is: not to be believed in a list of dates."""

_PROSE = 200
_MARKUP = " \t*_#[(<~"

_MAIL_LABELS = frozenset(("date", "sent", "datum", "fecha", "data"))
_MAIL = re.compile(
    r"(?:from|to|subject|message-id|received|cc|von|an|betreff|de|à|objet)\s{0,3}:", re.I
)
_NOTICE = re.compile(
    r"\W{0,4}(?:time|venue|where|location|cost|tickets?|admission|when|doors|rsvp)\W{0,3}:", re.I
)
_INVITATION = re.compile(r"\W{0,4}(?:venue|tickets?|admission|doors|rsvp)\W{0,3}:", re.I)

_AGENCY = r"(?:\([^()\n]{2,60}\)|/[^/\n]{2,60}/)"
_DASH = r"(?:--|[—–―_]|-(?=\s|$))"
_AFTER_DATELINE = re.compile(
    rf"[*_\s]{{0,4}}[.,]?[)\]]?\s{{0,2}}[.,]?(?P<agency>\s{{0,2}}{_AGENCY})?\s{{0,2}}[.,]?\s{{0,3}}"
    rf"(?P<dash>{_DASH}|:\s)?"
)
_BEFORE_DATELINE = re.compile(
    rf"(?P<place>[^()/\d]{{2,70}}?)\s{{0,2}},?\s{{0,2}}(?:{_AGENCY}\s{{0,2}})?(?:{_DASH}\s{{0,2}})?"
    rf"(?:{_AGENCY}\s{{0,2}}(?:{_DASH})?)?\s{{0,2}}\(?"
)
_NO_PLACE = frozenset(
    "a an the in on at by from since until till after before born died during late early mid"
    " about around between and or of for as was is it this that he she they we but when while"
    " sunday monday tuesday wednesday thursday friday saturday timeline".split()
)
_SMALL = frozenset("of de la le del du am an der den upon sur and the und et y e na nad".split())

_NUMERIC = re.compile(r"\d{4}-\d\d-\d\d|\d{1,4}[./]\d{1,2}[./]\d{2,4}|(?:19|20)\d{6}")
_CLOCK = re.compile(r"\d{1,2}(?:[:.h]\d\d){0,2}(?:[ap]\.?m\.?)?|\d{4}(?:hrs|h|z)?", re.I)
_FURNITURE = frozenset(
    "a.m. p.m. am pm a.m p.m uhr h noon midnight et est edt ct cst cdt mt mst mdt pt pst pdt gmt"
    " utc bst cet cest ist jst aest z at um à min mins minute minutes read reading hours hrs local"
    " time edition final sun mon tue tues wed thu thur thurs fri sat sunday monday tuesday"
    " wednesday thursday friday saturday le den am the on".split()
)
_AFTER_BYLINE = re.compile(
    r"\s{0,3}(?:[|•·/,—–-]\s{0,3}(?:by|von|par|por|posted|in|leave|no|\d+ comments?|filed|tags?)\b"
    r"|[|•·]|(?:by|von|par|por|posted by|at \d[\d:.]{0,7})\b)",
    re.I,
)
_CREDIT = re.compile(r"^\s{0,4}\([A-Z][^()]{1,40}\)")
_BEFORE_BYLINE = re.compile(
    r"(?:(?:written|posted|story|text|words|reported|article)\s)?(?:by|von|par|por|di)\b[:\s]"
    r"[^!?:;]{2,90}",
    re.I,
)
_MASTHEAD = re.compile(
    r"\b(?:press release|news release|media release|release|memo(?:randum)?|minutes|newsletter"
    r"|bulletin|edition|issue|(?:vol|no)\.?\s?\d{1,5}|times|post|herald|guardian|news|journal|tribune|gazette|daily"
    r"|chronicle|press|review|magazine|weekly|telegraph|standard|observer|mirror|sun|star|mail"
    r"|express|courier|globe|dispatch|record|examiner|reporter|reuters|bbc|cnn|radio|zeitung"
    r"|le monde|el país|remarks|transcript|briefing|speech|statement)\b",
    re.I,
)
_WEEKDAY = re.compile(r"(?:sun|mon|tues|wednes|thurs|fri|satur)day\b", re.I)
_SALUTATION = re.compile(
    r"(?:my )?(?:dear|sir|madam|to whom|lieber?|sehr geehrt|cher|chère|querid|estimad|caro|cara)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty: where it starts, the beginning of it, its number from 1."""

    start: int
    text: str
    number: int

    @property
    def is_prose(self) -> bool:
        """Whether it looks like running text."""
        return len(self.text) >= _PROSE or (
            len(self.text.split()) >= 12 and self.text.rstrip(" \"'”’)").endswith((".", "!", "?"))
        )


@dataclass(frozen=True, slots=True)
class DateIn:
    """A date in a line (offsets into the line); `day` is None where its year is not said.

    `bound`: "until" or "since" stands before it; `others` are other days its digits can mean.
    """

    start: int
    end: int
    day: Cell | None
    month_day: tuple[int, int] = (0, 0)
    bound: bool = False
    others: tuple[Cell, ...] = ()

    @property
    def is_day(self) -> bool:
        """Whether it names a day, with or without its year."""
        return self.day is None or self.day.grain is Grain.DAY


@dataclass(frozen=True, slots=True)
class Around:
    """What the lines around tell: an e-mail's head, a notice of something to come, a letter."""

    mail: bool = False
    notice: bool = False
    invitation: bool = False
    letter: bool = False


def around(lines: Iterable[str]) -> Around:
    """What kind of text some lines at its top belong to.

    >>> around(["From: Jane Doe", "Date: 4 May 2025"]).mail
    True
    """
    lines = [line.lstrip(_MARKUP) for line in lines]
    return Around(
        any(_MAIL.match(line) for line in lines),
        any(_NOTICE.match(line) for line in lines),
        any(_INVITATION.match(line) for line in lines),
        any(_SALUTATION.match(line) for line in lines),
    )


def origin(line: Line, date: DateIn, dates: Sequence[DateIn], kind: Around, top: int) -> str | None:
    """Which telling place a date stands in, None for a date in plain prose.

    `dates` are all dates of the line; `top` is the line's number at the top of the text, 0 where
    only a word that says what the date is makes it the document's.
    """
    if line.text.lstrip().startswith(">"):
        return None
    before = line.text[: date.start]
    stop = next((other.start for other in dates if other.start >= date.end), len(line.text))
    after = line.text[date.end : stop]
    said = label(before, after, Grain.DAY if date.day is None else date.day.grain)
    if said is not None and said.words in _MAIL_LABELS and (kind.mail or kind.notice):
        return MAIL if kind.mail else None
    if said is not None:
        return UPDATED if said.updated else DRAFTED if said.weak else PUBLISHED
    if date.bound:
        return None
    if date.is_day and _is_dateline(before, line.text[date.end :]):
        return DATELINE
    if not top or kind.invitation:
        return None
    if stop < len(line.text):
        after = without_label(after)
    if is_alone(before, after, date, with_place=top > 1 or kind.letter):
        return TOP
    if date.is_day and _is_byline(before, after):
        return BYLINE
    if date.is_day and _is_header(before, after, line.text[date.start : date.end], top):
        return HEADER
    return None


def _is_dateline(before: str, after: str) -> bool:
    match = _AFTER_DATELINE.match(after)
    assert match is not None
    agency, dash = match["agency"] is not None, match["dash"] is not None
    goes_on = len(after) - match.end() >= 15
    lead = before.lstrip(_MARKUP)
    if not lead:
        return agency and dash and goes_on
    if not (agency or dash) or not goes_on:
        return False
    place = _BEFORE_DATELINE.fullmatch(lead)
    if place is None or not is_place(place["place"]):
        return False
    if place["place"].split(",")[0].strip().isupper():
        return True
    return agency or match["dash"] != ": "


def is_place(words: str) -> bool:
    """Whether some words may name a place: up to eight, all capitalised.

    >>> is_place("WASHINGTON, D.C."), is_place("Stratford upon Avon"), is_place("On Monday")
    (True, True, False)
    """
    tokens = re.split(r"[\s,]+", words.strip(" ,.-—–"))
    first = tokens[0].lower()
    return (
        0 < len(tokens) <= 8
        and first not in _NO_PLACE
        and not any(c in words for c in ":!?;|")
        and all(token[:1].isupper() or token in _SMALL for token in tokens)
        and tokens[0][:1].isupper()
    )


def _is_byline(before: str, after: str) -> bool:
    lead = before.strip(_MARKUP)
    short = len(after) <= 80 and not runs_on(after)
    if not lead:
        return bool(_AFTER_BYLINE.match(after)) and short
    if lead[-1] in "|•·" and after.lstrip()[:1] in ("|", "•", "·"):
        return short and len(lead) <= 60
    return _BEFORE_BYLINE.fullmatch(lead) is not None and short


def is_alone(before: str, after: str, date: DateIn, *, with_place: bool) -> bool:
    """Whether a day or month has a line to itself, but for a time of day, a weekday and, if
    allowed, a place before it ("London, 3 May 1921").
    """
    if date.day is not None and date.day.grain not in (Grain.DAY, Grain.MONTH):
        return False
    if not _is_furniture(after):
        return False
    if _is_furniture(_CREDIT.sub("", before)):
        return True
    place = before.strip(_MARKUP)
    while place.split(" ")[-1].strip(",").lower() in _FURNITURE:
        place = place.rpartition(" ")[0].rstrip()
    return with_place and date.is_day and place.endswith(",") and is_place(place)


def _is_furniture(text: str) -> bool:
    tokens = re.split(r"[\s|•·,;()\[\]/*_#:–—-]+", text)
    return len(tokens) <= 14 and all(
        token in ("", ".") or token.lower() in _FURNITURE or _CLOCK.fullmatch(token)
        for token in tokens
    )


def _is_header(before: str, after: str, date: str, top: int) -> bool:
    lead = before.strip(_MARKUP)
    if lead.lower() in ("", "date") and top <= 3 and _NUMERIC.match(date):
        return after[:1].isspace() and not after.rstrip().endswith((".", ";", ","))
    if not _is_furniture(after) or len(lead) > 100 or "." in lead.rstrip("."):
        return False
    weekday = _WEEKDAY.search(lead[-12:]) or _WEEKDAY.match(date)
    return bool(weekday or lead[-1:] in ("|", "•", "·") or _MASTHEAD.search(lead))


_KEY = re.compile(r"\s{0,8}[\"']?(?P<key>[\w.-]{1,40})[\"']?\s{0,8}[:=]\s{0,8}[\"']?")
_DATE_KEYS = frozenset(
    "date published pubdate pub_date publishdate publish_date datepublished date_published"
    " published_at publicationdate publication_date created created_at issued posted datum".split()
)
_UPDATE_KEYS = frozenset(
    "updated updated_at lastmod last_modified lastmodified modified datemodified date_modified"
    " last_updated".split()
)


def front_matter(lines: Sequence[Line]) -> int:
    """The number of the line that closes a front matter, 0 if the text has none.

    >>> front_matter([Line(0, "---", 1), Line(4, "date: 1998-04-12", 2), Line(21, "---", 3)])
    3
    """
    if len(lines) < 2 or lines[0].text.rstrip() not in ("---", "+++"):
        return 0
    if not _KEY.match(lines[1].text):
        return 0
    fence = lines[0].text.rstrip()
    for line in lines[1:]:
        if line.text.rstrip() in (fence, "..."):
            return line.number
    return lines[-1].number


def front_matter_origin(line: Line, date: DateIn) -> str | None:
    """What a date in a front matter is: its date, its update, or something else."""
    match = _KEY.fullmatch(line.text[: date.start])
    key = "" if match is None else match["key"].lower().replace("-", "_")
    if key in _DATE_KEYS:
        return FRONT_MATTER
    return UPDATED if key in _UPDATE_KEYS else None
