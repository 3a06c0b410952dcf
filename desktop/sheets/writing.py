"""Putting finished bytes on disk: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from desktop.core.faults import FileFault
from desktop.core.message import msg


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the file, read back, and only then take its place.

    Raises :class:`FileFault`; what was there before is then as it was.
    """
    if not path.parent.is_dir():
        raise FileFault(msg("The folder {folder} is not there.", folder=str(path.parent)))
    if path.is_dir():
        raise FileFault(msg("{path} is a folder. Choose a file name.", path=str(path)))
    temporary = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".sikte-", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if temporary.read_bytes() != data:
            raise OSError(0, "read back differently")
        temporary.chmod(0o644)
        temporary.replace(path)
    except PermissionError as error:
        _remove(temporary)
        raise FileFault(
            msg("{path} cannot be written. Choose another folder, or close it.", path=str(path))
        ) from error
    except OSError as error:
        _remove(temporary)
        raise FileFault(
            msg("{path} could not be written: the disk may be full.", path=str(path))
        ) from error


def _remove(temporary: Path | None) -> None:
    if temporary is not None:
        temporary.unlink(missing_ok=True)
