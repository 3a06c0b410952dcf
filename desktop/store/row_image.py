"""A row as JSON text, exact: what undo writes back is what was there."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence

SqlValue = None | int | float | str | bytes

_BYTES = "base64"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def row_image(columns: Sequence[str], values: Sequence[SqlValue]) -> str:
    """The row by column name, so that an image outlives columns that are added later.

    JSON floats are written with as many digits as it takes to read back the same double;
    bytes go as base64.
    """
    row = {
        name: {_BYTES: base64.b64encode(value).decode()} if isinstance(value, bytes) else value
        for name, value in zip(columns, values, strict=True)
    }
    return _encode(row)


def row_of_image(image: str) -> dict[str, SqlValue]:
    return {
        name: base64.b64decode(value[_BYTES]) if isinstance(value, dict) else value
        for name, value in json.loads(image).items()
    }
