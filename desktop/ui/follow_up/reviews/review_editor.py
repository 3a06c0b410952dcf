"""An After Action Review: four questions, two of them filled in from the data, and what was
learned."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.goal import GoalState
from desktop.core.review import TEXTS, Review
from desktop.core.sheet_review import ReviewSheet
from desktop.qtkit.wording import current, say, tr
from desktop.services.goals import goal, set_state
from desktop.services.reviews import Basis, basis, earlier_reviews, save_review, title
from desktop.services.sheet_review import review_sheet
from desktop.ui.context import AppContext
from desktop.ui.follow_up.reviews.filled_in import FilledIn, from_data
from desktop.ui.goals.printing import PrintButtons
from desktop.ui.goals.text_area import TextArea
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import (
    Banner,
    Caption,
    FormRow,
    Hairline,
    Label,
    primary_button,
    quiet_button,
)
from desktop.ui.widgets.scroller import Scroller

_SAVE, _SAVE_TOO = "Ctrl+Return", "Ctrl+Enter"


class ReviewEditor(QWidget):
    """``saved`` carries the id of the review; ``left`` is sent to go back without saving."""

    saved = Signal(int)
    left = Signal()

    def __init__(self, context: AppContext, review: Review) -> None:
        super().__init__()
        self._context, self._ws = context, context.workspace
        self._told = basis(self._ws, review)
        self._fault = Banner("", "bad")
        self._fault.setVisible(False)
        self.meant = FilledIn(tr("What did we mean to happen?"), lines=5)
        self.happened = FilledIn(tr("What did happen?"), lines=8)
        self.why = TextArea(lines=4, placeholder=tr("What helped, what got in the way?"))
        self.next = TextArea(lines=4, placeholder=tr("What do we keep, change or leave?"))
        self.learned = TextArea(
            lines=2, placeholder=tr("One sentence to those who set the next goal on this KPI")
        )
        self.state = self._state_banner(review)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addWidget(Label(say(title(self._ws, review)), Text.TITLE, strong=True, wrap=True))
        layout.addWidget(self._fault)
        if self.state is not None:
            layout.addWidget(self.state)
        layout.addWidget(Hairline())
        layout.addWidget(self._body(review), 1)
        layout.addLayout(self._foot())
        for keys, slot in ((_SAVE, self.save), (_SAVE_TOO, self.save), ("Esc", self._on_back)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._show(review)

    @property
    def review(self) -> Review:
        """As it stands in the fields."""
        return replace(
            self._review,
            meant=self.meant.text(),
            happened=self.happened.text(),
            why=self.why.text(),
            next=self.next.text(),
            learned=" ".join(self.learned.text().split()),
        )

    @property
    def changed(self) -> bool:
        """Whether people have written anything that is not kept."""
        return self.review != self._begun

    def take_focus(self) -> None:
        """The first question that only people can answer."""
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> bool:
        """Keep it as one action; false when it may not be."""
        if not self._kept():
            return False
        self.saved.emit(self._review.id or 0)
        return True

    def keep(self) -> bool:
        """Save what was written, so that nothing is lost; whether it could be."""
        return self._ws.read_only or not self.changed or self._kept()

    def _kept(self) -> bool:
        if self._ws.read_only:
            return False
        try:
            kept = save_review(self._ws, self.review)
        except Fault as fault:
            self._fault.set_text(say(fault.message))
            self._fault.setVisible(True)
            return False
        self._show(kept)
        return True

    def _show(self, review: Review) -> None:
        """A review that is there already is shown as it was written."""
        self._review = review
        day = current().day(self._ws.today())
        fresh = review.id is None
        for field, text, told in (
            (self.meant, review.meant, self._told.meant),
            (self.happened, review.happened, self._told.happened),
        ):
            given = from_data(told, day)
            field.show_text(text, given)
            if not fresh and not text:
                field.area.clear()  # it was left empty on purpose
        for name in TEXTS[2:]:
            area: TextArea = getattr(self, name)
            area.setPlainText(getattr(review, name))
        self._fault.setVisible(False)
        self._begun = self.review

    def _body(self, review: Review) -> Scroller:
        data, people = QVBoxLayout(), QVBoxLayout()
        for column in (data, people):
            column.setSpacing(SPACE.MEDIUM)
        data.addWidget(self.meant)
        data.addWidget(self.happened)
        data.addStretch(1)
        people.addWidget(FormRow(tr("Why did it differ?"), self.why))
        people.addWidget(FormRow(tr("What do we do next?"), self.next))
        people.addWidget(
            FormRow(
                tr("What we learned"),
                self.learned,
                tr("It is shown when the next goal on the same KPI is set."),
            )
        )
        people.addWidget(self._aside(review, self._told))
        people.addStretch(1)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        columns.setSpacing(SPACE.WIDE)
        columns.addLayout(data, 1)
        columns.addLayout(people, 1)
        return Scroller(content)

    def _aside(self, review: Review, told: Basis) -> QWidget:
        """The pulse of those who carried the goal, and what was learned before."""
        aside = QWidget()
        column = QVBoxLayout(aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.SMALL)
        if told.pulse:
            column.addWidget(Label(tr("How it was to carry it"), Text.SMALL, strong=True))
            for each in told.pulse:
                column.addWidget(Caption(say(each)))
        earlier = () if review.goal_id is None else earlier_reviews(self._ws, review.goal_id)
        learned = [each for _, each in earlier if each.learned]
        if learned:
            column.addWidget(Label(tr("Learned before, on this way"), Text.SMALL, strong=True))
            for known in learned:
                said = tr("“{words}” ({day})", words=known.learned, day=known.day)
                column.addWidget(Caption(said))
        column.addStretch(1)
        aside.setVisible(bool(told.pulse or learned))
        return aside

    def _state_banner(self, review: Review) -> Banner | None:
        """A goal past its deadline that nobody has closed yet."""
        if review.goal_id is None or self._ws.read_only:
            return None
        of = goal(self._ws, review.goal_id)
        late = of.deadline is not None and of.deadline < self._ws.today()
        if of.state is not GoalState.ACTIVE or not late or of.deadline is None:
            return None
        words = tr("It ended on {day} and is still open. Was it reached?", day=of.deadline)
        banner = Banner(words, "info")
        row = banner.layout()
        self._goal_id = review.goal_id
        reached = quiet_button(tr("Reached"))
        reached.clicked.connect(self._on_reached_clicked)
        missed = quiet_button(tr("Missed"))
        missed.clicked.connect(self._on_missed_clicked)
        if row is not None:
            row.addWidget(reached)
            row.addWidget(missed)
        return banner

    def _on_reached_clicked(self) -> None:
        self._close_goal(GoalState.REACHED)

    def _on_missed_clicked(self) -> None:
        self._close_goal(GoalState.MISSED)

    def _close_goal(self, state: GoalState) -> None:
        if self.state is not None:
            self.state.setVisible(False)
        set_state(self._ws, self._goal_id, state)
        self.take_focus()

    def _foot(self) -> QHBoxLayout:
        back = quiet_button(tr("All reviews"), "arrow-left")
        back.setToolTip("Esc")
        back.clicked.connect(self._on_back)
        self.save_button = primary_button(tr("Save the review"))
        self.save_button.setToolTip("Ctrl+Enter")
        self.save_button.clicked.connect(self.save)
        self.save_button.setEnabled(not self._ws.read_only)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.SMALL)
        foot.addWidget(back)
        foot.addWidget(Caption(tr("Ctrl+Enter saves."), wrap=True), 1)
        foot.addWidget(PrintButtons(self._context, self._sheet, tr("Print the review")))
        foot.addWidget(self.save_button)
        return foot

    def _sheet(self) -> ReviewSheet:
        return review_sheet(self._ws, self.review)

    def _on_back(self) -> None:
        if self.keep():
            self.left.emit()
