"""``sikte backup``: copy a company file."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.commands.parameters import company_file
from desktop.qtkit.wording import tr


def command() -> click.Command:
    return click.Command(
        name="backup",
        help=tr("Make a verified copy of a company file, by default among its backups."),
        callback=_backup,
        params=[
            company_file(),
            click.Option(
                ["copy", "-o"],
                type=click.Path(path_type=Path, dir_okay=False),
                help=tr("Where the copy goes; a file that is there is never replaced."),
            ),
        ],
    )


def _backup(file: Path, copy: Path | None) -> None:
    from desktop.services.backup import backup
    from desktop.services.workspace import Workspace

    with Workspace.open(file, read_only=True) as workspace:
        made = backup(workspace, copy)
    click.echo(tr("The copy is {file}.", file=str(made)))
