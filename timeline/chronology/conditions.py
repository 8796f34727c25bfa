"""Conditions: what happens if something else does, as one entry."""

from __future__ import annotations

from timeline.chronology.clause import Role
from timeline.chronology.phrases import words_of
from timeline.chronology.speech import spoken
from timeline.chronology.telling import Telling
from timeline.chronology.undated import drop_dates
from timeline.chronology.wording import polish, trim

_LONG = 400
_FEW = 4
_FIRST_PERSON = frozenset("i we my our".split())


def conditional(telling: Telling, number: int, limit: int) -> str:
    """Of "If it is not done by May, either side may leave" what may happen, with its condition;
    empty elsewhere.
    """
    clauses, tokens = telling.clauses, telling.tokens
    here = clauses[number]
    at = number + 1
    while at < min(len(clauses), number + _FEW) and clauses[at].role in (
        Role.SPEECH,
        Role.RELATIVE,
    ):
        at += 1  # "Had it rained, says Ida Roe, who led them, we …"
    then = clauses[at] if at < len(clauses) else None
    if here.word not in ("if", "unless") or here.verb is None or then is None:
        return ""
    if then.role is not Role.MAIN or then.verb is None or then.mark != "," or then.word:
        return ""
    if any(t.date is not None for t in tokens[then.first : then.last]):
        return ""
    lead = tokens[here.first - 1]
    condition = [lead.saying(here.word), *tokens[here.first : here.last]]
    if lead.lower != here.word and here.subject is not None:  # "Had it rained"
        end = here.subject[1]
        condition[1:] = [*tokens[here.first : end], lead.saying(lead.lower)]
        condition += tokens[end : here.last]
    if tokens[then.first].lower in _FIRST_PERSON:
        said = spoken(telling, at)
        whole = polish(telling.text, drop_dates(condition), _LONG)
        title = f"{said} {whole[:1].lower()}{whole[1:]}"
        return title if said and len(title) <= limit else ""
    main = trim(drop_dates(words_of(telling, at)))
    title = polish(telling.text, [*main, *drop_dates(condition)], _LONG)
    return title if len(title) <= limit else polish(telling.text, main, limit)
