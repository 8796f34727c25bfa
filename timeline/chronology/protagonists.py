"""Protagonists: the one person of a text that "he" or "she" means, paragraphs apart too, where
nobody else who could be meant stands between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from timeline.chronology.clause import Clause, Role
from timeline.chronology.entity import Entity
from timeline.chronology.names import is_person
from timeline.chronology.people import People, find_people, pronoun_of
from timeline.chronology.telling import Telling
from timeline.chronology.tokens import Token, is_adverb
from timeline.chronology.verbs import BE
from timeline.chronology.words import COORDINATORS, PREPOSITIONS, RELATIVES

_DEEPEST = 8
_NEAR = 3
_CLOSE = 300
_TELLING = (Role.MAIN, Role.SUB, Role.SPEECH)
_ENDING = PREPOSITIONS | RELATIVES | COORDINATORS
_QUOTES = frozenset('"“”«»')
_SAME = BE | {",", "as", "became"}
_ARTICLES = frozenset("a an the one another".split())
_SHIPS = frozenset(
    """ship vessel boat ferry yacht schooner frigate cruiser destroyer battleship submarine
    trawler tanker steamer liner lifeboat barge brig sloop tug""".split()
)
_IDLE = frozenset("it they we i you there this that these those who which nobody what all".split())


def protagonist(
    pronoun: str, number: int, telling_of: Callable[[int], Telling], clause: int
) -> str:
    """The name that "he" or "she" at the beginning of a clause stands for; empty without a sure
    one.
    """
    here = telling_of(number)
    people = find_people(here.text)
    if people is None:
        return ""
    own = here.clauses[clause]
    at = here.tokens[own.first if own.subject is None else own.subject[0]].start
    hero = people.protagonist(pronoun) or _only_one(people, number, telling_of, at, pronoun)
    if hero is None:
        return ""
    if _is_quoted(number, telling_of, at) or people.first[hero] >= at:
        return ""
    if _is_owned(here, people, hero, at):
        return ""
    for one in people.since(hero, at):
        told = people.pronouns[one.entity]
        if told == pronoun or (not told and at - one.end < _CLOSE):
            return ""
    for telling, before in _look_back(number, telling_of, clause):
        begin = telling.sentence.start
        for other in reversed(before):
            met = _meets(telling, other, people, hero, pronoun)
            if met is False:
                return ""
            if met:
                named = people.between(begin, at)
                rivals = [one for one in named if one != hero and _can_be(people, one, pronoun)]
                return "" if rivals else people.short[hero]
        if here.sentence.start - telling.sentence.end < _NEAR and _brings_another(
            telling, pronoun, at
        ):
            return ""
    return people.short[hero]


def couple(
    number: int,
    telling_of: Callable[[int], Telling],
    find: Callable[[str, int, Callable[[int], Telling], int], str],
) -> str:
    """The two that "they" means after "She married Otto Runge"; empty elsewhere."""
    if not number:
        return ""
    near = telling_of(number - 1)
    if near.sentence.paragraph != telling_of(number).sentence.paragraph:
        return ""
    for at, clause in enumerate(near.clauses):
        verb = clause.verb
        if verb is None or clause.subject is None or clause.subject[1] != verb:
            continue
        if near.tokens[verb].lower != "married":
            continue
        words = [t for t in near.tokens[slice(*clause.subject)] if t.date is None]
        other = _name_after(near.tokens, verb + 1)
        if not words or not other:
            return ""
        one = words[-1].lower
        if one in ("he", "she") and len(words) == 1:
            name = find(one, number - 1, telling_of, at)
        else:
            name = _name_after(near.tokens, near.tokens.index(words[0]))
        return f"{name} and {other}" if name else ""
    return ""


def _name_after(tokens: Sequence[Token], at: int) -> str:
    """The first name from a place on that owns nothing: of "Dr. Reyl's brother, Otto" Otto."""
    while at < len(tokens):
        end = at
        while end < len(tokens) and tokens[end].is_capital and tokens[end].is_word:
            end += 1
        if end > at and not any(t.lower.endswith("'s") for t in tokens[at:end]):
            title = end < len(tokens) and tokens[end].lower == "." and pronoun_of(tokens[at].lower)
            if not title and tokens[at].lower.rstrip(".") != "dr":
                return " ".join(t.text for t in tokens[at:end])
        at = max(end, at + 1)
    return ""


def _only_one(
    people: People, number: int, telling_of: Callable[[int], Telling], at: int, pronoun: str
) -> Entity | None:
    """The one person named in the paragraph so far that a pronoun can mean."""
    here = telling_of(number)
    start = here.sentence.start
    for telling, _ in _look_back(number, telling_of, 0):
        if telling.sentence.paragraph == here.sentence.paragraph:
            start = telling.sentence.start
    able = {one for one in people.between(start, at) if _can_be(people, one, pronoun)}
    one = able.pop() if len(able) == 1 else None
    return one if one is not None and people.pronouns[one] == pronoun else None


def _look_back(
    number: int, telling_of: Callable[[int], Telling], clause: int
) -> Iterator[tuple[Telling, Sequence[Clause]]]:
    """The sentences of the paragraph, from this one back, with their clauses so far."""
    here = telling_of(number)
    yield here, here.clauses[:clause]
    for back in range(1, min(_DEEPEST, number + 1)):
        telling = telling_of(number - back)
        near = telling.sentence.paragraph == here.sentence.paragraph
        if near or back == 1:  # in a report every sentence is a paragraph
            yield telling, telling.clauses
        if not near:
            return


def _meets(
    telling: Telling, clause: Clause, people: People, hero: Entity, pronoun: str
) -> bool | None:
    """Whether a clause speaks of the protagonist (True) or of somebody else who can be meant
    (False); None if of neither.
    """
    if clause.role not in _TELLING or clause.subject is None:
        return None
    words = [t for t in telling.tokens[slice(*clause.subject)] if t.date is None]
    words = [t for t in words if t.is_capital or not is_adverb(t.lower)]
    if not words or words[0].lower in _IDLE or words[0].lower == pronoun:
        return None
    head = _head(words)
    if head is None or head.lower == "one":
        return None if head is None else False
    if not head.is_capital:
        own = pronoun_of(head.lower)
        if own:
            return False if own == pronoun else None
        return False if is_person(head.lower) and not head.lower.endswith("s") else None
    named = people.between(words[0].start, head.end)
    if hero in named:
        return True
    return False if any(_can_be(people, one, pronoun) for one in named) else None


def _head(words: Sequence[Token]) -> Token | None:
    """The noun of a subject: of "The mayor of Ulm" the mayor."""
    end = next((i for i, t in enumerate(words) if i and (t.lower in _ENDING or not t.is_word)), -1)
    before = words if end < 0 else words[:end]
    return before[-1] if before else None


def _can_be(people: People, one: Entity, pronoun: str) -> bool:
    return people.pronouns[one] in (pronoun, "")


def _is_owned(telling: Telling, people: People, hero: Entity, at: int) -> bool:
    """Whether something of somebody else stands in the sentence before: "Roe's friends say he"."""
    for token in telling.tokens:
        if token.start >= at:
            return False
        if token.is_capital and token.lower.endswith("'s"):
            return people.at(token.start) != hero
    return False


def _brings_another(telling: Telling, pronoun: str, end: int) -> bool:
    """Whether a sentence speaks of somebody without a name: "a nurse", "his wife"."""
    tokens, quoted = telling.tokens, False
    for i, token in enumerate(tokens):
        if token.start >= end:
            return False
        quoted ^= token.text in _QUOTES
        if not token.is_word or token.is_capital or quoted:
            continue
        own = pronoun_of(token.lower)
        if own == pronoun or (pronoun == "she" and token.lower in _SHIPS):
            return True
        led = i > 1 and tokens[i - 1].lower in _ARTICLES and tokens[i - 2].lower not in _SAME
        if led and not own and is_person(token.lower) and not token.lower.endswith("s"):
            return True
    return False


def _is_quoted(number: int, telling_of: Callable[[int], Telling], at: int) -> bool:
    """Whether a place lies in somebody else's words, begun in its paragraph."""
    start = telling_of(number).sentence.start
    for telling, _ in _look_back(number, telling_of, 0):
        start = telling.sentence.start
    text = telling_of(number).text[start:at].replace("``", '"').replace("''", '"')
    return sum(text.count(mark) for mark in _QUOTES) % 2 == 1
