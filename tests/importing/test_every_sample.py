"""Every file of the shared samples: recognised, rightly asked about, or refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.faults import FileFault
from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from tests.importing.expected_samples import SAMPLES
from tests.importing.ledgers import test_sie_samples as sie
from tests.importing.test_recognise_samples import TODAY, differences, recognised

# Files with no figures by period that a company could use: puzzles, and hostile or damaged ones.
# What they end in: tables, a sentence that says why there are none, or a refusal.
OTHERS = {
    "layout/type-me.xlsx": "tables",
    "layout/worked-examples.xlsx": "tables",
    "nordic-public/SCB_2020-04-24_preliminar-statistik-over-doda-inkl-eng.xlsx": "tables",
    "robustness/51535.xls": "said",
    "robustness/60825.xlsx": "refused",
    "robustness/64508.xlsx": "tables",
    "robustness/ErrorTypes.xlsx": "tables",
    "robustness/FilterByCF.xlsx": "said",
    "robustness/HiddenMergeCellsTest.xlsx": "said",
    "robustness/Pfand_from_windows_phone.xlsm": "said",
    "robustness/Test_git_Issue_142.xlsx": "tables",
    "robustness/Test_git_issue_271_InvalidDimension.xlsx": "tables",
    "robustness/Test_git_issue_382_oom.xls": "refused",
    "robustness/Zip-Windows-Directory-Separator.xlsx": "tables",
    "robustness/attack_billion_laughs.xlsx": "refused",
    "robustness/caseInsensitive.xlsx": "said",
    "robustness/comment03.xlsx": "said",
    "robustness/errors.xlsx": "said",
    "robustness/issue.3982.xlsx": "tables",
    "robustness/issue_174.xlsx": "tables",
    "robustness/issue_216.xlsx": "tables",
    "robustness/issue_419.xlsx": "said",
    "robustness/oleloop.xls": "refused",
    "robustness/poc-xmlbomb-empty.xlsx": "refused",
    "robustness/sheet_visibility_strict.xlsx": "tables",
    "robustness/sheet_with_empty_rows_and_missing_row_index.xlsx": "said",
    "robustness/sheet_with_strict_ooxml.xlsx": "tables",
    "robustness/strict_Test_git_Issue_142.xlsx": "tables",
    "robustness/xlsx-stream-d-date-cell.xlsx": "tables",
    "sie/HAS1_1412.se": "refused",
}


def outcome(path: Path) -> str:
    try:
        found = recognise(read(path), today=TODAY)
    except FileFault as fault:
        return "refused" if fault.message.text else "no sentence"
    if found.tables:
        return "tables"
    return "said" if found.warnings else "no sentence"


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_end_in_tables_or_a_sentence(shared: Path, name: str) -> None:
    assert outcome(shared / name) == OTHERS[name]


def test_every_file_is_in_a_table_of_the_tests(shared: Path) -> None:
    files = {
        path.relative_to(shared).as_posix()
        for folder in shared.iterdir()
        if folder.is_dir()
        for path in folder.iterdir()
    }
    assert files == SAMPLES.keys() | OTHERS.keys() | {f"sie/{name}" for name in sie.SAMPLES}


def test_the_share_that_needs_no_help(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right = [name for name in SAMPLES if _is_right(shared, name)]
    unasked = [name for name in right if not SAMPLES[name].asks]
    with capsys.disabled():
        print(f"\n{len(unasked)} of {len(SAMPLES)} sample files recognised without help,", end=" ")
        print(
            f"{len(right) - len(unasked)} with one question that their content leaves open,",
            end=" ",
        )
        print(f"{len(SAMPLES) - len(right)} wrong; {len(sie.SAMPLES)} SIE files and")
        print(f"{len(OTHERS)} puzzles and hostile files have tables of their own")
    assert len(right) == len(SAMPLES)
    assert len(unasked) >= 0.8 * len(SAMPLES)


def _is_right(shared: Path, name: str) -> bool:
    sample, found = SAMPLES[name], recognised(shared / name)
    return len(found.tables) == len(sample.tables) and not any(
        list(differences(table, expected))
        for table, expected in zip(found.tables, sample.tables, strict=True)
    )
