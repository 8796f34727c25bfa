"""Text to tokens: finds the stretches that may hold dates and names the words in them.

Most text holds no date, so one expression first finds the triggers (month names, units,
four-digit numbers …); only the known words around them are cut into tokens. Every step looks
at each character a fixed number of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.normaliser.rule import Token
from timeline.normaliser.words.kinds import Lexicon

REACH = 48
"""How far before a trigger words can belong to its date, in characters."""
MAX_DIGITS = 9

_NUMBER = (
    r"\d{4}-\d\d-\d\d(?:t\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?(?![\d-])"
    r"|\d{1,4}(?P<sep>[/.-])\d{1,2}(?P=sep)\d{1,4}(?![\d\w])"
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
    r"|\d{1,2}\.\d\d(?=\s?[ap]\.?m\b)"
    r"|\d{1,2}h\d\d\b"
    r"|\d{1,3}0['’]?s\b|['’]\d0s\b|['’]\d\d(?![\d\w])"
    r"|(?:\d{1,3},)?\d+(?:st|nd|rd|th)\b"
    r"|\d+(?=[ap]\.?m\b|[½¼¾])"
    r"|[1-4]q(?:\d\d)?\b|[12]h\b"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d+(?:\.\d+){1,4}|\d+ \d/\d(?![\d/])|\d+/\d+"
    r"|\d+(?:[^\W_]|_)*"
)
_LEX = re.compile(
    rf"(?P<number>{_NUMBER})"
    r"|(?P<word>q[1-4]\b|h[12]\b|(?:[^\W\d_]\.){2,6}|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+){0,3})"
    r"|(?P<poss>['’]s\b)"
    r"|(?P<dash>--?|[–—‐‑])"
    r"|(?P<half>[½¼¾])"
    r"|(?P<money>[$£€¥#]\s?[\d.,]+|[%°])"
    r"|(?P<gap>\n[ \t\r]*\n)"
    r"|(?P<mark>[^\s])"
)
_MARKS = {",": "comma", "/": "slash", "(": "lparen", ")": "rparen", "[": "lparen", "]": "rparen"}
_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:t(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(z|[+-]\d\d:?\d\d)?)?"
)
_SEPARATED = re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})")
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d\d)(?::(\d\d))?")
_MERIDIEM = re.compile(r"\s?[ap]\.?m\b|\s?(?:hrs|uhr|gmt|utc|est|edt|[cp]st|[cp]dt)\b")
_DECADE = re.compile(r"\d{1,3}0['’]?s|['’]\d0['’]?s")
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
        r"on the \d{1,2}(?:st|nd|rd|th)\b"
        r"|(?:in|by|since|until|till|before|after|from|between|of|ca?\.) ?\d{3}(?![\d%°]|[.,]\d)"
        r"|\((?:r\. )?\d{3}[–-]\d{3,4}\)|ca?\. ?\d{4}"
        r"|(?:its|their|his|her) \d{1,3}(?:st|nd|rd|th)(?=[,;.]|$| (?:in|on|this|next|last|with)\b)"
        r"|9/11\b|[12]\d{3}(?!\d|,\d{3})|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
        r"|\d{1,2}:\d\d|\d{1,2}h\d\d|\d{1,2}\s?[ap]\.?m\b|fy\s?\d\d"
        r"|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\s?[-–]\s?(?:mon|tue|wed|thu|fri|sat|sun)"
        r"|['’]?\d?\d?\d0['’]?s\b|['’]\d\d\b|[1-4]q|q[1-4]|[12]h\b|h[12]\b"
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


class Run(NamedTuple):
    """A row of tokens without an unknown one between them; it may hold dates."""

    start: int
    end: int
    tokens: list[Token]


class Lexer:
    """Cuts text into runs of tokens with the words of one language."""

    __slots__ = ("_known", "_lexicon", "_trigger", "_useful")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._trigger = make_trigger(lexicon.triggers)
        parts = {
            w for first, options in lexicon.phrases.items() for o in options for w in (first, *o[0])
        }
        self._known = frozenset({*lexicon.words, *parts})
        self._useful = frozenset(lexicon.useful)

    def runs(self, text: str, low: str) -> Iterator[Run]:
        """The runs of the text, in order: from each trigger back and ahead to the first word
        that no date has.
        """
        done = 0
        useful = self._useful
        for match in self._trigger.finditer(low):
            at = match.start()
            if at < done:
                continue
            begin = self._find_begin(low, done, at)
            tokens: list[Token] = []
            found = False
            end = match.end()
            for token in self._tokens(text, low, begin):
                if token.kind == "":
                    if found or token.start >= at:
                        end = token.start
                        break
                    tokens.clear()
                    continue
                tokens.append(token)
                end = token.end
                if end > at:
                    found = True
            done = max(end, match.end())
            if found and any(token.kind in useful for token in tokens):
                yield Run(tokens[0].start, tokens[-1].end, tokens)

    def _find_begin(self, low: str, floor: int, at: int) -> int:
        """Where the known words right before a trigger begin."""
        first = max(floor, at - REACH)
        chunk = low[first:at].translate(_SPACES)
        known = self._known
        begin = len(chunk)
        for word in reversed(chunk.split()):
            if word not in known and not word[0].isdigit():
                bare = word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")
                if bare not in known:
                    break
            begin = chunk.rfind(word, 0, begin)
        else:
            return first if first == 0 or not low[first - 1].isalnum() else first + begin
        return first + begin

    def _tokens(self, text: str, low: str, start: int) -> Iterator[Token]:
        """The tokens from a place on; one of kind "" where no date can have the word."""
        lexicon = self._lexicon
        words, phrases, capital = lexicon.words, lexicon.phrases, lexicon.capital
        position = start
        search = _LEX.search
        while True:
            match = search(low, position)
            if match is None:
                return
            group, word = match.lastgroup, match.group()
            first, position = match.span()
            if group == "word":
                if word in phrases:
                    option = _find_phrase(phrases[word], low, position)
                    if option is not None:
                        kind, value, position = option
                        yield Token(kind, value, first, position)
                        continue
                entry = words.get(word)
                if low.startswith(".", position):
                    dotted = words.get(word + ".")
                    if dotted is not None:
                        entry = dotted
                        position += 1
                if entry is None or (word in capital and not text[first].isupper()):
                    yield Token("", None, first, position)
                else:
                    yield Token(entry[0], entry[1], first, position)
            elif group == "number":
                after = low[position : position + 1]
                if after in ("%", "°") or (first and low[first - 1] in "$£€¥#"):
                    yield Token("", None, first, position)
                else:
                    token = _read_number(word, first, position)
                    if token is None or (
                        token.kind == "clock" and "." in word and not _MERIDIEM.match(low, position)
                    ):
                        token = Token("", None, first, position)
                    elif token.kind == "slashed" and lexicon.day_first and "-" not in word:
                        token = token._replace(value=(*token.value[:3], "."))
                    elif lexicon.dotted_days and low.startswith(". ", position):
                        position += 1
                        token = token._replace(end=position)
                    yield token
            elif group == "mark":
                yield Token(_MARKS.get(word, ""), None, first, position)
            elif group in ("dash", "poss"):
                yield Token(group, None, first, position)
            elif group == "half":
                yield Token("fraction", {"½": 0.5, "¼": 0.25, "¾": 0.75}[word], first, position)
            else:
                yield Token("", None, first, position)


_SPACES = str.maketrans(dict.fromkeys(',-–—‐‑()/"“”‘`[]', " "))


def _find_phrase(
    options: list[tuple[tuple[str, ...], str, object]], low: str, position: int
) -> tuple[str, object, int] | None:
    for rest, kind, value in options:
        at = position
        for word in rest:
            match = _LEX.search(low, at)
            if match is None or match.group().replace("’", "'") != word:
                break
            at = match.end()
        else:
            return kind, value, at
    return None


def _read_number(word: str, start: int, end: int) -> Token | None:
    def token(kind: str, value: object) -> Token:
        return Token(kind, value, start, end)

    if word.isdigit():
        if len(word) > MAX_DIGITS or not word.isascii():
            return None
        value = int(word)
        if len(word) == 4 and value >= 1000:
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
    if last == "s" and _DECADE.fullmatch(word):
        digits = word.strip("'’s").rstrip("'’")
        return token("decade", int(digits) // 10 if len(digits) != 2 else digits)
    if word[0] in "'’" and word[1:].isdigit():
        return token("shortyear", int(word[1:]))
    if last in "tdh" and (digits := word[:-2].replace(",", "")).isdigit():
        return token("ordinal", int(digits)) if len(digits) <= 4 else None
    if last == "q" and word[0] in "1234" and len(word) == 2:
        return token("quarter", int(word[0]))
    if last == "h" and word[0] in "12" and len(word) == 2:
        return token("halves", int(word[0]))
    if "," in word:
        return token("big", int(word.replace(",", "").split(".")[0])) if len(word) < 14 else None
    if word == "9/11":  # the name of a day
        return token("slashed", ("9", "11", "2001", "/"))
    if match := _FRACTION.fullmatch(word):
        if len(match[2]) == 4 and len(match[3]) in (1, 2, 4) and match[1] is None:
            return token("dual", (int(match[2]), match[3]))
        if len(word) > MAX_DIGITS or match[3].strip("0") == "":
            return None
        part = int(match[2]) / int(match[3])
        if part in (0.5, 0.25, 0.75, 1.5):
            return token("fraction", int(match[1] or 0) + part)
        return None
    if word.count(".") == 1 and len(word) <= MAX_DIGITS:
        return token("decimal", float(word)) if word.replace(".", "").isascii() else None
    return None
