"""Imports: preview, one step that can be undone, what is remembered, reverting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.core.faults import FileFault, NotAllowed, Stopped
from desktop.core.glossary import Word
from desktop.core.kpi import Kpi
from desktop.core.kpi_library import read_library
from desktop.core.period import Cadence, Period
from desktop.core.stopping import stoppable
from desktop.core.unit import Unit, UnitKind
from desktop.services.glossary import save_word
from desktop.services.imports import (
    Change,
    Gather,
    ImportDraft,
    Rule,
    TableRule,
    apply,
    imports,
    open_file,
    preview,
    reanswer,
    revert,
)
from desktop.services.kpis import delete_kpi, kpis, save_kpi
from desktop.services.measurements import history, save_values, series
from desktop.services.workspace import Workspace

JANUARY = Period(Cadence.MONTH, date(2026, 1, 1))
MONTHS = [JANUARY.shift(step) for step in range(6)]


@pytest.fixture
def sales(ws: Workspace) -> Kpi:
    return save_kpi(ws, Kpi(name="Sales"))


def export(tmp_path: Path, *values: object, name: str = "sales.csv", first: int = 1) -> Path:
    path = tmp_path / name
    rows = [f"2026-{month:02},{value},{month}" for month, value in enumerate(values, first)]
    path.write_text("\n".join(["Month,Sales,Visits", *rows, ""]), "utf-8")
    return path


def values(ws: Workspace, kpi: Kpi) -> list[float]:
    return [each.value for each in series(ws, kpi.id or 0).measurements]


def rules_for(draft: ImportDraft, kpi: Kpi, column: str = "Sales") -> list[TableRule]:
    return [TableRule(0, Rule(kpi.id, None, column))]


def content(ws: Workspace) -> list[str]:
    """Everything that the user has entered."""
    tables = ("kpi", "measurement", "mapping", "import")
    return [row for row in ws.connection.iterdump() if row.startswith(_inserts(tables))]


def _inserts(tables: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f'INSERT INTO "{table}"' for table in tables)


def test_a_preview_shows_each_value_and_changes_nothing(
    ws: Workspace, sales: Kpi, tmp_path: Path
) -> None:
    save_values(ws, sales.id or 0, {MONTHS[0]: 90.0, MONTHS[1]: 200.0})
    before = content(ws)
    draft = open_file(ws, export(tmp_path, 100, 200, 300, "oops"))
    found = preview(ws, draft, draft.chosen())
    (part,) = found.kpis
    assert part.kpi == sales
    assert [(line.change, line.old, line.new) for line in found.lines] == [
        (Change.CHANGED, 90.0, 100.0),
        (Change.SAME, 200.0, 200.0),
        (Change.NEW, None, 300.0),
        (Change.REJECTED, None, None),
    ]
    rejected = found.lines[-1]
    assert rejected.cell == "B5"
    assert rejected.message is not None
    assert rejected.message.values["value"] == "oops"
    counts = found.counts
    assert (counts.new, counts.changed, counts.same, counts.rejected) == (1, 1, 1, 1)
    assert content(ws) == before


def test_an_import_is_one_step(ws: Workspace, sales: Kpi, tmp_path: Path) -> None:
    before = content(ws)
    path = export(tmp_path, 100, 200)
    draft = open_file(ws, path)
    record = apply(ws, draft, draft.chosen())
    assert record is not None
    assert values(ws, sales) == [100.0, 200.0]
    assert (record.file_name, record.bytes) == ("sales.csv", path.stat().st_size)
    assert len(record.sha256) == 64
    assert (record.counts.new, record.counts.changed) == (2, 0)
    assert imports(ws) == [record]
    measurement = series(ws, sales.id or 0).measurements[0]
    assert (measurement.import_id, measurement.cell) == (record.id, "B2")
    assert ws.undo_label is not None
    assert ws.undo_label.values == {"file": "sales.csv"}
    after = content(ws)
    ws.undo()
    assert content(ws) == before
    assert imports(ws) == []
    ws.redo()
    assert content(ws) == after


def test_the_same_file_twice_changes_nothing(ws: Workspace, sales: Kpi, tmp_path: Path) -> None:
    path = export(tmp_path, 100, 200)
    draft = open_file(ws, path)
    apply(ws, draft, draft.chosen())
    before, label = content(ws), ws.undo_label
    again = open_file(ws, path)
    assert preview(ws, again, again.chosen()).counts.same == 2
    assert apply(ws, again, again.chosen()) is None
    assert (content(ws), ws.undo_label) == (before, label)


def test_the_next_file_of_the_shape_needs_no_choosing(
    ws: Workspace, sales: Kpi, tmp_path: Path
) -> None:
    visits = save_kpi(ws, Kpi(name="Besök"))
    draft = open_file(ws, export(tmp_path, 100, 200))
    assert draft.remembered == frozenset()
    apply(ws, draft, rules_for(draft, visits, "Visits"))
    later = open_file(ws, export(tmp_path, 300, 400, name="next month.csv", first=3))
    assert later.remembered == {0}
    assert [rule.rule for rule in later.chosen()] == [Rule(visits.id, None, "Visits")]
    apply(ws, later, later.chosen())
    assert values(ws, visits) == [1.0, 2.0, 3.0, 4.0]
    assert values(ws, sales) == []


def test_a_mapping_holds_when_columns_come_and_go(
    ws: Workspace, sales: Kpi, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Month,Sales,Visits,Returns\n2026-01,1,2,3\n2026-02,4,5,6\n", "utf-8")
    draft = open_file(ws, path)
    apply(ws, draft, rules_for(draft, sales))
    path.write_text("Returns,Month,Tips,Visits,sales\n3,2026-03,9,2,7\n6,2026-04,9,5,8\n", "utf-8")
    changed = open_file(ws, path)
    (rule,) = changed.chosen()
    assert (rule.rule.kpi_id, rule.rule.column) == (sales.id, "sales")
    path.write_text("Month,Tips,Visits,Returns\n2026-03,9,2,3\n2026-04,9,5,6\n", "utf-8")
    gone = open_file(ws, path)
    assert gone.chosen() == ()
    assert gone.suggestions[0][0].problem is not None


def test_an_answer_is_remembered_with_the_mapping(
    ws: Workspace, sales: Kpi, tmp_path: Path
) -> None:
    path = tmp_path / "days.csv"
    path.write_text("Date,Sales\n01/02/2026,1\n10/03/2026,2\n05/04/2026,3\n", "utf-8")
    draft = open_file(ws, path)
    assert [question.id for question in draft.recognition.questions] == ["date-order"]
    assert preview(ws, draft, rules_for(draft, sales)).kpis[0].problem is not None
    answered = reanswer(ws, draft, {"date-order": "dmy"})
    assert not answered.recognition.questions
    apply(ws, answered, answered.chosen())
    assert [p.start for p in (m.period for m in series(ws, sales.id or 0).measurements)] == [
        date(2026, 2, 1),
        date(2026, 3, 1),
        date(2026, 4, 1),
    ]
    path.write_text("Date,Sales\n02/05/2026,4\n11/06/2026,5\n06/05/2026,6\n", "utf-8")
    later = open_file(ws, path)
    assert not later.recognition.questions
    assert dict(later.answers) == {"date-order": "dmy"}


def test_new_kpis_are_made_by_the_import_and_go_with_it(ws: Workspace, tmp_path: Path) -> None:
    library = read_library(Path(__file__).resolve().parents[2] / "resources" / "library")
    draft = open_file(ws, export(tmp_path, 100, 200), library=library)
    chosen = draft.chosen()
    assert [rule.rule.column for rule in chosen] == ["Sales", "Visits"]
    found = preview(ws, draft, chosen)
    assert {part.kpi.key for part in found.kpis} >= {"sales"}
    apply(ws, draft, chosen)
    made = {kpi.key: kpi for kpi in kpis(ws)}
    assert values(ws, made["sales"]) == [100.0, 200.0]
    ws.undo()
    assert kpis(ws) == []
    ws.redo()
    again = open_file(ws, export(tmp_path, 100, 200, 300), library=library)
    assert {rule.rule.kpi_id for rule in again.chosen()} == {kpi.id for kpi in kpis(ws)}


def test_a_new_kpi_with_the_name_of_an_own_word_is_not_made(ws: Workspace, tmp_path: Path) -> None:
    """The preview says what to do; the other columns are imported."""
    save_word(ws, Word(name="visits"))
    draft = open_file(ws, export(tmp_path, 100, 200))
    rules = [TableRule(0, Rule(None, Kpi(name=column), column)) for column in ("Sales", "Visits")]
    ours, theirs = preview(ws, draft, rules).kpis
    assert ours.problem is None
    assert theirs.problem is not None
    assert "Give the KPI another name" in theirs.problem.text
    assert apply(ws, draft, rules) is not None
    assert [kpi.name for kpi in kpis(ws)] == ["Sales"]


def test_a_new_kpi_that_would_stay_empty_is_not_made(ws: Workspace, tmp_path: Path) -> None:
    visits = save_kpi(ws, Kpi(name="Visits"))
    draft = open_file(ws, export(tmp_path, "x", "y"))
    rules = [
        TableRule(0, Rule(None, Kpi(name="Empty"), "Sales")),
        TableRule(0, Rule(visits.id, None, "Visits")),
    ]
    apply(ws, draft, rules)
    assert [kpi.name for kpi in kpis(ws)] == ["Visits"]


def test_a_mapping_to_a_deleted_kpi_is_forgotten(ws: Workspace, sales: Kpi, tmp_path: Path) -> None:
    draft = open_file(ws, export(tmp_path, 100))
    apply(ws, draft, draft.chosen())
    delete_kpi(ws, sales.id or 0)
    later = open_file(ws, export(tmp_path, 100, 200))
    assert later.chosen() == ()


def test_an_import_is_reverted_as_a_step_of_its_own(
    ws: Workspace, sales: Kpi, tmp_path: Path
) -> None:
    save_values(ws, sales.id or 0, {MONTHS[0]: 90.0})
    draft = open_file(ws, export(tmp_path, 100, 200))
    record = apply(ws, draft, draft.chosen())
    assert record is not None
    imported = content(ws)
    done = revert(ws, record.id)
    assert (done.count, done.kept) == (2, ())
    assert values(ws, sales) == [90.0]
    assert imports(ws)[0].reverted_at is not None
    with pytest.raises(NotAllowed):
        revert(ws, record.id)
    ws.undo()
    assert content(ws) == imported
    assert values(ws, sales) == [100.0, 200.0]


def test_reverting_an_older_import_keeps_what_came_later(
    ws: Workspace, sales: Kpi, tmp_path: Path
) -> None:
    first = open_file(ws, export(tmp_path, 100, 200, 300))
    record = apply(ws, first, first.chosen())
    assert record is not None
    second = open_file(ws, export(tmp_path, 250, name="corrected.csv", first=2))
    apply(ws, second, second.chosen())
    save_values(ws, sales.id or 0, {MONTHS[2]: 333.0})
    done = revert(ws, record.id)
    assert done.count == 1
    assert [(kept.kpi, kept.start, kept.by) for kept in done.kept] == [
        ("Sales", date(2026, 2, 1), "corrected.csv"),
        ("Sales", date(2026, 3, 1), ""),
    ]
    assert values(ws, sales) == [250.0, 333.0]


def test_two_columns_cannot_feed_one_kpi(ws: Workspace, sales: Kpi, tmp_path: Path) -> None:
    draft = open_file(ws, export(tmp_path, 100, 200))
    rules = [*rules_for(draft, sales), *rules_for(draft, sales, "Visits")]
    first, second = preview(ws, draft, rules).kpis
    assert first.problem is None
    assert second.problem is not None
    apply(ws, draft, rules)
    assert values(ws, sales) == [100.0, 200.0]


def test_a_formula_kpi_takes_no_values(ws: Workspace, sales: Kpi, tmp_path: Path) -> None:
    ratio = save_kpi(ws, Kpi(name="Double", formula="sales * 2"))
    draft = open_file(ws, export(tmp_path, 100))
    (part,) = preview(ws, draft, rules_for(draft, ratio)).kpis
    assert part.problem is not None
    assert apply(ws, draft, rules_for(draft, ratio)) is None


def test_the_history_of_a_value_names_its_imports(
    ws: Workspace, sales: Kpi, tmp_path: Path
) -> None:
    for value in (100, 110):
        draft = open_file(ws, export(tmp_path, value))
        apply(ws, draft, draft.chosen())
    changes = history(ws, sales.id or 0, MONTHS[0])
    assert [(change.old, change.new) for change in changes] == [(100.0, 110.0), (None, 100.0)]
    assert [change.import_id for change in changes] == [each.id for each in imports(ws)]


def test_filters_signs_and_counts(ws: Workspace, sales: Kpi, tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text(
        "Datum;Konto;Text;Belopp\n2026-01-05;3001;A;-100\n2026-01-06;4000;B;40\n"
        "2026-02-07;3001;C;-250\n2026-02-08;3001;D;-50\n2026-02-28;4000;E;1\n",
        "utf-8",
    )
    draft = open_file(ws, path)
    income = Rule(sales.id, None, "Belopp", filters=(("Konto", "3001"),), sign=-1)
    apply(ws, draft, [TableRule(0, income)])
    assert values(ws, sales) == [100.0, 300.0]
    orders = save_kpi(ws, Kpi(name="Orders"))
    counted = Rule(orders.id, None, "Text", Gather.COUNT, (("Konto", "3001"),))
    apply(ws, draft, [TableRule(0, counted)])
    assert values(ws, orders) == [1.0, 2.0]


def test_a_file_that_cannot_be_read_says_why(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(FileFault) as caught:
        open_file(ws, tmp_path / "nowhere.xlsx")
    assert caught.value.message.text
    with pytest.raises(Stopped):
        open_file(ws, export(tmp_path, 1), None, lambda: True)


def test_a_read_only_file_takes_no_import(ws: Workspace, path: Path, tmp_path: Path) -> None:
    save_kpi(ws, Kpi(name="Sales"))
    ws.close()
    with Workspace.open(path, read_only=True) as reader:
        draft = open_file(reader, export(tmp_path, 100))
        assert preview(reader, draft, draft.chosen()).counts.new == 1
        with pytest.raises(NotAllowed):
            apply(reader, draft, draft.chosen())


def test_the_shared_sample_fills_a_company(shared: Path, tmp_path: Path) -> None:
    """The main job: monthly sales out of a workbook with many rows a month."""
    with Workspace.create(tmp_path / "New.sikte", Company(name="New")) as ws:
        kpi = save_kpi(ws, Kpi(name="Sales"))
        draft = open_file(ws, shared / "business" / "Financial Sample.xlsx")
        record = apply(ws, draft, draft.chosen())
        assert record is not None
        assert record.counts.new == 16
        assert round(sum(values(ws, kpi)), 2) == 118726350.26


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        (Unit(UnitKind.CURRENCY, "SEK"), True),
        (Unit(UnitKind.CURRENCY, "EUR"), False),
        (Unit(UnitKind.PERCENT), True),
    ],
)
def test_another_currency_or_percent_is_never_taken_in_silence(
    ws: Workspace, tmp_path: Path, unit: Unit, said: bool
) -> None:
    path = tmp_path / "sales.csv"
    path.write_text("Month,Sales (EUR)\n2026-01,10\n2026-02,20\n2026-03,30\n", "utf-8")
    kpi = save_kpi(ws, Kpi(name="Sales", unit=unit))
    draft = open_file(ws, path)
    rules = rules_for(draft, kpi, draft.recognition.tables[0].columns[1].name)
    part = preview(ws, draft, rules).kpis[0]
    assert (part.remark is not None) is said
    assert part.counts.new == 3  # the user decides


def test_an_import_that_is_stopped_while_it_is_written_leaves_nothing(
    ws: Workspace, sales: Kpi, tmp_path: Path
) -> None:
    draft = open_file(ws, export(tmp_path, 10, 20, 30))
    rules = rules_for(draft, sales)
    preview(ws, draft, rules)
    before = content(ws)
    with stoppable(lambda: True), pytest.raises(Stopped):
        apply(ws, draft, rules)
    assert content(ws) == before
    assert not imports(ws)
    assert apply(ws, draft, rules) is not None
    assert values(ws, sales) == [10, 20, 30]
