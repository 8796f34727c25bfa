"""Marks with their seats: pixels of the usual width, lanes, labels, arrows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.calendar.cell import Cell
from timeline.chart.lanes import Body, Seating, Stretch, seat
from timeline.chart.marks import Mark, Shape, clamp
from timeline.chart.style import LABEL_SIZE
from timeline.chart.text import plain, shorten
from timeline.chart.text import width as text_width

FEW = 40
LABEL, LONG_LABEL = 220, 340
"""The widest labels, in pixels; up to a `FEW` events can have long ones."""
SHORTEST = 60
ARROW = 34
RADIUS = 8
GAP = 12
BOLD = 1.12
_RANKS = {"reported": 0, "planned": 0, "anniversary": 1, "origin": 1, "statement": 2}


@dataclass(frozen=True, slots=True)
class Scale:
    """Seconds to pixels, on a chart of the usual width."""

    low: int
    high: int
    width: float

    def __call__(self, moment: int) -> float:
        return (moment - self.low) / (self.high - self.low) * self.width

    def seconds(self, pixels: float) -> int:
        """How many seconds so many pixels are."""
        return round(pixels * (self.high - self.low) / self.width)


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a moment: to the "right" or the "left" of it."""

    text: str
    at: int
    side: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its lane, its drawn ends and its label, if there is room for one."""

    mark: Mark
    lane: int
    start: int
    stop: int
    label: Label | None = None


def place(
    found: Sequence[Mark], scale: Scale, room: float, selected: str | None, many: bool
) -> tuple[list[Placed], Seating]:
    """All marks in lanes within `room` pixels of height; if they are `many`, a label only for
    the selected one.
    """
    arrow = scale.seconds(ARROW)
    ends = [
        (
            clamp(mark.at - arrow) if mark.start is None else mark.start,
            clamp(mark.at + arrow) if mark.stop is None else mark.stop,
        )
        for mark in found
    ]
    most = min(LONG_LABEL if len(found) <= FEW else LABEL, scale.width * 0.45)
    bodies: list[Body] = []
    labels: list[list[Label]] = []
    certain: int | None = None
    for i, (mark, end) in enumerate(zip(found, ends, strict=True)):
        spots: list[tuple[Stretch, Label]] = []
        chosen = mark.event.id == selected
        if chosen or not many:
            text = shorten(plain(mark.event.title[:500]), most)
            spots = list(_spots(mark, *end, text, scale, chosen))
            certain = i if chosen else certain
        bodies.append(Body(*_body(mark, *end, scale), tuple(spot for spot, _ in spots)))
        labels.append([label for _, label in spots])
    ranks: list[int] = []
    if not many:
        ranks = sorted(range(len(found)), key=lambda i: (*_rank(found[i], selected), i))
    seating = seat(bodies, ranks, room, certain)
    return [
        Placed(mark, got.lane, *end, None if got.spot is None else own[got.spot])
        for mark, end, own, got in zip(found, ends, labels, seating.seats, strict=True)
    ], seating


def _body(mark: Mark, start: int, stop: int, scale: Scale) -> Stretch:
    at = scale(mark.at)
    return min(scale(start), at - RADIUS) - 2, max(scale(stop), at + RADIUS) + 2


def _spots(
    mark: Mark, start: int, stop: int, text: str, scale: Scale, selected: bool
) -> Iterator[tuple[Stretch, Label]]:
    """Where a label can stand on the chart: beside the marker, over a faint band if need be,
    or beside the whole; never over a bar.
    """
    gap, size = (GAP + 6, BOLD) if selected else (GAP, 1.0)
    length = text_width(text, LABEL_SIZE) * size + 6
    at, left, right = scale(mark.at), scale(start), scale(stop)
    inside = mark.shape is not Shape.LENGTH and right - at > 3 * GAP
    anchors = [(mark.at, "right"), (mark.at, "left")] if inside else []
    # A band that is hidden by its marker leaves the label at the marker; a bar never does, since
    # zooming in brings it out.
    beside = mark.shape is Shape.LENGTH or right - at > RADIUS or at - left > RADIUS
    ends = (start, stop) if beside else (mark.at, mark.at)
    anchors += [(ends[1], "right"), (ends[0], "left")]
    rooms = [
        (scale.width - scale(moment) if side == "right" else scale(moment)) - gap
        for moment, side in anchors
    ]
    if 6 + SHORTEST * size <= max(rooms) < length and text:  # better a short label than none
        text = shorten(text, (max(rooms) - 6) / size)
        length = text_width(text, LABEL_SIZE) * size + 6
    for (moment, side), room in zip(anchors, rooms, strict=True) if text else ():
        if length <= room <= scale.width - gap:
            x = scale(moment) + gap if side == "right" else scale(moment) - gap - length
            yield (x, x + length), Label(text, moment, side)


def _rank(mark: Mark, selected: str | None) -> tuple[bool, int, int, int]:
    """The most important first: the selected one, then by kind, precision and passages."""
    event = mark.event
    time = event.time
    grain = int(time.grain) if isinstance(time, Cell) else 0
    return event.id != selected, _RANKS.get(event.kind, 3), grain, -len(event.passages)
