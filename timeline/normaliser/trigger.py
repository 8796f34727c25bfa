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

_YEARS = r" \d{3}(?![\d%°]|[.,]\d)"
_ABBREVIATED = "mon tue tues wed thu thurs fri sat sun".split()
_LED = (
    *(
        word + _YEARS
        for word in "after before between by circa from in of since till until".split()
    ),
    r"c\. ?\d{3,4}",
    r"ca\. ?\d{3,4}",
    r"((?:r\. )?\d{3}[–-]\d{3,4}\)",
    *(
        whose + r" \d{1,3}(?:st|nd|rd|th)(?=[,;.]|$| (?:in|on|this|next|last|with)\b)"
        for whose in "her his its their".split()
    ),
    *(day + rf"\s?[-–]\s?(?:{'|'.join(_ABBREVIATED)})\b" for day in _ABBREVIATED),
    *(word + r" the \d{1,2}(?:st|nd|rd|th)\b" for word in "after before by from on until".split()),
    r"first[- ]half\b",
    r"second[- ]half\b",
    r"fy\s?\d\d",
    r"q[1-4]",
    r"h[12]\b",
)
"""Numbers that are dates only with what leads them; each begins with a plain character."""
_NUMBERS = (
    r"['’](?:\d?\d?\d0['’]?s\b|\d\d\b)"
    r"|\d(?:"  # one digit turns words down at once; what follows may look back at it
    r"(?<=9)/11\b|(?<=[12])\d{3}(?!\d|,\d{3})|\d{0,3}[/.-]\d{1,2}[/.-]\d{1,4}"
    r"|\d?:\d\d|\d?h\d\d|\d?\s?[ap]\.?m\b|\d?\d?0['’]?s\b|(?<=[1-4])q|(?<=[12])h\b)"
)


def make_trigger(words: Iterable[str]) -> re.Pattern[str]:
    """One expression that finds a sign and, after it, any of the words or a likely number."""
    trie: dict[str, dict[str, object]] = {}
    for word in words:
        node: dict[str, object] = trie  # type: ignore[assignment]
        for char in word.replace("'", "’"):
            node = node.setdefault(char, {})  # type: ignore[assignment]
        node[""] = {}
    rests = {char: [f"(?:{_write_trie(node)})(?!\\w)"] for char, node in trie.items()}
    for led in _LED:
        rests.setdefault(led[0], []).append(led[1:])
    branches = [f"{_write_letter(char)}(?:{'|'.join(some)})" for char, some in rests.items()]
    return re.compile(rf"{_SIGN}(?:{'|'.join(sorted(branches))}|{_NUMBERS})")


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
