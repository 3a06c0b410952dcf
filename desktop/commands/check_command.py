"""``sikte check``: whether a company file is whole."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.commands.parameters import company_file
from desktop.qtkit.wording import say, tr


def command() -> click.Command:
    return click.Command(
        name="check",
        help=tr("Check that a company file is whole; says what is wrong otherwise."),
        callback=_check,
        params=[company_file()],
    )


def _check(file: Path) -> int:
    from desktop.services.check import check

    found = check(file)
    for message in found:
        click.echo(say(message), err=True)
    if found:
        return 1
    click.echo(tr("{file} is whole.", file=file.name))
    return 0
