"""Anniversaries: what is remembered, and how it is marked, in the words of the text."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.chronology.subjects import antecedent
from timeline.chronology.telling import Telling
from timeline.chronology.titles import entry
from timeline.chronology.tokens import Token, weigh_verbs
from timeline.chronology.verbs import BE, is_base, is_gerund
from timeline.chronology.wording import MAX_TITLE, polish
from timeline.chronology.words import COORDINATORS, DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES

_INSIDE = frozenset("of in against on to between over from for at with".split())
_MARKING = frozenset(
    "marking mark marks marked celebrating celebrate celebrates celebrated commemorating "
    "commemorate commemorates commemorated honoring honouring honor honour observing observe "
    "for of on at".split()
)
_OCCASIONS = (
    "celebrat ceremon parade event gala commemorat concert festival service exhibition "
    "conference gathering rally dinner party reception festivit tribute observance".split()
)
_HAPPENED = frozenset("independence liberation birth death d-day".split())
_INTENT = frozenset("refusal decision attempt vote promise pledge agreement plan order".split())
_POSSESSIVES = frozenset("its their his her our my your".split())
_NAMES = ("annivers", "birthday", "centen", "jubilee", "bicenten")
_BIRTH = ("birthday", "birth")


def remembered(telling: Telling, start: int, end: int) -> list[str]:
    """The titles of what an anniversary (`start` to `end` in the text) remembers: mostly one,
    several for "the anniversary of the sieges of the castle, the abbey and the bridge".
    """
    tokens = telling.tokens
    first, after = telling.place_at(start), telling.place_at(end)
    if first is None:
        return []
    birth = any(word in telling.text[start:end].lower() for word in _BIRTH)
    if after is not None and tokens[after].lower in ("of", "since"):
        things = _things(telling, after + 1)
        return [_birth_of(t) if birth else t for t in things]
    inner = next((i for i in range(first, after or len(tokens)) if tokens[i].lower == "of"), None)
    if inner is not None:
        return _things(telling, inner + 1)
    owner = _owner(telling, first)
    if not owner:
        return []
    if birth:
        return [_birth_of(owner)]
    said = telling.text[start:end]
    if "wedding" in said.lower():
        return [f"Wedding of {_lowered(owner)}"]
    if "day" in said.lower() or "turn" in said.lower() or owner.lower() in PRONOUNS:
        return [f"{owner[:1].upper()}{owner[1:]}: origin of the {said}"[:MAX_TITLE]]
    return [_beginning_of(owner)]


def _birth_of(name: str) -> str:
    return f"Birth of {_lowered(name)}"


def _beginning_of(name: str) -> str:
    return f"Beginning of {_lowered(name)}"


def _lowered(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.lower() in DETERMINERS else name


def _owner(telling: Telling, first: int) -> str:
    """Whose anniversary it is: "the museum's", or the subject for "its"."""
    tokens = telling.tokens
    at = first - 1
    while at >= 0 and tokens[at].is_word and tokens[at].lower not in _POSSESSIVES:
        word = tokens[at].text
        if word.endswith(("'s", "’s", "s'", "s’")):
            clause = telling.clauses[telling.clause_at(at) or 0]
            begin = at
            while (
                begin > clause.first
                and (tokens[begin - 1].is_capital or tokens[begin].is_capital is False)
                and tokens[begin - 1].is_word
                and tokens[begin - 1].lower not in (PREPOSITIONS | COORDINATORS | DETERMINERS)
                and not is_gerund(tokens[begin - 1].lower)
                and begin - 1 != clause.verb
            ):
                begin -= 1
            name = polish(telling.text, tokens[begin : at + 1], 60)
            return name[:-2] if name.endswith(("'s", "’s")) else name[:-1]
        if first - at > 3 or tokens[at].lower in PREPOSITIONS | COORDINATORS:
            break
        at -= 1
    number = telling.clause_at(first)
    if number is None:
        return ""
    clause = telling.clauses[number]
    noun = clause.subject
    if noun is None and clause.host is not None:
        noun = telling.clauses[clause.host].subject
    if noun is None and number:
        noun = antecedent(tokens, telling.clauses[number - 1])
    if noun is None:
        return ""
    words = [t for t in tokens[slice(*noun)] if t.date is None]
    return polish(telling.text, words, 50)


# -- the thing remembered


def _things(telling: Telling, at: int) -> list[str]:
    tokens = telling.tokens
    verbs = weigh_verbs(tokens)
    first = _phrase(telling, verbs, at)
    if first <= at:
        return []
    parts = [(at, first)]
    end = first
    while end + 1 < len(tokens) and tokens[end].lower in (",", "and"):
        begin = end + 1
        if tokens[begin].lower == "and":
            begin += 1
        if begin >= len(tokens) or tokens[begin].lower != "the":
            break
        stop = _phrase(telling, verbs, begin)
        if stop <= begin + 1 or (stop < len(tokens) and verbs[stop]):
            break
        parts.append((begin, stop))
        joined = tokens[begin - 1].lower == "and"
        end = stop
        if joined:
            break
    closed = len(parts) > 1 and tokens[parts[-1][0] - 1].lower == "and"
    if not closed:
        parts = parts[:1]
    head = next((i for i in range(at, first) if tokens[i].lower in ("of", "in", "over")), None)
    if head is None or len(parts) == 1:
        return [_noun_title(telling, tokens[b:e]) for b, e in parts]
    lead = list(tokens[at : head + 1])
    return [
        _noun_title(telling, tokens[b:e] if b == at else [*lead, *tokens[b:e]]) for b, e in parts
    ]


def _noun_title(telling: Telling, words: Sequence[Token]) -> str:
    kept = list(words)
    while kept and kept[0].lower in DETERMINERS:
        kept = kept[1:]
    title = polish(telling.text, [t for t in kept if t.date is None or _in_name(kept, t)])
    if " " not in title and kept and kept[0].is_capital and kept[0].lower not in _HAPPENED:
        return _beginning_of(title)  # of a bare name: "Sputnik"
    return title


def _in_name(words: Sequence[Token], token: Token) -> bool:
    at = words.index(token)
    return at + 1 < len(words) and words[at + 1].is_word and words[at + 1].lower not in PREPOSITIONS


def _phrase(telling: Telling, verbs: Sequence[int], at: int) -> int:
    """Where the noun phrase that begins at a word ends."""
    tokens = telling.tokens
    i = at
    links: list[int] = []
    while i < len(tokens):
        token = tokens[i]
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        lower = token.lower
        if token.date is not None:
            if after is None or not after.is_word or after.lower in PREPOSITIONS | COORDINATORS:
                break
        elif (
            (not token.is_word and lower not in ("'s", ".", "'", "’"))
            or (lower == "." and after is None)
            or lower in RELATIVES
            or lower in ("that", "when", "where", "while", "this")
            or (
                lower == "as" and not (token.is_capital or (after is not None and after.is_capital))
            )
            or lower in BE
            or (verbs[i] and i > at and not token.is_capital)
        ):
            break
        elif lower in COORDINATORS:
            if after is None or not after.is_capital or i == at:
                break
        elif lower in PREPOSITIONS and i > at:
            if not _goes_on(tokens, i, links, token.is_capital):
                break
            links.append(i)
        elif i > at and is_gerund(lower) and not token.is_capital:
            led = tokens[i - 1].lower
            if not (led in DETERMINERS or led.endswith("'s")):
                break
        i += 1
    end = i
    if len(links) > 1 and _is_elsewhere(telling, links[-1], at, end):
        end = links[-1]
    while end > at and (not tokens[end - 1].is_word or tokens[end - 1].lower in PREPOSITIONS):
        end -= 1
    return end


def _goes_on(tokens: Sequence[Token], i: int, links: Sequence[int], capital: bool) -> bool:
    """Whether a preposition carries on the thing remembered."""
    lower = tokens[i].lower
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if capital:
        return True
    named = tokens[i - 1].is_capital and after is not None and after.is_capital
    if named and lower in ("with", "for", "of", "as"):
        return True  # "the Americans with Disabilities Act"
    if lower == "to" and tokens[i - 1].lower in _INTENT:
        return True  # "her refusal to give up her seat"
    if lower in ("up", "down", "out", "off") and is_base(tokens[i - 1].lower):
        return True
    if after is None or after.date is not None or lower not in _INSIDE:
        return False
    if lower == "to":
        return not links and not is_base(after.lower)
    if lower == "of":
        return True
    if lower in ("at", "with", "for", "on"):
        return not links and after.lower not in ("a", "an") and lower != "with"
    return len(links) < 2


def _is_elsewhere(telling: Telling, link: int, first: int, end: int) -> bool:
    """Whether the last "in Moscow" tells where it is celebrated, not what is."""
    tokens = telling.tokens
    if tokens[link].lower not in ("in", "at", "on") or link + 1 >= end:
        return False
    if not tokens[link + 1].is_capital:
        return False
    words = [t.lower for t in tokens[max(0, first - 14) : first]]
    return any(word.startswith(tuple(_OCCASIONS)) or word.startswith("attend") for word in words)


# -- how it is marked


def celebration(telling: Telling, start: int, end: int) -> tuple[str, bool]:
    """The title of a celebration, and whether its clause tells of nothing else.

    In "This year marks the 80th anniversary of the founding of the bank" the clause is about
    the anniversary only; in "He will come to Bonn for the 80th anniversary" it is not.
    """
    tokens = telling.tokens
    first = telling.place_at(start)
    number = None if first is None else telling.clause_at(first)
    if first is None or number is None:
        return telling.text[start:end], False
    clause = telling.clauses[number]
    lead = first
    while lead > clause.first and tokens[lead - 1].lower in ("the", "a", "official", "own"):
        lead -= 1
    before = tokens[lead - 1].lower if lead > clause.first else ""
    about = clause.verb is not None and _is_about_date(telling, number, first)
    if about:
        return _occasion(telling, first, first, number), True
    if before in _MARKING or (before == "to" and lead > 1):
        noun = _before_place(telling, lead - 1, clause.first)
        while noun > clause.first and tokens[noun - 1].lower in ("to", "on", "in"):
            noun -= 1
        begin = noun
        while begin > clause.first and tokens[begin - 1].is_word and begin - 1 != clause.verb:
            lower = tokens[begin - 1].lower
            if lower in PREPOSITIONS | COORDINATORS | RELATIVES or is_base(lower):
                break
            begin -= 1
            if lower in DETERMINERS or lower.endswith("'s"):
                if lower.endswith("'s") or lower in DETERMINERS:
                    begin += 1
                break
        if begin < noun and tokens[noun - 1].lower.startswith(tuple(_OCCASIONS)):
            return _occasion(telling, begin, first, number), False
    title = entry(telling, number, first, MAX_TITLE)
    if clause.verb is None or not any(word in title.lower() for word in _NAMES):
        title = _occasion(telling, first, first, number)
        owner = _owner(telling, first) if len(title.split()) < 3 else ""
        for article in ("The ", "A ", "An "):
            if owner.startswith(article):
                owner = owner[:1].lower() + owner[1:]
        return f"{title} of {owner}" if owner else title, False
    verb = tokens[clause.verb + 1 : first]
    own = tokens[clause.verb].lower in _MARKING or any(t.lower in _MARKING for t in verb)
    return title, own


def _before_place(telling: Telling, at: int, floor: int) -> int:
    """Of "celebrations in Moscow for" where "in Moscow" begins."""
    tokens = telling.tokens
    begin = at
    while begin > floor and tokens[begin - 1].is_capital:
        begin -= 1
    if begin < at and begin > floor and tokens[begin - 1].lower in ("in", "at", "on"):
        return begin - 1
    return at


def _is_about_date(telling: Telling, number: int, first: int) -> bool:
    """Whether a clause says of a day or a year that it marks the anniversary."""
    clause, tokens = telling.clauses[number], telling.tokens
    assert clause.verb is not None
    if clause.verb > first:
        return False
    subject = tokens[clause.first : clause.verb]
    words = [t for t in subject if t.is_word and t.lower not in PREPOSITIONS | DETERMINERS]
    dated = any(t.date is not None for t in subject)
    bare = all(t.lower in ("also", "noting", "it", "today") for t in words)
    return (dated or any(t.lower in ("it", "this", "today") for t in subject)) and bare


def _occasion(telling: Telling, begin: int, first: int, number: int) -> str:
    tokens = telling.tokens
    after = next((i for i in range(first, len(tokens)) if tokens[i].lower == "of"), None)
    stop = telling.clauses[number].last
    if after is not None and after < stop:
        stop = min(stop, max(_phrase_end(telling, after + 1), after + 2))
    else:
        stop = min(stop, first + 2)
    words = [t for t in tokens[begin:stop] if t.date is None]
    title = polish(telling.text, words, 400)
    if len(title) > MAX_TITLE:
        words = [
            t
            for k, t in enumerate(words)
            if not (t.lower == "the" and k + 1 < len(words) and words[k + 1] is tokens[first])
        ]
        title = polish(telling.text, words)
    return title


def _phrase_end(telling: Telling, at: int) -> int:
    """Where the phrase ends, "in Moscow" included."""
    tokens = telling.tokens
    end = _phrase(telling, weigh_verbs(tokens), at)
    if end + 1 < len(tokens) and tokens[end].lower == "in" and tokens[end + 1].is_capital:
        end += 2
        while end < len(tokens) and tokens[end].is_capital:
            end += 1
    return end
