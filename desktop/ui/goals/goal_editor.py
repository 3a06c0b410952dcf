"""The editor of one goal with its key results, milestones and plans."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.core.advice import Advice, Part
from desktop.core.faults import Fault
from desktop.core.goal import Goal, GoalState
from desktop.core.goal_frame import usual_deadline
from desktop.qtkit.wording import say, tr
from desktop.services.company import company, people
from desktop.services.goals import (
    goal,
    goals,
    key_results,
    milestones,
    plan_values,
    save_goal_whole,
)
from desktop.services.sittings import answers_of
from desktop.ui.advice.advice_panel import AdvicePanel
from desktop.ui.advice.advice_row import action_words
from desktop.ui.advice.title_note import TitleNote
from desktop.ui.context import AppContext
from desktop.ui.goals.drafts import GoalDraft
from desktop.ui.goals.goal_activities import GoalActivities
from desktop.ui.goals.goal_check_ins import GoalCheckIns
from desktop.ui.goals.goal_fields import GoalFields
from desktop.ui.goals.goal_reviews import GoalReviews
from desktop.ui.goals.goal_warnings import GoalWarnings
from desktop.ui.goals.guide_answers import GuideAnswers
from desktop.ui.goals.key_results_section import KeyResultsSection
from desktop.ui.goals.milestones_section import MilestonesSection
from desktop.ui.goals.number_form import Frame
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Banner

_MAY_LACK = (GoalState.DRAFT, GoalState.DROPPED)  # KPIs and numbers to reach
_BELOW = 140  # pixels: room for what is said of a target


class GoalEditor(QWidget):
    """Loads a goal (or begins a new one), tells whether it was changed, and saves it in one step.

    ``saved`` carries the goal's id.
    """

    saved = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ws = context.workspace
        self._loaded: GoalDraft | None = None
        self._revealed: QWidget | None = None
        self._banner = Banner("", "bad")
        self._banner.setVisible(False)
        self.draft_offer = Banner(
            tr("An active goal needs a KPI and a number to reach. A draft can wait for them."),
            action=tr("Save it as a draft"),
        )
        self.draft_offer.acted.connect(self._on_draft_wanted)
        self.draft_offer.setVisible(False)
        self.fields = GoalFields(TitleNote(context.workspace))
        self.advice = AdvicePanel(context.workspace, words=_action_here)
        self.advice.opened.connect(self.show_part)
        self.warnings = GoalWarnings(context)
        self.results = KeyResultsSection(context)
        self.milestones = MilestonesSection()
        self.answers = GuideAnswers()
        self.activities = GoalActivities(context)
        self.check_ins = GoalCheckIns(context)
        self.reviews = GoalReviews(context)
        self.fields.frame_changed.connect(self._on_frame_changed)
        self.results.results_changed.connect(self._on_results_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.LARGE)
        goal = (self._banner, self.fields, self.advice, self.warnings)
        for widget in (*goal, self.draft_offer, self.results, self.milestones, self.answers):
            layout.addWidget(widget)
        layout.addWidget(self.activities)
        layout.addWidget(self.check_ins)
        layout.addWidget(self.reviews)
        layout.addStretch(1)

    def load(self, goal_id: int) -> None:
        """Show a goal of the file; raises :class:`NotAllowed` when there is none."""
        rows = key_results(self._ws, goal_id)
        self._show(
            GoalDraft(
                goal(self._ws, goal_id),
                tuple(rows),
                tuple(milestones(self._ws, goal_id)),
                tuple((row.id or 0, tuple(plan_values(self._ws, row.id or 0))) for row in rows),
                answers_of(self._ws, goal_id),
            )
        )

    def begin(self, parent_id: int | None = None) -> None:
        """Begin a new goal that ends with the present or the coming fiscal year."""
        today = self._ws.today()
        fresh = Goal(
            statement="",
            start=today.replace(day=1),
            deadline=usual_deadline(today, self._year_start),
            parent_id=parent_id,
        )
        self._show(GoalDraft(fresh, (self.results.fresh(),)))

    def focus_first(self) -> None:
        """Put the cursor where one begins."""
        self.fields.statement.setFocus()

    def show_part(self, advice: Advice) -> None:
        """Put the cursor where a piece of advice is followed."""
        match advice.place.part:
            case Part.STATEMENT:
                self._reveal(self.fields.statement)
            case Part.OWNER:
                self._reveal(self.fields.owner)
            case Part.RESULTS:
                self._reveal(self.results.place_of(advice.place.key_result_id))
            case _:
                self._context.navigate(advice.place.page, advice.place.item_id)

    @property
    def goal_id(self) -> int | None:
        """The goal on show; ``None`` for a new one."""
        return self._loaded.goal.id if self._loaded is not None else None

    def changed(self) -> bool:
        """Whether something would be lost."""
        return self._loaded is not None and self._draft() != self._loaded

    def save(self) -> bool:
        """Write the goal as one undo step; false when something keeps it from being saved."""
        self._clear_faults()
        wrong = self.fields.fault() or self.results.fault() or self.milestones.fault()
        if wrong is None and self._draft().goal.state not in _MAY_LACK:
            wrong = self.results.lack()
            self.draft_offer.setVisible(wrong is not None and self._may_be_draft())
        if wrong is not None:
            self._reveal(wrong)
            return False
        draft = self._draft()
        try:
            saved = save_goal_whole(
                self._ws,
                draft.goal,
                [row for row in draft.key_results if row.kpi_id is not None or row.title],
                draft.milestones,
                dict(draft.plans),
                draft.answers,
                self.results.reasons(),
            )
        except Fault as fault:
            self._banner.set_text(say(fault.message))
            self._banner.setVisible(True)
            self._reveal(self._banner)
            return False
        goal_id = saved.id or 0
        self.load(goal_id)
        self.saved.emit(goal_id)
        return True

    @property
    def _year_start(self) -> int:
        return company(self._ws).year_start

    def _show(self, draft: GoalDraft) -> None:
        self._clear_faults()
        today = self._ws.today()
        owners: list[tuple[int | None, str]] = [
            (None, tr("Nobody yet")),
            *((person.id, person.name) for person in people(self._ws)),
        ]
        self.fields.show_goal(
            draft.goal,
            usual_deadline(today, self._year_start),
            owners,
            self._parents(draft.goal),
            today,
        )
        self.results.show_results(draft.key_results, dict(draft.plans), self._frame())
        self.milestones.show_milestones(draft.milestones, self.results.belongings(), today)
        self.answers.show_answers(draft.answers)
        self.warnings.show_goal(draft.goal)
        self.activities.show_goal(draft.goal)
        self.check_ins.show_goal(draft.goal)
        self.reviews.show_goal(draft.goal)
        self._on_frame_changed()
        self._loaded = self._draft()
        self.advice.show_goal(draft.goal.id)

    def _parents(self, shown: Goal) -> list[tuple[int | None, str]]:
        """Every goal that this one may lie under."""
        everything = goals(self._ws)
        below = {shown.id} - {None}
        for _ in everything:
            below |= {row.id for row in everything if row.parent_id in below}
        return [
            (None, tr("A goal of its own")),
            *((row.id, row.statement) for row in everything if row.id not in below),
        ]

    def _frame(self) -> Frame:
        goal = self.fields.goal()
        return Frame(goal.start, goal.deadline, self._year_start, goal.owner_id)

    def _draft(self) -> GoalDraft:
        return GoalDraft(
            self.fields.goal(),
            self.results.key_results(),
            self.milestones.milestones(),
            self.results.plans(),
            self.answers.answers(),
        )

    def _may_be_draft(self) -> bool:
        """Whether the goal has never been active; one that was is not quietly taken back."""
        loaded = self._loaded
        return loaded is None or loaded.goal.id is None or loaded.goal.state is GoalState.DRAFT

    def _on_draft_wanted(self) -> None:
        self.fields.state.set_value(GoalState.DRAFT)
        self.save()

    def _clear_faults(self) -> None:
        self._banner.setVisible(False)
        self.draft_offer.setVisible(False)
        for part in (self.fields, self.results, self.milestones):
            part.clear_faults()

    def _reveal(self, widget: QWidget) -> None:
        """Bring what is wrong into view, and the cursor to it."""
        widget.setFocus()
        self._revealed = widget
        self._scroll()
        QTimer.singleShot(0, self, self._scroll)  # an editor just filled is not laid out yet

    def _scroll(self) -> None:
        """What was revealed, with what is said below it."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self._revealed is not None:
            above.ensureWidgetVisible(self._revealed, 0, _BELOW)

    def _on_frame_changed(self) -> None:
        frame = self._frame()
        self.results.set_frame(frame)
        self.milestones.set_usual_due(frame.deadline or self._ws.today())

    def _on_results_changed(self) -> None:
        self.milestones.set_belongings(self.results.belongings())


def _action_here(advice: Advice) -> str:
    """In the editor the place is at hand."""
    return action_words(advice) if advice.place.part is None else tr("Show where")
