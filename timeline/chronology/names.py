"""Names: what the text around a word tells of its being one, and nouns that mean people."""

from __future__ import annotations

from timeline.chronology.telling import Telling
from timeline.chronology.tokens import Token, is_adverb
from timeline.chronology.words import COORDINATORS, DETERMINERS, PREPOSITIONS, SUBORDINATORS

_NEAR = 3_000
_NO_NAME = DETERMINERS | COORDINATORS | frozenset("he she it they we i you who which there".split())
_NO_FIRST_NAME = _NO_NAME | PREPOSITIONS | SUBORDINATORS | {"still", "today"}
_PERSONS = frozenset(
    """king queen judge boy girl child chief coach captain pilot guard clerk monk poet priest nurse
    bishop pope duke count prince princess emperor empress host guest thief victim suspect mate
    widow rebel spy heir hermit nun orphan pupil bride groom people police crowd
    public press move day time year week""".split()
)
_THINGS = frozenset(
    """lander rover orbiter reactor tanker ferry steamer bomber helicopter liner freighter container
    computer tower river border order paper newspaper water power letter chapter number
    transmitter printer cluster crater glacier laser filter motor tractor detector sensor cruiser
    destroyer trawler schooner boiler meter theater center quarter sector corridor harbor harbour
    charter matter weather winter summer disaster register chamber timber fiber server router
    counter poster shelter bunker barrier carrier booster scanner locomotor generator elevator
    escalator transistor rotor vector mirror error terror horror tumor tumour monument event plant
    restaurant current content comment patent cement continent tent scent cent path bath mouth
    month truth death birth growth health wealth strength length width depth earth cloth south
    north process success access express cypress fortress wilderness business illness committee
    coffee fee degree tree levee pier barometer thermometer offer transfer layer tier""".split()
)
_PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant", "ent", "ee", "ess", "th")


def is_person(noun: str) -> bool:
    """Whether a lower-case noun means somebody, as far as its ending tells.

    >>> [is_person(w) for w in ("minister", "nurse", "museum", "government")]
    [True, True, False, False]
    """
    if noun in _THINGS:
        return False
    return noun in _PERSONS or (noun.endswith(_PERSON_ENDINGS) and not noun.endswith("ment"))


def is_known(telling: Telling, word: Token) -> bool:
    """Whether a word is a name: also with a capital where no sentence begins."""
    near = _around(telling, word)
    at = near.find(f" {word.text}")
    while at > 0:
        if near[at - 1].isalnum() or near[at - 1] == ",":
            return True
        at = near.find(f" {word.text}", at + 1)
    return False


def has_first_name(telling: Telling, word: Token) -> bool:
    """Whether a name also stands after another one: "Otto Runge" makes of Runge a person."""
    near = _around(telling, word)
    at = near.find(f" {word.text}")
    while at > 0:
        before = near[max(0, at - 30) : at].rsplit(None, 1)
        if before and before[-1].isalpha() and before[-1].istitle():
            lower = before[-1].lower()
            if lower not in _NO_FIRST_NAME and not is_adverb(lower):
                return True
        elif before and before[-1].lower() in ("mr.", "mrs.", "ms.", "dr."):
            return True
        at = near.find(f" {word.text}", at + 1)
    return False


def _around(telling: Telling, word: Token) -> str:
    return telling.text[max(0, word.start - _NEAR) : word.end + _NEAR]
