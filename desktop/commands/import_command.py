"""``sikte import``: show what spreadsheets would change, ask, and do it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.commands.answers import answer_option
from desktop.commands.feeds import Feed, feed_option, rules_for, strangers
from desktop.commands.parameters import company_file, json_option
from desktop.qtkit.wording import tr

if TYPE_CHECKING:
    from desktop.commands.import_report import FileReport
    from desktop.services.workspace import Workspace


def command() -> click.Command:
    return click.Command(
        name="import",
        help=tr(
            "Import spreadsheets into a company file. What would change is shown first; nothing "
            "is changed before you have said yes. Columns that fed a KPI before, or carry its "
            "name, are taken; --feed names others."
        ),
        callback=_import,
        params=[
            company_file(),
            click.Argument(
                ["spreadsheets"],
                type=click.Path(path_type=Path),
                nargs=-1,
                required=True,
                metavar="SPREADSHEET...",
            ),
            click.Option(["--dry-run"], is_flag=True, help=tr("Only show what would change.")),
            json_option(),
            click.Option(["--yes"], is_flag=True, help=tr("Do not ask.")),
            feed_option(),
            answer_option(),
        ],
    )


def _import(
    file: Path,
    spreadsheets: tuple[Path, ...],
    dry_run: bool,
    as_json: bool,
    yes: bool,
    feeds: tuple[Feed, ...],
    answers: Mapping[str, str],
) -> int:
    from desktop.services.workspace import Workspace

    reports = []
    with Workspace.open(file, read_only=dry_run) as workspace:
        for spreadsheet in spreadsheets:
            report = _look(workspace, spreadsheet, feeds, answers)
            reports.append(report)
            if not as_json:
                for line in report.lines():
                    click.echo(line)
            if not dry_run and report.ready and _agreed(report, yes):
                report.apply(workspace)
                if not as_json:
                    click.echo("   " + tr("Imported."))
    if as_json:
        data = {"files": [report.as_data() for report in reports]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    lacking = strangers(feeds, [report.draft for report in reports])
    for column in lacking:
        click.echo(tr("No file has a column “{column}”.", column=column), err=True)
    return 0 if all(report.complete for report in reports) and not lacking else 1


def _look(
    workspace: Workspace, path: Path, feeds: tuple[Feed, ...], answers: Mapping[str, str]
) -> FileReport:
    """Read a spreadsheet and compare it with the company file; nothing is changed."""
    from desktop.commands.import_report import FileReport
    from desktop.core.kpi_library import read_library
    from desktop.core.resources import resource
    from desktop.services.imports import open_file, preview
    from desktop.services.kpis import kpis

    draft = open_file(workspace, path, answers, library=read_library(resource("library")))
    rules = rules_for(draft, feeds, kpis(workspace))
    return FileReport(str(path), draft, rules, preview(workspace, draft, rules))


def _agreed(report: FileReport, yes: bool) -> bool:
    return yes or click.confirm(tr("Import {file}?", file=report.file), err=True)
