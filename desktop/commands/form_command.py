"""``sikte form``: a workbook for a colleague to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.commands.parameters import company_file, file_to_write, language_option
from desktop.qtkit.wording import ntr, tr

if TYPE_CHECKING:
    from desktop.core.kpi import Kpi
    from desktop.services.workspace import Workspace

_MONTHS = 12
_DAY = click.DateTime(["%Y-%m-%d"])


def command() -> click.Command:
    return click.Command(
        name="form",
        help=tr(
            "Make an Excel form for a colleague to fill in. When it comes back, import it like any "
            "spreadsheet: it is known again, and nothing is asked."
        ),
        callback=_form,
        params=[
            company_file(),
            file_to_write(tr("The workbook to write.")),
            click.Option(
                ["keys", "--kpi"],
                multiple=True,
                metavar="KEY",
                help=tr("A KPI by its key or name, as often as wanted; otherwise all of them."),
            ),
            click.Option(
                ["--owner"], metavar=tr("NAME"), help=tr("The KPIs of this person or team.")
            ),
            click.Option(
                ["--months"],
                type=click.IntRange(1, 60),
                help=tr("How many months up to this one; otherwise 12."),
            ),
            click.Option(["first", "--from"], type=_DAY, help=tr("The first day instead.")),
            click.Option(["last", "--to"], type=_DAY, help=tr("The last day; otherwise today.")),
            click.Option(["recipient", "--for"], default="", help=tr("Whom the form is for.")),
            click.Option(
                ["--correct"],
                is_flag=True,
                help=tr("Let values that are there be changed as well."),
            ),
            language_option(tr("The language of the form; otherwise the company's.")),
        ],
    )


def _form(
    file: Path,
    out: Path,
    keys: tuple[str, ...],
    owner: str | None,
    months: int | None,
    first: datetime | None,
    last: datetime | None,
    recipient: str,
    correct: bool,
    language: str | None,
) -> None:
    from desktop.qtkit.wording import wording
    from desktop.services.company import company
    from desktop.services.company_identity import identity
    from desktop.services.forms import FormWish, make_form
    from desktop.services.workspace import Workspace

    if months is not None and (first or last):
        raise click.UsageError(tr("Give either --months or --from and --to."))
    with Workspace.open(file, read_only=True) as workspace:
        known = bool(identity(workspace))
    with Workspace.open(file, read_only=known) as workspace:
        chosen = _chosen(workspace, keys, owner)
        start, end = _days(workspace.today(), months or _MONTHS, first, last)
        ids = tuple(kpi.id or 0 for kpi in chosen)
        wish = FormWish(ids, start, end, recipient or owner or "", correct=correct)
        words = wording(language or company(workspace).language)
        make_form(workspace, out, wish, words)
    click.echo(
        ntr(
            "{file} asks for {n} KPI.",
            "{file} asks for {n} KPIs.",
            len(chosen),
            file=str(out),
        )
    )


def _days(
    today: date, months: int, first: datetime | None, last: datetime | None
) -> tuple[date, date]:
    from desktop.services.forms import latest_months

    start, end = latest_months(today, months)
    return first.date() if first else start, last.date() if last else end


def _chosen(workspace: Workspace, keys: Sequence[str], owner: str | None) -> list[Kpi]:
    """The KPIs that are named, or the owner's, or all; raises for a name that is not there."""
    from desktop.core.faults import NotAllowed
    from desktop.core.message import msg
    from desktop.services.company import people
    from desktop.services.forms import form_kpis

    kpis = form_kpis(workspace)
    if owner is not None:
        ids = {each.id for each in people(workspace) if _same(each.name, owner)}
        if not ids:
            raise NotAllowed(msg("There is nobody called {name}.", name=owner))
        kpis = [kpi for kpi in kpis if kpi.owner_id in ids]
    if not keys:
        return kpis
    chosen = []
    for key in keys:
        found = [kpi for kpi in kpis if kpi.key == key or _same(kpi.name, key)]
        if not found:
            raise NotAllowed(msg("There is no KPI “{kpi}” that can be filled in.", kpi=key))
        chosen += found
    return chosen


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.strip().casefold()
