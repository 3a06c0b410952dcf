"""``sikte sheet``: printed sheets as PDF or picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.commands.parameters import company_file, file_to_write, language_option
from desktop.qtkit.wording import ntr, say, tr

if TYPE_CHECKING:
    from desktop.services.sheet_kinds import SheetKind

_PAPERS = ["A4", "A3", "Letter"]


class _SheetCommand(click.Command):
    """Its kinds of sheets are looked up when they are wanted: other commands do without."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        file, *others = super().get_params(ctx)
        return [file, *(_option(kind) for kind in _kinds()), *others]


def command() -> click.Command:
    """The kinds of sheets, each with an option of its own."""
    return _SheetCommand(
        name="sheet",
        help=tr("Write sheets as PDF: for the wall, the board or the bank."),
        callback=_sheet,
        params=[
            company_file(),
            file_to_write(
                tr("The PDF to write; one page may be a picture too: .png, .svg."), or_folder=True
            ),
            language_option(tr("The language on paper; otherwise the company's.")),
            click.Option(
                ["--paper"],
                type=click.Choice(_PAPERS),
                help=tr("The size of the paper; otherwise the company's."),
            ),
            click.Option(
                ["--portrait"], is_flag=True, help=tr("Upright, for sheets that can stand.")
            ),
            click.Option(["--grey"], is_flag=True, help=tr("Black and white.")),
            click.Option(
                ["--each"],
                is_flag=True,
                help=tr("A PDF for each sheet, in the folder that -o names."),
            ),
        ],
    )


def _kinds() -> list[SheetKind]:
    from desktop.services.sheet_kinds import sheet_kinds

    return [kind for kind in sheet_kinds() if kind.option]


def _option(kind: SheetKind) -> click.Option:
    names = [f"sheet_{kind.key}", f"--{kind.option}"]
    if kind.items is None:
        return click.Option(names, is_flag=True, help=say(kind.about))
    if kind.items.optional:
        sign, about = kind.items.sign, say(kind.about)
        return click.Option(names, is_flag=False, flag_value="", metavar=sign, help=about)
    by_number = kind.items.find is None
    return click.Option(
        names,
        type=click.INT if by_number else click.STRING,
        metavar=kind.items.sign,
        help=say(kind.about),
    )


def _sheet(
    file: Path,
    out: Path,
    language: str | None,
    paper: str | None,
    portrait: bool,
    grey: bool,
    each: bool,
    **wanted: int | str | bool | None,
) -> None:
    from desktop.commands.paper import Look, write_each_sheet, write_sheets
    from desktop.services.company import company
    from desktop.services.workspace import Workspace

    kind, item = _chosen(wanted)
    with Workspace.open(file, read_only=True) as workspace:
        owner = company(workspace)
        if isinstance(item, str) and kind.items is not None and kind.items.find is not None:
            item = kind.items.find(workspace, item)
        sheets = kind.read(workspace, int(item))
    look = Look(language or owner.language, paper or owner.paper, not grey, portrait)
    if each:
        count = write_each_sheet(out, sheets, look)
        click.echo(
            ntr("{n} PDF is in {folder}.", "{n} PDFs are in {folder}.", count, folder=str(out))
        )
        return
    count = write_sheets(out, sheets, look)
    click.echo(ntr("{file} has {n} page.", "{file} has {n} pages.", count, file=str(out)))


def _chosen(wanted: dict[str, int | str | bool | None]) -> tuple[SheetKind, int | str]:
    """The one kind that was asked for, and of what; 0 where it is about everything."""
    found: list[tuple[SheetKind, int | str]] = []
    for kind in _kinds():
        value = wanted[f"sheet_{kind.key}"]
        if kind.items is not None and value is not None:
            found.append((kind, value))
        elif kind.items is None and value:
            found.append((kind, 0))
    if len(found) != 1:
        options = ", ".join(f"--{kind.option}" for kind in _kinds())
        raise click.UsageError(tr("Give one of these options: {options}.", options=options))
    return found[0]
