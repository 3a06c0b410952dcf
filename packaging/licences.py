"""Writes the list of what Sikte is built on, and under which licences."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
LIST = CHECKOUT / "resources" / "THIRD-PARTY-LICENCES.md"

_HEAD = """\
# Third-party licences

Sikte itself is under the MIT licence. It is built on the work of others, under their licences.

## Qt

PySide6 and Qt are used under the GNU Lesser General Public License, version 3. They are separate
libraries that you may replace with your own build; their source is at
<https://download.qt.io/official_releases/QtForPython/> and <https://code.qt.io/>.

## Fonts and icons

- **Source Sans 3**: SIL Open Font License 1.1. Copyright 2010-2020 Adobe, with Reserved Font Name
  “Source”. The licence is in `resources/fonts/OFL.txt`.
- **Lucide**: ISC License. Copyright the Lucide contributors. The licence is in
  `resources/icons/LICENSE.txt`.

## Python packages
"""
_TAIL = """
## Python

The interpreter and its standard library: Python Software Foundation License, version 2,
<https://docs.python.org/3/license.html>.
"""
# Where a package's own data does not name its licence in the usual places.
_KNOWN: dict[str, str] = {}
_NOT_SHIPPED = {"pip"}  # sqlite-utils asks for it, to install plug-ins of its own


def text() -> str:
    """The list, from the packages installed here."""
    entries = sorted({_entry(package) for package in _packages()}, key=str.casefold)
    return _HEAD + "\n" + "\n".join(entries) + "\n" + _TAIL


def _packages() -> Iterator[Distribution]:
    """The packages that the app needs, with those that they need, here or on another system."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    waiting = [_name(requirement) for requirement in project["dependencies"]]
    seen = set(_NOT_SHIPPED)
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue  # for another system only; the lock file names it all the same
        yield package
        waiting += [_name(need) for need in package.requires or () if "extra ==" not in need]


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    return re.sub(r"[-_.]+", "-", found.group()).lower() if found else ""


def _entry(package: Distribution) -> str:
    name = package.metadata["Name"]
    summary = (package.metadata["Summary"] or "").rstrip(".")
    return f"- **{name}**: {_licence(package)}. {summary}. <{_home(package)}>"


def _licence(package: Distribution) -> str:
    fields = package.metadata
    name = fields["Name"]
    if name in _KNOWN:
        return _KNOWN[name]
    if fields["License-Expression"]:
        return str(fields["License-Expression"])
    classified = [
        entry.rpartition("::")[2].strip()
        for entry in fields.get_all("Classifier", [])
        if entry.startswith("License ::")
    ]
    named = ", ".join(entry for entry in classified if entry != "OSI Approved")
    if not named:
        named = (fields["License"] or "").strip().partition("\n")[0]
    if not named:
        raise ValueError(f"{name} does not say its licence: look it up and add it to _KNOWN")
    return named


def _home(package: Distribution) -> str:
    links = dict(
        entry.split(", ", 1) for entry in package.metadata.get_all("Project-URL", []) if entry
    )
    wanted = ("homepage", "home", "repository", "source", "github", "source code", "code")
    by_name = {name.lower(): link for name, link in links.items()}
    found = next((by_name[name] for name in wanted if name in by_name), None)
    home = found or package.metadata["Home-page"]
    if not home:
        raise ValueError(f"{package.name} does not say where it lives")
    return str(home)


if __name__ == "__main__":
    LIST.write_text(text(), encoding="utf-8")
    print(f"{LIST.relative_to(CHECKOUT)}: written")
    sys.exit(0)
