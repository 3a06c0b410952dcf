"""What tests ask of the tables that were found in a file."""

from __future__ import annotations

from collections.abc import Callable

from desktop.importing.tables.recognition import Recognition, Role, Table

Look = Callable[..., Recognition]
Sums = Callable[..., dict[str, float]]


def only(found: Recognition) -> Table:
    """The one table of a file."""
    (table,) = found.tables
    return table


def span(table: Table) -> tuple[str, str, str]:
    """How fine its periods are, and the first days of the first and the last."""
    assert table.period is not None
    return table.period.cadence.value, str(table.period.first), str(table.period.last)


def figures(table: Table) -> dict[str, float | None]:
    """What each of its measures adds up to."""
    return {c.name: c.sum for c in table.columns if c.role is Role.VALUE}
