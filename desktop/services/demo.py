"""The sample company: export files are written and then imported, as an owner would do it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from desktop.core.company import Company
from desktop.core.faults import FileFault
from desktop.core.kpi import Kpi
from desktop.core.message import Message, msg
from desktop.services import imports
from desktop.services.demo_check_ins import add_check_ins
from desktop.services.demo_files import DemoFile, write_demo_files
from desktop.services.demo_focus import add_focus
from desktop.services.demo_goals import add_goals
from desktop.services.demo_kpis import add_kpis, add_owners, add_words
from desktop.services.demo_numbers import DemoNumbers, demo_numbers
from desktop.services.demo_reviews import add_reviews
from desktop.services.demo_strategy_map import add_strategy_map
from desktop.services.demo_tried import add_tried
from desktop.services.demo_wheel import add_wheel
from desktop.services.demo_words import DemoWords
from desktop.services.workspace import Workspace

EXPORTS = "exports"


class Progress(Protocol):
    """Told how far it is, from 0 to 1, and what is being done."""

    def __call__(self, fraction: float | None = None, message: Message | None = None) -> None: ...


@dataclass(frozen=True, slots=True)
class DemoResult:
    """The company file, and the export files that it was filled from."""

    path: Path
    exports: tuple[Path, ...]


def build_demo(
    folder: Path,
    *,
    language: str,
    today: date,
    progress: Progress | None = None,
    replace: bool = False,
) -> DemoResult:
    """Build the sample company in ``folder``: three years of numbers that end before ``today``.

    The same day and language give the same company.  Raises :class:`FileFault`: when its file is
    there already (unless ``replace``), is open, or cannot be written.
    """
    tell = progress or _quiet
    words = DemoWords(language)
    path = folder / f"{words('file')}.sikte"
    if replace and path.exists():
        Workspace.open(path).close()  # refuses a file that is open somewhere
        path.unlink()
    elif path.exists():
        raise FileFault(msg("{file} exists already. Choose another folder.", file=str(path)))
    tell(0.0, msg("Writing the export files"))
    numbers = demo_numbers(today, words.order_value)
    files = _exports(folder / EXPORTS, numbers, words)
    company = Company(name=words("company"), language=words.language, currency=words.currency)
    try:
        with Workspace.create(path, company, today=lambda: today) as workspace:
            owners = add_owners(workspace, words)
            kpis = add_kpis(workspace, words, owners)
            add_words(workspace, words)
            for number, file in enumerate(files, start=1):
                step = msg("Importing {file}", file=file.path.name)
                tell(number / (len(files) + 1), step)
                _import(workspace, file, kpis)
            add_goals(workspace, words, owners, kpis, numbers)
            add_check_ins(workspace, words)
            add_tried(workspace, words, owners, kpis)
            add_reviews(workspace, words)
            add_focus(workspace, words, kpis)
            add_strategy_map(workspace, words, kpis)
            add_wheel(workspace, words)
    except BaseException:
        path.unlink(missing_ok=True)  # a half-built company helps nobody
        raise
    tell(1.0)
    return DemoResult(path, tuple(file.path for file in files))


def _exports(folder: Path, numbers: DemoNumbers, words: DemoWords) -> list[DemoFile]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return write_demo_files(folder, numbers, words)
    except OSError as error:
        why = error.strerror or ""
        raise FileFault(
            msg("{folder} cannot be written to: {why}", folder=str(folder), why=why)
        ) from error


def _import(workspace: Workspace, file: DemoFile, kpis: dict[str, Kpi]) -> None:
    """Say once which column or row feeds which KPI, and apply."""
    draft = imports.open_file(workspace, file.path)
    rules = [
        imports.TableRule(number, _rule(column, kpis[name]))
        for number, table in enumerate(draft.recognition.tables)
        for column, name in file.feeds.items()
        if table.column(column) is not None
    ]
    imports.apply(workspace, draft, rules)


def _rule(column: str, kpi: Kpi) -> imports.Rule:
    return imports.Rule(kpi.id, None, column, imports.Gather(kpi.add_up.value))


def _quiet(fraction: float | None = None, message: Message | None = None) -> None:
    """Nobody wants to know."""
