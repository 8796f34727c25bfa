"""Words put together as a title: without dates, of a length that reads, with clean ends."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.chronology.tokens import Token, is_adverb
from timeline.chronology.verbs import (
    AUXILIARIES,
    BE,
    is_base,
    is_gerund,
    is_participle,
    is_plain_past,
)
from timeline.chronology.words import (
    COORDINATORS,
    DANGLING,
    DATE_PREPOSITIONS,
    DETERMINERS,
    PERIODS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)

MAX_TITLE = 90
_NEAR_DATE = frozenset(
    "early late mid just only exactly shortly starting beginning ending effective dated circa "
    "about around and or but the of".split()
)
_NO_OPENING = COORDINATORS | frozenset("'s also then too thus hence however".split())
_PARTS = frozenset("most much part half all some".split())
_BEFORE_COMPARATIVE = BE | frozenset("percent % cent much far points".split())
_SHORT_FORMS = frozenset("inc corp co cos ltd bros jr sr".split())
_ABOUT = frozenset("about around just exactly".split())
_POINTING = frozenset("this that these those".split())
_FUNCTION = PREPOSITIONS | COORDINATORS | SUBORDINATORS | RELATIVES | DETERMINERS
_QUOTES = str.maketrans("", "", '"“”«»„')
_NO_SPACE_BEFORE = frozenset(",.;:!?)%]’'")


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
        if len(kept) > 1 and kept[-1].lower == "of" and kept[-2].lower in _PARTS:
            kept.append(token)  # "missed most of 2023"
            i += 1
            continue
        before_noun = after is not None and after.is_word and not _is_function(after.lower)
        _drop_lead(kept, before_noun)
        i += 1
        if before_noun and after is not None and kept and kept[-1].lower in ("a", "an"):
            article = "an" if after.lower[0] in "aeio" else "a"
            kept[-1] = kept[-1].saying(article)
        if kept and i < len(tokens) and tokens[i].lower == ",":
            continue_at = i + 1
            if kept[-1].lower == "," or continue_at >= len(tokens):
                i += 1
    return kept


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
        if last == "than" and len(kept) > 2:
            kept.pop()
            if _is_comparative(kept[-1].lower) and kept[-2].lower not in _BEFORE_COMPARATIVE:
                kept.pop()
            continue
        if last == "as" and len(kept) > 2 and kept[-3].lower == "as":
            del kept[-3:]  # "as early as May"
            continue
        joins = last in ("and", "or", "but", "the", "of", "as", "a", "an", "that", "this", "late")
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


def render(text: str, tokens: Sequence[Token]) -> str:
    """The words as a string, spaced as in the text where they stood together.

    >>> from timeline.chronology.tokens import read_tokens
    >>> tokens = read_tokens("The U.S.-led force (7,000 men) left", 0, 35)
    >>> render("The U.S.-led force (7,000 men) left", [*tokens[:5], tokens[-1]])
    'The U.S.-led force left'
    """
    parts: list[str] = []
    for previous, token in zip([None, *tokens], tokens, strict=False):
        if previous is not None:
            gap = text[previous.end : token.start] if previous.end <= token.start else " "
            if gap == " ":
                if token.text[0] not in _NO_SPACE_BEFORE:
                    parts.append(" ")
                parts.append(token.text)
                continue
            near = len(gap) <= 2 and not gap.strip("'’\"”“")
            apart = (gap != "" and not near) or any(c.isspace() for c in gap)
            if near and gap and not gap.isspace():
                parts.append(gap if not any(c.isspace() for c in gap) else " ")
            elif apart and token.text[0] not in _NO_SPACE_BEFORE:
                parts.append(" ")
        parts.append(token.text)
    return "".join(parts)


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
        short = shorten(text, words, limit)
        if verb is not None and verb in words and len(short) < words.index(verb) + 3:
            short = _with_short_subject(text, words, words.index(verb), limit) or short
        if len(_say(text, short)) > limit and words[0].lower in ("the", "a", "an"):
            short = words[1:]
        if len(_say(text, short)) > limit:
            short = shorten(text, words, limit, freely=True)
        words = short
        title = _say(text, words)
    if len(title) > limit:
        title = title[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"
    return title[:1].upper() + title[1:]


def _with_short_subject(text: str, words: Sequence[Token], verb: int, limit: int) -> list[Token]:
    """Of "The possibility of a meeting between … reemerged" the words "The possibility of a
    meeting reemerged"; nothing where no shorter subject helps.
    """
    best: list[Token] = []
    if any(
        t.lower in AUXILIARIES or t.lower == "to" or is_plain_past(t.lower) for t in words[:verb]
    ):
        return best
    for i in range(1, verb):
        if not _may_end(words, i) or words[i - 1].lower in DETERMINERS:
            continue
        head = trim(words[:i])
        if not head or (len(head) == 1 and not head[0].is_capital and i < 2):
            continue
        whole = [*head, *words[verb:]]
        if len(_say(text, whole)) > limit:
            whole = shorten(text, whole, limit)
        if len(whole) >= min(len(head) + 4, len(head) + len(words) - verb):
            best = whole
    return best


def _say(text: str, words: Sequence[Token]) -> str:
    said = render(text, words)
    if "''" in said or "`" in said:
        said = said.replace("``", "").replace("''", "").replace("`", "'")
    said = " ".join(said.translate(_QUOTES).split())
    return said.replace(" ,", ",").replace(",,", ",").replace("( ", "(").replace("()", "").strip()


def trim(tokens: Sequence[Token]) -> list[Token]:
    """Without marks and dangling little words at either end."""
    words = list(tokens)
    while words and _is_idle(words):
        words.pop(0)
    while len(words) > 1 and words[0].lower == "that" and _is_joining(words[1]):
        words.pop(0)
    if len(words) > 1 and words[0].lower in _POINTING and _is_pointing(words[1]):
        words[0] = words[0].saying("the")
    while words:
        last = words[-1]
        if last.lower == "." and len(words) > 1 and _is_short_form(words[-2], last):
            break
        if last.lower == "over" and len(words) > 1 and words[-2].lower in BE:
            break
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


def shorten(text: str, words: Sequence[Token], limit: int, freely: bool = False) -> list[Token]:
    """The longest beginning of at most `limit` characters that ends where a phrase ends;
    `freely` also before "to" and a verb.
    """
    best: list[Token] = []
    for i in range(3, len(words)):
        if not _may_end(words, i, freely):
            continue
        head = trim(words[:i])
        if len(head) < 3:
            continue
        if len(_say(text, head)) > limit:
            break
        best = head
    return best or list(words)


def _may_end(words: Sequence[Token], i: int, freely: bool = False) -> bool:
    """Whether a title can stop before word `i`."""
    token, before = words[i], words[i - 1]
    if before.lower in DANGLING or (is_adverb(before.lower) and not before.lower.endswith("ly")):
        return False
    lower = token.lower
    if lower == "of" or lower == "'s":
        return False
    if lower in (",", ";", ":", "--", "—", "–", "("):
        return True
    if lower == "to":
        if i + 1 < len(words) and not is_base(words[i + 1].lower):
            return i > 3
        return freely and i > 3 and before.is_word and not before.is_verbal
    if lower in PREPOSITIONS or lower in COORDINATORS or lower in RELATIVES or lower == "that":
        return not (lower in COORDINATORS and before.is_capital and i < 4)
    return lower in SUBORDINATORS or (is_gerund(lower) and not token.is_capital)
