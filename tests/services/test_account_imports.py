"""SIE files month after month: one import, then one click; ranges are the company's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.core.account_charts import standard_charts
from desktop.core.company import Company
from desktop.core.faults import NotAllowed
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.kpi_library import read_library
from desktop.core.message import msg
from desktop.core.period import Cadence
from desktop.core.resources import resource
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import say
from desktop.services.accounts import (
    account_charts,
    has_own_ranges,
    reset_account_ranges,
    save_account_ranges,
)
from desktop.services.imports import ImportDraft, Origin, apply, open_file, preview
from desktop.services.kpis import kpis
from desktop.services.measurements import series
from desktop.services.workspace import Workspace
from desktop.store.settings import write_setting
from tests.importing.ledgers.sie_files import encoded, head, vouchers

LIBRARY = read_library(resource("library"))


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    company = Company(name="Ärlig AB", language="sv", currency="SEK")
    return Workspace.create(tmp_path / "a.sikte", company, today=lambda: date(2026, 4, 2))


def sold(*months: tuple[date, int]) -> list[str]:
    return vouchers(
        (day, [("1930", Decimal(amount)), ("3010", Decimal(-amount))]) for day, amount in months
    )


def book(tmp_path: Path, lines: Sequence[str], name: str = "bok.se") -> Path:
    path = tmp_path / name
    path.write_bytes(encoded(lines))
    return path


def opened(ws: Workspace, path: Path) -> ImportDraft:
    return open_file(ws, path, library=LIBRARY)


def values(ws: Workspace, key: str) -> dict[str, float]:
    (kpi,) = (each for each in kpis(ws) if each.key == key)
    return {str(each.period.start)[:7]: each.value for each in series(ws, kpi.id or 0).measurements}


MARCH = (date(2025, 1, 10), 100), (date(2025, 2, 10), 200), (date(2025, 3, 10), 300)


def test_the_first_file_suggests_finance_kpis_ready_made(ws: Workspace, tmp_path: Path) -> None:
    draft = opened(ws, book(tmp_path, [*head(), "#IB 0 1930 50", *sold(*MARCH)]))
    chosen = {
        s.rule.new_kpi.key: s.rule for s in draft.suggestions[0] if s.chosen and s.rule.new_kpi
    }
    assert {"sales", "gross_profit", "operating_result", "profit", "cash_balance"} <= set(chosen)
    sales, cash = chosen["sales"].new_kpi, chosen["cash_balance"].new_kpi
    assert isinstance(sales, Kpi)
    assert isinstance(cash, Kpi)
    assert (sales.name, sales.unit, sales.cadence, sales.add_up, sales.better) == (
        "Försäljning",
        Unit(UnitKind.CURRENCY, "SEK"),
        Cadence.MONTH,
        AddUp.SUM,
        Better.HIGHER,
    )
    assert cash.add_up is AddUp.LAST
    net = next(s for s in draft.suggestions[0] if s.rule.column == "Nettoomsättning")
    assert (net.origin, net.chosen) == (Origin.NEW, False)
    assert apply(ws, draft, draft.chosen()) is not None
    assert values(ws, "sales") == {"2025-01": 100, "2025-02": 200, "2025-03": 300}
    assert values(ws, "cash_balance") == {"2025-01": 150, "2025-02": 350, "2025-03": 650}


def test_next_years_file_needs_no_choice(ws: Workspace, tmp_path: Path) -> None:
    draft = opened(ws, book(tmp_path, [*head(), *sold(*MARCH)]))
    apply(ws, draft, draft.chosen())
    new = [*head(year=("20260101", "20261231"), made="20260401"), *sold((date(2026, 1, 5), 70))]
    again = opened(ws, book(tmp_path, new, "bok2026.si"))
    assert again.known
    assert again.fits
    found = preview(ws, again, again.chosen())
    assert found.counts.new == len({rule.rule.column for rule in again.chosen()})
    apply(ws, again, again.chosen())
    assert values(ws, "sales")["2026-01"] == 70


def test_two_years_of_one_file_make_one_kpi(ws: Workspace, tmp_path: Path) -> None:
    lines = [
        *head("#RAR -1 20240101 20241231", kind=2),
        "#PSALDO 0 202501 3010 {} -100",
        "#PSALDO -1 202411 3010 {} -80",
        "#PSALDO -1 202412 3010 {} -90",
    ]
    draft = opened(ws, book(tmp_path, lines))
    apply(ws, draft, draft.chosen())
    assert [kpi.name for kpi in kpis(ws)].count("Försäljning") == 1
    assert values(ws, "sales") == {"2024-11": 80, "2024-12": 90, "2025-01": 100}
    again = opened(ws, book(tmp_path, lines))
    assert not preview(ws, again, again.chosen()).counts.new


def test_a_year_of_totals_is_offered_but_not_chosen(ws: Workspace, tmp_path: Path) -> None:
    more = ["#RAR -1 20240101 20241231", "#RES -1 3010 -999"]
    draft = opened(ws, book(tmp_path, [*head(*more), *sold(*MARCH)]))
    months, year = draft.suggestions
    assert any(s.chosen for s in months)
    assert year
    assert not any(s.chosen for s in year)


def test_sales_below_nothing_keep_their_sign(ws: Workspace, tmp_path: Path) -> None:
    draft = opened(ws, book(tmp_path, [*head(), *sold((date(2025, 1, 10), -40))]))
    apply(ws, draft, draft.chosen())
    assert values(ws, "sales") == {"2025-01": -40}


# Ranges.


def test_own_ranges_are_used_undone_and_reset(ws: Workspace, tmp_path: Path) -> None:
    path = book(
        tmp_path,
        [
            *head(),
            *vouchers([(date(2025, 1, 5), [("3740", "-7"), ("3010", "-100"), ("1930", "107")])]),
        ],
    )
    assert opened(ws, path).recognition.tables[0].column("Omsättning").sum == 107  # type: ignore[union-attr]
    save_account_ranges(
        ws, "bas", {"net_sales": "3000-3699, 3750-3799", "other_income": "3900–3999"}
    )
    assert has_own_ranges(ws, "bas")
    assert not has_own_ranges(ws, "dinero")
    found = opened(ws, path).recognition
    assert found.tables[0].column("Omsättning").sum == 100  # type: ignore[union-attr]
    assert any("3740" in say(warning) for warning in found.warnings)  # now in no line
    ws.undo()
    assert opened(ws, path).recognition.tables[0].column("Omsättning").sum == 107  # type: ignore[union-attr]
    ws.redo()
    reset_account_ranges(ws, "bas")
    assert not has_own_ranges(ws, "bas")
    assert opened(ws, path).recognition.tables[0].column("Omsättning").sum == 107  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (
            {"net_sales": "3000-4100", "other_income": ""},
            ["4000", "Nettoomsättning", "Varukostnad"],
        ),
        ({"cash": "19xx"}, ["Kassa och bank", "19xx"]),
        ({"cash": "1999-1900"}, ["1999-1900", "backwards"]),
        ({"cash": "1900-19999"}, ["1900-19999", "equally long"]),
        ({"cash": "1900-1950, 1940"}, ["1940", "twice"]),
    ],
)
def test_what_is_no_range_is_said_and_nothing_is_stored(
    ws: Workspace, texts: dict[str, str], words: list[str]
) -> None:
    with pytest.raises(NotAllowed) as caught:
        save_account_ranges(ws, "bas", texts)
    assert all(word in say(caught.value.message) for word in words), say(caught.value.message)
    assert not has_own_ranges(ws, "bas")


def test_a_line_may_be_left_without_accounts(ws: Workspace) -> None:
    save_account_ranges(ws, "bas", {"inventory": " "})
    chart = account_charts(ws)[0]
    assert chart.line("inventory").ranges == ()
    assert chart.line_of("1400") is None


def test_ranges_that_no_longer_make_sense_are_the_standard_ones(ws: Workspace) -> None:
    save_account_ranges(ws, "bas", {"cash": "1910"})
    with ws.action(msg("Spoil")):
        write_setting(ws.connection, "accounts.bas", ["cash: 1999-1900"])
    assert account_charts(ws) == standard_charts()
