"""Real widgets, offscreen, with settings and company files in folders of their own."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from desktop.core.company import Company
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import set_language
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.theme import Theme, apply_theme

TODAY = date(2026, 10, 5)


@dataclass
class Said:
    """What a page asked of the window."""

    notices: list[tuple[str, str]] = field(default_factory=list)
    places: list[tuple[str, int | None]] = field(default_factory=list)

    def notify(self, text: str, kind: str = "info", action: NoticeAction | None = None) -> None:
        self.notices.append((text, kind))

    def navigate(self, page: str, item_id: int | None = None) -> None:
        self.places.append((page, item_id))


def freed(reference: weakref.ref[QWidget], app: QApplication) -> bool:
    """Whether a dialog that was closed is gone, in Qt and in Python."""
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.processEvents()
    gc.collect()
    return reference() is None


@pytest.fixture(autouse=True)
def _plain_window(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """English, light, and the settings of nobody."""
    folder = str(tmp_path / "settings")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    set_language("en")
    apply_theme(qapp, Theme.LIGHT)
    yield
    set_language("en")


@pytest.fixture
def company_file(tmp_path: Path) -> Path:
    """Where a company file may be made."""
    return tmp_path / "Bageriet i Lund.sikte"


@pytest.fixture
def workspace(company_file: Path) -> Iterator[Workspace]:
    """A new company, open, on a day that does not move."""
    company = Company(name="Bageriet i Lund", language="sv")
    with Workspace.create(company_file, company, today=lambda: TODAY) as workspace:
        yield workspace


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "preferences.ini")


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def context(workspace: Workspace, preferences: Preferences, said: Said) -> Iterator[AppContext]:
    """What a page is given; ``said`` hears what it asks of the window."""
    context = AppContext(
        workspace=workspace,
        preferences=preferences,
        navigate=said.navigate,
        notify=said.notify,
    )
    yield context
    context.tasks.close()
