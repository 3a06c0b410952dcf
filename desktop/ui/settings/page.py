"""The settings page."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desktop.qtkit.wording import tr
from desktop.ui.context import AppContext
from desktop.ui.page import Page
from desktop.ui.settings.accounts_section import AccountsSection
from desktop.ui.settings.backup_section import BackupSection
from desktop.ui.settings.check_in_section import CheckInSection
from desktop.ui.settings.company_section import CompanySection
from desktop.ui.settings.computer_section import ComputerSection
from desktop.ui.settings.people_section import PeopleSection
from desktop.ui.widgets import PageFrame


class SettingsPage(Page):
    """The company's own settings are in the file; the window's are on this computer."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.company = CompanySection(context)
        self.people = PeopleSection(context)
        self.accounts = AccountsSection(context)
        self.check_ins = CheckInSection(context)
        self.computer = ComputerSection(context)
        self.backups = BackupSection(context)
        frame = PageFrame(tr("Settings"))
        for section in (
            self.company,
            self.people,
            self.check_ins,
            self.accounts,
            self.computer,
            self.backups,
        ):
            frame.add(section)
        frame.add_stretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def new_item(self) -> None:
        self.people.add_person()

    def refresh(self) -> None:
        self.company.refresh()
        self.people.refresh()
        self.check_ins.refresh()
        self.accounts.refresh()
        self.computer.watch.refresh()
        self.backups.refresh()
