"""Words put together as a title: of a length that reads, with clean ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from timeline.chronology.tokens import Token, is_adverb
from timeline.chronology.undated import TAKING
from timeline.chronology.verbs import (
    AUXILIARIES,
    BE,
    is_base,
    is_gerund,
    is_participle,
    is_past,
    is_plain_past,
)
from timeline.chronology.words import (
    COORDINATORS,
    DANGLING,
    DETERMINERS,
    PERIODS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)

MAX_TITLE = 90
_SLACK = 12  # marks that a title leaves out
_NO_OPENING = COORDINATORS | frozenset("'s also then too thus hence however".split())
_SHORT_FORMS = frozenset("inc corp co cos ltd bros jr sr".split())
_ABOUT = frozenset("about around just exactly".split())
_PARTICLES = frozenset("out off up down away back apart into onto".split())
_SUBJECTS = frozenset("he she they we".split())
_FEW = 4
_POINTING = frozenset("this that these those".split())
_FUNCTION = PREPOSITIONS | COORDINATORS | SUBORDINATORS | RELATIVES | DETERMINERS
_PAUSES = re.compile(r"\.{2,}")
_QUOTES = str.maketrans("", "", '"“”«»„')
_NO_SPACE_BEFORE = frozenset(",.;:!?)%]’'")


def render(text: str, tokens: Sequence[Token]) -> str:
    """The words as a string, spaced as in the text where they stood together.

    >>> from timeline.chronology.tokens import read_tokens
    >>> tokens = read_tokens("The U.S.-led force (7,000 men) left", 0, 35)
    >>> render("The U.S.-led force (7,000 men) left", [*tokens[:5], tokens[-1]])
    'The U.S.-led force left'
    """
    if not tokens:
        return ""
    parts = [tokens[0].text]
    end = tokens[0].end
    for token in tokens[1:]:
        start, word = token.start, token.text
        if start == end + 1 and text[end] == " ":
            marked = word[0] in _NO_SPACE_BEFORE
            parts.append(word if marked and not _is_digit(text, token.end) else f" {word}")
        elif start == end:
            parts.append(word)
        else:
            parts.append(_gap(text[end:start] if end <= start else " ", text, token))
            parts.append(word)
        end = token.end
    return "".join(parts)


def _is_digit(text: str, place: int) -> bool:
    return text[place : place + 1].isdigit()


def _gap(gap: str, text: str, token: Token) -> str:
    """What stands between two words that did not stand together, or not by a space alone."""
    free = token.text[0] not in _NO_SPACE_BEFORE
    if gap == " ":
        return " " if free or _is_digit(text, token.end) else ""
    near = len(gap) <= 2 and not gap.strip("'’\"”“")
    if near and not gap.isspace():
        return " " if any(c.isspace() for c in gap) else gap
    return " " if free else ""


def polish(
    text: str, tokens: Sequence[Token], limit: int = MAX_TITLE, verb: Token | None = None
) -> str:
    """A title from words: shortened at a clean place, its ends tidied, a capital first.

    Where what is left would stop before the `verb`, its subject is shortened instead.
    """
    words = trim(tokens)
    title = _say(text, words)
    if len(title) > limit:
        words = trim(_without_asides(words))
        title = _say(text, words)
    if len(title) > limit:
        short = shorten(text, words, limit, verb)
        at = words.index(verb) if verb is not None and verb in words else 0
        if at and len(short) < at + 2:
            short = (
                _with_short_subject(text, words, at, limit)
                or _with_short_subject(text, words, at, limit, lists=True)
                or short
            )
        if len(_say(text, short)) > limit and words[0].lower in ("the", "a", "an"):
            short = words[1:]
        if len(_say(text, short)) > limit:
            short = shorten(text, words, limit, verb, freely=True)
        words = short
        title = _say(text, words)
    if len(title) > limit:
        title = title[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"
    return title[:1].upper() + title[1:]


def _with_short_subject(
    text: str, words: Sequence[Token], verb: int, limit: int, lists: bool = False
) -> list[Token]:
    """Of "The possibility of a meeting between … reemerged" the words "The possibility of a
    meeting reemerged"; nothing where no shorter subject helps. `lists` may be cut as well.
    """
    best: list[Token] = []
    if any(
        t.lower in AUXILIARIES or t.lower == "to" or is_plain_past(t.lower) for t in words[:verb]
    ):
        return best
    for i in range(1, verb):
        if not _may_end(words, i) or words[i - 1].lower in DETERMINERS:
            continue
        if not lists and (words[i].lower in COORDINATORS or words[i].lower == ","):
            continue
        head = trim(words[:i])
        if not head or (len(head) == 1 and not head[0].is_capital and i < 2):
            continue
        whole = [*head, *words[verb:]]
        if len(_say(text, whole)) > limit:
            whole = shorten(text, whole, limit, words[verb])
        told = len(whole) >= min(len(head) + 4, len(head) + len(words) - verb)
        if told and len(_say(text, whole)) <= limit:
            best = whole
    return best


def _say(text: str, words: Sequence[Token]) -> str:
    said = render(text, words)
    if "''" in said or "`" in said:
        said = said.replace("``", "").replace("''", "").replace("`", "'")
    if ".." in said:
        said = _PAUSES.sub(" ", said)
    said = " ".join(said.translate(_QUOTES).split())
    return said.replace(" ,", ",").replace(",,", ",").replace("( ", "(").replace("()", "").strip()


def trim(tokens: Sequence[Token]) -> list[Token]:
    """Without marks and dangling little words at either end."""
    words = list(tokens)
    if len(words) > 1 and words[0].lower == "'s" and words[1].is_word:
        words[0] = words[0].saying("the")  # "Friday's vote"
    while words and _is_idle(words):
        words.pop(0)
    if len(words) > 3 and words[0].text.isdigit() and words[1].lower == ".":
        del words[:2]  # the number of a paragraph
    while len(words) > 1 and words[0].lower == "that" and _is_joining(words[1]):
        words.pop(0)
    if len(words) > 1 and words[0].lower in _POINTING and _is_pointing(words[1]):
        words[0] = words[0].saying("the")
    while words:
        last = words[-1]
        if last.lower == "." and len(words) > 1 and _is_short_form(words[-2], last):
            break
        if last.lower in ("late", "early") and len(words) > 1 and words[-2].lower in PERIODS:
            break  # "three weeks late"
        if last.lower == "over" and len(words) > 1 and words[-2].lower in BE | TAKING:
            break
        if last.lower in _SUBJECTS or (
            last.lower == "it" and len(words) > 1 and words[-2].lower in ("that", "if", "as")
        ):
            if len(words) < _FEW:
                break
            words.pop()
            continue
        if (
            (last.lower in DANGLING and not last.text.isupper())
            or (not last.is_word and last.lower not in (")", "'s", "?", "!", "%"))
            or (last.lower == ")" and not any(t.lower == "(" for t in words))
        ):
            words.pop()
        else:
            break
    return words


def _is_short_form(word: Token, mark: Token) -> bool:
    return word.is_capital and word.lower in _SHORT_FORMS and word.end == mark.start


def _is_idle(words: Sequence[Token]) -> bool:
    """Whether no title begins with the first of some words."""
    first = words[0]
    if not first.is_word or first.lower in _NO_OPENING:
        return True
    if first.lower in _ABOUT:  # "about 200 men", but not "just in Bonn"
        return not (len(words) > 1 and words[1].text[0].isdigit())
    return False


def _is_pointing(after: Token) -> bool:
    """Whether "that" before a word points at a noun: "that course", not "that is"."""
    if not after.is_word or after.is_verbal or after.is_capital or is_adverb(after.lower):
        return False
    return after.lower not in _FUNCTION and after.lower not in ("time", "one", "way")


def _is_joining(after: Token) -> bool:
    """Whether "that" before a word only joins a clause."""
    return not after.is_word or after.is_capital or after.lower in _FUNCTION | PRONOUNS


def _without_asides(words: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    depth = 0
    for token in words:
        if token.lower in ("(", "["):
            depth += 1
        elif token.lower in (")", "]") and depth:
            depth -= 1
        elif not depth:
            kept.append(token)
    return kept


def shorten(
    text: str,
    words: Sequence[Token],
    limit: int,
    verb: Token | None = None,
    freely: bool = False,
) -> list[Token]:
    """The longest beginning of at most `limit` characters that ends where a phrase ends;
    `freely` also before "to" and a verb.
    """
    sizes = list(accumulate(len(t.text) for t in words))
    for i in range(len(words) - 1, 2, -1):
        if sizes[i - 1] > limit + _SLACK:
            continue
        closed = _may_end(words, i, freely) and not _is_led_on(words, i, verb)
        if not closed and not _is_reduced(words, i, verb):
            continue
        head = trim(words[:i])
        if len(head) > 2 and len(_say(text, head)) <= limit:
            return head
    return list(words)


def _is_led_on(words: Sequence[Token], i: int, verb: Token | None) -> bool:
    """Whether a participle before word `i` needs what follows: "by extremists opposed to"."""
    before = words[i - 1]
    if verb is None or not is_participle(before.lower) or before.start <= verb.start:
        return False
    led = words[i - 2].lower
    return not (led in AUXILIARIES or led in ("been", "be", "being") or is_adverb(led))


def _is_reduced(words: Sequence[Token], i: int, verb: Token | None) -> bool:
    """Whether word `i` is a participle that says more of a noun: "swings seen in Bonn"."""
    token, before = words[i], words[i - 1]
    if verb is None or token.start <= verb.start or not is_participle(token.lower):
        return False
    after = words[i + 1].lower if i + 1 < len(words) else ""
    noun = before.is_word and not before.is_capital and before.lower not in _FUNCTION
    return noun and after in PREPOSITIONS and not is_adverb(before.lower) and (
        before.lower not in AUXILIARIES and before.start > verb.start and before.lower != "been"
    )  # fmt: skip


def _may_end(words: Sequence[Token], i: int, freely: bool = False) -> bool:
    """Whether a title can stop before word `i`."""
    token, before = words[i], words[i - 1]
    if before.lower in DANGLING or (is_adverb(before.lower) and not before.lower.endswith("ly")):
        return False
    lower = token.lower
    if lower in ("of", "'s", "than"):
        return False
    if lower in _PARTICLES and before.is_verbal and not before.lower.endswith("s"):
        return False  # "has come out of"
    if lower in (",", ";", ":", "--", "—", "–", "("):
        return True
    after = words[i + 1] if i + 1 < len(words) else None
    if lower == "to":
        if before.is_verbal and not before.lower.endswith("s"):
            return False
        if after is not None and not _is_infinitive(words, i + 1):
            return i > 3
        return freely and i > 3 and before.is_word and not before.is_verbal
    if lower == "that" and is_past(before.lower):
        return False
    if lower in PREPOSITIONS or lower in COORDINATORS or lower in RELATIVES or lower == "that":
        return not (lower in COORDINATORS and before.is_capital and i < 4)
    if is_gerund(lower) and not token.is_capital and after is not None:
        if after.text.islower() and not after.lower.endswith("s"):
            return after.lower in DETERMINERS or after.lower in PREPOSITIONS
        return True
    return lower in SUBORDINATORS


def _is_infinitive(words: Sequence[Token], i: int) -> bool:
    """Whether the word after "to" is a verb, known or with an object after it."""
    if is_base(words[i].lower):
        return True
    after = words[i + 1].lower if i + 1 < len(words) else ""
    return words[i].text.islower() and after in DETERMINERS
