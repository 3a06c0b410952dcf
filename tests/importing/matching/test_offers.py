"""What exports of shops, banks, ads, mail tools and customer systems are offered for."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.core.kpi import AddUp, Better, Kpi, Phase
from desktop.core.kpi_library import ReadyKpi, read_library
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind
from desktop.importing.figures.extract import extract
from desktop.importing.figures.mapping import Gather, Mapping, Rule, Running
from desktop.importing.matching.suggest import suggest
from desktop.importing.matching.suggestion import Known, Origin, Suggestion
from desktop.importing.recognise import recognise
from tests.importing.in_process import read_here

LIBRARY = Path(__file__).resolve().parents[3] / "resources" / "library"
TODAY = date(2026, 12, 31)
FIRST = date(2026, 1, 1)


@pytest.fixture(scope="module")
def library() -> tuple[ReadyKpi, ...]:
    return read_library(LIBRARY)


class Export:
    """A file as it was exported, and what is offered for it."""

    def __init__(self, path: Path, known: Known) -> None:
        self.book = read_here(path)
        self.table = recognise(self.book, today=TODAY).tables[0]
        self.known = replace(known, workbook=self.book)
        self.offers = suggest(self.table, self.known)

    def offer(self, name: str) -> Suggestion:
        return next(each for each in self.offers if each.name == name)

    def months(self, rule: Rule) -> dict[str, float]:
        found = extract(self.table, self.book, rule, Cadence.MONTH, 1)
        assert found.problem is None
        return {p.start.isoformat()[:7]: v.value for p, v in found.values.items()}

    def again(self, *rules: Rule) -> tuple[Suggestion, ...]:
        return suggest(self.table, self.known, Mapping(self.table.shape, rules, {}))


Exported = Callable[..., Export]


@pytest.fixture
def exported(tmp_path: Path, library: tuple[ReadyKpi, ...]) -> Exported:
    def made(
        rows: Sequence[Sequence[object]],
        kpis: Sequence[Kpi] = (),
        *,
        name: str = "export.csv",
        delimiter: str = ",",
        language: str = "en",
    ) -> Export:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)
        return Export(path, Known(kpis, library, language, "SEK"))

    return made


def sums(rows: Sequence[Sequence[object]], day: int, figure: int) -> dict[str, float]:
    """Sums by month of a column, straight from the rows."""
    found: dict[str, float] = defaultdict(float)
    for row in rows[1:]:
        if row[figure] not in (None, ""):
            found[str(row[day])[:7]] += float(str(row[figure]).replace(",", "."))
    return {month: pytest.approx(total) for month, total in found.items()}


# Rates.


def ads() -> list[list[object]]:
    rows: list[list[object]] = [["Day", "Impr.", "Clicks", "CTR", "Avg. CPC", "Cost", "CPM"]]
    for at in range(60):
        shown, clicks = 900 + 37 * at, 20 + at * at % 41
        cost = round(clicks * (2 + at % 7 / 3), 2)
        rates = (
            f"{100 * clicks / shown:.2f}%",
            round(cost / clicks, 2),
            round(1000 * cost / shown, 2),
        )
        day = FIRST + timedelta(days=at)
        rows.append([day, shown, clicks, rates[0], rates[1], cost, rates[2]])
    return rows


def test_rates_are_what_two_columns_make(exported: Exported) -> None:
    rows = ads()
    export = exported(rows)
    ctr = export.offer("CTR")
    assert (ctr.origin, ctr.chosen) == (Origin.LIBRARY, True)
    assert ctr.reasons
    assert (ctr.rule.column, ctr.rule.add_up, ctr.rule.over) == ("Clicks", Gather.RATIO, "Impr.")
    clicks, shown, cost = (sums(rows, 0, at) for at in (2, 1, 5))
    found = export.months(ctr.rule)
    assert found == {m: pytest.approx(clicks[m].expected / shown[m].expected) for m in clicks}
    cpc, cpm = export.offer("Avg. CPC").rule, export.offer("CPM").rule
    assert (cpc.column, cpc.over, cpc.factor) == ("Cost", "Clicks", 1.0)
    assert (cpm.column, cpm.over, cpm.factor) == ("Cost", "Impr.", 1000.0)
    assert export.months(cpm) == {
        m: pytest.approx(1000 * cost[m].expected / shown[m].expected) for m in cost
    }
    assert cpc.new_kpi is not None
    assert cpc.new_kpi.unit == Unit(UnitKind.CURRENCY, "SEK")
    assert (cpc.new_kpi.better, cpc.new_kpi.add_up) == (Better.LOWER, AddUp.MEAN)


def test_a_rate_of_nothing_in_the_file_is_a_mean_with_a_remark(exported: Exported) -> None:
    rows: list[list[object]] = [["Date", "Campaign", "Share of voice"]]
    for at in range(30):
        rows.append([FIRST + timedelta(days=at // 2), f"C{at}", f"{12.4 + at % 5}%"])
    offer = exported(rows).offer("Share of voice")
    assert offer.rule.add_up is Gather.MEAN
    assert offer.remark is not None
    alone = exported([rows[0], *rows[1::2]]).offer("Share of voice")
    assert alone.remark is None  # a row a day makes a value a day


def test_a_rate_that_the_file_counts_a_little_otherwise(exported: Exported) -> None:
    """Opens of what arrived, beside what was sent only."""
    rows: list[list[object]] = [["Send Time", "Recipients", "Unique Opens", "Open Rate", "Revenue"]]
    for at in range(12):
        sent, opens = 1400 + 31 * at, 480 + 7 * at
        rate = f"{100 * opens / (sent - 20 - at):.2f}%"
        rows.append([FIRST + timedelta(days=7 * at), sent, opens, rate, 900 + at])
    export = exported(rows)
    rate = export.offer("Open Rate")
    assert (rate.rule.column, rate.rule.over) == ("Unique Opens", "Recipients")
    assert rate.remark is not None
    revenue = export.offer("Revenue").rule.new_kpi
    assert revenue is not None
    assert revenue.key != "sales"


def test_a_remembered_rate_is_not_offered_twice(exported: Exported) -> None:
    kpi = Kpi(id=4, key="ctr", name="My CTR", unit=Unit(UnitKind.PERCENT))
    export = exported(ads(), [kpi])
    rule = replace(export.offer("CTR").rule, kpi_id=4, new_kpi=None)
    first, *others = export.again(rule)
    assert (first.origin, first.chosen, first.rule) == (Origin.REMEMBERED, True, rule)
    names = [each.name for each in others]
    assert "CTR" not in names
    assert {"Clicks", "Impr."} <= set(names)


# Two ways.


def test_money_in_and_out_over_two_columns(exported: Exported) -> None:
    head = ["Bokförd", "Text", "Insättningar", "Uttag", "Bokfört saldo"]
    for sign in ("-", ""):
        rows: list[list[object]] = [head]
        balance = 5000
        for at in range(40):
            amount = 100 + 13 * at
            balance += amount if at % 2 else -amount
            moved = [amount, ""] if at % 2 else ["", f"{sign}{amount}"]
            rows.append([FIRST + timedelta(days=2 * at), "x", *moved, balance])
        export = exported([rows[0], *reversed(rows[1:])], delimiter=";")
        flow = export.offers[0]
        assert flow.name == f"Insättningar {'+' if sign else '−'} Uttag"
        months = export.months(flow.rule)
        ins, outs = sums(rows, 0, 2), sums(rows, 0, 3)
        turned = 1 if sign else -1
        assert months == {
            m: pytest.approx(ins[m].expected + turned * outs[m].expected) for m in ins
        }
        cash = export.offer("Bokfört saldo")
        assert (cash.chosen, cash.rule.add_up) == (True, Gather.LAST)
        last = {str(row[0])[:7]: row[4] for row in rows[1:]}
        assert export.months(cash.rule) == last
        assert cash.rule.new_kpi is not None
        assert cash.rule.new_kpi.key == "cash_balance"


def test_a_bank_credits_what_comes_in(exported: Exported) -> None:
    rows: list[list[object]] = [["Date", "Details", "Debit", "Credit", "Balance"]]
    balance = 100
    for at in range(30):
        amount = 20 + at
        balance += amount if at % 3 else -amount
        moved = ["", amount] if at % 3 else [amount, ""]
        rows.append([FIRST + timedelta(days=at), "x", *moved, balance])
    flow = exported(rows).offers[0]
    assert (flow.rule.column, flow.rule.less) == ("Credit", ("Debit",))


def test_a_ledger_debits_what_comes_in(exported: Exported) -> None:
    rows: list[list[object]] = [["Vernr", "Datum", "Konto", "Text", "Debet", "Kredit"]]
    for at in range(30):
        day = FIRST + timedelta(days=at)
        rows.append([f"A{at}", day, 1930, "Bank", 100 + at, ""])
        rows.append([f"A{at}", day, 3001, "Varor", "", 100 + at])
    export = exported(rows, delimiter=";")
    assert (export.offers[0].rule.column, export.offers[0].rule.less) == ("Debet", ("Kredit",))


@pytest.mark.parametrize(
    ("label", "plus", "minus"),
    [("Type", "credit", "debit"), ("D/K", "K", "D"), ("+/-", "+", "-"), ("Retning", "Ind", "Ud")],
)
def test_a_column_gives_the_sign(exported: Exported, label: str, plus: str, minus: str) -> None:
    rows: list[list[object]] = [["Date", "Text", "Amount", label]]
    rows += [
        [FIRST + timedelta(days=at), "x", 10 + at, plus if at % 3 else minus] for at in range(50)
    ]
    export = exported(rows)
    offer = export.offer("Amount")
    assert offer.rule.minus == ((label, minus),)
    assert offer.origin is Origin.NEW  # what goes both ways is no sales
    expected: dict[str, int] = defaultdict(int)
    for day, _, amount, side in rows[1:]:
        expected[str(day)[:7]] += int(str(amount)) if side == plus else -int(str(amount))
    assert export.months(offer.rule) == expected


def test_debit_is_plus_in_a_ledger_with_letters(exported: Exported) -> None:
    rows: list[list[object]] = [["Datum", "Konto", "Belopp", "D/K"]]
    rows += [[FIRST + timedelta(days=at), 3000 + at % 4, 10 + at, "DK"[at % 2]] for at in range(40)]
    assert exported(rows, delimiter=";").offer("Belopp").rule.minus == (("D/K", "K"),)


def test_amounts_of_several_kinds_are_not_taken_unasked(exported: Exported) -> None:
    rows: list[list[object]] = [["id", "Type", "Amount", "Currency", "Created (UTC)"]]
    kinds = [("charge", 100), ("charge", 250), ("refund", -50), ("payout", -300)]
    for at in range(60):
        kind, amount = kinds[at % 4]
        rows.append([f"txn_{at}", kind, amount + at % 4, "sek", FIRST + timedelta(days=at)])
    offer = exported(rows).offer("Amount")
    assert not offer.chosen
    assert offer.remark is not None


def test_currencies_are_never_added_together(exported: Exported) -> None:
    rows: list[list[object]] = [["Date", "Type", "Currency", "Gross", "Fee"]]
    for at in range(40):
        code = "SEK" if at % 3 else "EUR"
        rows.append([FIRST + timedelta(days=at), "Payment", code, 100 + at, -3])
    export = exported(rows)
    gross = [each for each in export.offers if each.name == "Gross"]
    assert {each.rule.filters for each in gross} == {
        (("Currency", "SEK"),),
        (("Currency", "EUR"),),
    }
    fee = next(each for each in export.offers if each.name == "Fee")
    assert fee.rule.sign == -1  # a cost below zero would be better the higher it is


# Totals so far.


def yearly(name: str, *, beside: bool) -> list[list[object]]:
    rows: list[list[object]] = [["Månad", *(["Försäljning"] if beside else []), name]]
    total = 0
    for at in range(15):
        year, month = divmod(at, 12)
        total = (0 if month == 0 else total) + 50 + 7 * at
        figures = [50 + 7 * at] if beside else []
        rows.append([f"{2025 + year}-{month + 1:02}", *figures, total])
    return rows


@pytest.mark.parametrize(
    "name",
    [
        "Ackumulerat",
        "Försäljning ack.",
        "Akkumuleret salg",
        "Sales YTD",
        "Salg år til dato",
        "Omsättning hittills i år",
        "Cumulative revenue",
        "Running total",
        "Umsatz kumuliert",
    ],
)
def test_totals_so_far_are_known_by_their_name(exported: Exported, name: str) -> None:
    export = exported(yearly(name, beside=False), delimiter=";")
    offer = export.offer(name)
    assert offer.rule.running is Running.YEAR
    assert offer.reasons
    assert list(export.months(offer.rule).values()) == [50.0 + 7 * at for at in range(15)]


def test_totals_so_far_are_known_by_the_figures_beside_them(exported: Exported) -> None:
    export = exported(yearly("Summa hela vägen", beside=True), delimiter=";")
    plain, offer = export.offer("Försäljning"), export.offer("Summa hela vägen")
    assert (plain.chosen, plain.rule.running) == (True, Running.NO)
    assert (offer.chosen, offer.rule.running) == (False, Running.YEAR)
    assert export.months(offer.rule) == export.months(plain.rule)


def test_a_total_that_never_falls_counts_since_the_start(exported: Exported) -> None:
    rows: list[list[object]] = [["Date", "Installs cumulative"]]
    rows += [[date(2025, 12, 1) + timedelta(days=at), 900 + 3 * at] for at in range(60)]
    offer = exported(rows).offer("Installs cumulative")
    assert offer.rule.running is Running.START


def test_a_balance_and_a_stock_stay_levels(exported: Exported) -> None:
    rows: list[list[object]] = [["Datum", "Insatt", "Saldo", "Lager"]]
    total = 0
    for at in range(30):
        total += 10 + at
        rows.append([FIRST + timedelta(days=at), 10 + at, total, 40 + at])
    export = exported(rows, delimiter=";")
    for name in ("Saldo", "Lager"):
        rule = export.offer(name).rule
        assert (rule.running, rule.add_up) == (Running.NO, Gather.LAST)


def test_followers_are_a_level_and_new_ones_are_not(exported: Exported) -> None:
    rows: list[list[object]] = [["Date", "Total followers"]]
    rows += [[FIRST + timedelta(days=at), 900 + 2 * at] for at in range(40)]
    offer = exported(rows).offer("Total followers")
    assert (offer.chosen, offer.rule.add_up) == (True, Gather.LAST)
    came = exported([["New followers"], [], *rows]).offer("Total followers")
    assert (came.chosen, came.rule.add_up) == (False, Gather.SUM)


def test_constant_figures_add_up_nothing(exported: Exported) -> None:
    rows: list[list[object]] = [["Date", "Clicks", "Rate", "Bounces"]]
    rows += [[FIRST + timedelta(days=at), 12, "0.06%", 4] for at in range(12)]
    assert all(each.rule.running is Running.NO for each in exported(rows).offers)


# Things that happened.


def orders() -> list[list[object]]:
    rows: list[list[object]] = [
        ["Name", "Email", "Paid at", "Currency", "Total", "Lineitem quantity", "Created at"]
    ]
    for at in range(45):
        day = FIRST + timedelta(days=2 * at)
        for line in range(1 + at % 3):
            paid = [f"{day + timedelta(days=3)} 10:00:00 +0100", "SEK", 200 + at]
            blank: list[object] = ["", "", ""]
            rows.append(
                [
                    f"#{1001 + at}",
                    "a@b.se",
                    *(paid if line == 0 else blank),
                    1 + line,
                    f"{day} 09:00:00 +0100",
                ]
            )
    return rows


def test_orders_over_several_rows_are_counted_once(exported: Exported) -> None:
    rows = orders()
    export = exported([rows[0], *reversed(rows[1:])], name="orders_export_1.csv")
    count = export.offer("Name")
    assert (count.chosen, count.rule.add_up) == (True, Gather.DISTINCT)
    assert count.rule.new_kpi is not None
    assert count.rule.new_kpi.key == "orders"
    ids: dict[str, set[object]] = defaultdict(set)
    for row in rows[1:]:
        ids[str(row[6])[:7]].add(row[0])
    numbers = {month: float(len(found)) for month, found in ids.items()}
    assert export.months(count.rule) == numbers
    assert export.months(export.offer("Total").rule) == sums(rows, 6, 4)
    each = export.offer("Total / Name")
    assert not each.chosen
    totals = sums(rows, 6, 4)
    assert export.months(each.rule) == {
        m: pytest.approx(totals[m].expected / numbers[m]) for m in totals
    }
    assert [d.name for d in export.table.dates] == ["Paid at"]
    paid = replace(export.offer("Total").rule, date="Paid at")
    assert export.months(paid) == sums([r for r in rows if r[2]], 2, 4)


def test_a_total_on_every_line_of_its_order_counts_once(exported: Exported) -> None:
    rows: list[list[object]] = [["Date", "Order Number", "Item", "Order Total", "Quantity"]]
    for at in range(40):
        for line in range(1 + at % 3):
            day = FIRST + timedelta(days=2 * at)
            rows.append([day, 5001 + at, f"Item {line}", 300 + 7 * at, 1 + (at + line) % 4])
    export = exported(rows, name="orders.csv")
    total = export.offer("Order Total")
    assert total.rule.once == "Order Number"
    firsts = [rows[0], *({row[1]: row for row in reversed(rows[1:])}.values())]
    assert export.months(total.rule) == sums(firsts, 0, 3)
    quantity = export.offer("Quantity").rule
    assert quantity.once == ""
    assert export.months(quantity) == sums(rows, 0, 4)
    each = export.offer("Order Total / Order Number").rule
    counts = sums([[*row, 1] for row in firsts], 0, 5)
    totals = sums(firsts, 0, 3)
    assert export.months(each) == {
        m: pytest.approx(totals[m].expected / counts[m].expected) for m in totals
    }


def deals() -> list[list[object]]:
    rows: list[list[object]] = [
        ["Record ID", "Deal Name", "Deal Stage", "Amount", "Create Date", "Close Date"]
    ]
    stages = ["Closed Won", "Closed Lost", "Negotiation", "Closed Won"]
    for at in range(48):
        made = FIRST + timedelta(days=3 * at)
        rows.append(
            [9000 + at, f"Deal {at}", stages[at % 4], 1000 * at, made, made + timedelta(days=25)]
        )
    return rows


def test_deals_are_counted_when_they_are_won(exported: Exported) -> None:
    rows = deals()
    export = exported(rows, name="all-deals.csv")
    count, value = export.offers[0], export.offer("Amount")
    for each in (count, value):
        assert each.rule.filters == (("Deal Stage", "Closed Won"),)
        assert each.rule.date == "Close Date"
        assert each.chosen
    won = [rows[0], *(row for row in rows[1:] if row[2] == "Closed Won")]
    assert export.months(value.rule) == sums(won, 5, 3)
    assert export.months(count.rule) == sums([[*r, 1] for r in won], 5, 6)
    assert count.rule.new_kpi is not None
    assert value.rule.new_kpi is not None
    assert (count.rule.new_kpi.key, value.rule.new_kpi.key) == ("deals_won", "deal_value")


def test_cases_are_counted_and_waits_are_not_added_up(exported: Exported) -> None:
    rows: list[list[object]] = [["Ticket ID", "Status", "Created at", "First reply time (min)"]]
    rows += [[7000 + at, "Open", FIRST + timedelta(days=at // 2), 5 + at] for at in range(60)]
    export = exported(rows)
    assert export.offer("Ticket ID").rule.add_up is Gather.COUNT
    wait = export.offer("First reply time (min)").rule
    assert wait.add_up is Gather.MEAN
    assert wait.new_kpi is not None
    assert wait.new_kpi.better is Better.LOWER


def test_a_table_by_day_counts_nothing(exported: Exported) -> None:
    assert all(
        each.rule.add_up not in (Gather.COUNT, Gather.DISTINCT) for each in exported(ads()).offers
    )


# New KPIs, and what is new in a column.


@pytest.mark.parametrize(
    ("name", "phase", "leading", "better"),
    [
        ("Engaged visits", Phase.AWARENESS, True, Better.HIGHER),
        ("Brochure downloads", Phase.ENGAGEMENT, True, Better.HIGHER),
        ("Repeat purchases refunds", Phase.CONVERSION, False, Better.LOWER),
        ("Kwh", None, False, Better.HIGHER),
    ],
)
def test_a_new_kpi_has_its_place(
    exported: Exported, name: str, phase: Phase | None, leading: bool, better: Better
) -> None:
    rows: list[list[object]] = [["Date", name], *([f"2026-{m:02}-01", 40 + m] for m in range(1, 9))]
    kpi = exported(rows).offer(name).rule.new_kpi
    assert kpi is not None
    assert (kpi.phase, kpi.leading, kpi.better) == (phase, leading, better)


def test_recipients_are_no_money(exported: Exported) -> None:
    rows = [["Date", "Total recipients"], *([f"2026-{m:02}-01", 40 + m] for m in range(1, 9))]
    kpi = exported(rows).offer("Total recipients").rule.new_kpi
    assert kpi is not None
    assert kpi.unit.kind is not UnitKind.CURRENCY


def test_a_new_channel_is_offered_beside_those_that_are_known(exported: Exported) -> None:
    kpis = [
        Kpi(id=1, key="a", name="Visits – Organic", unit=Unit(UnitKind.OWN, "visits")),
        Kpi(id=2, key="b", name="Visits – Paid", unit=Unit(UnitKind.OWN, "visits")),
    ]
    rows: list[list[object]] = [["Date", "Channel", "Visits"]]
    for at in range(20):
        rows += [[FIRST + timedelta(days=at), c, at] for c in ("Organic", "Paid", "TikTok", "-")]
    export = exported(rows, kpis)
    known = [
        Rule(1, None, "Visits", filters=(("Channel", "Organic"),)),
        Rule(2, None, "Visits", filters=(("Channel", "Paid"),)),
    ]
    fresh = [each for each in export.again(*known) if each.origin is not Origin.REMEMBERED]
    (offer,) = fresh
    assert (offer.chosen, offer.rule.filters) == (False, (("Channel", "TikTok"),))
    assert offer.remark is not None
    assert offer.rule.new_kpi is not None
    assert (offer.rule.new_kpi.name, offer.rule.new_kpi.unit.symbol) == (
        "Visits – TikTok",
        "visits",
    )
    rest = Rule(3, None, "Visits", without=(("Channel", "Organic"), ("Channel", "Paid")))
    kpis.append(Kpi(id=3, key="c", name="Visits – Others"))
    export = exported(rows, kpis)
    assert all(each.origin is Origin.REMEMBERED for each in export.again(*known, rest))
