"""The words of a sentence, with its dates as single words and its verbs marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from timeline.chronology.verbs import (
    AUXILIARIES,
    BE,
    HAVE,
    INTRANSITIVE,
    MODALS,
    PLAIN_PRESENT,
    REPORTING,
    SAME_AS_BASE,
    SAY,
    SPEAKING,
    is_base,
    is_past,
    is_plain_past,
    is_present,
)
from timeline.chronology.words import (
    COORDINATORS,
    DATE_PREPOSITIONS,
    DETERMINERS,
    PERIODS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,8}|\d+(?:-[^\W\d_]+)+|[$€£¥]?\d+(?:[.,:]\d+)*(?:%|(?:st|nd|rd|th|s)\b)?"
    r"|[^\W_]+(?:['’&./-][^\W_]+)*|--+|\.\.+|\S"
)
_SUBJECT_PRONOUNS = frozenset("i you he she it we they who there".split())
_PLURAL_PRONOUNS = frozenset("i you we they who".split())
_CONTRACTIONS = ("'ve", "'re", "'ll", "'d", "’ve", "’re", "’ll", "’d")
_WITH_BE = frozenset(
    "it's he's she's that's there's i'm it’s he’s she’s that’s there’s i’m".split()
)
_ADVERBS = frozenset(
    "not also never ever always now then soon later still just already only first again once "
    "even instead thus twice previously recently currently long yet both finally".split()
)
_NOT_ADVERBS = frozenset(
    "family reply july italy supply assembly rally ally bully apply imply belly monopoly anomaly "
    "jelly lily comply multiply folly sicily elderly ugly early daily weekly monthly".split()
)
_NO_VERB = DETERMINERS | PREPOSITIONS | COORDINATORS | _SUBJECT_PRONOUNS | SUBORDINATORS
_PARTICLES = frozenset("down up off out away back over apart aside".split())
_NOUNS = frozenset("reports notes claims states estimates posts hopes".split())
_BEFORE_NOUNS = DETERMINERS - {"this", "that"}
_TURNING = frozenset("falls stands stays turns goes lies runs comes".split())
_STATES = frozenset(
    "vacant silent ill open short apart dead empty idle asleep still free due dark dry cold".split()
)
_COUNTS = frozenset("two three four five six seven eight nine ten".split())
_SHORT = 8
_OBJECTS = frozenset("him her them it us me himself herself itself themselves".split())


class Token(NamedTuple):
    """A word, a mark, or a whole date (`date` is then the number of its mention).

    `is_word` is true for a word or a number, not for a mark or a date; `is_capital` for a
    word that begins with a capital letter; `is_verbal` for a word that can be a finite verb.
    """

    start: int
    end: int
    text: str
    lower: str
    is_word: bool
    is_capital: bool
    is_verbal: bool
    date: int | None = None

    def saying(self, word: str) -> Token:
        """Another word, in lower case, in its place."""
        return _token((self.start, self.end, *_shape(word)))


# What Token() does, without a call of Python: there is one for every word.
_token: Callable[[Iterable[object]], Token] = partial(tuple.__new__, Token)


@lru_cache(maxsize=16_384)
def _shape(word: str) -> tuple[object, ...]:
    """What of a token depends on its word alone: all but its place."""
    first, lower = word[0], word.lower().replace("’", "'")
    is_word = first.isalnum() or first in "$€£¥"
    verbal = first.isalpha() and _may_be_verb(lower)
    return word, lower, is_word, first.isupper(), verbal, None


def _may_be_verb(word: str) -> bool:
    return (
        word in AUXILIARIES
        or word in _WITH_BE
        or word in SAY
        or is_past(word)
        or is_present(word)
        or is_base(word)
        or word.endswith(_CONTRACTIONS)
        or (word.endswith("s") and len(word) > 4)
    )


def read_tokens(
    text: str, start: int, end: int, dates: Sequence[tuple[int, int, int]] = ()
) -> list[Token]:
    """The words and marks of a stretch; `dates` are (start, end, number), in order.

    >>> [t.lower for t in read_tokens("He won in May 1990.", 0, 19, [(10, 18, 0)])]
    ['he', 'won', 'in', '<date>', '.']
    """
    found: list[Token] = []
    at = start
    for first, last, number in dates:
        if first < at or last > end:
            continue
        found += _plain(text, at, first)
        found.append(Token(first, last, text[first:last], "<date>", False, False, False, number))
        at = last
    found += _plain(text, at, end)
    return found


def _plain(text: str, start: int, end: int) -> list[Token]:
    matches = _TOKEN.finditer(text, start, end)
    if text.find("'", start, end) < 0 and text.find("’", start, end) < 0:
        return [_token((*match.span(), *_shape(match[0]))) for match in matches]
    found = []
    for match in matches:
        first, last = match.span()
        word = match[0]
        if last - first == 1:
            if word in "'’" and text[last : last + 1] == "s":
                continue  # the 's after a date; its s is dropped below
            if word == "s" and text[first - 1 : first] in ("'", "’"):
                found.append(Token(first - 1, last, "'s", "'s", False, False, False))
                continue
        found.append(_token((first, last, *_shape(word))))
    return found


@lru_cache(maxsize=16_384)
def is_adverb(word: str) -> bool:
    """Whether a lower-case word can stand between a subject and its verb."""
    return word in _ADVERBS or (len(word) > 4 and word.endswith("ly") and word not in _NOT_ADVERBS)


def weigh_verbs(tokens: Sequence[Token], headline: bool = False) -> list[int]:
    """For each token how surely it is a finite verb: 2 surely, 1 perhaps, 0 not.

    >>> weigh_verbs(read_tokens("The bank founded in Bonn closed its doors", 0, 41))
    [0, 0, 2, 0, 0, 2, 0, 0]
    """
    words = [t for t in tokens if t.is_word]
    shouting = sum([t.is_capital for t in words]) > 0.7 * len(words)
    return [
        _weigh(tokens, i, headline, shouting) or 2 * _is_of_pronoun(tokens, i)
        if token.is_verbal
        else 0
        for i, token in enumerate(tokens)
    ]


def _is_of_pronoun(tokens: Sequence[Token], i: int) -> bool:
    """Whether an unknown word is the verb of "he", "she" or "it": "She quips", "it now mews"."""
    word = tokens[i].lower
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or tokens[i].is_capital:
        return False
    at = i - 1
    while at > 0 and is_adverb(tokens[at].lower):
        at -= 1
    before = tokens[at].lower if at >= 0 else ""
    if before in ("he", "she"):
        return word.isalpha() and word not in _NO_VERB
    led = tokens[at - 1].lower if at else ""
    return before == "it" and (not led or led in COORDINATORS or not (led[0].isalnum()))


def is_verb_of_who(token: Token) -> bool:
    """Whether a word after "who" is a verb, known as one or not: "who safeguard affairs"."""
    word = token.lower
    plain = token.is_word and not token.is_capital and word.isalpha()
    return plain and word not in _NO_VERB and not is_adverb(word)


def _weigh(tokens: Sequence[Token], i: int, headline: bool, shouting: bool) -> int:
    token = tokens[i]
    word = token.lower
    if token.is_capital and i and not shouting and word not in _WITH_BE:
        return 2 if word.endswith(_CONTRACTIONS) and word not in AUXILIARIES else 0
    at = _place_before(tokens, i)
    before = tokens[at].lower if at >= 0 else "<date>" if tokens[0].date is not None else ""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if word in AUXILIARIES:
        if before in ("to", "by") or before in MODALS or (before in DETERMINERS and word == "will"):
            return 0
        return 0 if token.text == "May" else 2
    if word.endswith(_CONTRACTIONS) or word in _WITH_BE:
        return 2
    if is_plain_past(word) or is_past(word):
        if word in ("dated", "ended") and _is_before_date(tokens, i):
            return 0
        return _weigh_past(word, before, after, not before, headline)
    if is_present(word):
        return _weigh_present(word, before, after, at, tokens, i, headline)
    if word in SAY and before != "to" and before not in MODALS and (
        word == "say" or before in _PLURAL_PRONOUNS or before.endswith("s")
    ):  # fmt: skip
        return 2
    if word.endswith("s") and len(word) > 4 and at > 0 and not word.endswith(("ss", "us", "is")):
        noun = tokens[at].is_word and before not in DETERMINERS and before not in PREPOSITIONS
        if noun and tokens[at - 1].lower in DETERMINERS:
            return 1 if after[:1].isdigit() or after in ("the", "a", "an", "its") else 0
    if is_base(word) and at >= 0:
        if before == "to":
            return 1 if headline and at > 0 and tokens[at - 1].is_word else 0
        if before in _PLURAL_PRONOUNS:
            return 2
        several = before in _COUNTS and at > 0 and tokens[at - 1].lower == "the"
        plural = before.endswith("s") and before not in DETERMINERS and len(before) > 3
        plural = plural or several
        if plural and before not in PREPOSITIONS and not before.endswith("'s"):
            return 1 if after in DETERMINERS or after in PREPOSITIONS or after == "to" else 0
    return 0


def _place_before(tokens: Sequence[Token], i: int) -> int:
    """The place of the word before another, past adverbs and dates with their prepositions."""
    at = i - 1
    while at >= 0:
        if tokens[at].date is not None:
            at -= 1
            while at >= 0 and tokens[at].lower in DATE_PREPOSITIONS:
                at -= 1
        elif is_adverb(tokens[at].lower):
            at -= 1
        else:
            break
    return at


def _weigh_past(word: str, before: str, after: str, first: bool, headline: bool) -> int:
    if before in BE or before in HAVE or before in ("be", "been", "being", "having", "get", "got"):
        return 0
    if before in MODALS or before == "to" or before.endswith(_CONTRACTIONS) or before in _WITH_BE:
        return 0
    if is_plain_past(word):
        return 2
    if before in DETERMINERS and before not in ("this", "that", "these", "those", "all", "both"):
        return 0
    if before == "so" and word == "called":
        return 0
    if before in PREPOSITIONS or before in SUBORDINATORS or before.endswith("'s"):
        return 2 if before in ("since",) else 0
    if word in INTRANSITIVE and before != "to":
        return 2
    if before == "," and (after in DETERMINERS or word in SPEAKING):
        return 2  # "Dana Ruiz, an auditor, opened the file"
    if first or before in (",", "(", "-", "--", "—", "–", "_", ";", ":"):
        return 0
    if word in SAME_AS_BASE and before == "that" and (after == "<date>" or after in PREPOSITIONS):
        return 2  # "the pipe that burst on Monday"
    if word in SAME_AS_BASE and before not in _SUBJECT_PRONOUNS:
        # cut, set, read …: past, present or noun
        if after in _PARTICLES or after in _OBJECTS:
            return 2
        return 1 if after in DETERMINERS or after[:1].isdigit() or headline else 0
    if before in _SUBJECT_PRONOUNS or before in RELATIVES:
        return 2
    return 2


def _weigh_present(
    word: str,
    before: str,
    after: str,
    at: int,
    tokens: Sequence[Token],
    i: int,
    headline: bool,
) -> int:
    if not before or before in _BEFORE_NOUNS or before in PREPOSITIONS:
        return 0
    if before == "," and (
        after in DETERMINERS or word in PLAIN_PRESENT or (at < i - 1 and after == "to")
    ):
        return 1  # "Compaq, …, still plans to"
    if before == "," and word in SPEAKING and word not in _NOUNS:
        return 2  # "Ida Roe, a clerk, says"
    if before == "," and at > 0 and tokens[at - 1].is_capital and word not in _NOUNS:
        return 1 if after in PREPOSITIONS else 0  # "the leader, Ida Roe, resigns over"
    if word in _TURNING and after in _STATES:
        return 2  # "The seat falls vacant"
    if not (before[0].isalnum() or before[0] in "'\")”’<") or before in COORDINATORS:
        return 0
    if after in ("of", "between") or after in AUXILIARIES or before.endswith("'s"):
        return 0
    if before in _SUBJECT_PRONOUNS or before in ("this", "that", "which"):
        return 2
    if word in REPORTING:
        return 2 if word not in _NOUNS or _is_told(tokens, at, after) else 0
    if word in PLAIN_PRESENT and tokens[at].is_word:
        return 2
    if (at >= 0 and tokens[at].is_capital) or headline or before == "<date>":
        return 1
    if 0 <= at < i - 1 and tokens[at].is_word and is_adverb(tokens[i - 1].lower):
        return 1  # "the library now lends"
    if i + 1 < len(tokens) and tokens[i + 1].is_capital and tokens[i + 1].date is None:
        return 1  # "The move boosts Acme"
    if after == "," and i < _SHORT and tokens[0].lower in ("if", "unless", "once"):
        return 1  # "If the rover survives, it could"
    wanted = after in DETERMINERS or after in PREPOSITIONS or after in ("that", "to", "<date>")
    return 1 if wanted else 0


def _is_before_date(tokens: Sequence[Token], i: int) -> bool:
    """Whether "dated" or "ended" only leads to a date: "the quarter ended July 31"."""
    if i + 1 >= len(tokens) or tokens[i + 1].date is None or not i:
        return False
    before = tokens[i - 1]
    return before.date is not None or tokens[i].lower == "dated" or before.lower in PERIODS


def _is_told(tokens: Sequence[Token], at: int, after: str) -> bool:
    """Whether "reports" or "notes" after a word tells what somebody says: no plural."""
    return bool(after) and (tokens[at].is_capital or after == "that" or after in DETERMINERS)
