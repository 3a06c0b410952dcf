"""The strategy map: goals and KPIs in the bands of the scorecard, and what moves what, as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from desktop.core.cause import Cause
from desktop.core.company import Company
from desktop.core.goal_map import MapNode
from desktop.core.kpi import Perspective
from desktop.core.message import Message, msg
from desktop.core.names import name
from desktop.core.record import record

# from what is wanted in the end down to what it grows from; ``None`` for those in none yet
BANDS: tuple[Perspective | None, ...] = (*Perspective, None)


@record(frozen=True, slots=True, kw_only=True)
class StrategyNode:
    """A goal or KPI.  ``follows`` says that the perspective is not its own: a goal's follows from
    the KPIs of its key results."""

    node: MapNode
    perspective: Perspective | None = None
    follows: bool = False

    @property
    def key(self) -> str:
        return self.node.key


@record(frozen=True, slots=True, kw_only=True)
class Arrow:
    """From cause to effect, by the keys of their nodes; ``note`` is why we believe it."""

    cause_id: int
    cause: str
    effect: str
    note: str = ""


@record(frozen=True, slots=True, kw_only=True)
class StrategyMap:
    """``unseen`` counts the KPIs that are left out since no goal and no arrow needs them."""

    company: Company
    today: date
    as_of: date | None = None
    nodes: tuple[StrategyNode, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    unseen: int = 0


def band_name(band: Perspective | None) -> Message:
    """What a band is called."""
    return msg("No perspective yet") if band is None else name(band)


def lacking(band: Perspective | None) -> Message:
    """What is said where a band is empty."""
    if band is Perspective.LEARNING:
        return msg("Nothing here says yet how we learn and grow.")
    return msg("No goal and no KPI here yet.")


def shown_bands(nodes: Sequence[StrategyNode]) -> list[int]:
    """The numbers of the bands to show: all perspectives, and those without when there are any."""
    used = {node.perspective for node in nodes}
    return [number for number, band in enumerate(BANDS) if band is not None or None in used]


def followed(weights: Iterable[tuple[Perspective | None, float]]) -> Perspective | None:
    """The perspective that carries most weight among a goal's key results; ``None`` when there is
    none, or two weigh the same."""
    totals: dict[Perspective, float] = {}
    for perspective, weight in weights:
        if perspective is not None:
            totals[perspective] = totals.get(perspective, 0.0) + weight
    most = max(totals.values(), default=0.0)
    first = [each for each, total in totals.items() if total == most]
    return first[0] if len(first) == 1 else None


def goal_key(goal_id: int | None) -> str:
    """The key of a goal's node."""
    return f"goal {goal_id}"


def kpi_key(kpi_id: int | None) -> str:
    """The key of a KPI's node."""
    return f"kpi {kpi_id}"


def cause_key(cause: Cause) -> str:
    """The key of the node that an arrow begins at."""
    if cause.cause_goal_id is not None:
        return goal_key(cause.cause_goal_id)
    return kpi_key(cause.cause_kpi_id)


def effect_key(cause: Cause) -> str:
    """The key of the node that an arrow points at."""
    if cause.effect_goal_id is not None:
        return goal_key(cause.effect_goal_id)
    return kpi_key(cause.effect_kpi_id)


def between(cause: str, effect: str, note: str = "") -> Cause:
    """An arrow that is not saved yet, between the nodes of two keys."""
    ids: dict[str, int] = {}
    for end, key in (("cause", cause), ("effect", effect)):
        kind, _, number = key.partition(" ")
        ids[f"{end}_{kind}_id"] = int(number)
    return Cause(
        cause_goal_id=ids.get("cause_goal_id"),
        cause_kpi_id=ids.get("cause_kpi_id"),
        effect_goal_id=ids.get("effect_goal_id"),
        effect_kpi_id=ids.get("effect_kpi_id"),
        note=note,
    )


def leads_to(causes: Sequence[Cause], start: str, end: str) -> bool:
    """Whether arrows lead from one node to another, directly or by way of others."""
    following: dict[str, list[str]] = {}
    for cause in causes:
        following.setdefault(cause_key(cause), []).append(effect_key(cause))
    return _reaches(following, start, end)


def _reaches(following: Mapping[str, Sequence[str]], start: str, end: str) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        key = waiting.pop()
        if key == end:
            return True
        if key not in seen:
            seen.add(key)
            waiting += following.get(key, ())
    return False
