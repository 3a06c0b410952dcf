"""The strategy map among the views of the goals: the picture, its tools, and what is beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.cause import Cause
from desktop.core.faults import Fault
from desktop.core.goal_map import MapNode, NodeKind
from desktop.core.kpi import Perspective
from desktop.core.link_words import arrow_words
from desktop.core.strategy_map import StrategyMap, StrategyNode, between
from desktop.core.strategy_proposals import Proposal
from desktop.qtkit.wording import ntr, say, tr
from desktop.services.causes import causes, delete_cause, save_cause
from desktop.services.links import links_by_cause
from desktop.services.perspectives import set_goal_perspective, set_kpi_perspective
from desktop.services.strategy_map import proposals, strategy_map
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.dialogs.offers import Offer, OffersDialog
from desktop.ui.goals.map.zoom_row import zoom_row
from desktop.ui.goals.printing import PrintButtons
from desktop.ui.goals.strategy.strategy_side import StrategySide
from desktop.ui.goals.strategy.strategy_view import StrategyView
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, EmptyState, quiet_button

_CHOICE = "goals/strategy_kpis"
_ALL, _NEEDED = "all", "needed"


class StrategyPane(QWidget):
    """``opened`` carries the id of the goal that is to be opened; a KPI opens on its page."""

    opened = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._content: StrategyMap | None = None
        self._links: dict[int, str] = {}  # what was said of each arrow
        may_change = not context.workspace.read_only
        self.setAccessibleName(tr("Strategy map"))
        self.view = StrategyView()
        self.view.may_draw = may_change
        self.view.opened.connect(self._on_opened)
        self.view.current_changed.connect(self._on_current_changed)
        self.view.arrow_wanted.connect(self._on_arrow_wanted)
        self.view.arrow_picked.connect(self._on_arrow_picked)
        self.view.drawing_changed.connect(self._on_drawing_changed)
        self.side = StrategySide(may_change=may_change)
        self.side.perspective_chosen.connect(self._on_perspective_chosen)
        self.side.open_wanted.connect(self._on_opened)
        self.side.drawing_wanted.connect(self.view.start_drawing)
        self.side.note_written.connect(self._on_note_written)
        self.side.delete_wanted.connect(self._on_delete_wanted)
        self.side.other_wanted.connect(self._on_other_wanted)
        self.printing = PrintButtons(context, self._sheet, tr("Print the map …"))
        self.hint = Caption()
        self.empty = EmptyState(
            "target",
            tr("Nothing to put on the map yet"),
            tr(
                "A strategy map shows what leads to what: what we learn makes us work better, "
                "which customers notice, which pays. It is made of active goals and KPIs."
            ),
        )
        self._holder = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(SPACE.MEDIUM)
        beside.addWidget(self.view, 1)
        beside.addWidget(self.side)
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.SMALL)
        column.addLayout(self._tools())
        column.addWidget(self.hint)
        column.addLayout(beside, 1)
        column.addLayout(self._foot())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._holder, 1)
        layout.addWidget(self.empty, 1)

    def _tools(self) -> QHBoxLayout:
        self.proposals_button = quiet_button(tr("Suggested arrows"), "compass")
        self.proposals_button.clicked.connect(self._on_proposals_clicked)
        return zoom_row(self.view, self.proposals_button, at_end=self.printing)

    def _foot(self) -> QHBoxLayout:
        self._unseen = Caption(wrap=False)
        self.kpis_button = quiet_button("")
        self.kpis_button.clicked.connect(self._on_kpis_clicked)
        row = QHBoxLayout()
        row.setSpacing(SPACE.SMALL)
        row.addWidget(self._unseen)
        row.addWidget(self.kpis_button)
        row.addStretch(1)
        return row

    # ------------------------------------------------------------------ what the page asks

    def refresh(self) -> None:
        """Read the file again."""
        content = self._read()
        self._content = content
        self._links.clear()
        self._holder.setVisible(bool(content.nodes))
        self.empty.setVisible(not content.nodes)
        self.view.show_map(content)
        self._show_side()
        may_change = not self._context.workspace.read_only
        waiting = len(proposals(self._context.workspace)) if may_change else 0
        self.proposals_button.setVisible(waiting > 0)
        self.proposals_button.setText(
            " " + ntr("{n} suggested arrow", "{n} suggested arrows", waiting)
        )
        self._say_hint()
        self._show_unseen(content)

    def take_focus(self) -> None:
        """Put the keyboard into the picture."""
        self.view.setFocus()

    def _read(self) -> StrategyMap:
        return strategy_map(self._context.workspace, all_kpis=self._shows_all)

    def _sheet(self) -> StrategyMap:
        return self._read()

    @property
    def _shows_all(self) -> bool:
        return self._context.preferences.choice(_CHOICE, _NEEDED) == _ALL

    # ------------------------------------------------------------------ what is said

    def _say_hint(self, drawing: StrategyNode | None = None) -> None:
        if drawing is not None:
            text = tr(
                "From “{cause}”: walk or click to what it leads to, and press Enter. "
                "Escape leaves it.",
                cause=drawing.node.title,
            )
        elif self._content is not None and not self._content.arrows:
            text = tr(
                "Draw what leads to what: drag from a cause to its effect, or stand on the cause, "
                "press A, walk to the effect and press Enter. Causes mostly lie further down."
            )
        else:
            text = tr(
                "Read it from below: what we learn, how we work, what customers get, what pays."
            )
        self.hint.setText(text)

    def _show_unseen(self, content: StrategyMap) -> None:
        all_kpis = self._shows_all
        self._unseen.setText(
            ntr(
                "{n} KPI is not on the map: no goal and no arrow needs it.",
                "{n} KPIs are not on the map: no goal and no arrow needs them.",
                content.unseen,
            )
        )
        self._unseen.setVisible(content.unseen > 0)
        self.kpis_button.setText(
            tr("Only the KPIs that are needed") if all_kpis else tr("Show all KPIs")
        )
        self.kpis_button.setVisible(all_kpis or content.unseen > 0)

    def _show_side(self) -> None:
        if self._content is not None:
            self.side.show_node(self._content, self.view.current_node)
            self.side.tell_links(self._link_words())

    def _link_words(self) -> dict[int, str]:
        """Of the arrows on show; each is tested once."""
        new = self.side.rows.keys() - self._links.keys()
        links = links_by_cause(self._context.workspace, new) if new else {}
        self._links |= dict.fromkeys(new, "")
        for cause_id, link in links.items():
            history = link.history
            self._links[cause_id] = say(arrow_words(link.lag, history.test, history.cadence))
        return self._links

    # ------------------------------------------------------------------ slots

    def _do(self, action: Callable[[], object]) -> bool:
        """Change the file and read it again; whether that was allowed."""
        try:
            action()
        except Fault as fault:
            self._context.show_fault(fault)
            return False
        self.refresh()
        return True

    def _on_current_changed(self, _: MapNode | None) -> None:
        self._show_side()

    def _on_drawing_changed(self, node: StrategyNode | None) -> None:
        self._say_hint(node)

    def _on_arrow_wanted(self, cause: str, effect: str) -> None:
        self._draw(between(cause, effect))

    def _draw(self, cause: Cause) -> None:
        if self._do(lambda: save_cause(self._context.workspace, cause)):
            self._tell(tr("The arrow is drawn."))

    def _on_arrow_picked(self, cause_id: int) -> None:
        self.side.focus_note(cause_id)

    def _on_note_written(self, cause_id: int, note: str) -> None:
        workspace = self._context.workspace
        found = next((each for each in causes(workspace) if each.id == cause_id), None)
        if found is not None:
            self._do(lambda: save_cause(workspace, replace(found, note=note)))

    def _on_delete_wanted(self, cause_id: int) -> None:
        if self._do(lambda: delete_cause(self._context.workspace, cause_id)):
            self.view.setFocus()
            self._tell(tr("The arrow is deleted."))

    def _on_other_wanted(self, key: str) -> None:
        self.view.go(key)
        self.view.setFocus()

    def _on_perspective_chosen(self, node: StrategyNode, chosen: Perspective | None) -> None:
        put = set_goal_perspective if node.node.kind is NodeKind.GOAL else set_kpi_perspective
        self._do(lambda: put(self._context.workspace, node.node.item_id, chosen))

    def _on_proposals_clicked(self) -> None:
        dialog = OffersDialog(
            self,
            tr("Suggested arrows"),
            tr(
                "What you have said of goals and KPIs suggests these. Draw the ones that you "
                "believe in; the others are not drawn."
            ),
            [_offer(each) for each in proposals(self._context.workspace)],
            do=tr("Draw this arrow"),
            done=tr("Drawn"),
        )
        dialog.accepted.connect(self._draw)
        dialog.open()

    def _on_kpis_clicked(self) -> None:
        self._context.preferences.remember_choice(_CHOICE, _NEEDED if self._shows_all else _ALL)
        self.refresh()

    def _on_opened(self, node: MapNode) -> None:
        if node.kind is NodeKind.KPI:
            self._context.navigate("kpis", node.item_id)
        else:
            self.opened.emit(node.item_id)

    def _tell(self, text: str) -> None:
        self._context.notify(text, "good", NoticeAction(tr("Undo"), self._context.workspace.undo))


def _offer(proposal: Proposal) -> Offer:
    """A suggested arrow, to be accepted."""
    arrow = tr("leads to {effect}", effect=proposal.effect_title)
    return Offer(
        proposal.cause,
        proposal.cause_title,
        f"→ {arrow}",
        say(proposal.reason),
        f"{proposal.cause_title} {arrow}",
    )
