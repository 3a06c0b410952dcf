"""Which account numbers make which figure of SIE files and ledgers."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from desktop.core.account_charts import AccountChart, AccountLine
from desktop.core.account_ranges import write_ranges
from desktop.core.faults import Fault
from desktop.qtkit.wording import current, say, tr
from desktop.services.accounts import (
    account_charts,
    has_own_ranges,
    reset_account_ranges,
    save_account_ranges,
)
from desktop.services.company import company
from desktop.ui.context import AppContext
from desktop.ui.dialogs import confirm
from desktop.ui.settings.account_range_dialog import AccountRangeDialog
from desktop.ui.settings.section import Section
from desktop.ui.theme import SPACE
from desktop.ui.widgets import (
    Caption,
    Choice,
    Column,
    DataTable,
    FormRow,
    quiet_button,
    secondary_button,
)


class AccountsSection(Section):
    """One chart of accounts at a time: its lines, and the accounts that each counts."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            tr("Account ranges"),
            tr(
                "Which accounts make sales, costs and cash when SIE files and ledgers are imported."
            ),
        )
        self._context = context
        charts = account_charts(context.workspace)
        self.chart = Choice([(each.id, each.name) for each in charts], _likely(context, charts))
        self.chart.chosen.connect(self._on_chart_chosen)
        self.table: DataTable[AccountLine] = DataTable(
            "account_ranges",
            (
                Column(name="line", title=tr("Line"), text=line_name, width=250),
                Column(name="accounts", title=tr("Accounts"), text=_accounts, stretch=True),
            ),
            context.preferences,
            name=tr("Account ranges"),
            fit_height=True,
        )
        self.table.setSortingEnabled(False)
        self.table.row_activated.connect(self._on_row_activated)
        self.table.row_selected.connect(self._show_actions)
        self.change_button = secondary_button(tr("Change accounts"), "pencil")
        self.change_button.clicked.connect(self._on_change_clicked)
        self.reset_button = quiet_button(tr("Reset to the standard"), "undo-2")
        self.reset_button.clicked.connect(self._on_reset_clicked)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.SMALL)
        buttons.addWidget(self.change_button)
        buttons.addWidget(self.reset_button)
        buttons.addStretch(1)
        self.add(FormRow(tr("Chart of accounts"), self.chart))
        self.add(self.table)
        self.add(
            Caption(tr("Revenue, gross profit and the results are added up from these lines."))
        )
        self.body.addLayout(buttons)
        self.refresh()

    def refresh(self) -> None:
        """Show what the file says now."""
        self.table.set_rows(self._shown().own_lines)
        self._show_actions()

    def _shown(self) -> AccountChart:
        charts = account_charts(self._context.workspace)
        return next(each for each in charts if each.id == self.chart.value)

    def _show_actions(self) -> None:
        workspace = self._context.workspace
        may_change = not workspace.read_only
        self.change_button.setEnabled(may_change and self.table.current_row() is not None)
        self.reset_button.setEnabled(may_change and has_own_ranges(workspace, self.chart.value))

    def _on_chart_chosen(self) -> None:
        self.refresh()

    def _on_row_activated(self, line: AccountLine) -> None:
        if not self._context.workspace.read_only:
            dialog = AccountRangeDialog(self, line.key, line_name(line), _accounts(line))
            dialog.entered.connect(self._on_entered)
            dialog.open()

    def _on_change_clicked(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self._on_row_activated(line)

    def _on_entered(self, dialog: AccountRangeDialog) -> None:
        texts = {dialog.key: dialog.accounts.text()}
        try:
            save_account_ranges(
                self._context.workspace, self.chart.value, texts, language=current().language
            )
        except Fault as fault:
            dialog.set_error(say(fault.message))
        else:
            dialog.accept()
            self.refresh()

    def _on_reset_clicked(self) -> None:
        confirm(
            self,
            tr("Reset the ranges of {chart}?", chart=self._shown().name),
            tr("All lines count the accounts of the standard chart again. You can undo this."),
            tr("Reset"),
            self._on_reset_confirmed,
        )

    def _on_reset_confirmed(self) -> None:
        reset_account_ranges(self._context.workspace, self.chart.value)
        self.refresh()


def line_name(line: AccountLine) -> str:
    """The line in the language of the window."""
    return line.names.get(current().language, line.names["en"])


def _accounts(line: AccountLine) -> str:
    return write_ranges(line.ranges)


def _likely(context: AppContext, charts: tuple[AccountChart, ...]) -> str:
    """The first chart of the company's own currency."""
    currency = company(context.workspace).currency
    return next((each.id for each in charts if each.currency == currency), charts[0].id)
