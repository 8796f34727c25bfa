"""Words without their dates: "He left on Sunday for Rome" is "He left for Rome"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.chronology.tokens import Token, is_adverb
from timeline.chronology.verbs import AUXILIARIES, BE, is_participle, is_past, is_present
from timeline.chronology.words import (
    COORDINATORS,
    DATE_PREPOSITIONS,
    DETERMINERS,
    PERIODS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

_NEAR_DATE = frozenset(
    "early late mid just only exactly shortly starting beginning ending effective dated circa "
    "about around and or but the of".split()
)
_FUNCTION = PREPOSITIONS | COORDINATORS | SUBORDINATORS | RELATIVES | DETERMINERS
_JOINING = frozenset("and or but the of as a an that this late".split())
_OWN = frozenset("its their his her".split())
TAKING = frozenset("take takes took taken taking hand handed turn turned".split())
"""Verbs that "over" belongs to."""
_SPENDING = frozenset("spent spend spends spending".split())
_STRETCHES = frozenset(
    "night evening morning afternoon day week weekend month year "
    "summer winter spring autumn".split()
)
_LITTLE = len("the ")
_PARTS = frozenset("most much part half all some".split())
_BEFORE_COMPARATIVE = BE | frozenset("percent % cent much far points".split())


def drop_dates(tokens: Sequence[Token]) -> list[Token]:
    """The words without dates and the little words that led to them.

    >>> from timeline.chronology.tokens import read_tokens
    >>> text = "He left on Sunday for Rome"
    >>> [t.text for t in drop_dates(read_tokens(text, 0, 26, [(11, 17, 0)]))]
    ['He', 'left', 'for', 'Rome']
    """
    kept: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.date is None:
            kept.append(token)
            i += 1
            continue
        while i + 2 < len(tokens) and tokens[i + 2].date is not None and (
            tokens[i + 1].lower in ("ended", "ending")
        ):  # fmt: skip
            i += 2  # "the quarter ended Sept. 30"
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if after is not None and after.lower == "'s":
            i += 1
            after = tokens[i + 1] if i + 1 < len(tokens) else None
            if after is not None and after.is_word and not _is_function(after.lower):
                if not kept or kept[-1].lower not in DETERMINERS:
                    kept.append(token.saying("the"))
                i += 1
                continue
        if kept and kept[-1].lower in _SPENDING:
            said = f"the {_stretch(token.text.lower())}"  # "spent Saturday night on a roof"
            kept.append(token.saying(said) if len(said) > _LITTLE else token)
            i += 1
            continue
        if len(kept) > 1 and kept[-1].lower == "of" and kept[-2].lower in _PARTS:
            kept.append(token)  # "missed most of 2023"
            i += 1
            continue
        before_noun = after is not None and after.is_word and not _is_function(after.lower)
        if before_noun and after is not None and is_past(after.lower):
            before_noun = bool(kept) and kept[-1].lower in ("the", "a", "an")
        if before_noun and after is not None and _is_adjective(kept, token, after):
            kept.append(token.saying("the"))  # "after the summer holidays"
        elif not (before_noun and "-" in token.text and token.text[-1].isalpha()):
            _drop_lead(kept, before_noun)  # not of "a decline in fourth-quarter sales"
        i += 1
        if before_noun and after is not None and kept and kept[-1].lower in ("a", "an"):
            article = "an" if after.lower[0] in "aeio" else "a"
            kept[-1] = kept[-1].saying(article)
        if kept and i < len(tokens) and tokens[i].lower == ",":
            continue_at = i + 1
            if kept[-1].lower == "," or continue_at >= len(tokens):
                i += 1
    return kept


def _stretch(date: str) -> str:
    """What stretch of time a date is: the night of "Saturday night"; empty where it says so."""
    words = date.split()
    if words[-1] in _STRETCHES:
        return words[-1] if words[0] not in ("the", "a", "all", "their") else ""
    if words[-1].isdigit() and len(words[-1]) == 4:
        return "year" if len(words) == 1 else ""
    return "day" if words[-1].endswith("day") else ""


def _is_adjective(kept: Sequence[Token], token: Token, after: Token) -> bool:
    """Whether a date with its article stands before its noun."""
    plain = after.text.islower() and not is_adverb(after.lower)
    led = bool(kept) and kept[-1].lower in DATE_PREPOSITIONS
    return token.text.startswith("the ") and led and plain and after.lower.endswith("s") and (
        not is_present(after.lower) and after.lower not in AUXILIARIES
    )  # fmt: skip


def _drop_lead(kept: list[Token], before_noun: bool) -> None:
    """Take off the words before a date that are of no use without it."""
    while kept:
        last = kept[-1].lower
        if before_noun and last in DETERMINERS:
            return
        if last in ("ended", "ending", "dated") and len(kept) > 1:
            if kept[-2].lower not in PERIODS and last == "ended":
                return
            kept.pop()
            continue
        if last == "over" and len(kept) > 1 and kept[-2].lower in TAKING:
            return  # "takes over next week"
        if last == "than" and len(kept) > 2:
            kept.pop()
            if _is_comparative(kept[-1].lower) and kept[-2].lower not in _BEFORE_COMPARATIVE:
                kept.pop()
            continue
        if last == "as" and len(kept) > 2 and kept[-3].lower == "as":
            del kept[-3:]  # "as early as May"
            continue
        joins = last in _JOINING or (
            last in _OWN and len(kept) > 1 and kept[-2].lower in DATE_PREPOSITIONS
        )
        if last in DATE_PREPOSITIONS or last in _NEAR_DATE or joins:
            if len(kept) > 1 and last == "as" and is_participle(kept[-2].lower):
                kept.pop()
                continue
            kept.pop()
            continue
        if last == "," and len(kept) > 1:
            kept.pop()
            continue
        return


def _is_comparative(word: str) -> bool:
    return word in ("more", "less", "worse") or (word.endswith("er") and len(word) > 4)


def _is_function(word: str) -> bool:
    return word in _FUNCTION
