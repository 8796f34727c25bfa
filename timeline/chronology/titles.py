"""Titles: what a date's clause tells, as an entry of a chronology."""

from __future__ import annotations

from timeline.chronology.clause import Clause, Role
from timeline.chronology.subjects import antecedent
from timeline.chronology.telling import Telling, front_end, is_before_noun
from timeline.chronology.tokens import Token, is_adverb
from timeline.chronology.verbs import AUXILIARIES, BE, is_base, is_gerund, is_participle, to_past
from timeline.chronology.wording import MAX_TITLE, drop_dates, polish, trim
from timeline.chronology.words import (
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)

_LONG = 400
_BROUGHT = frozenset(
    "saw sees brought brings marked marks witnessed included includes began begins".split()
)
_LOWERED = DETERMINERS | PREPOSITIONS | PRONOUNS
_LIFE = frozenset("born b died d".split())


def entry(telling: Telling, number: int, place: int, limit: int = MAX_TITLE) -> str:
    """The title for the date at a place, told by a clause; empty where nothing is told."""
    clause = telling.clauses[number]
    if telling.sentence.headline:
        title = polish(telling.text, drop_dates(telling.tokens), _LONG)
        if len(title) <= limit and len({t.date for t in telling.tokens} - {None}) == 1:
            return title
    if clause.role is Role.SPEECH:
        return _speech(telling, number, limit)
    if clause.role is Role.ASIDE:
        return _aside(telling, number, limit)
    if is_before_noun(telling, place):
        title = _noun(telling, place, limit)
        if title:
            return title
    if clause.dated:
        return _of_date(telling, number, limit)
    if clause.role is Role.FRAGMENT and clause.mark == "," and clause.host is not None:
        title = _fragment(telling, number, limit)
        if title:
            return title
    words = _infinitive(telling, number, place) or words_of(telling, number)
    if clause.role is Role.FRAGMENT:
        while words and (words[0].lower in PREPOSITIONS or words[0].date is not None):
            words = words[1:]
    title = polish(telling.text, drop_dates(words), limit)
    if clause.role in (Role.MAIN, Role.SUB, Role.RELATIVE):
        title = _with_tail(telling, number, words, title, limit)
    return title if clause.role is not Role.FRAGMENT or " " in title else ""


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


def words_of(telling: Telling, number: int) -> list[Token]:
    """The words of a clause with its subject, own or borrowed."""
    clause, tokens = telling.clauses[number], telling.tokens
    own = list(tokens[clause.first : clause.last])
    subject = list(tokens[slice(*clause.subject)]) if clause.subject is not None else []
    if clause.role is Role.RELATIVE:
        if clause.borrowed:
            return subject + own if subject else []
        return _with_object(telling, number, own)
    if clause.role is Role.PARTICIPLE:
        if own and is_gerund(own[0].lower) and (clause.word or clause.mark in (",", "")):
            past = to_past(own[0].lower)
            own[0] = Token(own[0].start, own[0].end, past, past)
        return subject + own
    if clause.role in (Role.MAIN, Role.SUB) and clause.borrowed:
        return subject + own
    if clause.role in (Role.MAIN, Role.SUB) and clause.verb is not None:
        own = list(tokens[front_end(telling, number) : clause.last])
    return _without_spending(own)


def _without_spending(words: list[Token]) -> list[Token]:
    """Of "They spent the spring arguing" the words "they argued"."""
    for i in range(1, len(words) - 1):
        spent = words[i - 1].lower in ("spent", "spend", "spends")
        if spent and words[i].date is not None and is_gerund(words[i + 1].lower):
            past = to_past(words[i + 1].lower)
            verb = Token(words[i + 1].start, words[i + 1].end, past, past)
            return [*words[: i - 1], verb, *words[i + 2 :]]
    return words


def _with_object(telling: Telling, number: int, own: list[Token]) -> list[Token]:
    """Of "the book that Runge wrote in 1950" the words "Runge wrote the book in 1950"."""
    clause = telling.clauses[number]
    if clause.word not in ("that", "which", "whom") or clause.verb is None or not number:
        return own
    noun = antecedent(telling.tokens, telling.clauses[number - 1])
    at = clause.verb - clause.first + 1
    while at < len(own) and (
        is_adverb(own[at].lower)
        or own[at].lower in ("been", "be", "to", "have")
        or own[at - 1].lower == "to"
        or (own[at - 1].lower in AUXILIARIES | {"been"} and is_participle(own[at].lower))
    ):
        at += 1
    if noun is None or (at < len(own) and own[at].date is None
                        and own[at].lower not in PREPOSITIONS):  # fmt: skip
        return own
    return [*own[:at], *telling.tokens[slice(*noun)], *own[at:]]


