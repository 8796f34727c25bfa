"""Referents: the name that "he", "she", "it" or "they" at the beginning of a title stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.chronology.clause import Clause, Role
from timeline.chronology.names import has_first_name, is_known, is_person
from timeline.chronology.people import find_people
from timeline.chronology.protagonists import couple, protagonist
from timeline.chronology.telling import Telling, front_end
from timeline.chronology.tokens import Token, is_adverb
from timeline.chronology.verbs import BE, SPEAKING, is_participle
from timeline.chronology.wording import polish
from timeline.chronology.words import COORDINATORS, DETERMINERS, PREPOSITIONS

_PRONOUNS = {"he": "he", "his": "he", "she": "she", "her": "she",
             "it": "it", "its": "it", "they": "they", "their": "they"}  # fmt: skip
_TELLING = (Role.MAIN, Role.SUB, Role.SPEECH)
_OWN = frozenset("his her its their".split())
_DEEPEST = 8
_LONGEST = 40
_NO_NAME = DETERMINERS | COORDINATORS | frozenset(
    """he she it they we i you who which there nobody nothing none everybody everyone everything
    somebody someone something anybody anyone anything what one""".split()
)  # fmt: skip
_NO_LEAD = _NO_NAME | PREPOSITIONS
_NO_REFERENT = frozenset("i we you he she it they".split())
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
_EMPTY = frozenset(
    """clear unclear likely unlikely possible impossible important necessary true felt disclosed
    known said believed hoped reported thought expected agreed decided estimated time whether how
    why if hard difficult easy during when in on at not until only""".split()
)
_LINKING = BE | frozenset("be been seems seemed appears appeared remains remained".split())
_FIRST = ("st", "ond", "ird")
_WEATHER = frozenset("drizzling raining snowing rained snowed hailed dark cold hot".split())
_QUOTES = frozenset("\"'“‘«`")
_SHORT_FORMS = frozenset("inc corp co cos ltd jr sr".split())
_FOLK = frozenset("police officials".split())


def name_subject(title: str, number: int, telling_of: Callable[[int], Telling], clause: int) -> str:
    """The title with the name in place of the pronoun it begins with, where a look back over
    the subjects of the paragraph so far (`telling_of` gives its sentences by number) finds
    just one.
    """
    first, _, rest = title.partition(" ")
    if first.endswith(":"):  # "She: I won"
        name = name_subject(f"{first[:-1]} {rest}", number, telling_of, clause)
        who = name.removesuffix(rest).rstrip()
        return f"{who}: {rest}" if who else title
    pronoun = _PRONOUNS.get(first.lower())
    if pronoun is None or not rest or (first.lower() == "it" and _is_empty(rest)):
        return title
    name = _find(pronoun, number, telling_of, clause)
    if pronoun in ("he", "she"):
        people = find_people(telling_of(number).text)
        if name and people is not None and people.pronoun(name) not in (pronoun, ""):
            name = ""
        name = name or protagonist(pronoun, number, telling_of, clause)
    elif pronoun == "they" and not name:
        name = couple(number, telling_of, lambda *at: _find(*at) or protagonist(*at))
    if not name:
        return title
    if rest.startswith(f"said {name} "):
        return rest[len("said ") :]  # "Ida Roe will leave, she said"
    if name in rest and not rest.startswith("and "):
        return title
    if first.lower() in _OWN:
        name += "'" if name.endswith("s") else "'s"
    return f"{name} {rest}"


def _is_empty(rest: str) -> bool:
    """Whether "it" before some words stands for nothing: "It was clear that"."""
    words = rest.lower().split()
    at = next((i for i, w in enumerate(words[:3]) if w in _LINKING), None)
    if at is None:
        return words[0] in _WEATHER
    heads = [w for w in words[at + 1 : at + 4] if w not in ("not", "also", "still", "now", "the")]
    best = (
        "the" in words[at + 1 : at + 3] and bool(heads) and heads[0].endswith(("st", "ond", "ird"))
    )
    return best or "that" in words[1:6] or bool(heads[:1] and heads[0] in _EMPTY | _WEATHER)


def _find(pronoun: str, number: int, telling_of: Callable[[int], Telling], clause: int) -> str:
    """The name found nearest before a clause of a sentence; empty without a sure one."""
    here = telling_of(number)
    quoted = here.text[here.sentence.start] in _QUOTES
    if quoted and pronoun in ("he", "she") and here.clauses[clause].role is not Role.SPEECH:
        return ""  # somebody else's words
    said = here.clauses[clause - 1] if clause else None
    if said is not None and said.role is Role.SPEECH and said.subject and not said.borrowed:
        words = _words(here, said)
        if words and words[0].lower not in _NO_REFERENT:
            speaker = _name(here, words, pronoun, said)
            if speaker:
                return speaker
    found = _subject(here, here.clauses[:clause], pronoun)
    if found or (found is None and pronoun in ("it", "they")):
        return found or ""
    alone = not any(c.subject and not c.borrowed for c in here.clauses[:clause])
    for back in range(1, min(_DEEPEST, number + 1)):
        telling = telling_of(number - back)
        if telling.sentence.paragraph != here.sentence.paragraph and not (
            back == 1 and alone and pronoun in ("he", "she")
        ):
            return ""
        found = _subject(telling, telling.clauses, pronoun)
        if found or found is None:
            return found or ""
    return ""


def _subject(telling: Telling, clauses: Sequence[Clause], pronoun: str) -> str | None:
    """The name that the first main clause speaks of; "" where it has none but the pronoun
    itself, None where it speaks of something else, or of two that the pronoun can mean.
    """
    passed = False
    for number, clause in enumerate(clauses):
        if clause.role not in _TELLING or clause.subject is None:
            continue
        if clause.borrowed and not (
            _is_before_aside(telling, clause) or _is_first(clauses[:number], clause)
        ):
            continue
        words = _words(telling, clause)
        if not words or words[0].lower in ("i", "we", "you"):
            continue
        if len(words) == 1 and words[0].lower == pronoun:
            if clause.role is not Role.SUB:
                return ""
            continue  # "who ran it until he died, …"
        if pronoun in ("it", "they"):
            return _name(telling, words, pronoun, clause)
        name = None
        if len(words) > 2 or words[0].lower not in _NO_NAME:
            if _is_named_thing(telling, clause):
                return None
            name = _name(telling, words, pronoun, clause)
        elif words[0].lower in ("it", "there", "they"):
            return ""
        name = name or _agent(telling, clause)
        if name:
            others = clauses[number + 1 :]
            return None if any(_is_other(telling, c, name, pronoun) for c in others) else name
        passed = True
    return None if passed else ""


def _agent(telling: Telling, clause: Clause) -> str | None:
    """Who did something, if the clause says so after "by": "It was built by Ida Roe"."""
    tokens = telling.tokens[clause.first : clause.last]
    at = next((i for i, t in enumerate(tokens) if i and t.lower == "by"), None)
    if at is None or not (is_participle(tokens[at - 1].lower)):
        return None
    last = at + 1
    while last < len(tokens) and tokens[last].is_capital and tokens[last].is_word:
        last += 1
    return _written(telling, tokens[at + 1 : last]) if 2 <= last - at - 1 <= 3 else None


def _is_named_thing(telling: Telling, clause: Clause) -> bool:
    """Whether a subject is the name of what stands before it: "His first book, Salt, sold"."""
    assert clause.subject is not None
    first = clause.subject[0]
    if not clause.borrowed or clause.role is Role.SPEECH or not first:
        return False
    before = telling.tokens[max(first - 8, 0) : first]
    return before[-1].lower == "," and any(t.lower in _OWN for t in before)


def _words(telling: Telling, clause: Clause) -> list[Token]:
    """The subject of a clause without dates and adverbs: "Acme" of "Acme also said"."""
    if clause.subject is None:
        return []
    first, last = clause.subject
    if not clause.borrowed and telling.tokens[first].lower in PREPOSITIONS:
        first = max(first, front_end(telling, telling.clauses.index(clause)))  # "By noon the Elbe"
    tokens = telling.tokens[first:last]
    return [t for t in tokens if t.date is None and (t.is_capital or not is_adverb(t.lower))]


def _is_first(before: Sequence[Clause], clause: Clause) -> bool:
    """Whether a borrowed subject stands alone before a relative clause: "The man who fell died"."""
    assert clause.subject is not None
    first = clause.subject[0]
    own = next((c for c in before if c.first <= first < c.last), None)
    alone = own is not None and own.verb is None and not own.mark
    between = before[before.index(own) + 1 :] if own is not None else ()
    return alone and bool(between) and all(c.role in (Role.RELATIVE, Role.SUB) for c in between)


def _is_before_aside(telling: Telling, clause: Clause) -> bool:
    """Whether a borrowed subject stands before words that say more of it: "Ida Roe, the mayor,
    left".
    """
    assert clause.subject is not None
    first, last = clause.subject
    between = telling.tokens[last : clause.first]
    if first >= clause.first or clause.word or not between or between[-1].lower not in ",)":
        return False
    aside = telling.text[between[0].start : between[-1].end]
    return aside[0] in ",(" and "-based" not in aside  # "Ulm, Mass.-based Acme, …"


def _is_other(telling: Telling, clause: Clause, name: str, pronoun: str) -> bool:
    """Whether a clause has somebody else as its subject."""
    if clause.role not in _TELLING or clause.subject is None or clause.borrowed:
        return False
    words = _words(telling, clause)
    other = _name(telling, words, pronoun, clause) if words else None
    return other is not None and other not in name and name not in other


def _name(telling: Telling, words: Sequence[Token], pronoun: str, clause: Clause) -> str | None:
    """The subject of a clause as a name; None if it is none that the pronoun can mean."""
    if pronoun == "they":
        return _names(telling, words)
    if any(t.lower in COORDINATORS for t in words):
        return None if pronoun == "it" else _owner(telling, words, clause)
    if clause.role is Role.SPEECH and words[0].lower in ("the", "a", "an") and len(words) < 5:
        return _speaker(telling, words[1:], pronoun)
    if pronoun == "it":
        return _thing(telling, words)
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
    if not 1 <= len(words) <= 5 or words[0].lower in _NO_NAME or words[-1].lower in _FIRMS:
        return None
    if sum(t.is_capital for t in words) * 2 <= len(words) or not words[-1].is_capital:
        return None
    if any(_SEX.get(t.lower.rstrip("."), pronoun) != pronoun for t in words):
        return None
    if len(words) == 1 and (words[0].text.isupper() or not is_known(telling, words[0])):
        return None
    return _written(telling, words)


def _owner(telling: Telling, words: Sequence[Token], clause: Clause) -> str | None:
    """Of "Roe's second plan" the name, where what is owned is no person."""
    at = next((i for i, t in enumerate(words) if t.lower.endswith("'s")), None)
    if at is None or at > 2 or not all(t.is_capital for t in words[: at + 1]):
        return None
    speaks = clause.verb is not None and telling.tokens[clause.verb].lower in SPEAKING
    if speaks or any(t.lower in _KIN or t.is_capital for t in words[at + 1 :]):
        return None
    name = _written(telling, words[: at + 1])
    return name[:-2] if name else None


def _speaker(telling: Telling, words: Sequence[Token], pronoun: str) -> str | None:
    """Who says something, by a common noun: "The company", "The minister"."""
    if not words or words[-1].is_capital:
        return _written(telling, words, "The ") if words and pronoun == "it" else None
    last = words[-1].lower
    if (last in _COMPANY) != (pronoun == "it") or last.endswith("s"):
        return None
    return _written(telling, words, "The ")


def _thing(telling: Telling, words: Sequence[Token]) -> str | None:
    """A firm, a body, a place: "Acme Inc.", "The Ulm Zoo"; no person."""
    led = words[0].lower == "the"
    if words[0].lower in _NO_NAME and not led:
        return None
    inner = words[1:] if led else words
    if inner and (inner[0].lower in _TITLES or inner[0].lower.rstrip(".") in _SEX):
        return None
    if led and _is_plain_thing(inner):
        return _written(telling, words)
    if not any(t.is_capital for t in inner) or (not led and not words[0].is_capital):
        return None
    if any(t.lower == "of" for t in words) and not inner[0].is_capital:
        named = led and len(inner) > 2 and inner[1].lower == "of" and inner[2].is_capital
        return _written(telling, words) if named and _is_plain_thing(inner[:1]) else None
    if (sum(t.is_capital for t in inner) + led) * 2 <= len(words):
        return None
    known = len(words) > 1 or words[0].text.isupper() or is_known(telling, words[0])
    if not known or (len(words) == 1 and has_first_name(telling, words[0])):
        return None
    last = words[-1]
    if not last.is_capital and last.lower.endswith("s"):
        return None  # "Wall Street analysts"
    return _written(telling, words)


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
        return _written(telling, words) if plain and len(rest) < 6 else None
    last = words[-1].lower
    plural = last in _FOLK or (last.endswith("s") and not last.endswith(("'s", "ss", "us", "is")))
    named = words[-1].is_capital and (len(words) > 1 or is_known(telling, words[-1]))
    if not plural or named or len(words) > 3 or words[0].lower in _NO_NAME:
        return None
    if any(t.lower in PREPOSITIONS or not t.is_word for t in words):
        return None
    return _written(telling, words)


def _written(telling: Telling, words: Sequence[Token], lead: str = "") -> str | None:
    name = polish(telling.text, words, _LONGEST + 1)
    if lead and not words[0].is_capital:
        name = name[:1].lower() + name[1:]
    last = [t for t in words if t.is_word][-1:]
    shortened = last and last[0].lower in _SHORT_FORMS and not name.endswith(".")
    if shortened and telling.text.startswith(".", last[0].end):
        name += "."
    fits = len(name) <= _LONGEST and not name.endswith("…")
    return f"{lead}{name}" if fits else None
