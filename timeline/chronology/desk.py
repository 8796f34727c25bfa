"""A sentence with its dated mentions, being read: each becomes a draft of an event."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from timeline.calendar.cell import Cell
from timeline.calendar.times import (
    PLAIN,
    Anniversary,
    Bound,
    Pattern,
    Shade,
    Time,
    Vague,
)
from timeline.chronology.anniversaries import celebration, remembered
from timeline.chronology.clause import Role
from timeline.chronology.dated import UNDATED, find_dated, group_alike
from timeline.chronology.dating import Dating
from timeline.chronology.dependent import date_dependents
from timeline.chronology.event import Passage
from timeline.chronology.keys import LONGEST, key_of, says_little
from timeline.chronology.kinds import (
    happened,
    is_announcement,
    is_negated,
    kind_of,
    looks_ahead,
)
from timeline.chronology.likeness import agrees, is_finer
from timeline.chronology.referents import name_subject
from timeline.chronology.sentences import Sentence
from timeline.chronology.source import Document
from timeline.chronology.speech import spoken
from timeline.chronology.telling import (
    Telling,
    dateline_end,
    has_label,
    is_before_noun,
    label_end,
    take_apart,
)
from timeline.chronology.titles import entry, later
from timeline.chronology.wording import MAX_TITLE
from timeline.chronology.words import PRONOUNS
from timeline.normaliser.mention import Mention

_RECORDS = frozenset("first only last best worst most least time".split())
_FIRST_PERSON = frozenset(("i", "we", "you", "my", "our", "i'm", "we're", "i've", "we've"))


class Draft(NamedTuple):
    """What one mention tells, or a few in one clause.

    `about` are the words that say what it is about, mostly its title; `said` are the words of
    the date, `related` the numbers of the drafts it is tied to;
    `rests` is where the mention begins that a date without a word of its own rests on;
    `keys` say where it is told, one for each mention.
    """

    number: int
    document: str
    title: str
    about: str
    time: Time | None
    shade: Shade
    kind: str
    passage: Passage
    said: str
    confidence: float
    headline: bool = False
    related: tuple[int, ...] = ()
    basis: str = "date"
    reason: str = ""
    lead: bool = False
    rests: int | None = None
    keys: tuple[str, ...] = ()


class Desk:
    """One sentence with its mentions, being read."""

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        inside: Sequence[Mention],
        header: Sequence[tuple[int, int]],
    ) -> None:
        self.document, self.sentence, self.first, self.shouting = document, sentence, 0, False
        self.told: dict[int, int] = {}
        self.taken: set[int] = set()
        self.hanging: dict[int, Dating] = {}
        self.look_back: tuple[int, Callable[[int], Telling]] | None = None
        text = document.text
        near = [s for s in header if s[0] < sentence.end and s[1] > sentence.start]
        if sentence.headline and inside and has_label(text, sentence):
            near.append((inside[0].start, inside[0].end))
        self.begin = max(dateline_end(text, sentence), label_end(text, sentence, near))
        self.mentions = [
            m
            for m in inside
            if m.start >= self.begin
            and not (near and any(a < m.end and m.start < b for a, b in near))
        ]
        dates = [
            (m.start, m.end, n)
            for n, m in enumerate(self.mentions)
            if not isinstance(m.time, UNDATED)
        ]
        self.telling: Telling = take_apart(text, sentence, dates, self.begin)
        self.text = text[sentence.start : sentence.end]

    def drafts(self) -> list[Draft]:
        """The drafts of the sentence."""
        made: list[Draft] = []
        told = self.told = find_dated(self.telling, self.mentions)
        self.taken = {*told.values()}
        self.hanging = date_dependents(self)
        for number in self.hanging:
            self.telling.clauses[number].apart = True
        used: set[int] = set()
        for number, mention in enumerate(self.mentions):
            if isinstance(mention.time, Anniversary):
                near = self._clause_near(mention)
                self.taken |= set() if near is None else {near}
                made += self._anniversary(number, mention, told, used, len(made))
        for clause, numbers in _by_clause(told).items():
            rest = [n for n in numbers if n not in used]
            titles: set[str] = set()
            for group in group_alike(self.mentions, rest):
                draft = self._plain(clause, group, len(made), titles)
                if draft is not None:
                    made.append(draft)
                    titles.add(draft.title)
        return made

    def _plain(self, clause: int, group: Sequence[int], made: int, taken: set[str]) -> Draft | None:
        mention = self.mentions[group[0]]
        place = self.telling.place(group[0])
        assert place is not None
        announced = self._announced(clause)
        if announced is not None:
            clause, place = announced
            self.taken.add(clause)
        title = entry(self.telling, clause, place)
        if " " not in title:
            title = self._main_title(clause, place) or title
        if not title:
            return None
        kind = kind_of(self.telling, clause, mention.time, mention.shade, self.document.written)
        shade = mention.shade
        if self._is_end_of_wait(clause, place):
            title, shade = f"{title} until {mention.text}", replace(shade, bound=None)
            kind = (
                "planned" if looks_ahead(self.telling, self.telling.clauses[clause]) else "reported"
            )
        if mention.shade.bound is Bound.SINCE and self._is_record(clause):
            rests = any(dating.mention in self.mentions for dating in self.hanging.values())
            if rests or self._is_dated(clause, place):
                return None  # "their first title since 1974 on Sunday"
            kind = "background"
        if title.split(" ", 1)[0].lower() in _FIRST_PERSON:
            said = spoken(self.telling, clause)
            title, kind = (said, "statement" if mention.placed else kind) if said else (title, kind)
        if is_before_noun(self.telling, place):
            if len(group) == 1 and (
                mention.text.lower() == "today" or self._is_dated(clause, place)
            ):
                return None
            kind = "background" if kind == "reported" else kind
        named = self._named(title, clause)
        if len(named) > MAX_TITLE:
            room = MAX_TITLE - (len(named) - len(title))
            named = self._named(entry(self.telling, clause, place, room), clause)
        title = named if len(named) <= MAX_TITLE else title
        if title in taken:
            other = self._named(later(self.telling, clause, place, taken), clause)
            title = other if 0 < len(other) <= MAX_TITLE else title
        return self._draft(title, mention.time, shade, kind, sorted(group), made, clause=clause)

    def _announced(self, clause: int) -> tuple[int, int] | None:
        """What was announced to have happened, as a clause and its verb: of "The firm bought Acme,
        it announced on Monday" the first, which is what Monday tells of.
        """
        telling = self.telling
        speech = telling.clauses[clause]
        if speech.role is not Role.SPEECH or not is_announcement(telling, speech):
            return None
        for n in (clause - 1, clause + 1):
            if 0 <= n < len(telling.clauses) and n not in self.taken:
                other = telling.clauses[n]
                main = other.role is Role.MAIN and other.verb is not None
                if main and happened(telling, n) and not is_negated(telling, other):
                    assert other.verb is not None
                    return n, other.verb
        return None

    def _is_end_of_wait(self, clause: int, place: int) -> bool:
        """Whether a date ends a wait: "did not arrive until Monday"."""
        before = self.telling.tokens[place - 1].lower if place else ""
        return before in ("until", "till") and is_negated(
            self.telling, self.telling.clauses[clause]
        )

    def implied(self, clause: int, dating: Dating, *, lead: bool) -> Draft | None:
        """The draft of a clause without a date of its own, None if it makes no title."""
        first, verb = self.telling.clauses[clause].first, self.telling.clauses[clause].verb
        title = entry(self.telling, clause, first if verb is None else verb)
        if " " not in title or title.endswith("…"):
            return None
        kind = kind_of(self.telling, clause, dating.time, dating.shade, self.document.written)
        if kind == "reported" and dating.basis != "date" and not happened(self.telling, clause):
            kind = "background"
        if kind == "background" and verb is None:
            kind = "reported"  # what stands under a date: "1939. War."
        named = self._named(title, clause)
        title = named if len(named) <= MAX_TITLE else title
        if title.split(" ", 1)[0].lower() in _FIRST_PERSON:
            return None
        draft = self._draft(title, dating.time, dating.shade, kind, (), 0, clause=clause)
        leading = lead and kind == "reported" and title.split(" ", 1)[0].lower() not in PRONOUNS
        return draft._replace(
            confidence=dating.confidence,
            basis=dating.basis,
            reason=dating.reason,
            lead=leading,
            rests=None if dating.mention is None else dating.mention.start,
        )

    def _named(self, title: str, clause: int) -> str:
        """A title with a name for the pronoun it begins with."""
        return name_subject(title, *self.look_back, clause) if self.look_back else title

    def _main_title(self, clause: int, place: int) -> str:
        """The title of the main clause, for a date whose own clause tells next to nothing."""
        if self.telling.clauses[clause].role is Role.RELATIVE:
            return ""  # "the year 2022, which ended in September"
        for number, other in enumerate(self.telling.clauses):
            if other.role is Role.MAIN and number != clause and not other.dated:
                return entry(self.telling, number, place)
        return ""

    def _is_record(self, clause: int) -> bool:
        """Whether a clause speaks of the first, the most … since a date."""
        words = {t.lower for t in self.telling.words(clause)}
        return bool(words & _RECORDS) or any(w.endswith("est") and len(w) > 4 for w in words)

    def _is_dated(self, clause: int, place: int) -> bool:
        """Whether a clause has a date beside the one at a place."""
        first, last = self.telling.clauses[clause].first, self.telling.clauses[clause].last
        own = (t for i, t in enumerate(self.telling.tokens[first:last], first) if i != place)
        return any(t.date is not None for t in own)

    def _draft(
        self,
        title: str,
        time: Time | None,
        shade: Shade,
        kind: str,
        numbers: Sequence[int],
        made: int,
        related: tuple[int, ...] = (),
        about: str = "",
        clause: int | None = None,
    ) -> Draft:
        sentence = self.sentence
        chosen = tuple(self.mentions[n] for n in numbers)
        told = None if clause is None else self._span(clause)
        own = f"{kind}: {title}" if clause is None else self._words_of(clause)
        passage = Passage(self.document.name, sentence.start, sentence.end, self.text, chosen, told)
        return Draft(
            number=self.first + made,
            document=self.document.name,
            title=title.capitalize() if self.shouting else title,
            about=about or title,
            time=time,
            shade=shade,
            kind=kind,
            passage=passage,
            said=" ".join(m.text for m in chosen),
            confidence=_confidence(time, shade, chosen),
            headline=sentence.headline,
            related=related,
            keys=self._keys(own, chosen),
        )

    def _span(self, clause: int) -> tuple[int, int]:
        words = self.telling.words(clause)
        return words[0].start, words[-1].end

    def _words_of(self, clause: int) -> str:
        """The words of a clause, of its sentence where they say little: a draft's own words,
        before a name takes the place of a pronoun."""
        tokens = self.telling.words(clause)
        if not tokens:
            return self.text
        start = tokens[0].start
        words = self.telling.text[start : min(tokens[-1].end, start + LONGEST)]
        return self.text if says_little(words) else words

    def _keys(self, own: str, chosen: Sequence[Mention]) -> tuple[str, ...]:
        said = [m.text for m in chosen] or [""]
        return tuple(key_of(self.document.name, own, words) for words in said)

    def _anniversary(
        self, number: int, mention: Mention, told: dict[int, int], used: set[int], made: int
    ) -> Iterator[Draft]:
        time = mention.time
        assert isinstance(time, Anniversary)
        title, alone = celebration(self.telling, mention.start, mention.end)
        when, shade, with_ = self._day_of(mention, time, told, alone)
        if alone and with_ is not None:
            used.add(with_)
        things = remembered(self.telling, mention.start, mention.end)
        if time.origin is None and time.celebration is None and time.every is None:
            return
        chosen = sorted({number} | ({with_} if with_ is not None and alone else set()))
        own = self.first + made
        origins = [
            self._draft(thing, time.origin, mention.shade, "origin", [number], made + 1 + k, (own,))
            for k, thing in enumerate(dict.fromkeys(things))
            if time.origin is not None
        ]
        tied = tuple(draft.number for draft in origins)
        about = " ".join(things)
        act = self._draft(title, when, shade, "anniversary", chosen, made, tied, about)
        yield act
        yield from origins

    def _day_of(
        self, mention: Mention, time: Anniversary, told: dict[int, int], alone: bool
    ) -> tuple[Time | None, Shade, int | None]:
        """When an anniversary is celebrated, and the number of the mention that says so."""
        near: list[tuple[int, int]] = []
        for number, clause in told.items():
            other = self.mentions[number]
            if not other.placed or self.telling.clauses[clause].role is Role.SPEECH:
                continue
            near.append((abs(other.start - mention.start), number))
        whole: Cell | None = time.celebration
        for _, number in sorted(near):
            other = self.mentions[number]
            if whole is None:
                same = told[number] == self._clause_near(mention)
                if same or alone:
                    return other.time, other.shade, number
            elif agrees(whole, other.time, PLAIN, other.shade):
                finer = is_finer(other.time, whole, other.shade, PLAIN) or other.time == whole
                return (other.time if finer else whole), other.shade if finer else PLAIN, number
        return whole, replace(mention.shade, bound=None), None

    def _clause_near(self, mention: Mention) -> int | None:
        place = self.telling.place_at(mention.start)
        return None if place is None else self.telling.clause_at(place)


def _by_clause(told: dict[int, int]) -> dict[int, list[int]]:
    grouped: dict[int, list[int]] = {}
    for number, clause in told.items():
        grouped.setdefault(clause, []).append(number)
    return grouped


_NO_MENTION = 0.95


def _confidence(time: Time | None, shade: Shade, chosen: Sequence[Mention]) -> float:
    if isinstance(time, Vague | Pattern) or time is None:
        return 0.3
    sure = min((mention.confidence for mention in chosen), default=_NO_MENTION)
    return round(max(sure - 0.1 * shade.about - 0.25 * shade.uncertain, 0.1), 3)
