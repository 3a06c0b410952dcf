"""``sikte demo``: the sample company and its sheets."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.commands.parameters import language_option
from desktop.qtkit.wording import current, say, tr

if TYPE_CHECKING:
    from desktop.core.message import Message
    from desktop.core.sheet_content import Sheet

SHEETS = "sheets"


def command() -> click.Command:
    return click.Command(
        name="demo",
        help=tr(
            "Build a sample company in a folder: export files, the company file that is filled "
            "from them, and its sheets as PDF."
        ),
        callback=_demo,
        params=[
            click.Argument(["folder"], type=click.Path(path_type=Path, file_okay=False)),
            language_option(tr("The language of the company; otherwise that of the command line.")),
            click.Option(
                ["today", "--today"],
                type=click.DateTime(["%Y-%m-%d"]),
                help=tr("The day after the last numbers; otherwise today."),
            ),
            click.Option(
                ["--replace"], is_flag=True, help=tr("Replace a sample company that is there.")
            ),
        ],
    )


def _demo(folder: Path, language: str | None, today: datetime | None, replace: bool) -> None:
    from desktop.services.demo import build_demo

    day = (today or datetime.now().astimezone()).date()
    result = build_demo(
        folder,
        language=language or current().language,
        today=day,
        progress=_tell,
        replace=replace,
    )
    sheets = _write_sheets(result.path, folder / SHEETS, day)
    click.echo(tr("The sample company is {file}.", file=str(result.path)))
    click.echo(
        tr("It was imported from the files in {folder}.", folder=str(result.exports[0].parent))
    )
    click.echo(tr("Its sheets are in {folder}.", folder=str(sheets)))


def _write_sheets(file: Path, folder: Path, day: date) -> Path:
    """One PDF for each goal, and the summary."""
    from desktop.commands.paper import Look, write_sheets
    from desktop.services.overview import overview
    from desktop.services.sheets import goal_sheet, summary_sheet
    from desktop.services.workspace import Workspace

    with Workspace.open(file, read_only=True, today=lambda: day) as workspace:
        seen = overview(workspace)
        ids = [view.goal.id or 0 for view in seen.goals]
        pages: dict[str, Sheet] = {f"goal-{each}.pdf": goal_sheet(workspace, each) for each in ids}
        pages["summary.pdf"] = summary_sheet(workspace)
    folder.mkdir(exist_ok=True)
    owner = seen.company
    for name, sheet in pages.items():
        write_sheets(folder / name, [sheet], Look(owner.language, owner.paper))
    return folder


def _tell(fraction: float | None = None, message: Message | None = None) -> None:
    if message is not None:
        click.echo(f"{say(message)} …")
