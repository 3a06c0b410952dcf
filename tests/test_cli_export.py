"""``sikte export`` and ``sikte form``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.cli import main
from desktop.core.company import Company
from desktop.services.imports import imports
from desktop.services.workspace import Workspace
from tests.services.own_company import fill


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SIKTE_LANGUAGE", "en")
    monkeypatch.setattr("desktop.services.workspace._today", lambda: date(2026, 7, 15))
    path = tmp_path / "Bakery.sikte"
    with Workspace.create(path, Company(name="Bageriet", language="sv")) as workspace:
        fill(workspace)
    return path


def test_everything_in_the_companys_language_and_nothing_is_changed(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, out = file.read_bytes(), tmp_path / "all.xlsx"
    assert main(["export", str(file), "-o", str(out)]) == 0
    assert "Everything is in" in capsys.readouterr().out
    assert "Mål" in load_workbook(out).sheetnames
    assert file.read_bytes() == before


def test_everything_in_another_language(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.xlsx"
    assert main(["export", str(file), "-o", str(out), "--language", "en"]) == 0
    assert "Goals" in load_workbook(out).sheetnames


def test_an_export_is_refused_in_one_line(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(file), "-o", str(file)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert main(["export", str(file)]) == 2


def test_a_form_goes_out_and_comes_back(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "form.xlsx"
    asked = ["--kpi", "sales", "--kpi", "Conversion", "--from", "2026-01-01", "--to", "2026-12-31"]
    assert main(["form", str(file), "-o", str(out), *asked, "--language", "en"]) == 0
    assert "asks for 2 KPIs" in capsys.readouterr().out
    book = load_workbook(out)
    sheet = book["Months"]
    assert [sheet["A6"].value, sheet["A7"].value] == ["Conversion", "Sales"]
    sheet["L7"] = 4321
    book.save(out)
    assert main(["import", str(file), str(out), "--yes"]) == 0
    with Workspace.open(file) as workspace:
        (record,) = imports(workspace)
        assert (record.counts.new, record.counts.changed) == (1, 0)


def test_a_persons_form(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "form.xlsx"
    asked = ["--owner", "kim", "--months", "3", "--correct", "--language", "en"]
    assert main(["form", str(file), "-o", str(out), *asked]) == 0
    sheet = load_workbook(out)["Months"]
    assert sheet["A2"].value == "Figures for May 2026 to July 2026, for kim"
    assert not sheet["D6"].protection.locked


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (["--kpi", "margin"], 1),
        (["--owner", "nobody"], 1),
        (["--months", "3", "--from", "2026-01-01"], 2),
        (["--months", "0"], 2),
    ],
)
def test_what_cannot_be_asked_for(file: Path, tmp_path: Path, asked: list[str], code: int) -> None:
    out = tmp_path / "form.xlsx"
    assert main(["form", str(file), "-o", str(out), *asked]) == code
    assert not out.exists()
