"""Text to tokens: finds the stretches that may hold dates and names the words in them.

Most text holds no date, so one expression first finds the triggers (month names, units,
four-digit numbers …); only the known words around them are cut into tokens. Every step looks
at each character a fixed number of times.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, TypeVar

from timeline.normaliser.rule import Token
from timeline.normaliser.trigger import find_triggers, make_trigger
from timeline.normaliser.words.kinds import Lexicon

REACH = 48
"""How far before a trigger words can belong to its date, in characters."""
REACH_AHEAD = 80
"""How far behind a trigger the next word that is in no date may stand for the words up to it
to be kept."""
KEPT = 20_000
"""How many stretches of words are kept."""
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
    r"(?P<plain>[a-z]{2,}+(?![\w'’.]))"  # most tokens: for speed only
    rf"|(?P<number>{_NUMBER})"
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
_AFTER_CLOCK = "am pm hrs uhr gmt utc est edt cst pst cdt pdt".split()
"""The words of `_MERIDIEM` and `_NUMBER`: a number before them is looked at with them."""
_PLAIN_WORD = re.compile(r"\s([a-z]{2,}+)(?!\w|['’](?!s\b))")
_MONEY = "$£€¥#"
_DECADE = re.compile(r"\d{1,3}0['’]?s|['’]\d0['’]?s")
_FRACTION = re.compile(r"(?:(\d+) )?(\d+)/(\d+)")


def fold(text: str) -> str:
    """The text in lower case, of the same length.

    >>> fold("May İ")
    'may i'
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c.lower()[0] for c in text)


Content = TypeVar("Content")
Phrases = dict[str, list[tuple[list[str], str, object]]]
"""The phrases that begin with a word, by their second: what follows, the kind and the value."""


class Run(NamedTuple):
    """A row of tokens without an unknown one between them; it may hold dates. The tokens
    count from its start.
    """

    start: int
    end: int
    tokens: list[Token]


class Stretch(NamedTuple, Generic[Content]):
    """What was cut at a trigger, counted from where cutting began: how far it reached, where
    its run begins, and what the run holds (None: there is no run).
    """

    reach: int
    start: int
    content: Content | None


class Lexer(Generic[Content]):
    """Cuts text into runs of tokens with the words of one language, and has them read.

    It keeps what the words around a trigger came to, since that depends on nothing else.
    """

    __slots__ = (
        "_kept",
        "_known",
        "_lexicon",
        "_looked_at",
        "_phrases",
        "_plain",
        "_read",
        "_trigger",
        "_useful",
    )

    def __init__(self, lexicon: Lexicon, read: Callable[[str, Run], Content]) -> None:
        self._lexicon = lexicon
        self._read = read
        self._trigger = make_trigger(lexicon.triggers)
        self._phrases: dict[str, Phrases] = {}
        parts: set[str] = set()
        for word, options in lexicon.phrases.items():
            seconds = self._phrases.setdefault(word, {})
            for (second, *rest), kind, value in options:
                parts.update((word, second, *rest))
                seconds.setdefault(second, []).append((rest, kind, value))
        self._known = frozenset({*lexicon.words, *parts})
        self._plain = {
            word: entry
            for word, entry in lexicon.words.items()
            if word not in lexicon.capital and word not in lexicon.phrases
        }
        self._looked_at = frozenset({*_AFTER_CLOCK, *(word.rstrip(".") for word in self._known)})
        self._useful = frozenset(lexicon.useful)
        self._kept: dict[tuple[str, int], Stretch[Content]] = {}

    def read_runs(self, text: str, low: str) -> Iterator[tuple[int, Content]]:
        """What the runs of the text hold, in order, and where each begins: from each trigger
        back and ahead to the first word that no date has.
        """
        kept = self._kept
        done = 0
        for at, stop in find_triggers(self._trigger, low):
            if at < done:
                continue
            begin = self._find_begin(low, done, at)
            key = self._write_key(text, low, begin, at, stop)
            stretch = None if key is None else kept.get(key)
            if stretch is None:
                stretch = self._cut(text, low, begin, at, stop)
                if key is not None:
                    if len(kept) >= KEPT:
                        kept.clear()
                    kept[key] = stretch
            reach, start, content = stretch
            done = begin + reach
            if content is not None:
                yield begin + start, content

    def _write_key(
        self, text: str, low: str, begin: int, at: int, stop: int
    ) -> tuple[str, int] | None:
        """Everything that cutting looks at: the text up to the next word that is in no date,
        or up to the end, and where in it the trigger stands. None if that word is far off.
        """
        if begin and low[begin - 1] in _MONEY:
            return None
        limit = stop + REACH_AHEAD
        position = stop
        while match := _PLAIN_WORD.search(low, position, limit):
            position = match.end()
            if match[1] not in self._looked_at:
                if position == limit:  # perhaps the beginning of a longer word
                    return None
                return text[begin : match.start(1)], at - begin
        return (text[begin:], begin - at - 1) if limit >= len(low) else None

    def _cut(self, text: str, low: str, begin: int, at: int, stop: int) -> Stretch[Content]:
        plain = self._plain
        tokens: list[Token] = []
        found = False
        end = stop
        start = position = begin
        while match := _LEX.search(low, position):
            first, position = match.span()
            entry = plain.get(match[0]) if match.lastgroup == "plain" else None
            if entry is not None:
                kind, value = entry
            else:
                kind, value, position = self._name(text, low, match, first, position)
            if kind:
                if not tokens:
                    start = first
                tokens.append(Token(kind, value, first - start, position - start))
                end = position
                if end > at:
                    found = True
            elif found or first >= at:
                end = first
                break
            else:
                tokens.clear()
        reach = max(end, stop) - begin
        if not found or all(token.kind not in self._useful for token in tokens):
            return Stretch(reach, 0, None)
        run = Run(start, start + tokens[-1].end, tokens)
        return Stretch(reach, start - begin, self._read(text, run))

    def _find_begin(self, low: str, floor: int, at: int) -> int:
        """Where the known words right before a trigger begin."""
        first = max(floor, at - REACH)
        known = self._known
        begin = at
        while begin > first and low[begin - 1] == " ":  # mostly, one plain word decides
            before = max(first, low.rfind(" ", first, begin - 1) + 1)
            word = low[before : begin - 1]
            if not word.isalpha():
                break
            if word not in known:
                return begin
            if before == first:
                break
            begin = before
        chunk = low[first:at].translate(_SPACES)
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

    def _name(
        self, text: str, low: str, match: re.Match[str], first: int, position: int
    ) -> tuple[str, object, int]:
        """The kind, value and end of a token; the kind is "" where no date can have it."""
        group, word = match.lastgroup, match[0]
        if group == "plain" or group == "word":
            lexicon = self._lexicon
            if word in self._phrases:
                option = _find_phrase(self._phrases[word], low, position)
                if option is not None:
                    return option
            entry = lexicon.words.get(word)
            if group == "word" and low.startswith(".", position):
                dotted = lexicon.words.get(word + ".")
                if dotted is not None:
                    entry = dotted
                    position += 1
            if entry is None or (word in lexicon.capital and not text[first].isupper()):
                return "", None, position
            return entry[0], entry[1], position
        if group == "number":
            return self._name_number(low, word, first, position)
        if group == "mark":
            return _MARKS.get(word, ""), None, position
        if group == "dash" or group == "poss":
            return group, None, position
        if group == "half":
            return "fraction", {"½": 0.5, "¼": 0.25, "¾": 0.75}[word], position
        return "", None, position

    def _name_number(
        self, low: str, word: str, first: int, position: int
    ) -> tuple[str, object, int]:
        after = low[position : position + 1]
        if (after and after in "%°") or (first and low[first - 1] in _MONEY):
            return "", None, position
        kind, value = _read_number(word) or ("", None)
        if kind == "clock" and "." in word and not _MERIDIEM.match(low, position):
            return "", None, position
        if kind == "slashed" and self._lexicon.day_first and "-" not in word:
            assert isinstance(value, tuple)
            return kind, (*value[:3], "."), position
        if kind and self._lexicon.dotted_days and low.startswith(". ", position):
            position += 1
        return kind, value, position


