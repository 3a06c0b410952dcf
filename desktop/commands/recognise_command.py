"""``sikte recognise``: what the importer sees in a file; nothing is written."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop.commands.answers import answer_option, question_data, ways_to_answer
from desktop.commands.parameters import json_option
from desktop.core.message import msg
from desktop.qtkit.wording import say, tr

if TYPE_CHECKING:
    from desktop.core.unit import Unit
    from desktop.importing.tables.recognition import (
        Column,
        PeriodAxis,
        Question,
        Recognition,
        Table,
    )

_ROLES = {
    "period": msg("periods"),
    "value": msg("figures"),
    "label": msg("words"),
    "ignored": msg("left out"),
}


def command() -> click.Command:
    return click.Command(
        name="recognise",
        help=tr("Say what the importer sees in a spreadsheet or text file. Nothing is written."),
        callback=_recognise,
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path)),
            json_option(),
            answer_option(),
        ],
    )


def _recognise(file: Path, as_json: bool, answers: dict[str, str]) -> None:
    from desktop.importing.reading.read import read
    from desktop.importing.recognise import recognise

    today = datetime.now().astimezone().date()
    found = recognise(read(file), answers=answers, today=today)
    if as_json:
        click.echo(json.dumps(as_data(str(file), found), ensure_ascii=False, indent=2))
        return
    for table in found.tables:
        _say_table(table)
    if not found.tables:
        click.echo(tr("There is no table in this file."))
    for question in found.questions:
        _say_question(question)
    for warning in found.warnings:
        click.echo(say(warning))


def as_data(file: str, found: Recognition) -> dict[str, Any]:
    """The stable form of ``recognise --json``."""
    return {
        "file": file,
        "tables": [_table_data(table) for table in found.tables],
        "questions": [question_data(question) for question in found.questions],
        "warnings": [say(warning) for warning in found.warnings]
        or ([] if found.tables else [tr("There is no table in this file.")]),
    }


def _table_data(table: Table) -> dict[str, Any]:
    return {
        "sheet": table.sheet,
        "layout": table.layout.value,
        "header_row": table.header_row,
        "first_row": table.first_row,
        "last_row": table.last_row,
        "period": None if table.period is None else _period_data(table.period),
        "columns": [_column_data(column) for column in table.columns],
    }


def _period_data(axis: PeriodAxis) -> dict[str, Any]:
    return {
        "column": axis.column,
        "cadence": str(axis.cadence.value),
        "first": _plain(axis.first),
        "last": _plain(axis.last),
    }


def _column_data(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "role": column.role.value,
        "type": column.type,
        "unit": _unit(column.unit),
        "count": column.count,
        "sum": column.sum,
        "first": _plain(column.first),
        "last": _plain(column.last),
    }


def _unit(unit: Unit | None) -> str | None:
    """A currency by its code, an own unit by its word, ``percent`` and ``duration`` by kind."""
    if unit is None:
        return None
    kind = unit.kind.value
    return kind if kind in ("percent", "duration") else unit.symbol or None


def _plain(value: object) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _say_table(table: Table) -> None:
    name = table.title or table.sheet or tr("Table")
    click.echo(click.style(name, bold=True))
    if table.first_row is not None and table.last_row is not None:
        rows = f"{table.first_row}\N{EN DASH}{table.last_row}"
        click.echo("   " + tr("Rows {rows}", rows=rows))
    axis = table.period
    if axis is None or axis.first is None or axis.last is None:
        click.echo("   " + tr("No periods"))
    else:
        first, last = axis.first, axis.last
        click.echo("   " + tr("Periods from {first} to {last}", first=first, last=last))
    for column in table.columns:
        facts = [say(_ROLES[column.role.value]), tr("{count} values", count=column.count)]
        if column.sum is not None:
            facts.append(tr("sum {sum}", sum=column.sum))
        click.echo(f"   {column.name or '–'}: {', '.join(facts)}")
    for reason in table.reasons:
        click.echo(f"   {say(reason)}")


def _say_question(question: Question) -> None:
    click.echo(f"\n{say(question.message)}")
    for line in ways_to_answer(question):
        click.echo(f"   {line}")
