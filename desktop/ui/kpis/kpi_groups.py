"""The KPIs in their groups: phases of the customer journey or perspectives of the scorecard."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from desktop.core.kpi import Perspective, Phase
from desktop.core.names import name
from desktop.qtkit.wording import say, tr
from desktop.services.kpi_rows import KpiRow

ALL = "all"
NO_GROUP = "none"
ARCHIVED = "archived"


class GroupBy(StrEnum):
    """What the table is grouped by."""

    PHASE = "phase"
    PERSPECTIVE = "perspective"


def group_key(row: KpiRow, by: GroupBy) -> str:
    """The group that a KPI is in; archived ones are a group of their own."""
    if row.kpi.archived:
        return ARCHIVED
    group = row.kpi.phase if by is GroupBy.PHASE else row.kpi.perspective
    return NO_GROUP if group is None else group.value


def group_name(key: str, by: GroupBy) -> str:
    """A group in the reader's words; empty for KPIs in none."""
    if key == ARCHIVED:
        return tr("Archived")
    if key == NO_GROUP:
        return ""
    return say(name(Phase(key) if by is GroupBy.PHASE else Perspective(key)))


def group_order(row: KpiRow, by: GroupBy) -> int:
    """The place of a KPI's group; those without one and archived ones are last."""
    groups = [member.value for member in (Phase if by is GroupBy.PHASE else Perspective)]
    return [*groups, NO_GROUP, ARCHIVED].index(group_key(row, by))


def group_options(rows: Sequence[KpiRow], by: GroupBy) -> list[tuple[str, str]]:
    """The filters that leave something, each with how many KPIs it has."""
    counts: dict[str, int] = {}
    for row in sorted(rows, key=lambda row: group_order(row, by)):
        key = group_key(row, by)
        counts[key] = counts.get(key, 0) + 1
    in_use = len(rows) - counts.get(ARCHIVED, 0)
    options = [(ALL, tr("All {n}", n=in_use))]
    for key, count in counts.items():
        words = group_name(key, by) or tr("No group")
        options.append((key, f"{words} {count}"))
    return options


def arranged(rows: Sequence[KpiRow], by: GroupBy, group: str, search: str) -> list[KpiRow]:
    """The KPIs of one group that hold every word searched for, in order of group and name."""
    words = search.casefold().split()
    return sorted(
        (
            row
            for row in rows
            if _in_group(row, by, group) and all(word in _haystack(row) for word in words)
        ),
        key=lambda row: (group_order(row, by), row.kpi.name.casefold()),
    )


def _in_group(row: KpiRow, by: GroupBy, group: str) -> bool:
    return not row.kpi.archived if group == ALL else group_key(row, by) == group


def _haystack(row: KpiRow) -> str:
    kpi = row.kpi
    return " ".join((kpi.name, kpi.definition, kpi.source, kpi.key, row.owner)).casefold()
