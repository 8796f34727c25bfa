"""Conflicts: passages that tell one event with dates that contradict each other.

What comes again (meetings, matches, results) has many dates and no conflict, so only acts that
happen once are looked at, and only where names, numbers and ordinals are the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Anniversary
from timeline.chronology.acts import LIFE, ONCE, WHOLE
from timeline.chronology.group import Group
from timeline.chronology.likeness import Gist, gist, likeness

_ALIKE, _ENTIRE, _NEARLY_SAME = 0.8, 0.6, 0.9
_RARE_WORDS, _COMPARED = 3, 8
_RIVALS = 8
"""No event has more dates beside its own; a list that contradicts itself is no evidence."""
_YEAR = 366
_REACH = {"elect": 1, "inaugurate": 1, "sign": 2, "buy": 3, "merge": 3, "convict": 2,
          "sentence": 2, "acquit": 2, "resign": 2, "invade": 2, "crash": 2, "collapse": 10,
          "burn": 3}  # fmt: skip
"""How many years apart two dates of one act can be; what is not here, any number if it is one of
a life, else ten."""
_HAPPENING = frozenset("fight happen occur come strike".split())
"""Verbs that say of something with a name when it was."""
_NAMED = 2
"""So many words, one of them a name, name what happened: "the Battle of Ulm"."""
_ORIGIN_OF, _BEGINNING_OF = ": origin of", "Beginning of "


def settle(groups: Sequence[Group], common: Counter[str]) -> list[Group]:
    """The groups, with those that tell one event with different dates as rivals in one."""
    index: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    home = list(groups)
    gone: set[int] = set()
    for number, group in enumerate(groups):
        about = _claiming(group)
        if about is None:
            continue
        words = frozenset(word for word in about.words if not word[0].isdigit())
        rare = sorted(words, key=lambda word: (common[word], word))[:_RARE_WORDS]
        acts = sorted(_acts(group, about))
        keys = [(act, word) for act in acts for word in rare]
        near = dict.fromkeys(n for key in keys for n in index.get(key, ())[-_COMPARED:])
        near = {n: None for n in near if len(home[n].rivals) < _RIVALS}
        rival = next((n for n in near if _disagree(home[n], group, about)), None)
        if rival is not None:
            home[rival] = _rivals(home[rival], group)
            gone.add(number)
            continue
        for key in ((act, word) for act in acts for word in words):
            index[key].append(number)
    return [group for number, group in enumerate(home) if number not in gone]


def _rivals(one: Group, other: Group) -> Group:
    """Two groups as rivals, the better supported with the other in it."""
    parts = [*one.sides, *other.sides]
    for part in parts:
        part.rivals = []
    first = parts[0]
    first.rivals = parts[1:]
    best, *rest = first.sides
    first.rivals = []
    best.rivals = rest
    return best


def _claiming(group: Group) -> Gist | None:
    """What a group tells, if it is an act that happens once, on one day, or in one month or year,
    that is said without "about", "before" and the like.
    """
    best, time = group.best, group.time
    if best.basis != "date" or group.kind not in ("reported", "origin", "background"):
        return None
    if not isinstance(time, Cell) or not Grain.DAY <= time.grain <= Grain.YEAR:
        time = time.up(Grain.DAY) if isinstance(time, Cell) and time.grain < Grain.DAY else None
    shade = best.shade
    loose = shade.edge is not None or shade.bound is not None or shade.about or shade.uncertain
    if time is None or loose:
        return None
    about = _about(group)
    deed = about.deed
    return about if _acts(group, about) and not deed.denied and not deed.thought else None


def _acts(group: Group, about: Gist) -> frozenset[str]:
    """The acts that happen once which a group tells; "happen" where it only says that something
    with a name took place: "the Battle of Ulm was fought".
    """
    deed = about.deed
    once = deed.acts & ONCE if deed.head in ("", *ONCE) else frozenset()
    named = group.kind == "origin" if not deed.head else deed.head in _HAPPENING
    return once or (frozenset(("happen",)) if named else frozenset())


def _about(group: Group) -> Gist:
    """What a group tells; a zoo whose 50th anniversary has come was founded."""
    about = group.gists[0]
    title = group.drafts[0].title
    begun = group.kind == "origin" and title.startswith(_BEGINNING_OF)
    if _ORIGIN_OF in title or begun:
        thing = title.removeprefix(_BEGINNING_OF) if begun else title.partition(_ORIGIN_OF)[0]
        made = gist(f"Founding of {thing}")
        return replace(made, names=made.names | about.names & made.words)
    return about


def _disagree(one: Group, other: Group, about: Gist) -> bool:
    """Whether two groups tell one event with dates that cannot both be right."""
    mine = _about(one)
    acts = _acts(one, mine) & _acts(other, about)
    apart = _days_apart(one, other)
    if not acts or apart is None or not apart:
        return False
    reach = max(_REACH.get(act, 200 if act in LIFE else 10) for act in acts)
    if apart > reach * _YEAR or (apart == 1 and _is_counted(one, other)):
        return False
    if mine.ordinals != about.ordinals or mine.numbers != about.numbers:
        return False
    shared, names = mine.rest & about.rest, mine.names | about.names
    if "happen" in acts:
        return _is_remembered(one, mine, other, about)
    if not shared & names or len(shared) + len(shared & names) < 3:
        return False
    if (mine.names - about.words) and (about.names - mine.words):
        return False
    together = one.documents & other.documents
    if together and _sentences(one) & _sentences(other):
        return False
    remembered = "origin" in (one.kind, other.kind) and one.kind != other.kind
    if together and not remembered:
        return bool(acts & LIFE) and likeness(mine, about, whole=True) >= _NEARLY_SAME
    if mine.deed.head in WHOLE and not acts & LIFE and _have_other_posts(mine, about):
        return False
    return likeness(mine, about) >= _ALIKE and (
        bool(acts & LIFE) or likeness(mine, about, whole=True) >= _ENTIRE
    )


def _is_remembered(one: Group, mine: Gist, other: Group, about: Gist) -> bool:
    """Whether one of two groups remembers, by name, what the other tells to have taken place."""
    if (one.kind == "origin") == (other.kind == "origin"):
        return False
    origin, told = (mine, about) if one.kind == "origin" else (about, mine)
    if _sentences(one) & _sentences(other) or len(origin.words) < _NAMED:
        return False
    return bool(origin.names) and origin.words == told.rest - told.predicate


def _sentences(group: Group) -> set[tuple[str, int]]:
    return {(draft.document, draft.passage.start) for draft in group.drafts}


def _have_other_posts(one: Gist, other: Gist) -> bool:
    """Whether both say what else: "resigned as mayor", "resigned from the board"."""
    return bool(one.predicate and other.predicate) and not one.predicate & other.predicate


def _days_apart(one: Group, other: Group) -> int | None:
    """How many days lie between two times; 0 if they have one in common."""
    (a, b), (c, d) = one.span, other.span
    if a is None or b is None or c is None or d is None:
        return None
    return max(0, max(a, c) - min(b, d))


def _is_counted(one: Group, other: Group) -> bool:
    """Whether a date was counted from the day of writing, so that it may be a day off: what is
    reported after midnight was "yesterday", or not.
    """
    mentions = (*one.best.passage.mentions, *other.best.passage.mentions)
    return any(m.anchor is not None and not isinstance(m.time, Anniversary) for m in mentions)
