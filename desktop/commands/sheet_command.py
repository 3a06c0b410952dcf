"""``sikte sheet``: printed sheets as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.commands.parameters import company_file, file_to_write, language_option
from desktop.qtkit.wording import ntr, tr

if TYPE_CHECKING:
    from desktop.core.sheet_content import Sheet
    from desktop.services.workspace import Workspace


def command() -> click.Command:
    return click.Command(
        name="sheet",
        help=tr(
            "Write sheets as PDF, one page each: one goal, all active goals, the summary, or the "
            "board's page."
        ),
        callback=_sheet,
        params=[
            company_file(),
            click.Option(["--goal"], type=int, metavar="ID", help=tr("The sheet of one goal.")),
            click.Option(["every", "--all"], is_flag=True, help=tr("A sheet for each goal.")),
            click.Option(["--summary"], is_flag=True, help=tr("All goals on one page.")),
            click.Option(
                ["--board"], is_flag=True, help=tr("The board's page: objectives on one page.")
            ),
            file_to_write(tr("The PDF to write.")),
            language_option(tr("The language on paper; otherwise the company's.")),
            click.Option(
                ["--paper"],
                type=click.Choice(["A4", "Letter"]),
                help=tr("The size of the paper; otherwise the company's."),
            ),
            click.Option(["--grey"], is_flag=True, help=tr("Black and white.")),
        ],
    )


def _sheet(
    file: Path,
    goal: int | None,
    every: bool,
    summary: bool,
    board: bool,
    out: Path,
    language: str | None,
    paper: str | None,
    grey: bool,
) -> None:
    from desktop.commands.paper import write_sheets
    from desktop.core.company import Paper
    from desktop.services.company import company
    from desktop.services.workspace import Workspace

    if sum((goal is not None, every, summary, board)) != 1:
        raise click.UsageError(tr("Give one of --goal ID, --all, --summary and --board."))
    with Workspace.open(file, read_only=True) as workspace:
        owner = company(workspace)
        sheets = _sheets(workspace, goal, summary=summary, board=board)
    write_sheets(
        out,
        sheets,
        language=language or owner.language,
        paper=Paper(paper) if paper else owner.paper,
        colour=not grey,
    )
    click.echo(ntr("{file} has {n} page.", "{file} has {n} pages.", len(sheets), file=str(out)))


def _sheets(workspace: Workspace, goal: int | None, *, summary: bool, board: bool) -> list[Sheet]:
    from desktop.core.faults import NotAllowed
    from desktop.core.message import msg
    from desktop.services.overview import overview
    from desktop.services.sheets import board_sheet, goal_sheet, summary_sheet

    if summary:
        return [summary_sheet(workspace)]
    if board:
        return [board_sheet(workspace)]
    if goal is not None:
        return [goal_sheet(workspace, goal)]
    ids = [view.goal.id or 0 for view in overview(workspace).goals]
    if not ids:
        raise NotAllowed(msg("There is no active goal yet."))
    return [goal_sheet(workspace, goal_id) for goal_id in ids]