def _with_tail(telling: Telling, number: int, words: list[Token], title: str, limit: int) -> str:
    """The title with what follows in the sentence and belongs to it, if that is short."""
    clauses, tokens = telling.clauses, telling.tokens
    verb = clauses[number].verb
    fronted = verb is not None and any(
        t.date is not None for t in tokens[clauses[number].first : verb]
    )
    tail: list[Token] = []
    for n in range(number + 1, len(clauses)):
        clause = clauses[n]
        if clause.mark == "," and not tail and _is_apposition(telling, n):
            rest = _after_apposition(telling, n)
            longer = polish(telling.text, drop_dates([*words, *rest]), _LONG)
            if rest:
                return longer if len(longer) <= limit else polish(
                    telling.text, drop_dates([*words, *rest]), limit
                )
        piece = _tail_piece(telling, n, fronted)
        if piece is None:
            break
        if clause.word == "when" and len(polish(telling.text, drop_dates(words), _LONG)) > limit:
            break
        longer = polish(telling.text, drop_dates([*words, *tail, *piece]), _LONG)
        if len(longer) > limit:
            if clause.word == "when":
                return polish(telling.text, drop_dates([*words, *tail, *piece]), limit)
            break
        tail += piece
        title = longer
    return title


def _is_apposition(telling: Telling, n: int) -> bool:
    """Whether a fragment only says who somebody is: ", the former treasurer,"."""
    clause, tokens = telling.clauses[n], telling.tokens
    before = tokens[clause.first - 2] if clause.first > 1 else None
    return (
        clause.role is Role.FRAGMENT
        and tokens[clause.first].lower in ("the", "a", "an", "his", "her")
        and before is not None
        and before.is_capital
    )


def _after_apposition(telling: Telling, n: int) -> list[Token]:
    """What goes on with the clause after an apposition: ", guilty of theft"."""
    if n + 1 >= len(telling.clauses):
        return []
    after, tokens = telling.clauses[n + 1], telling.tokens
    first = tokens[after.first]
    if after.mark != "," or after.word or after.role not in (Role.FRAGMENT, Role.MAIN):
        return []
    if first.is_capital or first.lower in DETERMINERS or first.lower in PRONOUNS:
        return []
    rest = tokens[after.first : after.last]
    if after.verb == after.first or any(t.date is not None for t in rest):
        return []
    return list(rest)


def _tail_piece(telling: Telling, n: int, fronted: bool) -> list[Token] | None:
    """The words of a clause if it can carry on the title of the one before it."""
    clause, tokens = telling.clauses[n], telling.tokens
    if clause.aside or any(t.date is not None for t in tokens[clause.first : clause.last]):
        return None
    word = 1 if clause.word else 0
    mark = clause.first - 1 - word
    begin = mark if clause.mark and mark >= 0 and tokens[mark].lower == clause.mark else mark + 1
    if clause.word == "when" and clause.verb is not None:
        return list(tokens[clause.first - 1 : clause.last])
    if clause.word == "when":
        for later in telling.clauses[n + 1 : n + 3]:
            if later.subject == (clause.first, clause.last):
                when = tokens[clause.first - 1 : clause.last]
                return [*when, *tokens[later.first : later.last]]
        return None
    if clause.role is Role.FRAGMENT and clause.mark == "," and not word:
        following = telling.clauses[n + 1] if n + 1 < len(telling.clauses) else None
        if following is not None and following.mark == "," and following.role is Role.SPEECH:
            return None
        if following is not None and not following.mark and following.word:
            return list(tokens[begin : following.last])
        return list(tokens[begin : clause.last])
    if clause.role is Role.MAIN and clause.word == "and" and (clause.borrowed or fronted):
        return list(tokens[begin : clause.last])
    return None


