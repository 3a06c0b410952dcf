"""``sikte export``: everything as a readable workbook."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.qtkit.wording import LANGUAGES, tr


def command() -> click.Command:
    return click.Command(
        name="export",
        help=tr(
            "Write everything in a company file as an Excel workbook: goals, KPIs, all values, "
            "imports and changes, with charts."
        ),
        callback=_export,
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path, dir_okay=False)),
            click.Option(
                ["out", "-o"],
                required=True,
                type=click.Path(path_type=Path, dir_okay=False),
                help=tr("The workbook to write."),
            ),
            click.Option(
                ["--language"],
                type=click.Choice(list(LANGUAGES)),
                help=tr("The language of the workbook; otherwise the company's."),
            ),
        ],
    )


def _export(file: Path, out: Path, language: str | None) -> None:
    from desktop.qtkit.wording import wording
    from desktop.services.company import company
    from desktop.services.export import export
    from desktop.services.workspace import Workspace

    with Workspace.open(file, read_only=True) as workspace:
        words = wording(language or company(workspace).language)
        export(workspace, out, words)
    click.echo(tr("Everything is in {file}.", file=str(out)))
