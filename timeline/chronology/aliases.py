"""Aliases: the shorter forms of names, and which name each of them stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from timeline.chronology.cues import CORPORATE, FIRMS, GENERIC, LANDED, NATIONS, PARTICLES, ROYAL
from timeline.chronology.gazetteer import ALSO, FIRST_NAMES, PLACES

_SUFFIXES = frozenset("jr sr junior senior qc kc kbe obe phd md esq".split())
_DROPPED = CORPORATE | frozenset(("fc", "afc", "cf"))
_LOCAL = frozenset(
    """gazette times post journal herald tribune news chronicle observer telegraph guardian council
    university college hospital museum school police orchestra library government court academy
    parliament assembly army symphony exchange""".split()
)
"""Bodies that are mostly called after their place, which is not called after them."""
_SKIPPED = frozenset("of the and for in on de la & du des".split())


@lru_cache(maxsize=16_384)
def short_forms(name: str, kind: str, near: bool = True) -> tuple[str, ...]:
    """What a name may be called once it is known: `near`, in the same text, people by their first
    names and initials too.

    >>> short_forms("Johann von Rantzau", "person")
    ('Johann Rantzau', 'von Rantzau', 'Rantzau', 'Johann', 'JR')
    >>> short_forms("Hartwell Marine Group Ltd.", "organisation")
    ('Hartwell Marine Group', 'Hartwell Marine', 'Hartwell', 'HMG')
    """
    words = name.split(" ")
    if len(words) < 2 or name in PLACES:
        return ()
    forms: list[str] = []
    if kind in ("person", ""):
        forms += _of_person(words, near)
    if kind in ("organisation", ""):
        forms += _of_organisation(words)
    if kind == "other":
        forms += _acronyms(words, least=3)
    return tuple(dict.fromkeys(form for form in forms if form != name and len(form) > 1))


def _of_person(words: list[str], near: bool) -> list[str]:
    title = words[0].lower().rstrip(".")
    if title in LANDED and words[1] == "of":
        return []
    forms: list[str] = []
    if title in ROYAL:
        words = words[1:]
        forms.append(" ".join(words))
    while len(words) > 1 and (
        words[-1].lower().strip(".,") in _SUFFIXES or not words[-1].strip("IVX")
    ):
        words = words[:-1]
        forms.append(" ".join(words))
    if len(words) > 1 and words[1] == "of":
        return [*forms, words[0]]
    if len(words) < 2:
        return forms
    last = len(words) - 1
    if len(words) > 2:
        forms.append(f"{words[0]} {words[-1]}")
    while last > 1 and words[last - 1].lower() in PARTICLES:
        last -= 1
    forms += [" ".join(words[last:]), words[-1]]
    if not near:
        return forms
    if not words[0].endswith("."):
        forms.append(words[0])
    return [*forms, "".join(w[0] for w in words if w[0].isupper())]


def _of_organisation(words: list[str]) -> list[str]:
    forms = []
    acronyms = _acronyms(words, least=2)
    while len(words) > 1:
        bare = words[-1].lower().strip(".,")
        if bare not in _DROPPED and bare not in ("&", "and"):
            break
        words = words[:-1]
        if words[-1] not in ("&", "and"):
            forms.append(" ".join(words).rstrip(","))
    if forms and words[0] in FIRST_NAMES and len(words) == 2:
        forms.append(words[1])  # John Labatt Ltd.
    for length in range(len(words) - 1, 0, -1):
        if words[length - 1].lower() in _SKIPPED or words[length] in ("of", "for"):
            continue
        if length == 1 and not _is_telling(words):
            continue
        front = " ".join(words[:length])
        if front not in PLACES and any(w.lower() not in GENERIC | NATIONS for w in words[:length]):
            forms.append(front)
    return [*forms, *acronyms]


def _is_telling(words: list[str]) -> bool:
    """Whether the first word of a body's name is enough for it: Hartwell, not Royal."""
    first = words[0]
    lower = first.lower()
    if (
        words[-1].lower() in _LOCAL
        or lower in GENERIC
        or lower in NATIONS
        or first in PLACES
        or len(first) < 3
    ):
        return False
    return first not in FIRST_NAMES or words[-1].lower() in FIRMS


def _acronyms(words: list[str], least: int) -> list[str]:
    plain = [w for w in words if w.lower() not in _SKIPPED and w[1:2] != "."]
    core = [w for w in plain if w.lower().strip(".,") not in CORPORATE]
    letters = "".join(w[0] for w in core)
    made = [letters] if len(letters) >= least and letters.isupper() else []
    if "&" in words and len(core) == 2:
        made.append(f"{core[0][0]}&{core[1][0]}")
    return made


def _same_firms(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Firms that only the ends of their names part: Acme Corp, Acme Corp., Acme Corporation."""
    first: dict[str, str] = {}
    for name, kind in names.items():
        front, _, last = name.rpartition(" ")
        if kind == "organisation" and last.lower().strip(".,") in CORPORATE and front:
            known = first.setdefault(front, name)
            if known != name:
                yield name, known


def link(
    names: Mapping[str, str], said: Iterable[tuple[str, str]] = (), *, near: bool = True
) -> dict[str, str]:
    """For each shorter form of some names (with their kinds) the one name it stands for; none
    where several names could be meant. `said` are pairs that a text declares itself: a name and
    the acronym in brackets behind it.

    >>> link({"Tim Cook": "person", "Cook": "", "Ann Roe": "person", "Bo Roe": "person"})["Cook"]
    'Tim Cook'
    """
    fuller: dict[str, dict[str, None]] = {}
    first: dict[str, dict[str, None]] = {}
    for name, kind in names.items():
        forms = short_forms(name, kind, near)
        given = name.split(" ", 1)[0]
        for form in forms:
            (first if form == given and kind != "organisation" else fuller).setdefault(
                form, {}
            )[name] = None  # fmt: skip
    for form, several in first.items():
        fuller.setdefault(form, several)
    found: dict[str, str] = {**dict(said), **dict(_same_firms(names))}
    for form, several in sorted(fuller.items(), key=lambda pair: -len(pair[0])):
        if (
            form in found
            or form in PLACES
            or not _may_stand(form, names.get(form, ""), several, names)
        ):
            continue
        roots = {_root(name, found) for name in several}
        if len(roots) == 1:
            root = roots.pop()
            if root != form:
                found[form] = root
    for form in list(found):
        found[form] = _root(form, found)
    for form, name in ALSO.items():
        if form in names:
            found[form] = name
    return found


def _may_stand(form: str, kind: str, several: Iterable[str], names: Mapping[str, str]) -> bool:
    """Whether a form, where it is itself a name of a kind, can be one of others."""
    if kind == "" or (len(form) == 2 and form.isupper()):  # TM, of the minutes: Theo May
        return True
    return all(names[name] in (kind, "") for name in several)


def _root(name: str, found: Mapping[str, str]) -> str:
    for _ in range(4):
        if name not in found or found[name] == name:
            break
        name = found[name]
    return name
