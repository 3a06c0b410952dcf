"""What has been changed in a sheet of ours so that something of it cannot be taken."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.message import Message, msg, nmsg
from desktop.core.own_workbook import OwnTable
from desktop.core.period import Period
from desktop.importing.own.own_places import Place, folded

_NAMED = 5  # cells that are named when something is the matter


def own_remarks(place: Place, own: OwnTable) -> Iterator[Message]:
    """A sentence for each thing."""
    yield from _twice(place, own)
    yield from _missing(place, own)
    yield from _strangers(place, own)


def _twice(place: Place, own: OwnTable) -> Iterator[Message]:
    for label, where in place.labels.items():
        if len(where) > 1:
            yield msg(
                "“{label}” stands {count} times on the sheet {sheet}; none of them is taken.",
                label=label,
                count=len(where),
                sheet=place.sheet.name,
            )
    for day, where in place.periods.items():
        if len(where) > 1:
            yield msg(
                "{period} stands {count} times on the sheet {sheet}; none of them is taken.",
                period=Period(own.cadence, day),
                count=len(where),
                sheet=place.sheet.name,
            )


def _missing(place: Place, own: OwnTable) -> Iterator[Message]:
    gone = [kpi.label for kpi in own.kpis if kpi.label not in place.labels]
    if gone:
        yield nmsg(
            "{names} is no longer on the sheet {sheet}.",
            "{names} are no longer on the sheet {sheet}.",
            len(gone),
            names=", ".join(gone),
            sheet=place.sheet.name,
        )


def _strangers(place: Place, own: OwnTable) -> Iterator[Message]:
    """Figures in rows and columns that were not there when the workbook was made."""
    addresses = list(_outside(place, own))
    if addresses:
        yield nmsg(
            "A number outside the form is left out: {cells} on the sheet {sheet}.",
            "{n} numbers outside the form are left out: {cells} on the sheet {sheet}.",
            len(addresses),
            cells=", ".join(addresses[:_NAMED]) + (" …" if len(addresses) > _NAMED else ""),
            sheet=place.sheet.name,
        )


def _outside(place: Place, own: OwnTable) -> Iterator[str]:
    """The addresses of numbers under a heading or beside a label, but not under and beside."""
    sheet = place.sheet
    named = {at for where in place.labels.values() for at in where}
    dated = {at for where in place.periods.values() for at in where}
    rows, columns = (named, dated) if own.across else (dated, named)
    shown_rows, shown_columns = _shown(place, own)
    for column in range(sheet.width):
        if column in shown_columns or (column <= place.side and column not in columns):
            continue
        for row in range(place.line + 1, sheet.height):
            known = row in shown_rows or (row in rows) is (column in columns)
            if not known and isinstance(sheet.columns[column][row], float):
                yield sheet.address(row, column)


def _shown(place: Place, own: OwnTable) -> tuple[set[int], set[int]]:
    """The rows and columns of what is only there to be read."""
    labels = {folded(label) for label in own.shown}
    sheet = place.sheet
    side = sheet.columns[place.side] if own.across else sheet.row(place.line)
    found = {at for at, v in enumerate(side) if isinstance(v, str) and folded(v) in labels}
    return (found, set()) if own.across else (set(), found)
