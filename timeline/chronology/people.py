"""Protagonists: whom "he" or "she" means in a text where only one person can be meant."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from timeline.chronology.entities import find_entities
from timeline.chronology.entity import Appearance, Entity

_POSSESSIVE = ("'s", "’s")
_LONGEST = 100_000
_FAR = 200
_SURE = 0.8
_MANY = 3
_CROWD = 50
_OPENING = 400
_THIRD_PERSON = re.compile(r"\b(?:(he|his|him|himself)|(?:she|hers?|herself))\b", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([\w-]{2,20})[.,]?\s$")
_HIS_OR_HER = re.compile(r"\s+and (his|her) (?:wife|husband|partner|son|daughter|children)\b")

_MALE = frozenset(
    """mr sir king prince emperor duke count baron lord father brother son husband uncle nephew
    grandfather grandson stepfather widower boyfriend fiancé man boy spokesman chairman businessman
    congressman policeman fireman salesman fisherman actor waiter monk priest bishop pope cardinal
    gentleman twin-brother son-in-law father-in-law brother-in-law""".split()
)
_FEMALE = frozenset(
    """mrs ms miss madam mme lady dame queen princess empress duchess countess baroness mother
    sister daughter wife aunt niece grandmother granddaughter stepmother widow girlfriend fiancée
    woman girl spokeswoman chairwoman businesswoman congresswoman policewoman actress waitress nun
    heiress hostess housewife midwife daughter-in-law mother-in-law sister-in-law""".split()
)
_MEN = frozenset(
    """Abdullah Adam Adrian Ahmed Alan Albert Alexander Alfred Ali Andreas Andrew Anthony Antonio
    Arthur Benjamin Bernard Bill Bob Boris Brian Bruce Carl Carlos Charles Christopher Colin
    Daniel David Dennis Derek Dmitri Donald Douglas Eduardo Edward Enrique Eric Erik Ernest
    Felix Fernando Fidel Francis Francisco Franz Fred Frederick Gary Geoffrey George Gerald
    Giovanni Gordon Graham Gregory Gustav Hans Harald Harold Harry Hassan Heinrich Henrik Henry
    Howard Hugh Hugo Hussein Ian Ibrahim Igor Isaac Ivan Jack Jacob James Jason Jeff Jeffrey Jim
    Joe Johann John Jonathan Jorge Joseph José Juan Julius Karl Keith Ken Kenneth Kevin Larry
    Lars Leonard Louis Ludwig Luis Luke Mahmoud Marcus Mario Mark Martin Matthew Max Michael
    Miguel Mike Mohamed Mohammed Mustafa Neil Nicholas Nigel Olaf Oliver Omar Oscar Otto Pablo
    Patrick Paul Pedro Peter Philip Phillip Pierre Rafael Ralph Raymond Raúl Ricardo Richard
    Robert Roberto Roger Roland Ronald Rudolf Saddam Samuel Scott Sean Sergei Simon Stefan
    Stephen Steve Steven Stuart Theodore Thomas Tim Timothy Tom Tomas Tony Victor Viktor
    Vladimir Walter Wilhelm William Wolfgang Yasser""".split()
)
_WOMEN = frozenset(
    """Agnes Aisha Alice Alison Amanda Amelia Amy Angela Anita Ann Anna Anne Annette Astrid Barbara
    Beatrice Betty Bridget Camilla Carla Carmen Carol Caroline Catherine Cecilia Charlotte Christina
    Christine Clara Claire Claudia Cristina Deborah Diana Diane Dolores Donna Dorothy Edith Eileen
    Elaine Eleanor Elena Elisabeth Elizabeth Ellen Emily Emma Erika Esther Eva Fatima Florence Fiona
    Frances Gertrude Gloria Grace Hannah Harriet Heather Heidi Helen Helena Helga Hilda Ida Ingrid
    Irene Isabel Isabella Jane Janet Jennifer Jessica Joan Joanna Josephine Judith Julia Julie Karen
    Katherine Kathleen Kate Laura Lena Linda Lisa Louise Lucy Madeleine Margaret Margarita Maria
    Marie Marion Marit Martha Mary Matilda Maud Megan Melissa Michelle Miriam Monica Nancy Natalia
    Natasha Nicola Nina Nora Olga Olivia Pamela Patricia Paula Pauline Rachel Rebecca Rita Rosa Rose
    Rosemary Ruth Sally Sandra Sarah Sara Sharon Sheila Silvia Sofia Sonia Sophia Sophie Stella
    Stephanie Susan Susanna Svetlana Sylvia Tatiana Teresa Theresa Ursula Valerie Vera Veronica
    Victoria Virginia Wendy Yvonne Zoe""".split()
)


def pronoun_of(noun: str) -> str:
    """The pronoun that a lower-case noun or title asks for; empty where both can do.

    >>> pronoun_of("daughter"), pronoun_of("mr"), pronoun_of("minister")
    ('she', 'he', '')
    """
    return "she" if noun in _FEMALE else "he" if noun in _MALE else ""


@dataclass(frozen=True, slots=True)
class People:
    """The people of a text: where they are named, and the pronoun of each, as far as it is told."""

    starts: Sequence[int]
    appearances: Sequence[Appearance]
    pronouns: Mapping[Entity, str]
    short: Mapping[Entity, str]
    first: Mapping[Entity, int]
    forms: Mapping[str, Entity]
    heroes: Mapping[str, Entity]

    def at(self, offset: int) -> Entity | None:
        """Who is named by the word at an offset."""
        at = bisect_right(self.starts, offset) - 1
        near = self.appearances[at] if at >= 0 else None
        return near.entity if near is not None and offset < near.end else None

    def pronoun(self, name: str) -> str:
        """The pronoun that a name asks for; empty where it is not told."""
        words = name.split()
        known = self.forms.get(name)
        if known is not None and known.kind in ("place", "organisation"):
            return "it"
        told = pronoun_of(words[0].lower().rstrip(".")) or pronoun_of(words[-1])
        for form in (name, " ".join(words[1:]), words[-1]):
            entity = None if told else self.forms.get(form)
            if entity is not None:
                return self.pronouns.get(entity, "")
        return told

    def between(self, start: int, end: int) -> list[Entity]:
        """Who is named in a stretch of the text."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [one.entity for one in self.appearances[first:last]]

    def since(self, one: Entity, end: int) -> list[Appearance]:
        """Who is named between the last time somebody is and a place."""
        at = bisect_left(self.starts, end)
        named: list[Appearance] = []
        while at and self.appearances[at - 1].entity != one and len(named) < _CROWD:
            at -= 1
            named.append(self.appearances[at])
        return named

    def protagonist(self, pronoun: str) -> Entity | None:
        """The one person that a pronoun can mean throughout the text."""
        return self.heroes.get(pronoun)


