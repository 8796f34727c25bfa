"""Referents: the name that "he", "she" or "it" at the beginning of a title stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.chronology.clause import Clause, Role
from timeline.chronology.telling import Telling
from timeline.chronology.tokens import Token
from timeline.chronology.wording import polish
from timeline.chronology.words import COORDINATORS, DETERMINERS

_PERSON = {"he": "he", "his": "he", "she": "she", "her": "she"}
_THING = {"it": "it", "its": "it"}
_TELLING = (Role.MAIN, Role.SUB, Role.SPEECH)
_OWN = frozenset("his her its".split())
_DEEPEST = 8
_LONGEST = 40
_NEAR = 3_000
_NO_NAME = DETERMINERS | COORDINATORS | frozenset("he she it they we i you who which there".split())


def name_subject(title: str, number: int, telling_of: Callable[[int], Telling], clause: int) -> str:
    """The title with the name in place of the pronoun it begins with, where a look back over
    the subjects of the sentences before (`telling_of` gives them by number) finds just one.
    """
    first, _, rest = title.partition(" ")
    pronoun = _PERSON.get(first.lower()) or _THING.get(first.lower())
    if pronoun is None or not rest:
        return title
    name = _find(pronoun, number, telling_of, clause)
    if not name:
        return title
    if first.lower() in _OWN:
        name += "'" if name.endswith("s") else "'s"
    return f"{name} {rest}"


def _find(pronoun: str, number: int, telling_of: Callable[[int], Telling], clause: int) -> str:
    before = clause
    for back in range(_DEEPEST):
        if number - back < 0:
            return ""
        telling = telling_of(number - back)
        clauses = telling.clauses[:before] if back == 0 else telling.clauses
        found = _subject(telling, clauses, pronoun)
        if found is None and back:
            return ""
        if found:
            return found
        before = len(telling.clauses)
    return ""


def _subject(telling: Telling, clauses: Sequence[Clause], pronoun: str) -> str | None:
    """The name that the first main clause speaks of; "" where it has none but the pronoun
    itself, None where it speaks of something else.
    """
    for clause in clauses:
        if clause.role not in _TELLING or clause.subject is None or clause.borrowed:
            continue
        words = [t for t in telling.tokens[slice(*clause.subject)] if t.date is None]
        if not words:
            continue
        if words[0].lower in ("i", "we", "you"):
            continue
        if len(words) == 1 and words[0].lower == pronoun:
            return ""
        if pronoun != "it" and len(words) < 3 and words[0].lower in ("it", "there", "they"):
            return ""
        if clause.role is Role.SPEECH and words[0].lower in ("the", "a", "an") and len(words) < 5:
            return (
                f"The {polish(telling.text, words[1:], _LONGEST)[:1].lower()}"
                + polish(telling.text, words[1:], _LONGEST)[1:]
            )
        return _name(telling, words, pronoun)
    return ""


def _is_known(telling: Telling, word: Token) -> bool:
    """Whether a word is a name: also with a capital where no sentence begins."""
    start = max(0, word.start - _NEAR)
    near = telling.text[start : word.end + _NEAR]
    at = near.find(f" {word.text}")
    while at > 0:
        if near[at - 1].isalnum() or near[at - 1] == ",":
            return True
        at = near.find(f" {word.text}", at + 1)
    return False


def _name(telling: Telling, words: Sequence[Token], pronoun: str) -> str | None:
    if words[0].lower in _NO_NAME and not (pronoun == "it" and words[0].lower == "the"):
        return None
    if pronoun == "it" and words[0].lower == "the" and not any(t.is_capital for t in words[1:]):
        return None
    if any(t.lower in COORDINATORS for t in words):
        return None
    if any(t.lower == "of" for t in words) and not words[0].is_capital:
        return None
    while words and pronoun != "it" and not words[0].is_capital:
        words = words[1:]  # "chief executive Anna Holm"
    named = [t for t in words if t.is_capital]
    if not words or len(named) * 2 <= len(words):
        return None
    if len(words) == 1 and not _is_known(telling, words[0]):
        return None
    if pronoun != "it" and not 1 <= len(words) <= 5:
        return None
    name = polish(telling.text, words, _LONGEST + 1)
    return None if len(name) > _LONGEST or name.endswith(("'s", "’s")) else name
