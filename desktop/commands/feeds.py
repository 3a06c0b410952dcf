"""``--feed COLUMN[=KPI]``: which column of a spreadsheet feeds which KPI."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from desktop.core.kpi import Kpi
from desktop.qtkit.wording import tr

if TYPE_CHECKING:
    from desktop.services.imports import ImportDraft, Rule, TableRule


@dataclass(frozen=True, slots=True)
class Feed:
    """A column (or a row of a wide table) by its name, and the KPI by its name or key.

    Without a KPI, the one that carries the column's name, or a new one.
    """

    column: str
    kpi: str = ""


def feed_option() -> click.Option:
    """As often as wanted."""
    return click.Option(
        ["feeds", "--feed"],
        multiple=True,
        metavar="COLUMN[=KPI]",
        callback=_as_feeds,
        help=tr("Let a column feed a KPI, by its name or key; a KPI that is not there is made."),
    )


def rules_for(draft: ImportDraft, feeds: Sequence[Feed], kpis: Sequence[Kpi]) -> list[TableRule]:
    """The rules that ``feeds`` mean for a file; those on from the start when none is about it."""
    asked = [rule for feed in feeds for rule in _rules(draft, feed, kpis)]
    return asked or list(draft.chosen())


def columns_of(draft: ImportDraft) -> list[str]:
    """The names that ``--feed`` may give for a file, in their order."""
    rules = (each.rule for suggestions in draft.suggestions for each in suggestions)
    return list(dict.fromkeys(rule.column for rule in rules))


def _rules(draft: ImportDraft, feed: Feed, kpis: Sequence[Kpi]) -> Iterator[TableRule]:
    from desktop.services.imports import TableRule

    for table, suggestions in enumerate(draft.suggestions):
        for suggestion in suggestions:
            if suggestion.rule.column.casefold() == feed.column.casefold():
                yield TableRule(table, _fed(suggestion.rule, feed.kpi, kpis))


def _fed(rule: Rule, wanted: str, kpis: Sequence[Kpi]) -> Rule:
    """The rule for the KPI that is wanted."""
    if not wanted:
        return rule
    name = wanted.casefold()
    known = next((kpi for kpi in kpis if name in (kpi.name.casefold(), kpi.key)), None)
    if known is not None:
        return replace(rule, kpi_id=known.id, new_kpi=None)
    new = rule.new_kpi or Kpi(name=wanted)
    return replace(rule, kpi_id=None, new_kpi=replace(new, name=wanted, key=""))


def _as_feeds(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[Feed, ...]:
    found = []
    for value in values:
        column, _, kpi = value.rpartition("=") if "=" in value else (value, "", "")
        if not column.strip():
            raise click.BadParameter(tr("“{value}” names no column.", value=value))
        found.append(Feed(column.strip(), kpi.strip()))
    return tuple(found)