@lru_cache(maxsize=16)
def find_people(text: str) -> People | None:
    """The people of a text, None of one that is too long to be about somebody.

    >>> people = find_people("Ida Roe left Bonn. Otto Runge stayed. Later Roe came back.")
    >>> people.protagonist("she").name, people.protagonist("he").name
    ('Ida Roe', 'Otto Runge')
    """
    if len(text) > _LONGEST:
        return None
    cast = find_entities(text)
    named = [one for one in cast.appearances if one.entity.kind == "person"]
    starts = [one.start for one in named]
    counts = Counter(one.entity for one in named)
    votes: dict[Entity, Counter[str]] = {entity: Counter() for entity in counts}
    for one in named:
        sure = _told_by_title(text, one)
        if sure:
            votes[one.entity][sure] += 100
    for match in _THIRD_PERSON.finditer(text):
        at = bisect_left(starts, match.start()) - 1
        near = named[at] if at >= 0 else None
        if near is None or match.start() - near.end > _FAR:
            continue
        if text.startswith(_POSSESSIVE, near.end) or text.endswith(_POSSESSIVE, 0, near.end):
            continue
        if "\n\n" not in text[near.end : match.start()]:
            votes[near.entity]["he" if match[1] else "she"] += 1
    alone = len(counts) == 1
    pronouns = {entity: _most(votes[entity], alone) for entity in counts}
    called: dict[Entity, set[str]] = {entity: set() for entity in counts}
    for one in named:
        words = text[one.start : one.end].split()
        if len(words) < len(one.entity.name.split()):
            called[one.entity].add(words[-1])
    short = {entity: _short_name(entity, cast.forms, called[entity]) for entity in counts}
    first = {one.entity: one.start for one in reversed(named)}
    heroes = {
        pronoun: hero
        for pronoun in ("he", "she")
        if (hero := _hero(pronoun, pronouns, counts, first)) is not None
    }
    return People(starts, named, pronouns, short, first, cast.forms, heroes)


def _hero(
    pronoun: str,
    pronouns: Mapping[Entity, str],
    counts: Mapping[Entity, int],
    first: Mapping[Entity, int],
) -> Entity | None:
    """The one person that a pronoun can mean throughout a text."""
    able = [one for one, own in pronouns.items() if own in (pronoun, "")]
    told = [one for one in able if pronouns[one] == pronoun]
    if not told:
        lasts = {one.name.split()[-1] for one in able if " " in one.name}
        able = [one for one in able if one.name not in lasts]
        return able[0] if len(able) == 1 and first[able[0]] < _OPENING else None
    if len(told) == 1:
        return told[0] if all(counts[one] <= counts[told[0]] for one in able) else None
    ranked = sorted(told, key=lambda one: -counts[one])[:2]
    if counts[ranked[0]] < max(_MANY, 2 * counts[ranked[1]]):
        return None
    return ranked[0] if first[ranked[0]] < _OPENING else None


def _told_by_title(text: str, one: Appearance) -> str:
    """The pronoun that a title, a word of kinship or a first name asks for."""
    first = text[one.start : one.end].split(None, 1)[0]
    before = _WORD_BEFORE.search(text, max(0, one.start - 24), one.start)
    names = [before[1].lower()] if before else []
    told = pronoun_of(first.lower().rstrip(".")) or next(
        (p for p in map(pronoun_of, names) if p), ""
    )
    if told:
        return told
    after = _HIS_OR_HER.match(text, one.end, one.end + 40)
    if after:
        return "he" if after[1] == "his" else "she"
    given = one.entity.name.split(" ", 1)
    if len(given) < 2:
        return ""
    return "she" if given[0] in _WOMEN else "he" if given[0] in _MEN else ""


def _most(votes: Counter[str], alone: bool) -> str:
    """The pronoun that most of what is told of somebody asks for."""
    if not votes:
        return ""
    pronoun, many = votes.most_common(1)[0]
    every = votes.total()
    return pronoun if many >= _SURE * every and (many > 1 or alone) else ""


def _short_name(entity: Entity, forms: Mapping[str, Entity], called: Set[str]) -> str:
    """What the text calls somebody for short, if that is a last name and means nobody else."""
    words = entity.name.split()
    last = words[-1]
    if len(words) < 2 or "of" in words or pronoun_of(words[0].lower()) or forms.get(last) != entity:
        return entity.name
    return last if last in called else entity.name
