"""Translations: extract the strings, merge them into the catalogues, compile, and check."""

from __future__ import annotations

import argparse
import ast
import io
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

CHECKOUT = Path(__file__).resolve().parents[1]
LANGUAGES = ("sv", "da")
KEYWORDS = {"msg": (1,), "nmsg": (1, 2), "tr": (1,), "ntr": (1, 2)}
_DEFINED_IN = ("desktop/core/message.py", "desktop/qtkit/wording.py")  # they pass variables on
_UNSTABLE = (
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Generated-By",
    "Last-Translator",
    "Report-Msgid-Bugs-To",
    "Language-Team",
    "Project-Id-Version",
)


class Translations:
    """The catalogues of a checkout: ``sikte.pot`` and one ``sikte.po`` and ``.mo`` a language."""

    def __init__(self, checkout: Path = CHECKOUT) -> None:
        self._checkout = checkout
        self._folder = checkout / "resources" / "i18n"

    def update(self) -> None:
        """Write the template, merge it into each catalogue and compile; says what is left to do."""
        template = self.extract()
        self._write(self._pot, template)
        for language in LANGUAGES:
            catalogue = self._read(language)
            catalogue.update(template, no_fuzzy_matching=True)
            catalogue.obsolete.clear()
            self._write(self._po(language), catalogue)
            self._compile(language)
            left = sum(not _is_finished(message) for message in _sentences(catalogue))
            print(f"{language}: {len(catalogue)} strings, {left} to translate")

    def problems(self) -> Iterator[str]:
        """Everything that is not as it should be, one sentence each."""
        yield from _not_literal(self._checkout)
        yield from _library_gaps(self._checkout)
        template = self.extract()
        if not self._pot.exists() or self._pot.read_text("utf-8") != _po_text(template):
            yield "sikte.pot is not what the source holds; run `packaging/dev.py translate`"
        for language in LANGUAGES:
            yield from (f"{language}: {problem}" for problem in self._check(language, template))

    def extract(self) -> Catalog:
        """Every string of the source, in alphabetical order."""
        template = _catalogue(None)
        found = extract_from_dir(
            self._checkout, [("desktop/**.py", "python")], keywords=KEYWORDS, comment_tags=()
        )
        for name, _line, text, _comments, _context in sorted(found, key=lambda entry: entry[0]):
            template.add(text, locations=[(Path(name).as_posix(), 0)])
        return template

    def _check(self, language: str, template: Catalog) -> Iterator[str]:
        catalogue = self._read(language)
        wanted = {message.id for message in _sentences(template)}
        known = {message.id for message in _sentences(catalogue)}
        yield from (f"missing: {text}" for text in sorted(map(str, wanted - known)))
        yield from (f"no longer used: {text}" for text in sorted(map(str, known - wanted)))
        for message in _sentences(catalogue):
            yield from _faults(message)
        compiled = self._po(language).with_suffix(".mo")
        if not compiled.exists() or _meanings(_read_mo(compiled)) != _meanings(catalogue):
            yield "sikte.mo is not what sikte.po says; run `packaging/dev.py translate`"

    @property
    def _pot(self) -> Path:
        return self._folder / "sikte.pot"

    def _po(self, language: str) -> Path:
        return self._folder / language / "LC_MESSAGES" / "sikte.po"

    def _read(self, language: str) -> Catalog:
        path = self._po(language)
        if not path.exists():
            return _catalogue(language)
        with path.open("rb") as file:
            return _stable(read_po(file, locale=language))

    def _write(self, path: Path, catalogue: Catalog) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_po_text(catalogue), encoding="utf-8", newline="\n")

    def _compile(self, language: str) -> None:
        finished = _catalogue(language)
        for message in filter(_is_finished, _sentences(self._read(language))):
            finished.add(message.id, message.string)  # the rest shows the English
        with self._po(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, finished)


def _catalogue(language: str | None) -> Catalog:
    return _stable(Catalog(locale=language, project="sikte", fuzzy=False))


def _stable(catalogue: Catalog) -> Catalog:
    """The same catalogue without the moment it was made, so that equal content is equal bytes."""
    catalogue.creation_date = catalogue.revision_date = datetime(2000, 1, 1, tzinfo=UTC)
    catalogue.header_comment = "# Sikte: goals and KPIs"
    catalogue.fuzzy = False
    return catalogue


def _po_text(catalogue: Catalog) -> str:
    file = io.BytesIO()
    write_po(file, catalogue, include_lineno=False, sort_output=True, width=100)
    lines = file.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(tuple(f'"{x}' for x in _UNSTABLE)))


def _read_mo(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_mo(file)


def _sentences(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, list | tuple) else (str(text or ""),)


def _is_finished(message: Message) -> bool:
    return all(_forms(message.string)) and not message.fuzzy


def _meanings(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    finished = (message for message in _sentences(catalogue) if _is_finished(message))
    return {_forms(message.id): _forms(message.string) for message in finished}


def _faults(message: Message) -> Iterator[str]:
    source, translated = _forms(message.id), _forms(message.string)
    if not all(translated):
        yield f"not translated: {source[0]}"
    elif message.fuzzy:
        yield f"marked as unsure: {source[0]}"
    elif [_placeholders(text) for text in translated] != [_placeholders(text) for text in source]:
        yield f"other placeholders than the English: {source[0]} → {' | '.join(translated)}"


def _placeholders(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {f"not a pattern: {text}"}


def _not_literal(checkout: Path) -> Iterator[str]:
    """Calls whose text the extraction cannot see."""
    for path in sorted((checkout / "desktop").rglob("*.py")):
        name = path.relative_to(checkout).as_posix()
        if name in _DEFINED_IN:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _called(node) in KEYWORDS:
                texts = node.args[: len(KEYWORDS[_called(node)])]
                if not texts or not all(_is_literal(text) for text in texts):
                    yield f"{name}:{node.lineno}: {_called(node)}() needs literal strings"


def _library_gaps(checkout: Path) -> Iterator[str]:
    """Texts of the library that a language lacks: every entry has the same in each of them."""
    for path in sorted((checkout / "resources" / "library").glob("*.toml")):
        for section in tomllib.loads(path.read_text("utf-8")).values():
            for name, entry in section.items():
                texts = {language: entry.get(language, {}) for language in ("en", *LANGUAGES)}
                wanted = {key for text in texts.values() for key in text}
                for language, text in texts.items():
                    missing = sorted(key for key in wanted or {"name"} if not text.get(key))
                    if missing:
                        yield f"{language}: {path.name}, {name} lacks {', '.join(missing)}"


def _called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, list the problems")
    if not parser.parse_args().check:
        Translations().update()
        return 0
    problems = list(Translations().problems())
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problems with the translations")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
