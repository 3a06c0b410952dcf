"""``sikte export``: everything as a readable workbook."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.commands.parameters import company_file, file_to_write, language_option
from desktop.qtkit.wording import tr


def command() -> click.Command:
    return click.Command(
        name="export",
        help=tr(
            "Write everything in a company file as an Excel workbook: goals, KPIs, all values, "
            "imports and changes, with charts."
        ),
        callback=_export,
        params=[
            company_file(),
            file_to_write(tr("The workbook to write.")),
            language_option(tr("The language of the workbook; otherwise the company's.")),
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
