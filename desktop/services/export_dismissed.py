"""Dismissed advice as an export tells it: with the names of what it was about."""

from __future__ import annotations

from desktop.core.advice import AdviceKind, kind_name
from desktop.core.kpi import Phase
from desktop.core.message import Message, msg
from desktop.core.names import name
from desktop.exporting.company_content import DismissedLine
from desktop.services.advice import advice
from desktop.services.workspace import Workspace
from desktop.store.dismissed_advice import read_dismissals
from desktop.store.tables import GOALS, KEY_RESULTS, KPIS, PEOPLE


def dismissed_lines(ws: Workspace) -> tuple[DismissedLine, ...]:
    """All that is kept, the newest first; also what would no longer be advised."""
    kept = read_dismissals(ws.connection)
    if not kept:
        return ()
    messages = {item.dismissal: item.advice.message for item in advice(ws).dismissed}
    abouts = _Abouts(ws)
    kinds: dict[str, Message] = {kind.value: kind_name(kind) for kind in AdviceKind}
    return tuple(
        DismissedLine(
            day=one.day,
            kind=kinds.get(one.kind, one.kind),
            about=abouts.of(one.subject),
            reason=one.reason,
            message=messages.get(one),
        )
        for one in sorted(kept, key=lambda one: one.day, reverse=True)
    )


class _Abouts:
    """What the subjects of advice are called."""

    def __init__(self, ws: Workspace) -> None:
        goals = {goal.id: goal.statement for goal in GOALS.all(ws.connection)}
        kpis = {kpi.id: kpi.name for kpi in KPIS.all(ws.connection)}
        self._names: dict[str, Message | str] = {
            "company": msg("The company"),
            **{phase.value: name(phase) for phase in Phase},
            **{f"goal {number}": statement for number, statement in goals.items()},
            **{f"kpi {number}": called for number, called in kpis.items()},
            **{f"person {person.id}": person.name for person in PEOPLE.all(ws.connection)},
        }
        for row in KEY_RESULTS.all(ws.connection):
            title = row.title or kpis.get(row.kpi_id, "")
            words = msg("{kpi} in “{goal}”", kpi=title, goal=goals.get(row.goal_id, ""))
            self._names[f"key result {row.id}"] = words

    def of(self, subject: str) -> Message | str:
        """A name; what is gone from the file has none, and words speak for themselves."""
        if subject.startswith("words "):
            return subject.removeprefix("words ")
        return self._names.get(subject, "")
