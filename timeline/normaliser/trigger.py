"""Triggers: the words and numbers without which a stretch of text holds no date.

Most text holds none, so this is where most of the time goes, and the expression is shaped for
how `re` searches: it begins with the sign before a word, which `re` looks for with a table, and
branches on single characters, which it turns down without trying them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_SIGN = r"[\x00-/:-@\[-^`{-\U0010ffff]"
"""What may stand before a trigger: any sign, and every letter beyond ASCII (which `find_triggers`
turns down: a table of all signs would be a slow one)."""

_NUMBERS = (
    r"9/11\b|[12]\d{3}(?!\d|,\d{3})|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
    r"|\d{1,2}:\d\d|\d{1,2}h\d\d|\d{1,2}\s?[ap]\.?m\b"
    r"|\d?\d?\d0['’]?s\b|[1-4]q|[12]h\b"
)
_QUOTED = r"['’](?:\d?\d?\d0['’]?s\b|\d\d\b)"
_YEARS = r" \d{3}(?=[,;:.)]|$)"
_LED = {
    "a": [f"round{_YEARS}"],
    "b": [f"y{_YEARS}"],
    "c": [f"irca{_YEARS}"],
    "f": [r"y\s?\d\d"],
    "h": [r"[12]\b"],
    "i": [f"n{_YEARS}"],
    "o": [r"n the \d{1,2}(?:st|nd|rd|th)\b"],
    "q": [r"[1-4]"],
    "s": [f"ince{_YEARS}"],
    "u": [f"ntil{_YEARS}"],
}
"""By their first letter, the rests of what leads a number that is a date only with it."""


def make_trigger(words: Iterable[str]) -> re.Pattern[str]:
    """One expression that finds a sign and, after it, any of the words or a likely number."""
    trie: dict[str, dict[str, object]] = {}
    for word in words:
        node: dict[str, object] = trie  # type: ignore[assignment]
        for char in word.replace("'", "’"):
            node = node.setdefault(char, {})  # type: ignore[assignment]
        node[""] = {}
    branches = []
    for first in sorted({*trie, *_LED}):
        rests = [f"(?:{_write_trie(trie[first])})(?!\\w)"] if first in trie else []
        branches.append(f"{_write_letter(first)}(?:{'|'.join(rests + _LED.get(first, []))})")
    return re.compile(rf"{_SIGN}(?:{'|'.join(branches)}|{_QUOTED}|(?=\d)(?:{_NUMBERS}))")


def _write_letter(char: str) -> str:
    return "['’]" if char == "’" else re.escape(char)


def _write_trie(node: dict[str, object]) -> str:
    branches = [
        _write_letter(char) + _write_trie(child)  # type: ignore[arg-type]
        for char, child in sorted(node.items())
        if char
    ]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if "" in node else body


def find_triggers(trigger: re.Pattern[str], low: str) -> Iterator[tuple[int, int]]:
    """Where the triggers of a folded text begin and end.

    >>> list(find_triggers(make_trigger(["may"]), "may 7, dismay, 1990 and émay"))
    [(0, 3), (15, 19)]
    """
    search = trigger.search
    led = "\n" + low  # a sign before the first word
    position = 0
    while match := search(led, position):
        # The match begins one character before the trigger, which stands one later in `led`.
        at, end = match.span()
        sign = led[at]
        if sign > "\x7f" and sign.isalnum():
            position = at + 1
            continue
        yield at, end - 1
        position = end - 1
