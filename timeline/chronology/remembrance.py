"""What an anniversary remembers, as the words after it name it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.chronology.telling import Telling
from timeline.chronology.tokens import Token, read_tokens, weigh_verbs
from timeline.chronology.verbs import BE, is_base, is_gerund
from timeline.chronology.wording import polish
from timeline.chronology.words import COORDINATORS, DETERMINERS, PREPOSITIONS, RELATIVES

_INSIDE = frozenset("of in against on to between over from for at with".split())
_HAPPENED = frozenset("independence liberation birth death d-day".split())
_INTENT = frozenset("refusal decision attempt vote promise pledge agreement plan order".split())
_ANNIVERSARY_OF = re.compile(
    r"(?:anniversary|centenary|bicentenary|jubilee) of (?:the )?"
    r"([A-Z][\w'’-]{1,30}(?:(?: of(?: the)?)? [A-Z][\w'’-]{1,30}){0,4})"
)
_FAR_BACK = 3_000
OCCASIONS = (
    "celebrat ceremon parade event gala commemorat concert festival service exhibition "
    "conference gathering rally dinner party reception festivit tribute observance".split()
)
"""How the words begin that mean a celebration."""


def things(telling: Telling, at: int) -> list[str]:
    """The titles of what the words at a place name: mostly one."""
    tokens = telling.tokens
    verbs = weigh_verbs(tokens)
    first = phrase(telling, verbs, at)
    if first <= at:
        return []
    parts = [(at, first)]
    end = first
    while end + 1 < len(tokens) and tokens[end].lower in (",", "and"):
        begin = end + 1
        if tokens[begin].lower == "and":
            begin += 1
        if begin >= len(tokens) or tokens[begin].lower != "the":
            break
        stop = phrase(telling, verbs, begin)
        if stop <= begin + 1 or (stop < len(tokens) and verbs[stop]):
            break
        parts.append((begin, stop))
        joined = tokens[begin - 1].lower == "and"
        end = stop
        if joined:
            break
    closed = len(parts) > 1 and tokens[parts[-1][0] - 1].lower == "and"
    if not closed:
        parts = parts[:1]
    head = next((i for i in range(at, first) if tokens[i].lower in ("of", "in", "over")), None)
    if head is None or len(parts) == 1:
        return [noun_title(telling, tokens[b:e]) for b, e in parts]
    lead = list(tokens[at : head + 1])
    return [
        noun_title(telling, tokens[b:e] if b == at else [*lead, *tokens[b:e]]) for b, e in parts
    ]


def noun_title(telling: Telling, words: Sequence[Token]) -> str:
    """A noun as the title of what is remembered."""
    kept = list(words)
    while kept and kept[0].lower in DETERMINERS:
        kept = kept[1:]
    title = polish(telling.text, [t for t in kept if t.date is None or _in_name(kept, t)])
    if " " not in title and kept and kept[0].is_capital and kept[0].lower not in _HAPPENED:
        return beginning_of(title)  # of a bare name: "Sputnik"
    return title


def _in_name(words: Sequence[Token], token: Token) -> bool:
    at = words.index(token)
    return at + 1 < len(words) and words[at + 1].is_word and words[at + 1].lower not in PREPOSITIONS


def phrase(telling: Telling, verbs: Sequence[int], at: int) -> int:
    """Where the noun phrase that begins at a word ends."""
    tokens = telling.tokens
    i = at
    links: list[int] = []
    while i < len(tokens):
        token = tokens[i]
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        lower = token.lower
        if token.date is not None:
            if after is None or not after.is_word or after.lower in PREPOSITIONS | COORDINATORS:
                break
        elif (
            (not token.is_word and lower not in ("'s", ".", "'", "’"))
            or (lower == "." and after is None)
            or lower in RELATIVES
            or lower in ("that", "when", "where", "while", "this")
            or (
                lower == "as" and not (token.is_capital or (after is not None and after.is_capital))
            )
            or lower in BE
            or (verbs[i] and i > at and not token.is_capital)
        ):
            break
        elif lower in COORDINATORS:
            if after is None or not after.is_capital or i == at:
                break
        elif lower in PREPOSITIONS and i > at:
            if not _goes_on(tokens, i, links, token.is_capital):
                break
            links.append(i)
        elif i > at and is_gerund(lower) and not token.is_capital:
            led = tokens[i - 1].lower
            if not (led in DETERMINERS or led.endswith("'s")):
                break
        i += 1
    end = i
    if len(links) > 1 and _is_elsewhere(telling, links[-1], at, end):
        end = links[-1]
    while end > at and (not tokens[end - 1].is_word or tokens[end - 1].lower in PREPOSITIONS):
        end -= 1
    return end


def _goes_on(tokens: Sequence[Token], i: int, links: Sequence[int], capital: bool) -> bool:
    """Whether a preposition carries on the thing remembered."""
    lower = tokens[i].lower
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if capital:
        return True
    named = tokens[i - 1].is_capital and after is not None and after.is_capital
    if named and lower in ("with", "for", "of", "as"):
        return True  # "the Americans with Disabilities Act"
    if lower == "to" and tokens[i - 1].lower in _INTENT:
        return True  # "her refusal to give up her seat"
    if lower in ("up", "down", "out", "off") and is_base(tokens[i - 1].lower):
        return True
    if after is None or after.date is not None or lower not in _INSIDE:
        return False
    if lower == "to":
        return not links and not is_base(after.lower)
    if lower == "of":
        return True
    if lower in ("at", "with", "for", "on"):
        return not links and after.lower not in ("a", "an") and lower != "with"
    return len(links) < 2


def _is_elsewhere(telling: Telling, link: int, first: int, end: int) -> bool:
    """Whether the last "in Moscow" tells where it is celebrated, not what is."""
    tokens = telling.tokens
    if tokens[link].lower not in ("in", "at", "on") or link + 1 >= end:
        return False
    if not tokens[link + 1].is_capital:
        return False
    words = [t.lower for t in tokens[max(0, first - 14) : first]]
    return any(word.startswith(tuple(OCCASIONS)) or word.startswith("attend") for word in words)


def told_before(text: str, end: int) -> list[Token]:
    """The one thing by a name whose anniversary a text has spoken of before: "the 75th anniversary
    of the Harbour Charter".
    """
    found = {
        match[1]: match.span(1)
        for match in _ANNIVERSARY_OF.finditer(text, max(0, end - _FAR_BACK), end)
    }
    return read_tokens(text, *next(iter(found.values()))) if len(found) == 1 else []


def beginning_of(name: str) -> str:
    """The title for the beginning of something by a name."""
    return f"Beginning of {lowered(name)}"


def lowered(name: str) -> str:
    """A name with its article in lower case."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.lower() in DETERMINERS else name