def _noun(telling: Telling, place: int, limit: int) -> str:
    """The noun phrase after a date before it: "the 2008 financial crisis"; empty if it says
    too little.
    """
    tokens = telling.tokens
    at = place + 1 + (tokens[place + 1].lower == "'s")
    end = at
    stop = PREPOSITIONS - {"of"} | COORDINATORS | SUBORDINATORS | RELATIVES | {"that"}
    number = telling.clause_at(place)
    verb = None if number is None else telling.clauses[number].verb
    while end < len(tokens) and tokens[end].is_word and tokens[end].lower not in stop:
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
    if host.verb is not None and clause.host == number - 1 and host.subject is not None:
        dated = any(t.date is not None for t in tokens[host.first : host.last])
        if dated and own[0].lower not in ("the", "a", "an"):
            stem = [*tokens[slice(*host.subject)], tokens[host.verb]]
            return polish(telling.text, [*stem, *own], limit)
    noun = antecedent(tokens, near)
    if noun is None or own[0].lower in PREPOSITIONS:
        return ""
    name = polish(telling.text, tokens[slice(*noun)], 50)
    about = polish(telling.text, own, max(limit - len(name) - 2, 20))
    low = own[0].text == own[0].lower or own[0].lower in DETERMINERS
    return f"{name}, {about[:1].lower() + about[1:] if low else about}"


# -- who said what


def _speech(telling: Telling, number: int, limit: int, said: int | None = None) -> str:
    """Who said what: "Spokesperson said the bridge will open"."""
    clause, tokens = telling.clauses[number], telling.tokens
    if clause.verb is None:
        return ""
    speaker = _speaker(telling, clause)
    verb = tokens[clause.verb].text
    content = _content(telling, number) if said is None else said
    if not speaker or content is None:
        return polish(telling.text, drop_dates(words_of_speech(telling, clause)), limit)
    words = drop_dates(words_of(telling, content))
    what = polish(telling.text, words, max(limit - len(speaker) - len(verb) - 2, 24))
    if what.endswith("…"):
        speaker = _shorter(speaker)
        what = polish(telling.text, words, max(limit - len(speaker) - len(verb) - 2, 24))
    opening = trim(words)
    if opening and (opening[0].text[0].islower() or opening[0].lower in _LOWERED):
        what = what[:1].lower() + what[1:]
    return f"{speaker} {verb} {what}".strip()


def spoken(telling: Telling, number: int, limit: int = MAX_TITLE) -> str:
    """The title for words in the first person: who said them; empty where it is not told."""
    for n, clause in enumerate(telling.clauses):
        if clause.role is Role.SPEECH and clause.verb is not None and n != number:
            return _speech(telling, n, limit, number)
    return ""


def words_of_speech(telling: Telling, clause: Clause) -> list[Token]:
    """The words of a clause of speech, with its subject."""
    own = list(telling.tokens[clause.first : clause.last])
    if clause.borrowed and clause.subject is not None:
        return [*telling.tokens[slice(*clause.subject)], *own]
    return own


def _speaker(telling: Telling, clause: Clause) -> str:
    tokens = telling.tokens
    assert clause.verb is not None
    who = trim(drop_dates(tokens[clause.first : clause.verb]))
    if not who and (clause.mark != "," or clause.word):
        who = trim(drop_dates(tokens[slice(*clause.subject)])) if clause.subject else []
    if not who:  # "…," said the minister
        after = trim(drop_dates(tokens[clause.verb + 1 : clause.last]))
        who = after if after and after[0].lower not in PREPOSITIONS else []
    if not who and clause.subject is not None:
        who = trim(drop_dates(tokens[slice(*clause.subject)]))
    if who and who[0].lower in ("a", "an", "the"):
        who = who[1:]
    return polish(telling.text, who[:12], 50)


def _shorter(speaker: str) -> str:
    """A speaker without what follows a preposition: "Spokesperson for the bank"."""
    words = speaker.split()
    cut = next((i for i, w in enumerate(words) if i and w.lower() in PREPOSITIONS), len(words))
    return " ".join(words[:cut])


def _content(telling: Telling, number: int) -> int | None:
    """The clause that holds what was said."""
    clauses = telling.clauses
    if number + 1 < len(clauses):
        following = clauses[number + 1]
        if following.role in (Role.MAIN, Role.SUB) and (
            following.word == "that" or following.mark in ("", ":")
        ):
            return number + 1
    for n, clause in enumerate(clauses):
        if clause.role is Role.MAIN and clause.verb is not None:
            return n
    return None

