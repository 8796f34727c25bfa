"""Labels before a date that say what it is: "Published:", "Posted by Jane Doe on", "Updated"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.calendar.cell import Grain

_SOFT = " \t*_\"'“”‘’([{<#—–-"
_MARKUP = " \t*_#[(<~"
_SEPARATORS = "|•·;:,.)—–-/>]"

_PUBLISHED = (
    "(?:decided|filed|signed|dated) and (?:entered|filed|decided|delivered|published)"
    "|published|publication date|date published|date of publication|pub date|publish date|posted"
    "|post date|date posted|issued|issue date|date of issue|released|release date|for release"
    "|for immediate release|date of release|filed|date filed|filing date|decided|date decided"
    "|decision date|date of (?:decision|judge?ment)|judge?ment(?: date| delivered| handed down)?"
    "|delivered|handed down|entered|dated|date|written|created|uploaded|submitted|sent|aired"
    "|air date|broadcast|embargoed until|embargo|appeared|date line"
    "|veröffentlicht|erschienen|datum|publié(?:e|es|s)?|paru|publicado|publicada|fecha|pubblicato"
    "|pubblicata|data|gepubliceerd|geplaatst|publicerad|opublikowano|опубликовано|дата"
)
_UPDATED = (
    "updated|last updated|last update|update|modified|last modified|date modified|revised"
    "|last revised|edited|last edited|last reviewed|reviewed|corrected|last changed|as of"
    "|aktualisiert|zuletzt aktualisiert|stand|mis à jour|modifié|actualizado|aggiornato"
    "|atualizado|bijgewerkt|uppdaterad|zaktualizowano|обновлено"
)
_LABEL = re.compile(rf"(?<!\w)(?:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED}))$", re.I)
# Words that are also found inside longer names of dates ("date of birth") or in plain prose.
_ONLY_FIRST = re.compile(
    r"date|data|datum|fecha|stand|дата|sent|dated|entered|delivered|created|issued|update|as of"
    r"|written|judge?ment|embargo|reviewed|appeared|edited",
    re.I,
)
_QUALIFIER = re.compile(
    r"\W{0,4}(?:this )?(?:page|article|story|entry|post|opinion|order)?"
    r"(?: was)?(?: ?(?:first|originally|initially|last))?$",
    re.I,
)
_FILL = frozenset(
    "on the at of this le la el em am den de del vom il op på dnia w date time in day sun mon tue"
    " tues wed thu thur thurs fri sat sunday monday tuesday wednesday thursday friday saturday"
    " montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi"
    " vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo so mo di mi do"
    " fr sa".split()
)
_BY = re.compile(r"\s(?:by|von|par|por|da|in|to|under)\s[^.:;|]{1,60}$", re.I)
_PLACE_AFTER = re.compile(r"(?<=[:：])\s*([^:：]{2,60}),\s*$")

_WEAK = frozenset("submitted created written uploaded filed dated sent".split())
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?:[ap]\.?m)?|[A-Z]{2,4}T|GMT|UTC|[ap]\.?m", re.I)
_KNOWN = frozenset(
    "and first last published updated posted edited min mins minute minutes read reading noon"
    " midnight local time edition".split()
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says of its date: its words, and whether it speaks of an update."""

    words: str
    updated: bool

    @property
    def weak(self) -> bool:
        """Whether a text may have another day that is more its own."""
        return self.words in _WEAK


def label(before: str, after: str, grain: Grain) -> Label | None:
    """The label of a date, from what stands before and after it in its line.

    Without a colon the line must not read as prose.

    >>> label("Posted by Jane Doe on ", " at 10:15", Grain.DAY)
    Label(words='posted', updated=False)
    >>> label("Published in ", ", Darwin's book shook the world.", Grain.YEAR)
    """
    rest, colon, loose = _unfilled(before)
    match = _LABEL.search(rest)
    for cut in (_BY, _PLACE_AFTER):
        if match is None and (by := cut.search(before)):
            rest, colon, loose = _unfilled(before[: by.start()])
            match = _LABEL.search(rest)
    if match is None:
        return None
    lead = rest[: match.start()].rstrip(_MARKUP)
    first = not _QUALIFIER.sub("", lead).strip(_MARKUP) or lead[-1] in _SEPARATORS
    if not first and (_ONLY_FIRST.fullmatch(match[0]) or not match[0][0].isupper()):
        return None
    if not colon and (runs_on(after) or grain > (Grain.DAY if loose else Grain.MONTH)):
        return None
    return Label(match[0].lower(), match["updated"] is not None)


def _unfilled(before: str) -> tuple[str, bool, bool]:
    """What stands before a date without "on", "the", weekdays; whether a colon was there, and
    whether "in", as in prose.
    """
    rest, colon, loose = before, False, False
    for _ in range(8):
        rest = rest.rstrip(_SOFT)
        if rest.endswith((":", "：", "=")):
            colon, rest = True, rest[:-1].rstrip(_SOFT)
        head, _, word = rest.rpartition(" ")
        plain = word.strip(".,").lower()
        filling = plain in _FILL or _CLOCK.fullmatch(plain)
        if not head or not filling or (colon and plain in ("date", "time", "day")):
            break
        loose = loose or plain == "in"
        rest = head
    return rest.rstrip(_SOFT), colon, loose


def without_label(after: str) -> str:
    """What stands after a date, without the label of the next one.

    >>> without_label(" | Last updated on ")
    ' |'
    """
    rest = _unfilled(after)[0]
    match = _LABEL.search(rest)
    return after if match is None else rest[: match.start()].rstrip()


def runs_on(after: str) -> bool:
    """Whether a sentence goes on after a date."""
    words = re.split(r"[|•·;(]", after, maxsplit=1)[0].split()
    if len(words) < 3:
        return False
    small = [word for word in words if word.isalpha() and word.islower() and len(word) > 2]
    known = [word for word in small if word in _KNOWN]
    ends = after.rstrip().endswith((".", "!", "?", ","))
    return len(small) - len(known) >= 3 or (ends and len(words) >= 4 and len(small) > 0)
