"""Headings: lines that open with a day, as the entries of a diary do."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?"
_HEADING = re.compile(
    r"^[#*_\t ]{0,6}(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s)?"
    rf"(?:{_DAY} {_MONTH}|{_MONTH} {_DAY})(?:,? \d{{4}})?[*_\t ]*(?:[.:—–](?=\s)|-\s|$)",
    re.MULTILINE,
)


def find_headings(low: str) -> list[int]:
    r"""Where the lines begin that open with a day as a heading.

    >>> find_headings("3 june. it rains.\n\n6 june: it stops.\non 7 june it snows.")
    [0, 19]
    """
    return [found.start() for found in _HEADING.finditer(low)]
