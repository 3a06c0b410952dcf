"""What several commands take: the company file, a file to write, a language, JSON."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.qtkit.wording import LANGUAGES, tr


def company_file() -> click.Argument:
    """``FILE``, as ``file``."""
    return click.Argument(["file"], type=click.Path(path_type=Path, dir_okay=False))


def file_to_write(help_text: str, *, or_folder: bool = False) -> click.Option:
    """``-o FILE``, which must be given, as ``out``."""
    return click.Option(
        ["out", "-o"],
        required=True,
        type=click.Path(path_type=Path, dir_okay=or_folder),
        help=help_text,
    )


def language_option(help_text: str) -> click.Option:
    """``--language``, one that there are words in, as ``language``."""
    return click.Option(["--language"], type=click.Choice(list(LANGUAGES)), help=help_text)


def json_option() -> click.Option:
    """``--json``, as ``as_json``."""
    return click.Option(["as_json", "--json"], is_flag=True, help=tr("For programs, as JSON."))
