"""Deeds: who does what in a title, as far as its verb and what stands before it tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.chronology.acts import LIGHT, act_named, act_of
from timeline.chronology.tokens import Token, is_adverb, read_tokens, weigh_verbs
from timeline.chronology.verbs import (
    AUXILIARIES,
    BE,
    BE_FORMS,
    DO,
    HAVE,
    is_base,
    is_gerund,
    is_participle,
)
from timeline.chronology.words import COORDINATORS

_NOT = frozenset("not never no nobody none".split())
_THOUGHT = frozenset("would could may might should if".split())
_OWNING = ("'s", "s'", "’s", "s’")
_CHAIN = 14
"""The verb proper stands no more words behind its first helper."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What happens in a title: the act of its verb (`head`; "" without a verb), all `acts` that
    it tells, from which character to which its subject goes ("the mayor's son": the son), whether
    it is in the passive, whether it is denied, and whether it only could or would happen.
    """

    head: str
    acts: frozenset[str]
    subject: tuple[int, int]
    passive: bool = False
    denied: bool = False
    thought: bool = False


@lru_cache(maxsize=65_536)
def deed_of(title: str) -> Deed:
    """What happens in a title.

    >>> deed_of("Steve Roe has chosen to step down as mayor").head
    'resign'
    >>> deed_of("The bank was bought by Acme").head, deed_of("The bank was bought by Acme").passive
    ('buy', True)
    >>> deed_of("Founding of the zoo").head, sorted(deed_of("Founding of the zoo").acts)
    ('', ['found'])
    """
    tokens = read_tokens(title, 0, len(title))
    place = _verb(tokens)
    if place is None:
        named = [act for t in tokens if (act := act_named(t.lower))]
        return Deed("", frozenset(named[:1]), (0, 0))
    return _read(tokens, place)


def _verb(tokens: Sequence[Token]) -> int | None:
    if not tokens:
        return None
    weights = weigh_verbs(tokens, True)
    for least in (2, 1):
        found = next((i for i, weight in enumerate(weights) if weight >= least and i), None)
        if found is not None:
            return found
    return None


def _read(tokens: Sequence[Token], place: int) -> Deed:
    words = [t.lower for t in tokens[place : place + _CHAIN]]
    denied = any(w in _NOT or w.endswith("n't") for w in words[:4])
    at, helped, being = 0, False, False
    while at < len(words) - 1:
        word = words[at]
        if word in AUXILIARIES or word in BE_FORMS or word in _NOT or is_adverb(word):
            if word in BE_FORMS or word in BE:
                being = True
            helped = True
            at += 1
        elif helped and word == "to":
            at += 1
        else:
            break
    word = words[at]
    passive = being and is_participle(word)
    if helped and not (passive or (being and is_gerund(word))):
        first = words[0]
        if being:
            return _told("be", tokens, place, [], denied)
        if first in HAVE and not is_participle(word):
            return _told("have", tokens, place, [], denied)
        if first in DO and not is_base(word):
            return _told("do", tokens, place, [], denied)
    head = act_of(word, words[at + 1] if at + 1 < len(words) else "")
    acts = [head]
    if head in LIGHT:
        rest = words[at + 1 :]
        for number, (one, after) in enumerate(zip(rest, [*rest[1:], ""], strict=False)):
            if one == "to" and is_base(after):
                follower = rest[number + 2] if number + 2 < len(rest) else ""
                head = act_of(after, follower) if number < 2 else head
                acts.append(act_of(after, follower))
            elif act := act_named(one):
                acts.append(act)
    return _told(head, tokens, place, acts, denied, passive=passive)


def _told(
    head: str,
    tokens: Sequence[Token],
    place: int,
    acts: Sequence[str],
    denied: bool,
    *,
    passive: bool = False,
) -> Deed:
    thought = any(t.lower in _THOUGHT for t in tokens[: place + 3])
    return Deed(head, frozenset((head, *acts)), _subject(tokens, place), passive, denied, thought)


def _subject(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    """From where to where the subject goes: not the owner of who does it, nor what is left of a
    clause before "and".
    """
    if tokens[place - 1].lower in COORDINATORS:
        return 0, 0
    owner = (t.end for t in reversed(tokens[: place - 1]) if t.lower.endswith(_OWNING))
    return next(owner, 0), tokens[place].start
