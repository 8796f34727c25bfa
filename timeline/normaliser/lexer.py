"""Text to tokens: finds the stretches that may hold dates and names the words in them.

Most text holds no date, so one expression first finds the triggers (month names, units,
four-digit numbers …); only the windows around them are cut into tokens. Every step looks at
each character a fixed number of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.normaliser.rule import Token
from timeline.normaliser.words.kinds import Lexicon

REACH = 48
"""How far before and after a trigger words can belong to a date, in characters."""
MAX_DIGITS = 9

_NUMBER = (
    r"\d{4}-\d\d-\d\d(?:t\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?(?![\d-])"
    r"|\d{1,4}(?P<sep>[/.-])\d{1,2}(?P=sep)\d{1,4}(?![\d\w])"
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
    r"|\d{1,2}\.\d\d(?=\s?[ap]\.?m\b)"
    r"|\d{1,2}h\d\d\b"
    r"|\d{1,3}0['’]?s\b|['’]\d0s\b|['’]\d\d(?![\d\w])"
    r"|\d+(?:st|nd|rd|th)\b"
    r"|\d+(?=[ap]\.?m\b)"
    r"|[1-4]q(?:\d\d)?\b|[12]h\b"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d+(?:\.\d+)+|\d+ \d/\d(?![\d/])|\d+/\d+"
    r"|\d+(?:[^\W_]|_)*"
)
_LEX = re.compile(
    rf"(?P<number>{_NUMBER})"
    r"|(?P<word>q[1-4]\b|h[12]\b|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)"
    r"|(?P<poss>['’]s\b)"
    r"|(?P<dash>--?|[–—‐‑])"
    r"|(?P<half>[½¼¾])"
    r"|(?P<money>[$£€¥#]\s?[\d.,]+|[%°])"
    r"|(?P<gap>\n[ \t\r]*\n)"
    r"|(?P<mark>[^\s])"
)
_MARKS = {",": "comma", "/": "slash", "(": "lparen", ")": "rparen"}
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:t(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(z|[+-]\d\d:?\d\d)?)?")
_SEPARATED = re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})")
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d\d)(?::(\d\d))?")
_FRACTION = re.compile(r"(?:(\d+) )?(\d+)/(\d+)")


def make_trigger(words: Iterable[str]) -> re.Pattern[str]:
    """One expression, shaped like a trie, that finds any of the words or a likely number."""
    trie: dict[str, object] = {}
    for word in words:
        node = trie
        for char in word.replace("'", "’"):
            node = node.setdefault(char, {})  # type: ignore[assignment]
        node[""] = {}
    numbers = (
        r"[12]\d{3}(?!\d|,\d{3})|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}:\d\d|\d{1,2}h\d\d"
        r"|['’]?\d0['’]?s\b|['’]\d\d\b|[1-4]q|q[1-4]|[12]h\b|h[12]\b"
    )
    return re.compile(rf"(?<![\w])(?:(?:{_write_trie(trie)})(?!\w)|{numbers})")


def _write_trie(node: dict[str, object]) -> str:
    end = "" in node
    branches = []
    for char, child in sorted(node.items()):
        if char:
            rest = _write_trie(child)  # type: ignore[arg-type]
            letter = "['’]" if char == "’" else re.escape(char)
            branches.append(letter + rest)
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if end else body


def fold(text: str) -> str:
    """The text in lower case, of the same length.

    >>> fold("May İ")
    'may i'
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c.lower()[0] for c in text)


@dataclass(frozen=True, slots=True)
class Run:
    """A row of tokens without an unknown one between them; it may hold dates."""

    start: int
    end: int
    tokens: tuple[Token, ...]


