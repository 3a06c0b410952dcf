"""What is wrong with a file of the library is said in a sentence that names the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.kpi import Function, Phase
from desktop.core.kpi_library import read_library
from desktop.core.toml_fields import TableFault

HEAD = """
[kpi.tips]
unit = "currency"
leading = true
perspective = "customer"
function = "sales"
"""
TEXT = """
[kpi.tips.{language}]
name = "Tips"
definition = "What guests leave."
source = "Till"
where = "The jar."
synonyms = ["Gratuities"]
"""
GOOD = HEAD + "".join(TEXT.format(language=language) for language in ("sv", "da", "en"))


def read(folder: Path, text: str) -> None:
    (folder / "bar.toml").write_text(text, "utf-8")
    read_library(folder)


def test_a_table_with_nothing_but_what_must_be(tmp_path: Path) -> None:
    (tmp_path / "bar.toml").write_text(GOOD, "utf-8")
    (tips,) = read_library(tmp_path)
    assert (tips.id, tips.decimals, tips.starter, tips.phase) == ("tips", 0, 0, None)
    assert (tips.function, tips.places["da"], tips.also) == (Function.SALES, "The jar.", ())


def test_what_may_be_said_too(tmp_path: Path) -> None:
    more = 'phase = "conversion"\ndecimals = 2\nstarter = 4\nalso = ["Trinkgeld"]\n'
    (tmp_path / "bar.toml").write_text(GOOD.replace("leading", more + "leading"), "utf-8")
    (tips,) = read_library(tmp_path)
    assert (tips.phase, tips.decimals, tips.starter) == (Phase.CONVERSION, 2, 4)
    assert "Trinkgeld" in tips.all_names()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("leading = true\n", "", "bar.toml, tips: leading must be true or false."),
        ("leading = true", 'leading = "yes"', "bar.toml, tips: leading must be true or false."),
        ('unit = "currency"\n', "", "bar.toml, tips has no unit."),
        (
            '"customer"',
            '"guests"',
            "bar.toml, tips: perspective is “guests”; it must be one of financial, customer, "
            "process, learning.",
        ),
        ("leading", "leadin = 1\nleading", "bar.toml, tips: there is no field called leadin."),
        (
            "leading",
            "decimals = -1\nleading",
            "bar.toml, tips: decimals must be a whole number, not below 0.",
        ),
        (
            "leading",
            "decimals = true\nleading",
            "bar.toml, tips: decimals must be a whole number, not below 0.",
        ),
        (
            '"What guests leave."',
            '" What guests leave."',
            "bar.toml, tips.sv: definition must be a text, without space around it.",
        ),
        ('name = "Tips"', "name = 3", "bar.toml, tips.sv: name must be a text, "),
        ('["Gratuities"]', '"Gratuities"', "bar.toml, tips.sv: synonyms must be a list of texts."),
        ('["Gratuities"]', '[""]', "bar.toml, tips.sv: synonyms must be a list of texts."),
        (
            'where = "The jar."\n',
            "",
            "bar.toml, tips.sv: “where” says where the source has the figure, unless a formula "
            "works it out.",
        ),
        ("leading", 'formula = "a / b"\nleading', "bar.toml, tips.sv: “where” says where"),
        (
            'name = "Tips"',
            'name = "Tips"\nunit = "kronor"',
            "bar.toml, tips.sv: an own unit, and no other, has a word for what it is.",
        ),
        ('"currency"', '"own"', "bar.toml, tips.sv: an own unit, and no other, has a word"),
        ("[kpi.tips.da]", "[kpi.tips.no]", "bar.toml, tips.da is missing."),
        ('source = "Till"', 'sourse = "Till"', "bar.toml, tips.sv has no source."),
    ],
)
def test_a_fault_says_where_and_what(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert old in GOOD
    with pytest.raises(TableFault) as fault:
        read(tmp_path, GOOD.replace(old, new))
    assert str(fault.value).startswith(sentence)


def test_a_key_in_two_files(tmp_path: Path) -> None:
    (tmp_path / "cafe.toml").write_text(GOOD, "utf-8")
    with pytest.raises(TableFault, match=r"tips is both in bar\.toml and in cafe\.toml\."):
        read(tmp_path, GOOD)


def test_a_folder_without_files_and_a_file_without_kpis(tmp_path: Path) -> None:
    assert read_library(tmp_path) == ()
    (tmp_path / "goals.toml").write_text("[goal]\n", "utf-8")
    assert read_library(tmp_path) == ()
