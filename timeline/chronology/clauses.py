"""Clauses: a sentence cut where one thing ends and the next is told.

No grammar of English is needed to give each date its own clause: marks, little words and
the shape of verbs are enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.chronology.asides import is_list_comma, resume_subjects
from timeline.chronology.clause import Clause
from timeline.chronology.roles import DASHES, lean, name_clause
from timeline.chronology.subjects import lend_subjects, skip_adverbs
from timeline.chronology.tokens import Token, is_adverb, is_verb_of_who, weigh_verbs
from timeline.chronology.verbs import (
    AUXILIARIES,
    MODALS,
    SPEAKING,
    is_base,
    is_gerund,
    is_participle,
)
from timeline.chronology.words import (
    COORDINATORS,
    DATE_PREPOSITIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

_OPEN = frozenset("([")
_CLOSE = frozenset(")]")
_MARKS = frozenset((",", ";", ":")) | DASHES | _OPEN | _CLOSE
_ALWAYS = frozenset("while although though because whereas where when".split())
_BEFORE_GERUND = frozenset("after before while when since by once despite upon".split())
_LITTLE = SUBORDINATORS | RELATIVES | COORDINATORS | {"that"}
_CUTTING = _LITTLE | _ALWAYS | _BEFORE_GERUND
_HELPERS = MODALS | {"to"}
_NOTED = _MARKS | _CUTTING | _HELPERS
_STOPPING = _MARKS | RELATIVES | {"that"}
_CHAINED = AUXILIARIES | {"to", "and"}
_TELLING = SPEAKING - {"told", "tells"}
_LINKS = COORDINATORS | RELATIVES
_FAR = 10


def cut_clauses(tokens: Sequence[Token], headline: bool = False) -> list[Clause]:
    """The clauses of a sentence, in order.

    >>> from timeline.chronology.tokens import read_tokens
    >>> text = "She moved to Bonn, where she met Otto Runge, who had left Paris"
    >>> tokens = read_tokens(text, 0, len(text))
    >>> [(c.word, tokens[c.first].text, c.role.name) for c in cut_clauses(tokens)]
    [('', 'She', 'MAIN'), ('where', 'she', 'RELATIVE'), ('who', 'had', 'RELATIVE')]
    """
    scan = _Scan(tokens, weigh_verbs(tokens, headline))
    clauses = scan.clauses()
    for clause in clauses:
        name_clause(tokens, scan.verbs, clause)
    resume_subjects(tokens, scan.verbs, clauses)
    lean(tokens, clauses)
    lend_subjects(tokens, clauses)
    return clauses


@dataclass(slots=True)
class _Sofar:
    """What the clause that is being read has had so far."""

    verb: bool = False
    helper: bool = False  # a modal or "to": a plain verb can follow "and"
    relative: bool = False
    waiting: bool = False  # the noun before a relative clause still waits for its verb
    apposed: bool = False  # and a comma closes what is said of it


class _Scan:
    """A walk over the words of a sentence that looks for places to cut."""

    def __init__(self, tokens: Sequence[Token], verbs: list[int]) -> None:
        self.tokens, self.verbs = tokens, verbs
        self.coming = _coming_verbs(tokens, verbs)

    def clauses(self) -> list[Clause]:
        """The clauses, not yet named."""
        found: list[Clause] = []
        current, sofar, depth = Clause(0, 0), _Sofar(), 0
        told = False  # what was said can begin here
        for i, token in enumerate(self.tokens):
            lower, verb = token.lower, self.verbs[i]
            goes_on = sofar.verb and (told or (sofar.relative and verb == 2))
            if verb:
                told = lower in _TELLING
            elif told:
                told = token.date is not None or lower in DATE_PREPOSITIONS
            if not goes_on and lower not in _NOTED:
                sofar.verb = sofar.verb or verb > 0
                continue
            if lower in _MARKS and not self._is_inside(i, current, sofar):
                depth = max(0, depth + (lower in _OPEN) - (lower in _CLOSE))
                _close(found, current, i)
                current, sofar = Clause(i + 1, i + 1, mark=lower, aside=depth > 0), _Sofar()
                continue
            if lower == "who" and i + 1 < len(self.tokens) and not self.verbs[i + 1]:
                self.verbs[i + 1] = 2 * is_verb_of_who(self.tokens[i + 1])
            if (lower in _CUTTING or goes_on) and self._is_cut(i, current, sofar):
                word = lower if lower in _LITTLE else ""
                begin = i + 1 if word else i
                if i == current.first and not current.word:
                    current.first = begin
                else:
                    _close(found, current, i)
                    current = Clause(begin, begin, aside=depth > 0)
                current.word = word
                within = word in SUBORDINATORS and sofar.waiting and not sofar.apposed
                sofar = _Sofar(
                    helper=sofar.helper and word in COORDINATORS,
                    relative=word in RELATIVES or (word == "that" and self._is_noun_before(i)),
                )
                if within:  # "the man who ran before the bomb exploded was found"
                    sofar.relative = sofar.waiting = True
                elif sofar.relative and found:
                    before = found[-1]
                    sofar.waiting = not any(self.verbs[before.first : before.last])
                    sofar.apposed = "," in (before.mark, self._lower(i - 1))
                if word:
                    continue
            sofar.verb = sofar.verb or verb > 0
            if lower in _HELPERS:
                sofar.helper = True
        _close(found, current, len(self.tokens))
        return found

    def _lower(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def _is_hyphen(self, i: int) -> bool:
        """Whether a mark lies inside a word or a number: no boundary."""
        tokens = self.tokens
        if tokens[i].lower not in ("-", "–", ":"):
            return False
        near = i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end
        return near and i > 0 and tokens[i - 1].end == tokens[i].start

    def _is_inside(self, i: int, current: Clause, sofar: _Sofar) -> bool:
        """Whether a mark cuts nothing: in a word, between numbers, in a list."""
        if self.tokens[i].lower != ",":
            return self._is_hyphen(i)
        if not 0 < i < len(self.tokens) - 1:
            return False
        before, after = self.tokens[i - 1], self.tokens[i + 1]
        if before.date is not None:
            return after.lower == "to" and is_base(self._lower(i + 2))
        if before.text[0].isdigit() and after.text[0].isdigit():
            return after.date is None
        return not sofar.verb and is_list_comma(self.tokens, self.verbs, current, i)

    def _is_noun_before(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].is_word and not self.verbs[i - 1]

    def _is_cut(self, i: int, current: Clause, sofar: _Sofar) -> bool:
        lower, after = self._lower(i), self._lower(i + 1)
        if lower in COORDINATORS:
            return i == current.first or self._is_joint(i, sofar)
        if lower in RELATIVES:
            return True
        if lower == "that":
            return self._is_that(i, current)
        if lower in _BEFORE_GERUND and is_gerund(after):
            return True
        if lower in _ALWAYS:
            return self.coming[i + 1] >= 0 or is_gerund(after) or i == current.first
        if lower in SUBORDINATORS:
            if lower == "as" and after == "of":
                return False
            if self._lower(i - 1) in ("such", "as", "known", "even", "just", "so"):
                return False
            verb = self.coming[i + 1]
            return verb > i + 1 and self.tokens[i + 1].date is None
        if sofar.relative and sofar.verb and self.verbs[i] == 2 and i > current.first:
            return not self._is_chain(i) and not (sofar.apposed and self._is_closed(i))
        return i > current.first and sofar.verb and self._is_told(i, current)

    def _is_joint(self, i: int, sofar: _Sofar) -> bool:
        """Whether "and" begins a new clause: a verb, or somebody who does something."""
        if (not sofar.verb and not sofar.helper) or (self._lower(i) == "so" and self.verbs[i - 1]):
            return False
        at = self._skip(i + 1)
        if at >= len(self.tokens):
            return False
        word = self.tokens[at].lower
        if self.verbs[at]:
            return True
        if sofar.helper and is_base(word) and not self.tokens[at].is_capital:
            return True
        if not sofar.verb:
            return False
        if is_participle(word) and at > i + 1:
            return True
        verb = self.coming[i + 1]
        if sofar.waiting and not sofar.apposed and self._is_last_verb(verb):
            return False  # "a man who stole cars and bikes was jailed"
        if 0 <= verb <= i + _FAR and self.verbs[verb] == 2:
            return True
        return self._after_aside(at)

    def _after_aside(self, at: int) -> bool:
        """Whether a noun at a place has its verb after an aside between commas."""
        first = self._mark_after(at)
        second = self._mark_after(first + 1) if first >= 0 else -1
        if second < 0 or self._lower(first + 1) in _LINKS:
            return False
        place = self._skip(second + 1)
        return place < len(self.tokens) and self.verbs[place] > 0

    def _mark_after(self, at: int) -> int:
        for i in range(at, min(at + _FAR, len(self.tokens))):
            if self._lower(i) == ",":
                return i
        return -1

    def _is_last_verb(self, i: int) -> bool:
        """Whether no verb comes after one at a place before the next mark."""
        if i < 0:
            return False
        after = i + 1
        while after < len(self.tokens) and self._is_chain(after) and self.verbs[after]:
            after += 1
        ahead = self.coming[after]
        return ahead < 0 or self.verbs[ahead] < 2 or self._mark_after(after) in range(after, ahead)

    def _is_closed(self, i: int) -> bool:
        """Whether a comma and a verb after it close the clause: "whose work changed the way
        doctors thought about pain, died".
        """
        comma = self._mark_after(i)
        if comma < 0:
            return False
        place = self._skip(comma + 1)
        return place < len(self.tokens) and self.verbs[place] > 0

    def _is_that(self, i: int, current: Clause) -> bool:
        if (
            i == 0
            or (self.coming[i + 1] < 0 and not self._after_aside(i + 1))
            or (self.verbs[i + 1] == 2 and i == current.first)
        ):
            return False
        before = self.tokens[i - 1]
        told = self.verbs[i - 1] > 0 or before.date is not None or before.lower in SPEAKING
        told = told or is_gerund(before.lower) or before.lower in (",", '"', "“")
        return told or (self._lower(i + 1) not in DETERMINERS and before.is_word)

    def _is_chain(self, i: int) -> bool:
        """Whether a verb goes on with the verb before it: "has been", "said he"."""
        at = i - 1
        while at > 0 and is_adverb(self._lower(at)):
            at -= 1
        before = self._lower(at)
        if self._lower(i) in AUXILIARIES and self.verbs[at] and before not in AUXILIARIES:
            return before in SPEAKING  # not "the bomb exploded was"
        return self.verbs[at] > 0 or before in _CHAINED

    def _is_told(self, i: int, current: Clause) -> bool:
        """Whether what was said begins here, without "that"."""
        token = self.tokens[i]
        if not token.is_word or token.lower in PREPOSITIONS or is_adverb(token.lower):
            return False
        back = i - 1
        while back > current.first and (
            self.tokens[back].date is not None
            or (back < i - 1 and self._lower(back) in DATE_PREPOSITIONS)
        ):
            back -= 1
        if not self.verbs[back] or self._lower(back) not in _TELLING:
            return False
        verb = self.coming[i]
        if verb > i and self._lower(verb - 1) in COORDINATORS:
            return False  # "announced his plan and left"
        return verb > i or self._after_aside(i)

    def _skip(self, i: int) -> int:
        return skip_adverbs(self.tokens, i)


def _close(clauses: list[Clause], clause: Clause, end: int) -> None:
    clause.last = end
    if end > clause.first:
        clauses.append(clause)


def _coming_verbs(tokens: Sequence[Token], verbs: Sequence[int]) -> list[int]:
    """For each place the number of the next verb before a mark or a little word, else -1."""
    coming = [-1] * (len(tokens) + 2)
    for i in range(len(tokens) - 1, -1, -1):
        lower = tokens[i].lower
        if verbs[i]:
            coming[i] = i
        elif lower not in _STOPPING:
            coming[i] = coming[i + 1]
    return coming
