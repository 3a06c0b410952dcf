"""The goal map: how goals, sub-goals, key results and KPIs hang together, as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from desktop.core.assessment import Status
from desktop.core.company import Company
from desktop.core.message import Message, msg
from desktop.core.record import record


class NodeKind(StrEnum):
    GOAL = "goal"
    KEY_RESULT = "key result"
    KPI = "KPI"


@record(frozen=True, slots=True, kw_only=True)
class MapNode:
    """A goal, key result or KPI, each once.

    ``item_id`` is what opens: the goal's id (for a key result too) or the KPI's.  ``below`` are
    the keys of what hangs on it, in order; a KPI may hang on several.  ``status`` is ``None``
    where there is nothing to judge.
    """

    key: str
    kind: NodeKind
    item_id: int
    title: str
    owner: str = ""
    status: Status | None = None
    detail: Message | None = None  # the one line below the title
    below: tuple[str, ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class GoalMap:
    """Everything that the goals come down to; ``unused`` counts the KPIs that no goal leads to."""

    company: Company
    today: date
    as_of: date | None = None
    nodes: tuple[MapNode, ...] = ()
    unused: int = 0


def kind_name(node: MapNode, level: int) -> Message:
    """What a node is called where it is named by itself."""
    if node.kind is NodeKind.GOAL:
        return msg("Goal") if level == 0 else msg("Sub-goal")
    return msg("Key result") if node.kind is NodeKind.KEY_RESULT else msg("KPI")


def levels(nodes: Sequence[MapNode]) -> dict[str, int]:
    """The column of each node, from 0.  Goals stand at their depth, all key results in the column
    after the deepest goal, KPIs after those; what hangs on several stands after all of them."""
    by_key = {node.key: node for node in nodes}
    order = _from_above(by_key)
    place = {key: number for number, key in enumerate(order)}
    found: dict[str, int] = dict.fromkeys(order, 0)
    least = 0
    for kind in NodeKind:
        of_kind = [by_key[key] for key in order if by_key[key].kind is kind]
        for node in of_kind:
            found[node.key] = max(found[node.key], least)
            for below in node.below:
                if place.get(below, -1) > place[node.key]:  # otherwise it closes a circle
                    found[below] = max(found[below], found[node.key] + 1)
        least = max((found[node.key] + 1 for node in of_kind), default=least)
    return found


def column_names(nodes: Sequence[MapNode], level: Mapping[str, int]) -> tuple[Message, ...]:
    """What stands in each column."""
    kinds: dict[int, set[NodeKind]] = {}
    for node in nodes:
        kinds.setdefault(level[node.key], set()).add(node.kind)
    names, kpis_seen = [], False
    for number in range(max(kinds, default=-1) + 1):
        here = kinds.get(number, set())
        if NodeKind.GOAL in here:
            names.append(msg("Goals") if number == 0 else msg("Sub-goals"))
        elif NodeKind.KEY_RESULT in here:
            names.append(msg("Key results"))
        else:
            names.append(msg("What they are made of") if kpis_seen else msg("KPIs"))
            kpis_seen = True
    return tuple(names)


def _from_above(by_key: Mapping[str, MapNode]) -> list[str]:
    """The keys so that each comes after all that it hangs on; circles are cut where they close."""
    hanging = {below for node in by_key.values() for below in node.below}
    tops = [key for key in by_key if key not in hanging]
    done: list[str] = []
    seen: set[str] = set()

    def walk(key: str) -> None:
        seen.add(key)
        for below in reversed(by_key[key].below):
            if below in by_key and below not in seen:
                walk(below)
        done.append(key)

    for key in [*reversed(tops), *by_key]:  # only circles have no top
        if key not in seen:
            walk(key)
    return done[::-1]
