"""The Follow up page: its views, and the ways to them."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from desktop.core.goal import Goal
from desktop.services.goals import save_goal
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.follow_up.check_ins.round_view import RoundView
from desktop.ui.follow_up.page import FollowUpPage
from desktop.ui.follow_up.view_list import view_list


def test_every_view_opens_by_its_key_and_is_remembered(context: AppContext, qtbot: QtBot) -> None:
    page = FollowUpPage(context)
    qtbot.addWidget(page)
    assert page.view.objectName() == "follow_up_week"
    for entry in view_list():
        page.show_part(entry.key)
        assert page.view.objectName() == f"follow_up_{entry.key}"
        assert page.control.value == entry.key
    again = FollowUpPage(context)
    qtbot.addWidget(again)
    assert again.control.value == view_list()[-1].key


def test_the_palette_leads_to_every_view(context: AppContext, qtbot: QtBot) -> None:
    page = FollowUpPage(context)
    qtbot.addWidget(page)
    titles = [command.title for command in context.commands.of(page)]
    assert [entry.title for entry in view_list()] == titles[: len(view_list())]


def test_the_palette_starts_a_round(
    context: AppContext, workspace: Workspace, qtbot: QtBot
) -> None:
    save_goal(workspace, Goal(statement="More", start=date(2026, 1, 1)))
    page = FollowUpPage(context)
    qtbot.addWidget(page)
    page.new_item()
    assert page.view.findChild(RoundView) is not None
