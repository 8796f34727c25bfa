"""Where each event and its label find room: lanes and labels that never overlap."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from math import ceil

LABEL_HEIGHT = 16
LANE_HEIGHT = 28
TIGHT_LANE = 20


Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Body:
    """The room an event needs, in pixels: `left` to `right` for itself, and the `spots` where
    its label may stand, the best first.
    """

    left: float
    right: float
    spots: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """The lane of an event (0 is the topmost) and the number of the spot its label has."""

    lane: int
    spot: int | None = None


@dataclass(frozen=True, slots=True)
class Seating:
    """The seats in the order of the bodies, the number of lanes and the height of each."""

    seats: tuple[Seat, ...]
    lanes: int
    lane_height: float


@dataclass(slots=True)
class _Lane:
    """What is taken of one lane: stretches that don't overlap, in order."""

    taken: list[tuple[float, float]] = field(default_factory=list)

    def free(self, left: float, right: float) -> bool:
        at = bisect_left(self.taken, (right, right))
        return at == 0 or self.taken[at - 1][1] <= left

    def take(self, left: float, right: float) -> None:
        if right > left:
            insort(self.taken, (left, right))


def pack(bodies: Sequence[Body]) -> tuple[int, ...]:
    """The topmost free lane for each body, from left to right; as few lanes as possible.

    >>> pack([Body(0, 10), Body(5, 15), Body(10, 20)])
    (0, 1, 0)
    """
    lanes = [0] * len(bodies)
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    used = 0
    for i in sorted(range(len(bodies)), key=lambda i: (bodies[i].left, i)):
        while busy and busy[0][0] <= bodies[i].left:
            heappush(free, heappop(busy)[1])
        if free:
            lanes[i] = heappop(free)
        else:
            lanes[i], used = used, used + 1
        heappush(busy, (bodies[i].right, lanes[i]))
    return tuple(lanes)


def seat(
    bodies: Sequence[Body], ranks: Sequence[int], room: float, certain: int | None = None
) -> Seating:
    """Seats for all, labels for as many as there is room.

    `ranks` are the indexes of the bodies that may have labels, the most important first; `room`
    is the height in pixels; `certain` has its label even over others' bodies. The same input
    gives the same seats.
    """
    lanes = pack(bodies)
    count = max(lanes, default=-1) + 1
    cap = int(room // TIGHT_LANE)
    spots: dict[int, int] = {}
    if ranks and count <= cap:
        lanes, spots = _most_labels(bodies, ranks, cap) or (lanes, spots)
        count = max(lanes, default=-1) + 1
    height = min(LANE_HEIGHT, room / max(count, 1))
    if certain is not None and certain not in spots and bodies[certain].spots:
        spots = {certain: 0} | spots
    if ranks:
        _fill(bodies, ranks, lanes, spots, ceil(LABEL_HEIGHT / height) - 1)
    seats = tuple(Seat(lane, spots.get(i)) for i, lane in enumerate(lanes))
    return Seating(seats, count, height)


def _most_labels(
    bodies: Sequence[Body], ranks: Sequence[int], cap: int
) -> tuple[tuple[int, ...], dict[int, int]] | None:
    """Seats with labels for the most important ones, as many as fit into `cap` lanes."""
    best = _try(bodies, frozenset(ranks), cap)
    low, high = (0, len(ranks) - 1) if best is None else (1, 0)
    while low <= high:
        middle = (low + high) // 2
        found = _try(bodies, frozenset(ranks[:middle]), cap)
        if found is None:
            high = middle - 1
        else:
            low, best = middle + 1, found
    return best


def _try(
    bodies: Sequence[Body], labelled: frozenset[int], cap: int
) -> tuple[tuple[int, ...], dict[int, int]] | None:
    lanes = [0] * len(bodies)
    spots: dict[int, int] = {}
    taken: list[_Lane] = []
    for i in sorted(range(len(bodies)), key=lambda i: (bodies[i].left, i)):
        body = bodies[i]
        left, right = body.left, body.right
        if i in labelled and body.spots:
            left, right = min(left, body.spots[0][0]), max(right, body.spots[0][1])
            spots[i] = 0
        number = next((n for n, lane in enumerate(taken) if lane.free(left, right)), len(taken))
        if number == cap:
            return None
        if number == len(taken):
            taken.append(_Lane())
        taken[number].take(left, right)
        lanes[i] = number
    return tuple(lanes), spots


def _fill(
    bodies: Sequence[Body],
    ranks: Sequence[int],
    lanes: Sequence[int],
    spots: dict[int, int],
    reach: int,
) -> None:
    """Give labels to those without one where the rest leaves room; changes `spots`.

    `reach` is how many lanes above and below a label touches.
    """
    taken = [_Lane() for _ in range(max(lanes, default=-1) + 1)]
    for i, body in enumerate(bodies):
        taken[lanes[i]].take(body.left, body.right)
    for i, spot in spots.items():
        for piece in _outside(bodies[i].spots[spot], bodies[i]):
            taken[lanes[i]].take(*piece)
    for i in ranks:
        if i in spots:
            continue
        own = lanes[i]
        near = [*taken[max(own - reach, 0) : own], *taken[own + 1 : own + reach + 1]]
        for number, stretch in enumerate(bodies[i].spots):
            pieces = _outside(stretch, bodies[i])
            if all(taken[own].free(*piece) for piece in pieces) and all(
                lane.free(*stretch) for lane in near
            ):
                for piece in pieces:
                    taken[own].take(*piece)
                spots[i] = number
                break


def _outside(spot: Stretch, body: Body) -> list[Stretch]:
    """What of a label's stretch reaches out of its own body."""
    left, right = spot
    pieces = ((left, min(right, body.left)), (max(left, body.right), right))
    return [(a, b) for a, b in pieces if b > a]
