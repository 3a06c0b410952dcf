"""The translation gate: what it extracts, and each way in which a catalogue can be wrong."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest
from translations import CHECKOUT, Translations

SOURCE = """
from desktop.core.message import msg, nmsg

def greet(name, count):
    tr("Hello {name}", name=name)
    msg("Two lines "
        "in one")
    return nmsg("{n} goal", "{n} goals", count)
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "page.py").write_text(SOURCE)
    Translations(tmp_path).update()
    for language, words in {"sv": "Hej mål", "da": "Hej mål"}.items():
        hello, goal = words.split()
        fill(tmp_path, language, 'msgid "Hello {name}"', f"{hello} {{name}}")
        fill(tmp_path, language, 'msgid "Two lines in one"', "Två rader")
        po = po_path(tmp_path, language)
        text = po.read_text("utf-8")
        for form in (0, 1):
            text = text.replace(f'msgstr[{form}] ""', f'msgstr[{form}] "{{n}} {goal}"')
        po.write_text(text, "utf-8")
    Translations(tmp_path).update()
    return tmp_path


def po_path(checkout: Path, language: str) -> Path:
    return checkout / "resources" / "i18n" / language / "LC_MESSAGES" / "sikte.po"


def fill(checkout: Path, language: str, source: str, translated: str) -> None:
    po = po_path(checkout, language)
    text = po.read_text("utf-8")
    start = text.index(source)
    before, rest = text[:start], text[start:]
    _, _, after = rest.partition('msgstr "')
    _, _, after = after.partition('"\n')
    po.write_text(f'{before}{source}\nmsgstr "{translated}"\n{after}', "utf-8")


def problems(checkout: Path) -> list[str]:
    return list(Translations(checkout).problems())


def test_a_finished_catalogue_has_no_problems_and_speaks(checkout: Path) -> None:
    assert problems(checkout) == []
    spoken = gettext.translation("sikte", str(checkout / "resources" / "i18n"), ["sv"])
    assert spoken.gettext("Hello {name}") == "Hej {name}"
    assert spoken.ngettext("{n} goal", "{n} goals", 2) == "{n} mål"


def test_updating_again_changes_no_byte(checkout: Path) -> None:
    files = sorted((checkout / "resources").rglob("sikte.*"))
    before = [file.read_bytes() for file in files]
    Translations(checkout).update()
    assert [file.read_bytes() for file in files] == before
    assert len(files) == 5


def test_a_new_string_must_be_extracted_and_translated(checkout: Path) -> None:
    (checkout / "desktop" / "new.py").write_text('tr("Something new")\n')
    assert any("sikte.pot" in problem for problem in problems(checkout))
    Translations(checkout).update()
    assert problems(checkout) == [
        "sv: not translated: Something new",
        "da: not translated: Something new",
    ]
    spoken = gettext.translation("sikte", str(checkout / "resources" / "i18n"), ["sv"])
    assert spoken.gettext("Something new") == "Something new"


def test_a_string_no_longer_used_goes(checkout: Path) -> None:
    (checkout / "desktop" / "page.py").write_text('tr("Hello {name}", name=1)\n')
    assert any("no longer used" in problem for problem in problems(checkout))
    Translations(checkout).update()
    assert problems(checkout) == []
    assert "Two lines" not in po_path(checkout, "sv").read_text("utf-8")


def test_placeholders_must_be_the_same(checkout: Path) -> None:
    fill(checkout, "da", 'msgid "Hello {name}"', "Hej {navn}")
    Translations(checkout).update()
    assert problems(checkout) == [
        "da: other placeholders than the English: Hello {name} → Hej {navn}"
    ]


def test_an_unsure_translation_does_not_pass(checkout: Path) -> None:
    po = po_path(checkout, "sv")
    text = po.read_text("utf-8")
    po.write_text(text.replace('msgid "Two lines', '#, fuzzy\nmsgid "Two lines'), "utf-8")
    assert "sv: marked as unsure: Two lines in one" in problems(checkout)


def test_a_stale_compiled_catalogue_is_found(checkout: Path) -> None:
    fill(checkout, "sv", 'msgid "Two lines in one"', "Nya ord")
    assert problems(checkout) == [
        "sv: sikte.mo is not what sikte.po says; run `packaging/dev.py translate`"
    ]


@pytest.mark.parametrize("call", ['tr(f"Hello {name}")', "msg(text)", 'nmsg("one", many, 2)'])
def test_strings_that_cannot_be_extracted_are_refused(checkout: Path, call: str) -> None:
    (checkout / "desktop" / "wrong.py").write_text(f"{call}\n")
    assert any("needs literal strings" in problem for problem in problems(checkout))


def test_the_library_has_every_text_in_every_language(checkout: Path) -> None:
    library = checkout / "resources" / "library"
    library.mkdir()
    entry = '[kpi.sales.{0}]\nname = "{1}"\nsynonyms = ["x"]\n'
    texts = entry.format("sv", "Försäljning") + entry.format("da", "Salg")
    (library / "kpis.toml").write_text(texts + entry.format("en", ""), "utf-8")
    assert problems(checkout) == ["en: kpis.toml, sales lacks name"]


def test_the_catalogues_of_this_checkout_are_complete() -> None:
    assert list(Translations(CHECKOUT).problems()) == []
