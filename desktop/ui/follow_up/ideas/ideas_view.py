"""Ideas from everyone in one list: noted in a moment, answered with a reason."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from desktop.core.faults import Fault
from desktop.core.idea import Answer, answer_names
from desktop.qtkit.wording import say, tr, wording
from desktop.services.activities import activity
from desktop.services.company import company
from desktop.services.ideas import (
    IdeaView,
    delete_idea,
    idea,
    ideas,
    known_names,
    note_idea,
    reply_text,
)
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.follow_up.activities.activity_dialog import ActivityDialog
from desktop.ui.follow_up.ideas.answer_dialog import AnswerDialog
from desktop.ui.follow_up.ideas.idea_dialog import IdeaDialog
from desktop.ui.follow_up.ideas.idea_row import IdeaRow
from desktop.ui.follow_up.ideas.quick_entry import QuickEntry
from desktop.ui.follow_up.row_list import RowList
from desktop.ui.follow_up.view import View
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, EmptyState, Hairline, SegmentedControl
from desktop.ui.widgets.keyboard_row import row_of

_ALL = "all"


class IdeasView(View):
    """The line for a new idea, a choice of the answers, and the list."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._views: list[IdeaView] = []
        self.entry = QuickEntry()
        self.entry.noted.connect(self._on_noted)
        self.entry.setVisible(not context.workspace.read_only)
        self.filter = SegmentedControl([(_ALL, tr("All"))], _ALL, name=tr("Answer"))
        self.filter.chosen.connect(self._on_filter_chosen)
        self.list = RowList()
        self._keys = Caption(
            tr("Enter answers, the arrow keys go from row to row, Delete deletes.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addWidget(self.entry)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._keys)

    def refresh(self) -> None:
        self._views = ideas(self.context.workspace)
        self.entry.suggest(known_names(self.context.workspace))
        self.filter.set_options(self._filters(), self.filter.value)
        self.filter.setVisible(bool(self._views))
        self._keys.setVisible(bool(self._views))
        self._list()

    def take_focus(self) -> None:
        if self.context.workspace.read_only:
            self.list.take_focus()
        else:
            self.entry.title.setFocus()

    def show_item(self, item_id: int | None) -> None:
        """Answer one idea, or with ``None`` the oldest that waits."""
        waiting = [each.idea.id for each in self._views if each.idea.answer is Answer.WAITING]
        wanted = item_id or next(iter(waiting), None)
        if wanted is None:
            self.take_focus()
            return
        if not self.list.focus_key(wanted):
            self.filter.set_value(_ALL)
            self._list()
            self.list.focus_key(wanted)
        if wanted in waiting:
            self.answer(wanted)

    def new_item(self) -> None:
        self.take_focus()

    def answer(self, idea_id: int) -> None:
        """Ask for an answer to an idea."""
        if self.context.workspace.read_only:
            return
        dialog = AnswerDialog(
            self.window(), self.context.workspace, idea(self.context.workspace, idea_id)
        )
        dialog.answered.connect(self._on_answered)
        dialog.adopted.connect(self._on_adopted)
        dialog.open()

    def copy_reply(self, idea_id: int) -> None:
        """Put the answer on the clipboard, in the company's language."""
        words = wording(company(self.context.workspace).language)
        text = reply_text(self.context.workspace, idea_id, words)
        QGuiApplication.clipboard().setText(text)
        self.context.notify(tr("The reply is copied. Paste it into a message."), "good")

    def _filters(self) -> list[tuple[str, str]]:
        found = [(_ALL, tr("All ({n})", n=len(self._views)))]
        for answer, name in answer_names().items():
            count = sum(each.idea.answer is answer for each in self._views)
            found.append((answer.value, tr("{answer} ({n})", answer=name, n=count)))
        return found

    def _list(self) -> None:
        chosen = self.filter.value
        shown = [each for each in self._views if chosen in (_ALL, each.idea.answer.value)]
        read_only = self.context.workspace.read_only
        self.list.begin()
        if not self._views:
            self.list.add(
                EmptyState(
                    "list-checks",
                    tr("No ideas yet"),
                    tr(
                        "Ideas come from everyone: the board, colleagues, customers. Note them "
                        "here, hold them against the goals, and answer each with a reason."
                    ),
                )
            )
        elif not shown:
            self.list.add(Caption(tr("None with this answer.")))
        for each in shown:
            self.list.add(Hairline())
            self.list.add_row(self._row(each, read_only=read_only), each.idea.id or 0)
        self.list.finish()

    def _row(self, view: IdeaView, *, read_only: bool) -> IdeaRow:
        row = IdeaRow(view, read_only=read_only)
        row.opened.connect(self._on_row_opened)
        row.delete_wanted.connect(self._on_delete_wanted)
        for button, slot in (
            (row.answer_button, self._on_answer_clicked),
            (row.copy_button, self._on_copy_clicked),
            (row.activity_button, self._on_activity_clicked),
            (row.change_button, self._on_change_clicked),
            (row.delete_button, self._on_delete_wanted),
        ):
            if button is not None:
                button.clicked.connect(slot)
        return row

    def _sent(self) -> IdeaView:
        """The idea of the row that a signal comes from."""
        row = row_of(self.sender())
        if not isinstance(row, IdeaRow):
            raise TypeError("the row of an idea")
        return row.view

    def _on_noted(self, title: str, who: str) -> None:
        try:
            noted = note_idea(self.context.workspace, title, who)
        except Fault as fault:
            self.context.show_fault(fault)
            return
        if self.filter.value not in (_ALL, Answer.WAITING.value):
            self.filter.set_value(_ALL)
        self.refresh()
        self.entry.title.setFocus()
        self.list.show_key(noted.id or 0)

    def _on_filter_chosen(self) -> None:
        self._list()

    def _on_row_opened(self) -> None:
        view = self._sent()
        if view.idea.activity_id is None:
            self.answer(view.idea.id or 0)
        else:
            self.context.navigate("follow_up/activities", view.idea.activity_id)

    def _on_answer_clicked(self) -> None:
        self.answer(self._sent().idea.id or 0)

    def _on_copy_clicked(self) -> None:
        self.copy_reply(self._sent().idea.id or 0)

    def _on_activity_clicked(self) -> None:
        self.context.navigate("follow_up/activities", self._sent().idea.activity_id)

    def _on_change_clicked(self) -> None:
        dialog = IdeaDialog(self.window(), self.context.workspace, self._sent().idea)
        dialog.accepted.connect(self.refresh)
        dialog.open()

    def _on_delete_wanted(self) -> None:
        if self.context.workspace.read_only:
            return
        delete_idea(self.context.workspace, self._sent().idea.id or 0)
        self.refresh()
        self.context.notify(
            tr("The idea is deleted."),
            "info",
            NoticeAction(tr("Undo"), self.context.workspace.undo),
        )

    def _on_answered(self, idea_id: int) -> None:
        self.refresh()
        waiting = [each.idea.id for each in self._views if each.idea.answer is Answer.WAITING]
        self.list.focus_key(waiting[0] or 0 if waiting else idea_id)  # on to the next, if any
        answer = answer_names()[idea(self.context.workspace, idea_id).answer]
        self.context.notify(
            tr("{answer}. The reply can be copied from the list.", answer=say(answer)),
            "info",
            NoticeAction(tr("Undo"), self.context.workspace.undo),
        )

    def _on_adopted(self, activity_id: int) -> None:
        """It is an activity; now say what it shall move."""
        self.refresh()
        made = activity(self.context.workspace, activity_id)
        dialog = ActivityDialog(self.window(), self.context.workspace, made)
        dialog.finished.connect(self.refresh)
        dialog.open()
