"""``sikte status``: how every active goal stands."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop.commands.parameters import company_file, json_option
from desktop.qtkit.wording import current, say, tr

if TYPE_CHECKING:
    from desktop.core.outlook import Outlook
    from desktop.services.overview import GoalView, Overview, ResultView


def command() -> click.Command:
    return click.Command(
        name="status",
        help=tr("Say how every active goal stands: progress, pace, status and why."),
        callback=_status,
        params=[
            company_file(),
            json_option(),
        ],
    )


def _status(file: Path, as_json: bool) -> None:
    from desktop.services.overview import overview
    from desktop.services.workspace import Workspace

    with Workspace.open(file, read_only=True) as workspace:
        seen = overview(workspace)
    if as_json:
        click.echo(json.dumps(_as_data(seen), ensure_ascii=False, indent=2))
        return
    click.echo(click.style(seen.company.name, bold=True))
    if seen.as_of is not None:
        click.echo(tr("Data as of {day}", day=seen.as_of))
    if not seen.goals:
        click.echo(tr("There is no active goal yet."))
    for goal in seen.goals:
        _say_goal(goal)


def _say_goal(view: GoalView) -> None:
    from desktop.core.names import name

    found = view.assessment
    head = f"{view.goal.id}. {view.goal.statement}"
    click.echo(f"\n{click.style(head, bold=True)}")
    facts = [say(name(found.status))]
    if found.score is not None:
        facts.append(tr("progress {share}", share=_percent(found.score)))
    if found.expected_score is not None:
        facts.append(tr("expected {share}", share=_percent(found.expected_score)))
    click.echo("   " + ", ".join(facts))
    click.echo("   " + say(found.reason))


def _percent(share: float) -> str:
    from desktop.core.unit import Quantity, Unit, UnitKind

    return current().quantity(Quantity(share, Unit(UnitKind.PERCENT)))


def _as_data(seen: Overview) -> dict[str, Any]:
    return {
        "company": seen.company.name,
        "as_of": _iso(seen.as_of),
        "goals": [_goal_data(goal) for goal in seen.goals],
    }


def _goal_data(view: GoalView) -> dict[str, Any]:
    goal, found = view.goal, view.assessment
    return {
        "id": goal.id,
        "statement": goal.statement,
        "owner": view.owner or None,
        "start": _iso(goal.start),
        "deadline": _iso(goal.deadline),
        "status": found.status.value,
        "reason": say(found.reason),
        "progress": found.score,
        "expected_progress": found.expected_score,
        "forecast": _forecast(view),
        "as_of": _iso(found.as_of),
        "key_results": [_result_data(result) for result in view.results],
    }


def _result_data(view: ResultView) -> dict[str, Any]:
    key_result, found = view.key_result, view.assessment
    return {
        "id": key_result.id,
        "title": key_result.title or (view.kpi.name if view.kpi else ""),
        "kpi": view.kpi.key if view.kpi else None,
        "comparison": key_result.comparison.value if view.kpi else None,
        "baseline": key_result.baseline,
        "target": key_result.target,
        "current": found.current,
        "expected": found.expected,
        "status": found.status.value,
        "reason": say(found.reason),
        "progress": found.progress,
        "expected_progress": found.expected_progress,
        "forecast": _outlook(found.outlook),
        "as_of": _iso(found.as_of),
    }


def _forecast(view: GoalView) -> dict[str, float] | None:
    """That of the key result that decides the goal's status."""
    weakest = view.assessment.weakest_id
    decides = (each for each in view.results if each.key_result.id == weakest)
    return next((_outlook(each.assessment.outlook) for each in decides), None)


def _outlook(found: Outlook | None) -> dict[str, float] | None:
    """In the terms of the key result's comparison, with the 80 % range."""
    if found is None:
        return None
    return {
        "landing": found.landing,
        "low": found.low,
        "high": found.high,
        "probability": found.probability,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
