"""Phrases: the words of a clause, made whole with its subject and what follows it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.chronology.asides import resumed
from timeline.chronology.clause import Role
from timeline.chronology.names import is_known
from timeline.chronology.subjects import antecedent, is_age
from timeline.chronology.telling import Telling, front_end
from timeline.chronology.tokens import Token, is_adverb
from timeline.chronology.undated import drop_dates
from timeline.chronology.verbs import (
    AUXILIARIES,
    INTRANSITIVE,
    REPORTING,
    is_base,
    is_gerund,
    is_participle,
    to_past,
)
from timeline.chronology.wording import polish, trim
from timeline.chronology.words import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)

_LONG = 400
_SOME = 3
_HELPING = AUXILIARIES | {"been"}
_ASSURING = frozenset(
    "told tells tell informed assured assures reminded convinced persuaded notified".split()
)
_KNOWING = frozenset(
    "found saw showed shows decided agreed ruled learned discovered proved realised realized "
    "suspected knew thought warned ordered demanded proposed".split()
)


def words_of(telling: Telling, number: int) -> list[Token]:
    """The words of a clause with its subject, own or borrowed."""
    clause, tokens = telling.clauses[number], telling.tokens
    own = list(tokens[clause.first : clause.last])
    subject = list(tokens[slice(*clause.subject)]) if clause.subject is not None else []
    if clause.role is Role.RELATIVE:
        if clause.borrowed:
            return subject + own if subject else []
        if clause.word == "whose":
            return _owned(telling, number, own)
        return _with_object(telling, number, own)
    if clause.word == "that" and clause.role is Role.SUB and _is_of_noun(telling, number):
        return _with_object(telling, number, own)
    if clause.role is Role.PARTICIPLE:
        if own and is_gerund(own[0].lower) and (clause.word or clause.mark in (",", "")):
            past = to_past(own[0].lower)
            own[0] = own[0].saying(past)
        elif own and subject and own[0].date is None:
            own[0] = own[0].saying(own[0].lower)
            if is_participle(own[0].lower) and own[0].lower not in INTRANSITIVE:
                own.insert(0, own[0].saying(be_for(telling, subject)))
        if any(t.lower == "compared" for t in own[:2]):
            return own[[t.lower for t in own].index("compared") + 2 :]
        return subject + own
    if clause.role in (Role.MAIN, Role.SUB) and clause.borrowed:
        return subject + own
    if clause.role in (Role.MAIN, Role.SUB) and clause.verb is not None:
        own = list(tokens[front_end(telling, number) : clause.last])
    return _without_spending(own)


def _owned(telling: Telling, number: int, own: list[Token]) -> list[Token]:
    """Of "Anna Holm, whose party lost" the words "Anna Holm's party lost"."""
    back = number - 1
    while back > 0 and is_age(telling.tokens, telling.clauses[back]):
        back -= 1  # "Ida Roe, 41, whose house"
    noun = antecedent(telling.tokens, telling.clauses[back], far=True) if back >= 0 else None
    if noun is None or noun[0] == noun[1]:
        return own
    owner = list(telling.tokens[slice(*noun)])
    return [*owner, owner[-1].saying("'" if owner[-1].lower.endswith("s") else "'s"), *own]


def be_for(telling: Telling, subject: Sequence[Token]) -> str:
    """What agrees with a subject, "was" or "were"."""
    noun = ""
    for token in subject:
        if token.lower in ("and", "they", "we"):
            return "were"
        if noun and (token.lower in PREPOSITIONS or not token.is_word):
            break
        noun = token.lower if token.is_word else noun
    last = next((t for t in subject if t.lower == noun), None)
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s"))
    named = last is not None and last.is_capital
    if named and last is subject[0]:
        named = len(subject) == 1 and is_known(telling, subject[0])  # "Jobs", not "Classes"
    return "were" if (plural and not named) or noun in ("people", "men", "women") else "was"


def _is_of_noun(telling: Telling, number: int) -> bool:
    """Whether "that" follows a noun, not a verb: "the book that", not "found that"."""
    clause, tokens = telling.clauses[number], telling.tokens
    near = telling.clauses[number - 1] if number else None
    if near is None or near.last != clause.first - 1:
        return False
    before = tokens[near.last - 1]
    if near.verb is not None and tokens[near.verb].lower in _ASSURING:
        return False
    return before.is_word and near.last - 1 != near.verb and before.lower not in REPORTING


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
        or (own[at - 1].lower in _HELPING and is_participle(own[at].lower))
    ):
        at += 1
    if noun is None or (at < len(own) and own[at].date is None
                        and own[at].lower not in PREPOSITIONS):  # fmt: skip
        return own
    thing = list(telling.tokens[slice(*noun)])
    if thing[0].lower in DETERMINERS:
        thing[0] = thing[0].saying(thing[0].lower)
    return [*own[:at], *thing, *own[at:]]


def _without_spending(words: list[Token]) -> list[Token]:
    """Of "They spent the spring arguing" the words "they argued"."""
    for i in range(1, len(words) - 1):
        spent = words[i - 1].lower in ("spent", "spend", "spends")
        if spent and words[i].date is not None and is_gerund(words[i + 1].lower):
            past = to_past(words[i + 1].lower)
            verb = words[i + 1].saying(past)
            return [*words[: i - 1], verb, *words[i + 2 :]]
    return words


def with_tail(telling: Telling, number: int, words: list[Token], title: str, limit: int) -> str:
    """The title with what follows in the sentence and belongs to it, if that is short."""
    clauses, tokens = telling.clauses, telling.tokens
    verb = clauses[number].verb
    fronted = verb is not None and any(
        t.date is not None for t in tokens[clauses[number].first : verb]
    )
    tail: list[Token] = []
    if number + 1 < len(clauses) and verb is not None:
        told = clauses[number + 1]
        last = trim(drop_dates(words))[-1:]
        bare = last and (last[0].lower in REPORTING | _KNOWING)
        goal = resumed(clauses, number + 1) if told.word == "that" and not told.mark else None
        if goal is not None and (bare or told.role is Role.SUB):
            that = [tokens[told.first - 1], *tokens[told.first : told.last]]
            if goal != number + 1:
                who = clauses[goal].subject
                assert who is not None
                that[1:] = [*tokens[slice(*who)], *tokens[clauses[goal].first : clauses[goal].last]]
            return polish(telling.text, drop_dates([*words, *that]), limit, tokens[verb])
    for n in range(number + 1, len(clauses)):
        clause = clauses[n]
        if clause.apart:
            break
        aim = _aim(telling, n) if clause.mark == "," and not tail else []
        if aim:
            for more in ([*telling.tokens[clause.first - 1 : clause.last + 1], *aim], aim):
                longer = polish(telling.text, drop_dates([*words, *more]), _LONG)
                if len(longer) <= limit:
                    return longer
        if clause.mark == "," and not tail and _is_apposition(telling, n):
            rest = _after_apposition(telling, n)
            longer = polish(telling.text, drop_dates([*words, *rest]), _LONG)
            if rest:
                return (
                    longer
                    if len(longer) <= limit
                    else polish(telling.text, drop_dates([*words, *rest]), limit)
                )
        piece = _tail_piece(telling, n, fronted)
        if piece is None:
            break
        if clause.word == "when" and _is_since(tokens, clause.first):
            break  # "has gained since Monday, when it finished low"
        if clause.word == "when" and len(polish(telling.text, drop_dates(words), _LONG)) > limit:
            break
        longer = polish(telling.text, drop_dates([*words, *tail, *piece]), _LONG)
        if len(longer) > limit:
            if clause.word == "when":
                return polish(telling.text, drop_dates([*words, *tail, *piece]), limit)
            break
        tail += piece
        title = longer
        if clause.word == "when":
            break
    return title


def _aim(telling: Telling, n: int) -> list[Token]:
    """What goes on after a name between commas: ", Ida Roe, to close the road"."""
    clause, tokens = telling.clauses[n], telling.tokens
    after = telling.clauses[n + 1] if n + 1 < len(telling.clauses) else None
    if clause.role is not Role.FRAGMENT or after is None or after.mark != "," or after.word:
        return []
    own = tokens[clause.first : clause.last]
    if not all(t.is_capital for t in own) or after.last - after.first < _SOME:
        return []
    first, second = tokens[after.first], tokens[after.first + 1]
    led = first.lower == "to" and is_base(second.lower) and after.role is Role.FRAGMENT
    rest = tokens[after.first : after.last]
    return list(rest) if led and not any(t.date is not None for t in rest) else []


def _is_since(tokens: Sequence[Token], first: int) -> bool:
    """Whether "when" before a place says more of a date after "since"."""
    near = tokens[max(first - 4, 0) : first - 1]
    return len(near) == 3 and near[0].lower == "since" and near[1].date is not None


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
    if clause.word in ("if", "unless") and not clause.mark and clause.verb is not None:
        whole = clause.first < clause.verb < clause.last - 1
        return list(tokens[clause.first - 1 : clause.last]) if whole else None
    if clause.word == "when":
        for later in telling.clauses[n + 1 : n + 3]:
            if later.subject == (clause.first, clause.last) or later.borrowed:
                when = tokens[clause.first - 1 : clause.last]
                return [*when, *tokens[later.first : later.last]]
        return None
    if clause.role is Role.FRAGMENT and clause.mark == "," and not word:
        following = telling.clauses[n + 1] if n + 1 < len(telling.clauses) else None
        if following is not None and following.mark == "," and following.role is Role.SPEECH:
            return None
        if following is not None and following.apart:
            return None
        if following is not None and not following.mark and following.word:
            return list(tokens[begin : following.last])
        aim = tokens[clause.first + 1].lower if clause.first + 1 < clause.last else ""
        if tokens[clause.first].lower == "to" and is_base(aim):
            return None
        return list(tokens[begin : clause.last])
    if clause.role is Role.PARTICIPLE and clause.mark == "," and not clause.word:
        lead = tokens[clause.first].lower
        going = lead.isalpha() and is_gerund(lead) and clause.last - clause.first >= _SOME
        return list(tokens[begin : clause.last]) if going else None
    if clause.role is Role.MAIN and clause.word == "and" and (clause.borrowed or fronted):
        return list(tokens[begin : clause.last])
    return None
