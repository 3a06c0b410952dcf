"""Takes the README's pictures: the real window with the sample company, and a printed sheet."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from desktop.qtkit.preferences import Preferences  # noqa: E402
from desktop.qtkit.wording import set_language  # noqa: E402
from desktop.services.demo import build_demo  # noqa: E402
from desktop.ui.shell.main_window import MainWindow  # noqa: E402
from desktop.ui.theme import Theme, apply_theme  # noqa: E402

FOLDER = CHECKOUT / "packaging" / "pictures"
DAY = date(2026, 11, 24)  # the pictures change with the product, not with the calendar
SIZE = (1280, 800)
# Name, theme, page, the place of the item in its list.
SHOTS = (
    ("overview", Theme.LIGHT, "overview", None),
    ("kpi-dark", Theme.DARK, "kpis", "orders"),
    ("goal", Theme.LIGHT, "goals", None),
)


def main() -> int:
    app = QApplication([])
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["HOME"] = name  # so that the file is shown where an owner would keep it
        company = build_demo(folder / "Documents", language="en", today=DAY).path
        _windows(app, folder, company)
        _sheet(folder, company)
    return 0


def _windows(app: QApplication, folder: Path, company: Path) -> None:
    from desktop.services.goals import goals
    from desktop.services.kpis import kpis
    from desktop.services.workspace import Workspace

    with Workspace.open(company, read_only=True) as workspace:
        items = {kpi.key: kpi.id for kpi in kpis(workspace)}
        first_goal = goals(workspace)[0].id
    set_language("en")
    for name, theme, page, item in SHOTS:
        apply_theme(app, theme)
        preferences = Preferences(folder / f"{name}.ini")
        preferences.theme = theme.value
        window = MainWindow(preferences)
        window.begin(company)
        window.resize(*SIZE)
        window.show()
        assert window.work_area is not None
        window.work_area.show_page(page, items[item] if item else first_goal)
        _settle(app)
        window.grab().save(str(FOLDER / f"{name}.png"))
        window.close()


def _settle(app: QApplication) -> None:
    """Let what loads after the first paint come, and the motion end."""
    until = QDeadlineTimer(2000)
    while not until.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _sheet(folder: Path, company: Path) -> None:
    """The goal sheet as PDF, and the picture of its page."""
    pdf = folder / "sheet.pdf"
    command = [sys.executable, "-P", "-m", "desktop", "sheet", str(company), "--goal", "1"]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "SIKTE_LANGUAGE": "en"}
    subprocess.run([*command, "-o", str(pdf)], env=environment, check=True)
    picture = ["pdftoppm", "-png", "-r", "90", "-singlefile", str(pdf), str(FOLDER / "sheet")]
    subprocess.run(picture, check=True)


if __name__ == "__main__":
    sys.exit(main())