class Lexer:
    """Cuts text into runs of tokens with the words of one language."""

    __slots__ = ("_lexicon", "_trigger")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._trigger = make_trigger(lexicon.triggers)

    def windows(self, low: str) -> Iterator[tuple[int, int]]:
        """The stretches of the folded text around its triggers, in order, not overlapping."""
        start = end = -1
        size = len(low)
        for match in self._trigger.finditer(low):
            first, last = match.span()
            if start < 0:
                start, end = max(0, first - REACH), last
            elif first - end <= REACH:
                end = last
            else:
                stop = min(size, end + REACH, first - 1)
                yield start, stop
                start, end = max(stop, first - REACH), last
        if start >= 0:
            yield start, min(size, end + REACH)

    def runs(self, text: str, low: str) -> Iterator[Run]:
        """The runs of the text, in order."""
        for start, stop in self.windows(low):
            if start and low[start - 1].isalnum():
                while start < stop and low[start].isalnum():
                    start += 1
            while stop < len(low) and low[stop].isalnum() and low[stop - 1].isalnum():
                stop += 1
                if stop - start > 20 * REACH and stop % 7 == 0:
                    break
            yield from self._cut(text, low, start, stop)

    def _cut(self, text: str, low: str, start: int, stop: int) -> Iterator[Run]:
        tokens: list[Token] = []
        useful = False
        for token in self._tokens(text, low, start, stop):
            if token is None:
                if useful:
                    yield Run(tokens[0].start, tokens[-1].end, tuple(tokens))
                tokens, useful = [], False
            else:
                tokens.append(token)
                useful = True
        if useful:
            yield Run(tokens[0].start, tokens[-1].end, tuple(tokens))

    def _tokens(self, text: str, low: str, start: int, stop: int) -> Iterator[Token | None]:
        lexicon = self._lexicon
        words, phrases, capital = lexicon.words, lexicon.phrases, lexicon.capital
        raw = [
            (match.lastgroup, match.group(), match.start(), match.end())
            for match in _LEX.finditer(low, start, stop)
        ]
        i, count = 0, len(raw)
        while i < count:
            group, word, first, last = raw[i]
            i += 1
            if group == "word":
                if word in phrases:
                    length = _phrase_length(phrases[word], raw, i)
                    if length is not None:
                        rest, kind, value = length
                        i += len(rest)
                        yield Token(kind, value, first, raw[i - 1][3])
                        continue
                entry = None
                if i < count and raw[i][1] == "." and raw[i][2] == last:
                    entry = words.get(word + ".")
                    if entry is not None:
                        last = raw[i][3]
                        i += 1
                if entry is None:
                    entry = words.get(word)
                if entry is None:
                    yield None
                elif word in capital and not text[first].isupper():
                    yield None
                else:
                    yield Token(entry[0], entry[1], first, last)
            elif group == "number":
                after = low[last : last + 1]
                if after in ("%", "°") or (first and low[first - 1] in "$£€¥#"):
                    yield None
                else:
                    token = _read_number(word, first, last)
                    yield token if token is None or token.kind else None
            elif group == "mark":
                known = _MARKS.get(word)
                yield None if known is None else Token(known, None, first, last)
            elif group in ("dash", "poss"):
                yield Token(group, None, first, last)
            elif group == "half":
                yield Token("fraction", {"½": 0.5, "¼": 0.25, "¾": 0.75}[word], first, last)
            else:
                yield None


def _phrase_length(
    options: list[tuple[tuple[str, ...], str, object]],
    raw: list[tuple[str | None, str, int, int]],
    i: int,
) -> tuple[tuple[str, ...], str, object] | None:
    for option in options:
        rest = option[0]
        if i + len(rest) <= len(raw) and all(
            raw[i + k][1].replace("’", "'") == rest[k] for k in range(len(rest))
        ):
            return option
    return None


def _read_number(word: str, start: int, end: int) -> Token | None:
    def token(kind: str, value: object) -> Token:
        return Token(kind, value, start, end)

    if word.isdigit():
        if len(word) > MAX_DIGITS or not word.isascii():
            return None
        value = int(word)
        if len(word) == 4 and 1000 <= value <= 2999:
            return token("year", value)
        return token("number", value)
    last = word[-1]
    if match := _ISO.fullmatch(word):
        return token("iso", match.groups())
    if match := _SEPARATED.fullmatch(word):
        return token("slashed", (match[1], match[3], match[4], match[2]))
    if match := _CLOCK.fullmatch(word):
        hour, minute = int(match[1]), int(match[2])
        second = None if match[3] is None else int(match[3])
        if hour > 24 or minute > 59 or (second or 0) > 59:
            return None
        return token("clock", (hour, minute) if second is None else (hour, minute, second))
    if last == "s" and word[0] in "'’0123456789" and word.strip("'’s0123456789") == "":
        digits = word.strip("'’s").rstrip("'’")
        return token("decade", int(digits) // 10 if len(digits) != 2 else digits)
    if word[0] in "'’" and word[1:].isdigit():
        return token("shortyear", int(word[1:]))
    if last in "tdh" and word[:-2].isdigit():
        return token("ordinal", int(word[:-2])) if len(word) <= 6 else None
    if last == "q" and len(word) == 2:
        return token("quarter", int(word[0]))
    if last == "h" and len(word) == 2:
        return token("halves", int(word[0]))
    if "," in word:
        return token("big", int(word.replace(",", "").split(".")[0])) if len(word) < 14 else None
    if word == "9/11":  # the name of a day
        return token("slashed", ("9", "11", "2001", "/"))
    if match := _FRACTION.fullmatch(word):
        if len(word) > MAX_DIGITS or match[3].strip("0") == "":
            return None
        part = int(match[2]) / int(match[3])
        if part in (0.5, 0.25, 0.75, 1.5):
            return token("fraction", int(match[1] or 0) + part)
        return None
    if word.count(".") == 1 and len(word) <= MAX_DIGITS:
        return token("decimal", float(word)) if word.replace(".", "").isascii() else None
    return None
