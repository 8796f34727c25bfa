"""Referents: the name that "he", "she", "it" or "they" at the beginning of a title stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.chronology.candidates import NO_NAME, name_of, thing, written
from timeline.chronology.clause import Clause, Role
from timeline.chronology.people import find_people
from timeline.chronology.protagonists import couple, protagonist
from timeline.chronology.subjects import antecedent
from timeline.chronology.telling import Telling, front_end
from timeline.chronology.tokens import Token, is_adverb
from timeline.chronology.verbs import BE, is_participle
from timeline.chronology.words import PREPOSITIONS

_PRONOUNS = {"he": "he", "his": "he", "she": "she", "her": "she",
             "it": "it", "its": "it", "they": "they", "their": "they"}  # fmt: skip
_TELLING = (Role.MAIN, Role.SUB, Role.SPEECH)
_OWN = frozenset("his her its their".split())
_DEEPEST = 8
_ANYBODY = frozenset("nobody everybody everyone somebody someone anybody anyone".split())
_NO_REFERENT = frozenset("i we you he she it they".split())
_EMPTY = frozenset(
    """clear unclear likely unlikely possible impossible important necessary true felt disclosed
    known said believed hoped reported thought expected agreed decided estimated time whether how
    why if hard difficult easy during when in on at not until only""".split()
)
_LINKING = BE | frozenset("be been seems seemed appears appeared remains remained".split())
_WEATHER = frozenset("drizzling raining snowing rained snowed hailed dark cold hot".split())
_QUOTES = frozenset("\"'“‘«`")


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
            speaker = name_of(here, words, pronoun, said)
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
        if pronoun == "it" and words[0].lower in _ANYBODY:
            return _object(telling, clause)
        if pronoun in ("it", "they"):
            return name_of(telling, words, pronoun, clause)
        name = None
        if len(words) > 2 or words[0].lower not in NO_NAME:
            if _is_named_thing(telling, clause):
                return None
            name = name_of(telling, words, pronoun, clause)
        elif words[0].lower in ("it", "there", "they"):
            return ""
        name = name or _agent(telling, clause)
        if name:
            others = clauses[number + 1 :]
            return None if any(_is_other(telling, c, name, pronoun) for c in others) else name
        passed = True
    return None if passed else ""


def _object(telling: Telling, clause: Clause) -> str | None:
    """What a clause about nobody or everybody ends with: "Nobody remembers the salt"."""
    noun = antecedent(telling.tokens, clause)
    if noun is None or clause.verb is None or noun[0] <= clause.verb:
        return None
    words = telling.tokens[slice(*noun)]
    return thing(telling, words) if words[0].lower == "the" else None


def _agent(telling: Telling, clause: Clause) -> str | None:
    """Who did something, if the clause says so after "by": "It was built by Ida Roe"."""
    tokens = telling.tokens[clause.first : clause.last]
    at = next((i for i, t in enumerate(tokens) if i and t.lower == "by"), None)
    if at is None or not (is_participle(tokens[at - 1].lower)):
        return None
    last = at + 1
    while last < len(tokens) and tokens[last].is_capital and tokens[last].is_word:
        last += 1
    return written(telling, tokens[at + 1 : last]) if 2 <= last - at - 1 <= 3 else None


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
    other = name_of(telling, words, pronoun, clause) if words else None
    return other is not None and other not in name and name not in other
