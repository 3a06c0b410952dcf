"""``--feed`` with its words: ratios, parts, filters, dates, totals so far."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.core.company import Company
from desktop.core.kpi import AddUp, Kpi
from desktop.services.kpis import kpis
from desktop.services.measurements import series
from desktop.services.workspace import Workspace

FIRST = date(2026, 1, 1)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SIKTE_LANGUAGE", "en")
    path = tmp_path / "Shop.sikte"
    Workspace.create(path, Company(name="Shop")).close()
    return path


@pytest.fixture
def visits(tmp_path: Path) -> Path:
    """Ten days of four channels: the first day of each month from January, 2026."""
    path = tmp_path / "visits.csv"
    lines = ["Date,Channel,Visits,Orders,Paid at,Ref"]
    for month in range(1, 5):
        for at, channel in enumerate(("Organic", "Paid", "Email", "Fax")):
            day, paid = date(2026, month, 1), date(2026, month, 1) + timedelta(days=40)
            lines.append(f"{day},{channel},{100 * (at + month)},{10 * month},{paid},R{at % 2}x")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def found(file: Path) -> dict[str, tuple[Kpi, list[float]]]:
    with Workspace.open(file, read_only=True) as workspace:
        return {
            kpi.name: (kpi, [m.value for m in series(workspace, kpi.id or 0).measurements])
            for kpi in kpis(workspace)
        }


def fed(file: Path, path: Path, *feeds: str) -> dict[str, list[float]]:
    options = [part for feed in feeds for part in ("--feed", feed)]
    assert main(["import", str(file), str(path), "--yes", *options]) == 0
    return {name: values for name, (_, values) in found(file).items()}


def test_a_ratio_of_sums(file: Path, visits: Path) -> None:
    values = fed(file, visits, "Orders; over Visits=Conversion")
    # January: 40 orders of 100 + 200 + 300 + 400 visits.
    assert values == {
        "Conversion": [40 / 1000, 80 / 1400, 120 / 1800, 160 / 2200],
    }
    kpi, _ = found(file)["Conversion"]
    assert (kpi.add_up, kpi.decimals) == (AddUp.MEAN, 2)


def test_a_ratio_to_a_number_of_texts_and_a_count(file: Path, visits: Path) -> None:
    values = fed(
        file, visits, "Visits; over distinct Ref=Each", "Ref; distinct=Refs", "Ref; count=Rows"
    )
    assert values["Each"][0] == 1000 / 2
    assert (values["Refs"], values["Rows"]) == ([2.0] * 4, [4.0] * 4)


def test_differences_sums_and_signs(file: Path, visits: Path) -> None:
    values = fed(
        file,
        visits,
        "Visits; less Orders=Without",
        "Visits; plus Orders=With",
        "Orders; turned=Turned",
        "Visits; minus Channel: Fax=Net",
    )
    firsts = {name: each[0] for name, each in values.items()}
    assert firsts == {"Without": 960.0, "With": 1040.0, "Turned": -40.0, "Net": 200.0}


def test_some_rows_another_date_and_a_total_so_far(file: Path, visits: Path) -> None:
    values = fed(
        file,
        visits,
        "Visits; only Channel: paid=Paid visits",
        "Visits; not Channel: Paid; not Channel: Fax=Others",
        "Orders; date Paid at=Paid orders",
        "Visits; only Channel: Organic; total year=Added",
        "Orders; mean=Mean",
        "Orders; last=Last",
        "Orders; once Ref=Once",
    )
    assert values["Paid visits"] == [200.0, 300.0, 400.0, 500.0]
    assert values["Others"][0] == 100.0 + 300.0
    assert values["Paid orders"] == [40.0, 80.0, 120.0, 160.0]
    assert values["Added"] == [100.0] * 4
    assert values["Once"] == [20.0]  # the first rows of R0x and R1x, in January
    assert (values["Mean"], values["Last"]) == ([10.0, 20.0, 30.0, 40.0],) * 2
    with Workspace.open(file, read_only=True) as workspace:
        paid = next(kpi for kpi in kpis(workspace) if kpi.name == "Paid orders")
        first = series(workspace, paid.id or 0).measurements[0]
    assert first.period.start == date(2026, 2, 1)


def test_a_kpi_for_each_text(file: Path, visits: Path) -> None:
    values = fed(file, visits, "Visits; each Channel=Traffic")
    assert {name: each[0] for name, each in values.items()} == {
        "Traffic – Fax": 400.0,
        "Traffic – Email": 300.0,
        "Traffic – Paid": 200.0,
        "Traffic – Organic": 100.0,
    }


def test_rows_without_a_text_are_not_lost(file: Path, visits: Path) -> None:
    text = visits.read_text("utf-8")
    visits.write_text(text.replace(",Fax,", ",,"), "utf-8")
    values = fed(file, visits, "Visits; each Channel=Traffic")
    assert sum(each[0] for each in values.values()) == 1000.0
    assert values["Traffic – Others"][0] == 400.0


def test_the_largest_and_all_the_others(file: Path, visits: Path) -> None:
    values = fed(file, visits, "Visits; each Channel: 2=Traffic")
    assert {name: each[0] for name, each in values.items()} == {
        "Traffic – Fax": 400.0,
        "Traffic – Email": 300.0,
        "Traffic – Others": 300.0,
    }
    # The next file feeds the same three, its new channel among the others.
    later = visits.with_name("visits (2).csv")
    later.write_text(
        visits.read_text("utf-8").replace("2026-0", "2027-0").replace("Organic", "Social"), "utf-8"
    )
    assert main(["import", str(file), str(later), "--yes"]) == 0
    assert {name: each[4] for name, (_, each) in found(file).items()} == {
        "Traffic – Fax": 400.0,
        "Traffic – Email": 300.0,
        "Traffic – Others": 300.0,
    }


def test_too_many_texts_need_a_number(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "products.csv"
    rows = "".join(f"2026-01-{1 + at % 28:02},P{at}x,{at}\n" for at in range(40))
    path.write_text(f"Date,Product,Sold\n{rows}", "utf-8")
    assert main(["import", str(file), str(path), "--yes", "--feed", "Sold; each Product"]) == 2
    assert "40" in capsys.readouterr().err
    assert len(fed(file, path, "Sold; each Product: 3")) == 4


@pytest.mark.parametrize(
    "feed",
    ["; over Visits", "Visits; wobble", "Visits; over", "Visits; sum now", "Visits; only Channel",
     "Visits; total week", "Visits; each"],
)  # fmt: skip
def test_words_that_mean_nothing_are_refused(file: Path, visits: Path, feed: str) -> None:
    assert main(["import", str(file), str(visits), "--yes", "--feed", feed]) == 2
    assert found(file) == {}


def test_a_column_that_is_not_there_is_said(
    file: Path, visits: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(file), str(visits), "--yes", "--feed", "Visits; over Wool"]) == 1
    assert "Wool" in capsys.readouterr().out


def test_rejected_cells_are_named(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rates.csv"
    path.write_text(
        "Month,Opens,Sent\n2026-01,10,100\n2026-02,5,0\n2026-03,oops,100\n2026-04,8,\n", "utf-8"
    )
    assert main(["import", str(file), str(path), "--yes", "--feed", "Opens; over Sent=Rate"]) == 0
    said = capsys.readouterr().out
    assert "C3 Sent: “Sent” adds up to nothing in February 2026" in said
    assert "B4 Opens: “oops” is not a number." in said
    assert "C5 Sent: The row has no “Sent”" in said
    assert found(file)["Rate"][1] == [0.1]


def test_a_column_that_no_file_has_is_told(
    file: Path, visits: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    feeds = ["--feed", "Visits", "--feed", "Vists=Clicks"]
    assert main(["import", str(file), str(visits), "--dry-run", *feeds]) == 1
    assert "No file has a column “Vists”." in capsys.readouterr().err
