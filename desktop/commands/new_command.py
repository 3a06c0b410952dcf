"""``sikte new``: make a company file."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.commands.parameters import company_file, language_option
from desktop.core.company import Company
from desktop.qtkit.wording import current, tr


def command() -> click.Command:
    return click.Command(
        name="new",
        help=tr("Make a company file, empty but for the company itself."),
        callback=_new,
        params=[
            company_file(),
            click.Option(["--name"], required=True, help=tr("The company's name.")),
            language_option(tr("The company's language, which its sheets are written in.")),
            click.Option(
                ["--currency"],
                default="SEK",
                show_default=True,
                callback=_currency,
                help=tr("The currency, by its three letters."),
            ),
            click.Option(
                ["--year-start"],
                type=click.IntRange(1, 12),
                default=1,
                show_default=True,
                help=tr("The first month of the financial year."),
            ),
        ],
    )


def _currency(ctx: click.Context, param: click.Parameter, value: str) -> str:
    code = value.upper()
    if len(code) != 3 or not code.isascii() or not code.isalpha():
        raise click.BadParameter(tr("A currency has three letters, such as SEK, DKK or EUR."))
    return code


def _new(file: Path, name: str, language: str | None, currency: str, year_start: int) -> None:
    from desktop.services.workspace import Workspace

    if not name.strip():
        raise click.BadParameter(tr("The company needs a name."), param_hint="--name")
    company = Company(
        name=name.strip(),
        language=language or current().language,
        currency=currency,
        year_start=year_start,
    )
    with Workspace.create(file, company):
        click.echo(tr("{file} is ready.", file=str(file)))
