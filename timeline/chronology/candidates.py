"""Candidates: the subjects that a pronoun can stand for, as names."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.chronology.clause import Clause, Role
from timeline.chronology.names import has_first_name, is_known, is_person
from timeline.chronology.telling import Telling
from timeline.chronology.tokens import Token
from timeline.chronology.verbs import SPEAKING
from timeline.chronology.wording import polish
from timeline.chronology.words import COORDINATORS, DETERMINERS, PREPOSITIONS

_LONGEST = 40
NO_NAME = DETERMINERS | COORDINATORS | frozenset(
    """he she it they we i you who which there nobody nothing none everybody everyone everything
    somebody someone something anybody anyone anything what one""".split()
)  # fmt: skip
"""What no name begins with."""
_NO_LEAD = NO_NAME | PREPOSITIONS
_SEX = {"mr": "he", "sir": "he", "mrs": "she", "ms": "she", "miss": "she", "lady": "she"}
_FIRMS = frozenset(
    "inc corp co ltd plc llc ag sa bank office council ministry agency company group union court "
    "university department commission party committee service institute cos partners".split()
)
_COMPANY = _FIRMS | frozenset(
    "firm museum government city army club team school association organization foundation "
    "airline maker fund board paper newspaper concern carrier broadcaster publisher "
    "manufacturer producer retailer insurer lender operator supplier".split()
)
_TITLES = frozenset(
    """mayor president senator sen minister king queen prince princess pope judge governor gov
    captain colonel professor chancellor premier emperor bishop duke dr rep""".split()
)
_KIN = frozenset(
    "wife husband son daughter brother sister mother father parents lawyer attorney friend "
    "children uncle aunt widow partner spokesman spokeswoman spokesperson".split()
)
_SHORT_FORMS = frozenset("inc corp co cos ltd jr sr".split())
_FOLK = frozenset("police officials".split())


def name_of(telling: Telling, words: Sequence[Token], pronoun: str, clause: Clause) -> str | None:
    """The subject of a clause as a name; None if it is none that the pronoun can mean."""
    if pronoun == "they":
        return _names(telling, words)
    if any(t.lower in COORDINATORS for t in words):
        return None if pronoun == "it" else _owner(telling, words, clause)
    if clause.role is Role.SPEECH and words[0].lower in ("the", "a", "an") and len(words) < 5:
        return _speaker(telling, words[1:], pronoun)
    if pronoun == "it":
        return thing(telling, words)
    while words and not words[0].is_capital:
        if words[0].lower in _NO_LEAD or words[0].lower.endswith("'s"):
            return None
        words = words[1:]  # "chief executive Anna Holm"
    if any(t.lower.endswith("'s") for t in words):
        return _owner(telling, words, clause)
    styled = words[:1] and words[0].lower.rstrip(".") in _SEX
    links = (i for i, t in enumerate(words)
             if t.lower in PREPOSITIONS and (t.lower != "of" or styled))  # fmt: skip
    return _person(telling, words[: next(links, len(words))], pronoun)  # "Ida Roe at Acme"


def _person(telling: Telling, words: Sequence[Token], pronoun: str) -> str | None:
    if not 1 <= len(words) <= 5 or words[0].lower in NO_NAME or words[-1].lower in _FIRMS:
        return None
    if sum(t.is_capital for t in words) * 2 <= len(words) or not words[-1].is_capital:
        return None
    if any(_SEX.get(t.lower.rstrip("."), pronoun) != pronoun for t in words):
        return None
    if len(words) == 1 and (words[0].text.isupper() or not is_known(telling, words[0])):
        return None
    return written(telling, words)


def _owner(telling: Telling, words: Sequence[Token], clause: Clause) -> str | None:
    """Of "Roe's second plan" the name, where what is owned is no person."""
    at = next((i for i, t in enumerate(words) if t.lower.endswith("'s")), None)
    if at is None or at > 2 or not all(t.is_capital for t in words[: at + 1]):
        return None
    speaks = clause.verb is not None and telling.tokens[clause.verb].lower in SPEAKING
    if speaks or any(t.lower in _KIN or t.is_capital for t in words[at + 1 :]):
        return None
    name = written(telling, words[: at + 1])
    return name[:-2] if name else None


def _speaker(telling: Telling, words: Sequence[Token], pronoun: str) -> str | None:
    """Who says something, by a common noun: "The company", "The minister"."""
    if not words or words[-1].is_capital:
        return written(telling, words, "The ") if words and pronoun == "it" else None
    last = words[-1].lower
    if (last in _COMPANY) != (pronoun == "it") or last.endswith("s"):
        return None
    return written(telling, words, "The ")


def thing(telling: Telling, words: Sequence[Token]) -> str | None:
    """A firm, a body, a place: "Acme Inc.", "The Ulm Zoo"; no person."""
    led = words[0].lower == "the"
    if words[0].lower in NO_NAME and not led:
        return None
    inner = words[1:] if led else words
    if inner and (inner[0].lower in _TITLES or inner[0].lower.rstrip(".") in _SEX):
        return None
    if led and _is_plain_thing(inner):
        return written(telling, words)
    if not any(t.is_capital for t in inner) or (not led and not words[0].is_capital):
        return None
    if any(t.lower == "of" for t in words) and not inner[0].is_capital:
        named = led and len(inner) > 2 and inner[1].lower == "of" and inner[2].is_capital
        return written(telling, words) if named and _is_plain_thing(inner[:1]) else None
    if (sum(t.is_capital for t in inner) + led) * 2 <= len(words):
        return None
    known = len(words) > 1 or words[0].text.isupper() or is_known(telling, words[0])
    if not known or (len(words) == 1 and has_first_name(telling, words[0])):
        return None
    last = words[-1]
    if not last.is_capital and last.lower.endswith("s"):
        return None  # "Wall Street analysts"
    return written(telling, words)


def _is_plain_thing(words: Sequence[Token]) -> bool:
    """Whether a noun and its adjectives name one thing, no person: "extrusion unit"."""
    if not 1 <= len(words) <= 3 or any(t.is_capital or not t.text.isalpha() for t in words):
        return False
    noun = words[-1].lower
    person = noun in _KIN or (noun not in _COMPANY and is_person(noun))
    plural = any(t.lower.endswith("s") and not t.lower.endswith("ss") for t in words)
    return not person and not plural and not any(t.lower in _NO_LEAD for t in words)


def _names(telling: Telling, words: Sequence[Token]) -> str | None:
    """Names joined by "and", or one plain plural: "Roe and Moss", "Detectives"."""
    joined = [t for t in words if t.lower in COORDINATORS]
    rest = [t for t in words if t.lower not in COORDINATORS]
    if joined:
        plain = [t.lower for t in joined] == ["and"] and all(t.is_capital for t in rest)
        return written(telling, words) if plain and len(rest) < 6 else None
    last = words[-1].lower
    plural = last in _FOLK or (last.endswith("s") and not last.endswith(("'s", "ss", "us", "is")))
    named = words[-1].is_capital and (len(words) > 1 or is_known(telling, words[-1]))
    if not plural or named or len(words) > 3 or words[0].lower in NO_NAME:
        return None
    if any(t.lower in PREPOSITIONS or not t.is_word for t in words):
        return None
    return written(telling, words)


def written(telling: Telling, words: Sequence[Token], lead: str = "") -> str | None:
    """Words as a name that fits into a title, None if they are too many."""
    name = polish(telling.text, words, _LONGEST + 1)
    if lead and not words[0].is_capital:
        name = name[:1].lower() + name[1:]
    last = [t for t in words if t.is_word][-1:]
    shortened = last and last[0].lower in _SHORT_FORMS and not name.endswith(".")
    if shortened and telling.text.startswith(".", last[0].end):
        name += "."
    fits = len(name) <= _LONGEST and not name.endswith("…")
    return f"{lead}{name}" if fits else None
