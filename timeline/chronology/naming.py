"""Names for events: ids that stay when the text around an event changes."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2s

from timeline.chronology.group import Group
from timeline.chronology.likeness import gist


def name_groups(groups: Sequence[Group]) -> list[str]:
    """An id for each group, unique among them: a short hash of the title's words and the words
    of its date, whatever the order and the day of the documents.
    """
    names: list[str] = []
    taken: set[str] = set()
    for group in groups:
        name = min(hash_of(draft.title, draft.said) for draft in group.drafts)
        salt = 0
        while name in taken:
            salt += 1
            name = hash_of(group.title, f"{name} {group.drafts[0].document} {salt}")
        taken.add(name)
        names.append(name)
    return names


def hash_of(title: str, said: str) -> str:
    """A short hash of what a title says and of the words of its date.

    >>> hash_of("The bridge fell", "in 1945") == hash_of("the  bridge fell", "In 1945")
    True
    """
    words = sorted(gist(title).words) or title.casefold().split()
    plain = " ".join((*words, "|", *said.casefold().split()))
    return blake2s(plain.encode(errors="replace"), digest_size=6).hexdigest()
