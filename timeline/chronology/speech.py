"""Speech: who said what, in a few words."""

from __future__ import annotations

from itertools import pairwise

from timeline.chronology.asides import resumed
from timeline.chronology.clause import Clause, Role
from timeline.chronology.names import is_known
from timeline.chronology.phrases import words_of
from timeline.chronology.telling import Telling, past_cleft
from timeline.chronology.tokens import Token, is_adverb
from timeline.chronology.undated import drop_dates
from timeline.chronology.verbs import MODALS
from timeline.chronology.wording import MAX_TITLE, polish, trim
from timeline.chronology.words import (
    COORDINATORS,
    DATE_PREPOSITIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)

_MANY = MODALS | frozenset("have are were do don't aren't weren't haven't need want".split())
_LONG = 400
_POINTING = frozenset("it he she they this that there".split())
_OWN = frozenset("his her its their".split())
_LOWERED = (
    DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | frozenset(
        """one two three four five six seven eight nine ten hundreds thousands millions dozens most
    more fewer less only not nearly about people such what how why where when if nobody nothing
    everybody everyone everything somebody someone something anyone""".split()
    )
)


def speech(telling: Telling, number: int, limit: int, said: int | None = None) -> str:
    """Who said what: "Spokesperson said the bridge will open"."""
    clause, tokens = telling.clauses[number], telling.tokens
    if clause.verb is None or telling.tokens[clause.first].lower == "according":
        content = _content(telling, number)
        if content is None:
            words = telling.tokens[clause.first : clause.last]
            led = [t.lower for t in words[:2]] == ["according", "to"]
            return polish(telling.text, drop_dates(words[2 * led :]), limit)
        return polish(telling.text, drop_dates(words_of(telling, content)), limit)
    speaker = _speaker(telling, clause)
    verb = tokens[clause.verb].text
    content = _content(telling, number) if said is None else said
    before = content is not None and content < number and clause.word in COORDINATORS
    same = before and telling.clauses[content or 0].subject == clause.subject
    if not speaker or content is None or same:
        return polish(telling.text, drop_dates(words_ofspeech(telling, clause)), limit)
    content = past_cleft(telling, content)
    words = drop_dates(words_of(telling, content))
    at = telling.clauses[content].verb
    told = tokens[at] if at is not None else None
    what = polish(telling.text, words, max(limit - len(speaker) - len(verb) - 2, 24), told)
    whole = polish(telling.text, words, _LONG, told)
    own = (
        content is not None
        and content > number
        and tokens[clause.verb].lower in ("announced", "announces")
    )
    if own and len(speaker) + len(verb) + len(whole) + 2 > limit:
        pronoun, _, rest = whole.partition(" ")  # "Acme announced that it has bought"
        if pronoun.lower() in _POINTING and rest.startswith(("has ", "have ", "will ")):
            short = f"{speaker} {rest}"
            if len(short) <= limit:
                return short
    if what.endswith("…"):
        speaker = _shorter(speaker)
        what = polish(telling.text, words, max(limit - len(speaker) - len(verb) - 2, 24), told)
    opens = what.split(" ", 1)[0].lower().split("'")[0]
    if opens in ("i", "we", "my", "our"):
        return f"{speaker}: {what}"[:limit]
    quoted = _is_quoted(telling, telling.clauses[content])
    if quoted and opens in _POINTING and not what.endswith("…"):
        return f"{speaker}: {what}"[:limit]  # what "it" is, only the speaker knows
    if content < number and speaker.split(" ", 1)[0].lower() in _OWN and opens not in PRONOUNS:
        whole = f"{what}, {speaker[:1].lower()}{speaker[1:]} {verb}"
        return whole if len(whole) <= limit else what
    verb = "said" if verb in ("told", "tells") else verb
    opening = trim(words)
    for token, after in pairwise(opening[:3]):
        low = token.text[0].islower() or token.lower.split("'")[0] in _LOWERED
        plural = token.lower.endswith("s") and after.lower in _MANY  # "Countries have"
        low = low or (plural and not is_known(telling, token))
        if low and what.startswith(token.text[:1].upper() + token.text[1:]):
            what = what[:1].lower() + what[1:]
            break
    return f"{speaker} {verb} {what}".strip()


def spoken(telling: Telling, number: int, limit: int = MAX_TITLE) -> str:
    """The title for words in the first person: who said them; empty where it is not told."""
    for n, clause in enumerate(telling.clauses):
        if clause.role is Role.SPEECH and clause.verb is not None and n != number:
            return speech(telling, n, limit, number)
    return ""


def words_ofspeech(telling: Telling, clause: Clause) -> list[Token]:
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
    if not who and tokens[clause.verb].lower not in ("told", "tells"):  # "…," said the minister
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
    after = number + 1
    while after < len(clauses) and _is_idle(telling, after):
        after += 1
    if after < len(clauses):
        following = clauses[after]
        quoted = following.mark == "," and _is_quoted(telling, following)
        if following.role in (Role.MAIN, Role.SUB, Role.FRAGMENT) and (
            following.word == "that" or following.mark in ("", ":") or quoted
        ):
            told = resumed(clauses, after)
            ahead = clauses[after + 1] if after + 1 < len(clauses) else None
            if following.word in SUBORDINATORS and ahead is not None and (
                ahead.role is Role.MAIN and ahead.mark == "," and not ahead.word
            ):  # fmt: skip
                return after + 1  # "said that if it rains, he will stay"
            if told is not None:
                return told
    for n, clause in enumerate(clauses):
        if clause.role is Role.MAIN and clause.verb is not None:
            return n
    here = clauses[number]
    near = clauses[number - 1] if number else None
    spoken_of = near is not None and near.role is Role.SPEECH and _is_quoted(telling, near)
    if spoken_of and here.mark == "," and not here.word:
        return number - 1  # "He told me it was talk," she recalled
    said = here.verb == here.first and here.mark == "," and not here.word
    return number - 1 if said and number else None


def _is_idle(telling: Telling, number: int) -> bool:
    """Whether a clause is nothing but a date or an adverb: "said privately on Monday that"."""
    clause = telling.clauses[number]
    words = (t for t in telling.words(number) if t.date is None and t.is_word)
    bare = all(is_adverb(t.lower) or t.lower in DATE_PREPOSITIONS for t in words)
    return clause.role is Role.FRAGMENT and bare


def _is_quoted(telling: Telling, clause: Clause) -> bool:
    """Whether a quotation begins with a clause."""
    return clause.first > 0 and telling.tokens[clause.first - 1].lower in ('"', "“", "`", "'", "‘")
