"""What was learned last stands beside the target as it is typed."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from desktop.core.advice_target import TypedTarget
from desktop.core.goal import Comparison, Goal, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.review import Review
from desktop.services.advice_past import Past
from desktop.services.goals import save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.reviews import save_review
from desktop.services.workspace import Workspace
from desktop.ui.advice.target_note import TargetNote
from tests.ui.conftest import TODAY


def test_last_time_we_learned(qtbot: QtBot, workspace: Workspace) -> None:
    kpi = save_kpi(workspace, Kpi(name="Readers"))
    row = KeyResult(goal_id=0, kpi_id=kpi.id, target=200.0)
    earlier = Goal(statement="More readers", start=date(2026, 1, 1))
    goal_id = save_goal_whole(workspace, earlier, [row], [], {}).id or 0
    save_review(workspace, Review(goal_id=goal_id, day=TODAY, learned="Write shorter"))
    note = TargetNote(Past(workspace))
    qtbot.addWidget(note)
    typed = TypedTarget(
        kpi=kpi,
        comparison=Comparison.LEVEL,
        target=300.0,
        start=TODAY,
        deadline=date(2027, 6, 30),
    )
    note.judge(typed)
    qtbot.waitUntil(lambda: not note.isHidden())
    expected = "Last time we learned: “Write shorter” (“More readers”, reviewed on 5 October 2026)"
    assert note.learned.text() == expected
    assert expected in note.accessibleName()
