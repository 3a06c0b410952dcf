"""``sikte sheet`` and ``sikte status`` over a small company with numbers."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.cli import main
from desktop.core.company import Company
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind
from desktop.services.goals import save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.workspace import Workspace

MONTHS = [Period(Cadence.MONTH, date(2026, month, 1)) for month in range(1, 7)]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """600 of 1 200 sold in half the year, and a goal that is only drafted."""
    monkeypatch.setenv("SIKTE_LANGUAGE", "en")
    monkeypatch.setattr("desktop.services.workspace._today", lambda: date(2026, 7, 10))
    path = tmp_path / "Bakery.sikte"
    with Workspace.create(path, Company(name="Bageriet", language="sv")) as workspace:
        kpi = save_kpi(workspace, Kpi(name="Buns", unit=Unit(UnitKind.OWN, "buns")))
        save_values(workspace, kpi.id or 0, dict.fromkeys(MONTHS, 100.0))
        result = KeyResult(goal_id=0, kpi_id=kpi.id, target=1200.0, comparison=Comparison.TOTAL)
        goal = Goal(
            statement="Bake for the whole street",
            start=date(2026, 1, 1),
            deadline=date(2026, 12, 31),
        )
        save_goal_whole(workspace, goal, [result], [], {})
        draft = Goal(statement="Later", start=date(2026, 1, 1), state=GoalState.DRAFT)
        save_goal_whole(workspace, draft, [], [], {})
    return path


def pages(path: Path) -> list[str]:
    """The text of each page, with plain spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def test_status_says_progress_pace_and_why(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", str(file)]) == 0
    said = capsys.readouterr().out
    assert "Data as of 30 June 2026" in said
    assert "1. Bake for the whole street" in said
    assert "On track, progress 50%, expected 50%" in said
    assert "600\N{NO-BREAK SPACE}buns" in said
    assert "Later" not in said


def test_status_as_data(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    (goal,) = found["goals"]
    (result,) = goal["key_results"]
    assert (found["company"], found["as_of"]) == ("Bageriet", "2026-06-30")
    assert (goal["id"], goal["status"], goal["progress"]) == (1, "on track", 0.5)
    assert goal["expected_progress"] == pytest.approx(181 / 365)
    # a hundred in each of six months, which never changed
    landing = {"landing": 1200.0, "low": 1200.0, "high": 1200.0, "probability": 0.999}
    assert goal["forecast"] == result["forecast"] == landing
    assert (goal["start"], goal["deadline"]) == ("2026-01-01", "2026-12-31")
    assert (result["kpi"], result["current"], result["target"]) == ("buns", 600.0, 1200.0)
    assert result["comparison"] == "total"


def test_the_sheet_of_one_goal(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "goal.pdf"
    assert main(["sheet", str(file), "--goal", "1", "-o", str(out)]) == 0
    (text,) = pages(out)
    assert "Bake for the whole street" in text
    assert "600" in text


def test_sheets_of_all_active_goals(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.pdf"
    assert main(["sheet", str(file), "--all", "-o", str(out)]) == 0
    assert len(pages(out)) == 1


@pytest.mark.parametrize(("paper", "size"), [("A4", (842, 595)), ("Letter", (792, 612))])
def test_the_summary_on_either_paper(
    file: Path, tmp_path: Path, paper: str, size: tuple[int, int]
) -> None:
    out = tmp_path / "summary.pdf"
    assert main(["sheet", str(file), "--summary", "--paper", paper, "-o", str(out)]) == 0
    (page,) = PdfReader(out).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size
    assert "Bake for the whole street" in pages(out)[0]


def test_paper_speaks_the_language_of_the_company_unless_told(file: Path, tmp_path: Path) -> None:
    swedish, english = tmp_path / "sv.pdf", tmp_path / "en.pdf"
    assert main(["sheet", str(file), "--goal", "1", "-o", str(swedish)]) == 0
    told = ["--language", "en", "-o", str(english)]
    assert main(["sheet", str(file), "--goal", "1", *told]) == 0
    assert "10 juli 2026" in pages(swedish)[0]
    assert "10 July 2026" in pages(english)[0]


def test_a_goal_is_found_by_the_code_on_its_sheet(file: Path, tmp_path: Path) -> None:
    first, again = tmp_path / "first.pdf", tmp_path / "again.pdf"
    assert main(["sheet", str(file), "--goal", "1", "-o", str(first)]) == 0
    code = next(word for word in pages(first)[0].split() if word.startswith("S-"))
    assert main(["sheet", str(file), "--goal", code.lower(), "-o", str(again)]) == 0
    assert "Bake for the whole street" in pages(again)[0]


def test_all_sheets_with_bookmarks(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.pdf"
    assert main(["sheet", str(file), "--everything", "-o", str(out)]) == 0
    reader = PdfReader(out)
    titles = [str(entry["/Title"]) for entry in reader.outline if not isinstance(entry, list)]
    assert {"Bake for the whole street", "Buns"} <= set(titles)
    assert len(titles) >= 8
    assert reader.metadata is not None
    assert reader.metadata.author == "Bageriet"


def test_a_pdf_for_each_sheet(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "wall"
    assert main(["sheet", str(file), "--all", "--each", "-o", str(out)]) == 0
    assert [path.name for path in out.iterdir()] == ["1 Bake for the whole street.pdf"]
    assert main(["sheet", str(file), "--all", "--each", "-o", str(out)]) == 0
    assert len(list(out.iterdir())) == 2


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_one_page_as_a_picture(
    file: Path, tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"sheet.{ending}"
    assert main(["sheet", str(file), "--goal", "1", "-o", str(out)]) == 0
    start = out.read_bytes()[:60]
    assert b"PNG" in start or b"<?xml" in start
    several = tmp_path / f"forms.{ending}"
    assert main(["sheet", str(file), "--forms", "-o", str(several)]) == 1
    assert "A picture holds one page" in capsys.readouterr().err
    assert not several.exists()


@pytest.mark.parametrize(
    ("options", "size"),
    [
        (["--summary", "--paper", "A3"], (1191, 842)),
        (["--summary", "--portrait"], (595, 842)),
        (["--board", "--paper", "A3", "--portrait"], (842, 1191)),
        (["--goal", "1", "--portrait"], (842, 595)),  # made for the long side
    ],
)
def test_larger_paper_and_upright(
    file: Path, tmp_path: Path, options: list[str], size: tuple[int, int]
) -> None:
    out = tmp_path / "sheet.pdf"
    assert main(["sheet", str(file), *options, "-o", str(out)]) == 0
    (page,) = PdfReader(out).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size


def test_a_folder_in_the_place_of_the_file_is_one_line(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sheet", str(file), "--summary", "-o", str(tmp_path)]) == 1
    assert "is a folder" in capsys.readouterr().err


def test_a_goal_that_is_not_there(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "none.pdf"
    assert main(["sheet", str(file), "--goal", "99", "-o", str(out)]) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert not out.exists()


@pytest.mark.parametrize(
    "choice",
    [[], ["--all", "--summary"], ["--goal", "1", "--all"], ["--board", "--all"]],
)
def test_one_choice_of_sheet(file: Path, tmp_path: Path, choice: list[str]) -> None:
    assert main(["sheet", str(file), *choice, "-o", str(tmp_path / "x.pdf")]) == 2


def test_the_board_s_page(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "board.pdf"
    assert main(["sheet", str(file), "--board", "-o", str(out), "--language", "en"]) == 0
    (only,) = pages(out)
    assert "Bake for the whole street" in only
    assert "0.5 of 1.0, 0.5 planned" in only
    assert "Buns" not in only.replace("buns", "")


@pytest.mark.parametrize(
    ("option", "count", "word"),
    [
        (["--team"], 1, "Buns"),
        (["--map"], 1, "Bake for the whole street"),
        (["--glossary"], 1, "Page 1 of 1"),
        (["--card", "buns"], 1, "June 2026"),
        (["--card", "Buns"], 1, "June 2026"),
        (["--sitting", "1"], 3, "Bake for the whole street"),
        (["--forms"], 3, "Sitting"),
        (["--report"], 1, "Report for June 2026"),
        (["--report", "2026-Q2"], 1, "Report for Q2 2026"),
        (["--review", "1"], 1, "What did we mean to happen?"),
    ],
)
def test_the_rest_of_the_family(
    file: Path, tmp_path: Path, option: list[str], count: int, word: str
) -> None:
    out = tmp_path / "out.pdf"
    assert main(["sheet", str(file), *option, "-o", str(out), "--language", "en"]) == 0
    found = pages(out)
    assert len(found) == count
    assert all(word in page for page in found)


def test_a_kpi_that_is_not_there(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "none.pdf"
    assert main(["sheet", str(file), "--card", "Bread", "-o", str(out)]) == 1
    assert "Bread" in capsys.readouterr().err
    assert not out.exists()


def test_a_period_that_is_none(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "none.pdf"
    assert main(["sheet", str(file), "--report", "last June", "-o", str(out)]) == 1
    assert "last June" in capsys.readouterr().err
    assert not out.exists()


def test_a_folder_that_is_not_there(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "none" / "x.pdf"
    assert main(["sheet", str(file), "--summary", "-o", str(out)]) == 1
