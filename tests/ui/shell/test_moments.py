"""What is reached is celebrated once, and a goal that ends is offered to be looked back on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.goal import Goal, GoalState, Milestone
from desktop.core.moment import MomentKind
from desktop.services.goals import save_goal, save_milestone, set_state
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.shell.moments import Moments
from tests.ui.conftest import TODAY, Said


@pytest.fixture
def goal_id(workspace: Workspace) -> int:
    return save_goal(workspace, Goal(statement="Open", start=date(2026, 1, 1))).id or 0


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def moments(context: AppContext, host: QWidget, goal_id: int) -> Iterator[Moments]:
    made = Moments(context, host)
    made.look()  # the file was never open here before
    yield made
    made.stop()


def words(widget: QWidget | None) -> list[str]:
    assert widget is not None
    return [label.text() for label in widget.findChildren(QLabel)]


def party(workspace: Workspace, goal_id: int, title: str = "Party") -> None:
    save_milestone(workspace, Milestone(goal_id=goal_id, title=title, due=TODAY, done_on=TODAY))


def test_a_milestone_is_celebrated_once(
    qtbot: QtBot, moments: Moments, context: AppContext, host: QWidget, goal_id: int
) -> None:
    assert moments.card is None
    party(context.workspace, goal_id)
    qtbot.waitUntil(lambda: moments.card is not None)
    assert words(moments.card)[-3:] == ["Milestone reached", "Party", "5 October 2026"]
    assert moments.card is not None
    assert not moments.card.isAncestorOf(host.focusWidget() or host)
    moments.card.dismiss()
    assert moments.card is None
    moments.look()
    again = Moments(context, host)
    again.look()
    again.stop()
    assert moments.card is None
    assert again.card is None


def test_what_was_there_before_is_no_news(
    context: AppContext, host: QWidget, workspace: Workspace, goal_id: int
) -> None:
    party(workspace, goal_id)
    moments = Moments(context, host)
    moments.look()
    moments.stop()
    assert moments.card is None


def test_several_share_a_card(moments: Moments, workspace: Workspace, goal_id: int) -> None:
    for title in ("One", "Two", "Three"):
        party(workspace, goal_id, title)
    moments.look()
    assert "and 2 more" in words(moments.card)


@pytest.mark.parametrize("state", [GoalState.REACHED, GoalState.MISSED, GoalState.DROPPED])
def test_no_goal_is_closed_without_being_offered_a_review(
    moments: Moments, workspace: Workspace, goal_id: int, state: GoalState, said: Said
) -> None:
    set_state(workspace, goal_id, state)
    moments.look()
    assert moments.card is not None
    (moment,) = moments.card.moments
    reached = state is GoalState.REACHED
    assert moment.kind is (MomentKind.GOAL if reached else MomentKind.ENDED)
    assert (moments.card.mark is not None) is reached
    moments.card.now_button.click()
    assert said.places == [("follow_up/reviews", goal_id)]
    assert moments.card is None


def test_later_is_as_good(moments: Moments, workspace: Workspace, goal_id: int, said: Said) -> None:
    set_state(workspace, goal_id, GoalState.MISSED)
    moments.look()
    assert moments.card is not None
    later = next(b for b in moments.card.findChildren(QPushButton) if b.text() == "Later")
    later.click()
    assert (moments.card, said.places) == (None, [])


def test_the_offer_goes_when_the_goal_is_open_again(
    moments: Moments, workspace: Workspace, goal_id: int
) -> None:
    set_state(workspace, goal_id, GoalState.MISSED)
    moments.look()
    workspace.undo()
    moments.look()
    assert moments.card is None


def test_what_is_saved_while_the_file_closes_starts_no_look(
    qtbot: QtBot, context: AppContext, host: QWidget, workspace: Workspace, goal_id: int
) -> None:
    moments = Moments(context, host)
    moments.look()
    moments.stop()
    party(workspace, goal_id)
    qtbot.wait(300)
    assert moments.card is None
