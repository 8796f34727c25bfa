"""Weighing: the parts of each event's weight, from the drafts that tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.chronology.group import Group
from timeline.chronology.weight import (
    Weight,
    count_names,
    implied_factor,
    measure_exactness,
    measure_kind,
    measure_names,
    measure_opening,
    measure_referred,
    measure_sources,
)


def weigh(
    groups: Sequence[Group], names: Sequence[Sequence[str]], lengths: Mapping[str, int]
) -> list[Weight]:
    """The weight of each event; `names` are the entities of each, `lengths` the characters of the
    documents, by name.
    """
    referred = _count_references(groups)
    central = count_names(names)
    return [
        _weigh(group, own, central, referred, lengths)
        for group, own in zip(groups, names, strict=True)
    ]


def _count_references(groups: Sequence[Group]) -> Counter[tuple[str, int]]:
    """How many dates rest on the mention that begins at a place of a document."""
    counts: Counter[tuple[str, int]] = Counter()
    for group in groups:
        for draft in group.all_drafts:
            if draft.rests is not None:
                counts[draft.document, draft.rests] += 1
            for mention in draft.passage.mentions:
                anchored = mention.anchored
                if anchored is not None and anchored.start is not None:
                    counts[draft.document, anchored.start] += 1
    return counts


def _weigh(
    group: Group,
    names: Sequence[str],
    central: Mapping[str, float],
    referred: Counter[tuple[str, int]],
    lengths: Mapping[str, int],
) -> Weight:
    drafts, finest = group.all_drafts, group.best
    passages = {(d.document, d.passage.start) for d in drafts}
    resting = {(d.document, m.start) for d in drafts for m in d.passage.mentions}
    share = min(d.passage.start / max(lengths[d.document], 1) for d in drafts)
    lead = any(d.lead for d in drafts)
    return Weight(
        sources=measure_sources(len(passages), len({d.document for d in drafts})),
        exact=measure_exactness(finest.time, finest.shade),
        opening=measure_opening(lead or any(d.headline for d in drafts), share),
        referred=measure_referred(sum(referred[place] for place in resting)),
        names=measure_names(names, central),
        kind=measure_kind(group.kind),
        factor=implied_factor(finest.basis, lead),
    )
