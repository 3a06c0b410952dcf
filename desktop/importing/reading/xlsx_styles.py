"""Style numbers of an xlsx package to number formats."""

from __future__ import annotations

from desktop.importing.reading.refusals import Refusal
from desktop.importing.reading.xlsx_package import Package
from desktop.importing.reading.xml_events import parse_xml
from desktop.importing.values.number_formats import BUILT_IN

_MOST = 70_000


def cell_formats(package: Package, part: str) -> list[str]:
    """The number format of each style that a cell may name; "" stands for General."""
    own: dict[int, str] = {}
    styles: list[int] = []
    inside: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        inside.append(tag)
        if tag == "numFmt" and "cellXfs" not in inside and "dxfs" not in inside:
            own[_number(attributes, "numFmtId")] = attributes.get("formatCode", "")
        elif tag == "xf" and inside[-2:-1] == ["cellXfs"]:
            if len(styles) >= _MOST:
                raise Refusal("damaged")
            styles.append(_number(attributes, "numFmtId"))

    def end(_: str) -> None:
        inside.pop()

    if part not in package:
        return []
    with package.open(part) as stream:
        parse_xml(stream, start=start, end=end)
    return [_format(own.get(number, BUILT_IN.get(number, ""))) for number in styles]


def _format(code: str) -> str:
    return "" if code.lower() == "general" else code


def _number(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "0")
    return int(text) if text.isdigit() else 0
