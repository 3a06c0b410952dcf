"""The sample company's check-ins: what its people have believed of the goals these last weeks."""

from __future__ import annotations

from datetime import timedelta

from desktop.core.assessment import Status
from desktop.core.check_in import CheckIn
from desktop.services.check_ins import save_check_in
from desktop.services.demo_words import DemoWords
from desktop.services.goals import goals
from desktop.services.workspace import Workspace

# By the goal's name in :class:`DemoWords`, the oldest first, every other Monday: confidence, the
# status and the chance that the numbers gave then, and what was said.
_SAID: dict[str, tuple[tuple[int, Status, float | None, str], ...]] = {
    "grow": (
        (7, Status.ON_TRACK, 0.91, ""),
        (8, Status.ON_TRACK, 0.94, "said_grow_1"),
        (8, Status.ON_TRACK, 0.97, ""),
        (9, Status.ON_TRACK, 0.98, "said_grow_2"),
    ),
    "convert": (
        (8, Status.ON_TRACK, 0.78, "said_convert_1"),
        (7, Status.ON_TRACK, 0.74, ""),
        (7, Status.ON_TRACK, 0.76, ""),
        (6, Status.ON_TRACK, 0.71, "said_convert_2"),
    ),
    "deliver": (
        (7, Status.AT_RISK, 0.34, "said_deliver_1"),
        (6, Status.OFF_TRACK, 0.12, ""),
        (6, Status.OFF_TRACK, 0.05, "said_deliver_2"),
    ),
    "write": ((5, Status.OUTDATED, None, ""), (3, Status.OUTDATED, None, "said_write")),
    "return": (
        (6, Status.ON_TRACK, None, ""),
        (8, Status.REACHED, None, "said_return"),
    ),
}
_STOP = {"said_deliver_2": "said_deliver_stop"}
_START = {"said_convert_2": "said_convert_start", "said_return": "said_return_start"}


def add_check_ins(ws: Workspace, words: DemoWords) -> None:
    """Add them so that the last round was two weeks ago, and the next one is due."""
    by_statement = {goal.statement: goal for goal in goals(ws)}
    today = ws.today()
    latest = today - timedelta(days=today.weekday() + 14)
    for name, said in _SAID.items():
        goal = by_statement[words(name)]
        for number, (confidence, status, probability, comment) in enumerate(reversed(said)):
            save_check_in(
                ws,
                CheckIn(
                    goal_id=goal.id or 0,
                    day=latest - timedelta(days=14 * number),
                    person_id=goal.owner_id,
                    confidence=confidence,
                    comment=words(comment) if comment else "",
                    stop=words(_STOP[comment]) if comment in _STOP else "",
                    start=words(_START[comment]) if comment in _START else "",
                    status=status,
                    probability=probability,
                ),
            )
