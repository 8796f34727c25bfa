"""Titles: what a date's clause tells, as an entry of a chronology."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from timeline.chronology.clause import Role
from timeline.chronology.conditions import conditional
from timeline.chronology.phrases import with_tail, words_of
from timeline.chronology.speech import speech, spoken
from timeline.chronology.subjects import antecedent
from timeline.chronology.telling import Telling, is_before_noun, past_cleft
from timeline.chronology.tokens import Token, is_adverb
from timeline.chronology.undated import drop_dates
from timeline.chronology.verbs import (
    AUXILIARIES,
    BE,
    SPEAKING,
    is_base,
    is_participle,
)
from timeline.chronology.wording import MAX_TITLE, polish, trim
from timeline.chronology.words import (
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

_LONG = 400
_SHORT_WAY = 8
_BROUGHT = frozenset(
    "saw sees brought brings marked marks witnessed included includes began begins".split()
)
_NO_NOUN = PREPOSITIONS - {"of"} | COORDINATORS | SUBORDINATORS | RELATIVES | {"that"}
_FIRST_PERSON = frozenset("i we my our".split())
_FEW = 6
_FIRST = ("first", "last", "only", "est")
_LIFE = frozenset("born b died d".split())
_HAPPENINGS = frozenset(
    """theft robbery murder killing death attack bombing shooting massacre collapse crash fire
    explosion accident earthquake flood disaster eruption storm election vote referendum war
    invasion battle siege coup revolution uprising strike merger takeover purchase sale launch
    opening closing closure signing birth marriage wedding trial arrest conviction publication
    founding creation victory defeat assassination fall outbreak discovery arrival
    departure resignation appointment summit meeting agreement treaty accord""".split()
)


def entry(telling: Telling, number: int, place: int, limit: int = MAX_TITLE) -> str:
    """The title for the date at a place, told by a clause; empty where nothing is told.

    For what a clause tells without a date of its own, `place` is its verb.
    """
    if telling.tokens[place].date is not None:
        return _entry(telling, number, place, limit)
    clause = telling.clauses[number]
    led = telling.tokens[clause.first].lower == "as" and clause.verb == clause.first + 1
    if led or past_cleft(telling, number) != number:
        return ""  # "as is their right"; "It was not until May that …": what follows tells it
    title = _entry(telling, number, place, limit)
    words = title.lower().split()
    if words and words[0].split("'")[0] in _FIRST_PERSON:
        return spoken(telling, number, limit) or title
    return "" if words and words[-1] in SPEAKING and len(words) < _FEW else title


def _entry(telling: Telling, number: int, place: int, limit: int) -> str:
    clause = telling.clauses[number]
    dated = telling.tokens[place].date is not None
    if telling.sentence.headline:
        title = polish(telling.text, drop_dates(telling.tokens), _LONG)
        told = len({t.date for t in telling.tokens} - {None}) == dated
        if len(title) <= limit and told and " " in title:
            return title
    if clause.role is Role.SPEECH:
        return speech(telling, number, limit)
    if clause.role is Role.ASIDE:
        return _aside(telling, number, limit)
    if dated and is_before_noun(telling, place):
        title = _noun(telling, place, limit)
        if title:
            return title
    if clause.dated:
        return _of_date(telling, number, limit)
    if clause.role is Role.FRAGMENT and clause.mark == "," and clause.host is not None:
        title = _fragment(telling, number, limit)
        if title:
            return title
    if dated:
        title = (
            conditional(telling, number, limit)
            or _happening(telling, number, place, limit)
            or _with_main(telling, number, limit)
            or _gapped(telling, number, place, limit)
        )
        if title:
            return title
    words = _infinitive(telling, number, place) if dated else []
    words = words or words_of(telling, number)
    if clause.role is Role.FRAGMENT:
        while words and (words[0].lower in PREPOSITIONS or words[0].date is not None):
            words = words[1:]
    verb = telling.tokens[clause.verb] if clause.verb is not None else None
    title = polish(telling.text, drop_dates(words), limit, verb)
    if clause.role in (Role.MAIN, Role.SUB, Role.RELATIVE):
        title = with_tail(telling, number, words, title, limit)
    return title if clause.role is not Role.FRAGMENT or " " in title else ""


def _happening(telling: Telling, number: int, place: int, limit: int) -> str:
    """Of "Police held a man on Friday over the theft of a helmet in 2021" the theft, for the
    second date; empty elsewhere.
    """
    clause, tokens = telling.clauses[number], telling.tokens
    others = [i for i in range(clause.first, clause.last) if tokens[i].date is not None]
    if clause.verb is None or len(others) < 2 or place == others[0]:
        return ""
    for i in range(place - 1, clause.verb, -1):
        if tokens[i].date is not None:
            return ""
        if tokens[i].lower in _HAPPENINGS and tokens[i - 1].lower in DETERMINERS:
            return polish(telling.text, drop_dates(tokens[i : place + 1]), limit)
    return ""


def _with_main(telling: Telling, number: int, limit: int) -> str:
    """The whole of "Ten people died when a ferry sank on Friday"; empty if that is too long."""
    clause = telling.clauses[number]
    before = telling.clauses[number - 1] if number else None
    if clause.word != "when" or clause.mark or before is None or before.role is not Role.MAIN:
        return ""
    words = [*words_of(telling, number - 1), telling.tokens[clause.first - 1]]
    if before.word == "and" and number > 1 and telling.clauses[number - 2].role is Role.MAIN:
        words = list(telling.tokens[telling.clauses[number - 2].first : clause.first])
    if before.borrowed or any(t.date is not None for t in words):
        return ""
    words += telling.tokens[clause.first : clause.last]
    title = polish(telling.text, drop_dates(words), _LONG)
    return title if len(title) <= limit else ""


def _gapped(telling: Telling, number: int, place: int, limit: int) -> str:
    """Of "The canal came to the town in 1793 and the railway in 1841" the half that a date
    belongs to; empty elsewhere.
    """
    clause, tokens = telling.clauses[number], telling.tokens
    if clause.verb is None or clause.subject is None or clause.role is not Role.MAIN:
        return ""
    dates = [i for i in range(clause.verb, clause.last) if tokens[i].date is not None]
    for first, second in pairwise(dates):
        if tokens[first + 1].lower != "and" or second - first < 3 or place not in (first, second):
            continue
        subject, told = tokens[slice(*clause.subject)], tokens[clause.verb : first + 1]
        if place == first:
            return polish(telling.text, drop_dates([*subject, *told]), limit)
        rest = trim(drop_dates(tokens[first + 2 : second + 1]))
        articles = ("the", "a", "an")
        if rest and rest[0].lower in articles and subject[0].lower in articles:
            return polish(telling.text, drop_dates([*rest, *told]), limit)
    return ""


def later(telling: Telling, number: int, place: int, taken: Collection[str]) -> str:
    """For the second date of "The dividend will be paid May 9 to holders of record May 1" the
    words "The dividend will be paid to holders of record", or, if that title is `taken`, "The
    dividend: holders of record"; empty where there is no such phrase.
    """
    clause, tokens = telling.clauses[number], telling.tokens
    if clause.verb is None or clause.subject is None or not clause.verb < place < clause.last:
        return ""
    ways = [i for i in range(clause.verb + 1, place - 1) if tokens[i].lower in ("to", "from")]
    dates = [i for i in range(clause.verb + 1, place) if tokens[i].date is not None]
    if (
        not ways
        or is_before_noun(telling, place)
        or (dates and dates[-1] > ways[-1])
        or is_base(tokens[ways[-1] + 1].lower)
    ):
        return ""
    stop = min([ways[0], *(i + 1 for i in dates)])
    subject, way = tokens[slice(*clause.subject)], tokens[ways[-1] : place + 1]
    told = drop_dates([*subject, *tokens[clause.verb : stop], *way])
    title = polish(telling.text, told)
    if title not in taken:
        return title
    phrase = polish(telling.text, drop_dates(way)[1:], MAX_TITLE // 2)
    if len(way) > _SHORT_WAY:
        return ""
    if way[1].text.islower():
        phrase = phrase[:1].lower() + phrase[1:]
    return f"{polish(telling.text, drop_dates(subject), MAX_TITLE // 2)}: {phrase}"


def _infinitive(telling: Telling, number: int, place: int) -> list[Token]:
    """Of "In May the states agreed to end the trade by 2030" the words "the states to end the
    trade", for the second date; nothing elsewhere.
    """
    clause, tokens = telling.clauses[number], telling.tokens
    if clause.verb is None or clause.subject is None:
        return []
    for i in range(place - 1, clause.verb, -1):
        if tokens[i].lower == "to" and is_base(tokens[i + 1].lower):
            dated = any(t.date is not None for t in tokens[clause.first : i])
            own = list(tokens[i : clause.last])
            return [*tokens[slice(*clause.subject)], *own] if dated else []
    return []


def _noun(telling: Telling, place: int, limit: int) -> str:
    """The noun phrase after a date before it: "the 2008 financial crisis"; empty if it says
    too little.
    """
    tokens = telling.tokens
    at = place + 1 + (tokens[place + 1].lower == "'s")
    while at + 1 < len(tokens) and is_participle(tokens[at].lower) and tokens[at + 1].is_word and (
        tokens[at + 1].lower not in _NO_NOUN and not is_before_noun(telling, at)
    ):  # fmt: skip
        at += 1  # "a recently announced venture"
    end = at
    number = telling.clause_at(place)
    verb = None if number is None else telling.clauses[number].verb
    while end < len(tokens) and tokens[end].is_word and tokens[end].lower not in _NO_NOUN:
        if end == verb:
            break
        end += 1
    if verb == end and place + 1 < end:
        return ""  # it is the subject: the whole clause tells more
    words = list(tokens[at:end])
    if len(words) == 1 and not words[0].is_capital:
        more = end + 1
        led = end < len(tokens) and (
            tokens[end].lower in ("on", "in", "between", "with", "for", "at", "by")
            or is_participle(tokens[end].lower)
        )
        while led and more < len(tokens) and tokens[more].is_word and more != verb:
            if tokens[more].lower in RELATIVES or tokens[more].lower in ("that", "and"):
                break
            more += 1
        if not led or more - end < 2:
            return ""
        words = list(tokens[at:more])
    if len(words) < 2 and not any(t.is_capital for t in words):
        return ""
    return polish(telling.text, words, limit)


def _of_date(telling: Telling, number: int, limit: int) -> str:
    """The title where the date is the subject: "1968 saw the end of the mine"."""
    clause, tokens = telling.clauses[number], telling.tokens
    assert clause.verb is not None
    verb = tokens[clause.verb].lower
    rest = drop_dates(tokens[clause.verb + 1 : clause.last])
    while rest and is_adverb(rest[0].lower):
        rest = rest[1:]
    noun = bool(rest) and (rest[0].lower in DETERMINERS or rest[0].is_capital)
    if verb in _BROUGHT or (verb in BE and noun):
        if rest and rest[0].lower in ("the", "a", "an"):
            rest = rest[1:]
        return polish(telling.text, rest, limit)
    return ""


def _aside(telling: Telling, number: int, limit: int) -> str:
    """The title for a date in brackets: "Marie Runge (1867–1934)", "the treaty (1957)"."""
    clause, tokens = telling.clauses[number], telling.tokens
    own = [t for t in tokens[clause.first : clause.last] if t.date is None and t.is_word]
    near = telling.clauses[number - 1] if number else None
    noun = antecedent(tokens, near) if near is not None else None
    name = polish(telling.text, tokens[slice(*noun)], 60) if noun is not None else ""
    words = [t.lower for t in own if t.lower not in PREPOSITIONS]
    if name and words and words[0] in _LIFE:
        return f"{name} {'born' if words[0].startswith('b') else 'died'}"
    if name and not words and clause.last == clause.first + 1:
        dashes = any(mark in telling.tokens[clause.first].text for mark in "-–—")
        return f"Life of {name}" if dashes and _is_name(telling, noun) else name
    if clause.verb is not None or len(words) > 2:
        return polish(telling.text, drop_dates(tokens[clause.first : clause.last]), limit)
    return name


def _fragment(telling: Telling, number: int, limit: int) -> str:
    """A title for a dated fragment: of a list ("Bonn in 1952 and Rome in 1957") or beside a
    noun ("Otto Runge, mayor since 1990").
    """
    clause, tokens = telling.clauses[number], telling.tokens
    own = trim(drop_dates(tokens[clause.first : clause.last]))
    host = telling.clauses[clause.host] if clause.host is not None else None
    near = telling.clauses[number - 1] if number else None
    if host is None or near is None or not own or clause.word:
        return ""
    noun = antecedent(tokens, near, far=True) if own[0].lower in ("due", "set", "likely") else None
    if noun is not None:
        return polish(telling.text, [*tokens[slice(*noun)], *own], limit)
    if host.verb is not None and clause.host == number - 1 and host.subject is not None:
        dated = any(t.date is not None for t in tokens[host.first : host.last])
        if dated and own[0].lower not in ("the", "a", "an"):
            end = host.verb + 1
            while end < host.last and (
                is_adverb(tokens[end].lower)
                or tokens[end].lower in ("be", "been")
                or (tokens[host.verb].lower in AUXILIARIES and is_participle(tokens[end].lower))
            ):
                end += 1  # "The docks were raided eleven times, most heavily in May"
            stem = [*tokens[slice(*host.subject)], *tokens[host.verb : end]]
            return polish(telling.text, [*stem, *own], limit)
    if len(own) < 4 and own[-1].lower.endswith(_FIRST) and own[0].lower in DETERMINERS:
        assert clause.host is not None
        words = words_of(telling, clause.host)  # "opens in Bonn, the first since 1999"
        return polish(telling.text, drop_dates(words), limit) if host.verb is not None else ""
    noun = antecedent(tokens, near)
    if noun is None or own[0].lower in PREPOSITIONS:
        return ""
    name = polish(telling.text, tokens[slice(*noun)], 50)
    counted = tokens[noun[1] - 1].text[0].isdigit()  # "to Runge's 950, the closest result"
    if (
        not name
        or counted
        or name[0].isdigit()
        or not any(t.is_capital for t in tokens[slice(*noun)])
    ):
        return polish(telling.text, own[own[0].lower in ("the", "a", "an") :], limit)
    about = polish(telling.text, own, max(limit - len(name) - 2, 20))
    low = own[0].text == own[0].lower or own[0].lower in DETERMINERS
    return f"{name}, {about[:1].lower() + about[1:] if low else about}"


def _is_name(telling: Telling, noun: tuple[int, int] | None) -> bool:
    """Whether all words of a noun phrase have a capital."""
    return noun is not None and all(t.is_capital for t in telling.tokens[slice(*noun)])
