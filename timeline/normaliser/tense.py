"""Tense: what a whole clause says about the date in it, beyond the single verb: a condition, a
wait that is over, something that has happened.
"""

from __future__ import annotations

import re

_REACH = 110
"""How far before a date its clause is looked at, in characters."""

_ONLY_THEN = re.compile(
    r"(?:\b(?:did|was|were|had|could|has|have) not|\b(?:did|was|were|had|could|has|have)n[’']t)\b"
    r"(?! (?:due|expected|scheduled|supposed|meant|set|to|allowed|permitted|able)\b)"
    r"(?:(?! and\b)[^.,;:!?\n]){0,60}? (?:until|till)\s+\Z"
)
_NOT_UNTIL = re.compile(r"(?:\bnot|n[’']t) (?:until|till)\s+\Z")
_WAS_SO = re.compile(r"\bhad been [^.;:!?\n]{1,60}? (?:until|till)\s+\Z")
_PUT_OFF = re.compile(r"postponed|delayed|adjourned|deferred|suspended|extended|put off|put back")


def is_only_then(low: str, start: int) -> bool:
    """Whether something did not happen before the date at a place, but did then.

    >>> t = "it did not arrive until monday"; is_only_then(t, t.index("monday"))
    True
    >>> t = "it will not arrive until monday"; is_only_then(t, t.index("monday"))
    False
    """
    return _ONLY_THEN.search(low, max(0, start - _REACH), start) is not None


def is_not_until(low: str, start: int) -> bool:
    """Whether what is told begins with the date at a place, though "until" stands before it."""
    if _NOT_UNTIL.search(low, max(0, start - 16), start) is not None:
        return True
    return is_only_then(low, start)


def was_so_until(low: str, start: int) -> bool:
    """Whether something had been so until the date at a place: "had been shut until Tuesday"."""
    found = _WAS_SO.search(low, max(0, start - _REACH), start)
    return found is not None and _PUT_OFF.search(found[0]) is None


_CONDITION = re.compile(
    r".*\b(if|unless|provided|providing|in case)\s(?:(?:not )?[a-z-]+ed\s)?", re.DOTALL
)
"""With the participle of one cut short: "if elected"."""


def find_condition(low: str, begin: int, start: int) -> tuple[str, int] | None:
    """The last word of a condition between two places, and where what it says begins."""
    found = _CONDITION.match(low, max(begin, start - _REACH), start)
    return None if found is None else (found[1], found.end())


_ARRANGING = frozenset(
    "said told says announced reported added stated asked called agreed ordered proposed"
    " approved booked confirmed fixed offered declared organised organized arranged named chose"
    " chosen invited urged demanded warned voted feared hoped wanted decided postponed delayed"
    " adjourned extended listed earmarked advertised billed pencilled predicted forecast based"
    " needed required allowed permitted wished asked meant spoke wrote thought has have had ago"
    " since ended".split()
)
"""Verbs of the past that speak as well of a day to come."""
_AFTER_VERB = frozenset(
    "the a an his her its their our my him them it me us in at off out up down near into with and"
    " again there here back".split()
)
_BEFORE_VERB = frozenset("was were been had he she it they we i you who got".split())
_BETWEEN = re.compile(r"(?P<words>(?:\s+[\w'’-]+){0,6}?)\s+(?:(?:early|late) )?(?:on|in)\s+\Z")
_AIMS = re.compile(
    r"\b(?:for|to|that|until|from|of|about|if|whether|by|due|before|after|and|but"
    r"|or|is|are|will|who|which|has|have|can|may"
    r"|finals?|match|game|election|hearing|meeting|summit|concert|trial|debate|ballot|vote"
    r"|referendum|contest|race|appeal|conference|session|deadline)\b"
)


def has_happened(low: str, begin: int, start: int, cue: str) -> bool:
    """Whether a verb of the past right before a date leaves no doubt that the day has been.

    >>> t = "it was stolen on may 4"; has_happened(t, 0, t.index("may"), "was")
    True
    >>> t = "they announced a strike on may 4"; has_happened(t, 0, t.index("may"), "announced")
    False
    """
    if cue in _ARRANGING:
        return False
    at = low.rfind(f" {cue} ", max(0, begin - 1, start - _REACH), start)
    between = None if at < 0 else _BETWEEN.match(low, at + 1 + len(cue), start)
    if between is None or _AIMS.search(between["words"]):
        return False
    words = between["words"].split()
    if cue.endswith("ed") and words and words[0] not in _AFTER_VERB:
        before = low[max(begin, at - 12) : at].split()
        if not before or before[-1] not in _BEFORE_VERB:  # "preferred shares" tells of no deed
            return False
    return _ARRANGING.isdisjoint(words)


_UNREAL = re.compile(
    r"(?:(?:\A|[.!?][\"”’')]*\s|\n\s*)had (?!(?:to|been)\b)"
    r"|(?<!ask )(?<!asked )(?<!wonder )(?<!wondered )(?<!know )(?<!see )"
    r"\bif (?:[\w'’-]+\s){1,6}?had (?:not )?)"
    r"[^.;:!?,\n]{2,70}\Z"
)


def is_unreal(low: str, start: int) -> bool:
    """Whether the clause of a place tells what would have been: "Had they left a week earlier".

    >>> t = "had they left a week earlier, all would"; is_unreal(t, t.index("a week"))
    True
    >>> t = "they had left a week earlier"; is_unreal(t, t.index("a week"))
    False
    """
    return _UNREAL.search(low, max(0, start - _REACH), start) is not None