_SPACES = str.maketrans(dict.fromkeys(',-–—‐‑()/"“”‘`[]', " "))


def _find_phrase(options: Phrases, low: str, position: int) -> tuple[str, object, int] | None:
    match = _LEX.search(low, position)
    if match is None:
        return None
    for rest, kind, value in options.get(match[0].replace("’", "'"), ()):
        at = match.end()
        for word in rest:
            following = _LEX.search(low, at)
            if following is None or following[0].replace("’", "'") != word:
                break
            at = following.end()
        else:
            return kind, value, at
    return None


def _read_number(word: str) -> tuple[str, object] | None:
    if word.isdigit():
        if len(word) > MAX_DIGITS or not word.isascii():
            return None
        value = int(word)
        if len(word) == 4 and value >= 1000:
            return "year", value
        return "number", value
    last = word[-1]
    if match := _ISO.fullmatch(word):
        return "iso", match.groups()
    if match := _SEPARATED.fullmatch(word):
        return "slashed", (match[1], match[3], match[4], match[2])
    if match := _CLOCK.fullmatch(word):
        hour, minute = int(match[1]), int(match[2])
        second = None if match[3] is None else int(match[3])
        if hour > 24 or minute > 59 or (second or 0) > 59:
            return None
        return "clock", (hour, minute) if second is None else (hour, minute, second)
    if last == "s" and _DECADE.fullmatch(word):
        digits = word.strip("'’s").rstrip("'’")
        return "decade", int(digits) // 10 if len(digits) != 2 else digits
    if word[0] in "'’" and word[1:].isdigit():
        return "shortyear", int(word[1:])
    if last in "tdh" and (digits := word[:-2].replace(",", "")).isdigit():
        return ("ordinal", int(digits)) if len(digits) <= 4 else None
    if last == "q" and word[0] in "1234" and len(word) == 2:
        return "quarter", int(word[0])
    if last == "h" and word[0] in "12" and len(word) == 2:
        return "halves", int(word[0])
    if "," in word:
        return ("big", int(word.replace(",", "").split(".")[0])) if len(word) < 14 else None
    if word == "9/11":  # the name of a day
        return "slashed", ("9", "11", "2001", "/")
    if match := _FRACTION.fullmatch(word):
        if len(match[2]) in (3, 4) and len(match[3]) in (1, 2, len(match[2])) and match[1] is None:
            return "dual", (int(match[2]), match[3])
        if len(word) > MAX_DIGITS or match[3].strip("0") == "":
            return None
        part = int(match[2]) / int(match[3])
        if int(match[3]) == int(match[2]) + 1 and part > 0.75 and match[1] is None:
            return "dual", (int(match[2]), match[3])
        if part in (0.5, 0.25, 0.75, 1.5):
            return "fraction", int(match[1] or 0) + part
        return None
    if word.count(".") == 1 and len(word) <= MAX_DIGITS:
        return ("decimal", float(word)) if word.replace(".", "").isascii() else None
    return None
