"""Putting finished bytes on disk: whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from desktop.core.faults import FileFault
from desktop.core.message import Message, msg

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_NAME = (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ)


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the file, read back, and only then take its place.

    Raises :class:`FileFault`; what was there before is then as it was, and nothing is left.
    """
    target = Path(os.path.realpath(path))  # a link stays a link
    folder = target.parent
    beside = folder / f".sikte-{secrets.token_hex(6)}"
    try:
        if not folder.is_dir():
            raise FileFault(msg("The folder {folder} is not there.", folder=str(folder)))
        if target.is_dir():
            raise FileFault(msg("{path} is a folder. Choose a file name.", path=str(path)))
        mode = _mode_of(target)
        _write(beside, data)
        if mode is not None:
            beside.chmod(mode)
        beside.replace(target)
    except OSError as error:
        raise FileFault(_reason(error, target, beside)) from error
    finally:
        with suppress(OSError):  # there is nothing, or nothing more to be done
            beside.unlink()


def _mode_of(target: Path) -> int | None:
    """The rights of a file that is there and can be written; ``None`` of a new one."""
    if not target.exists():
        return None
    with target.open("r+b") as file:  # fails where it is protected, or held by another program
        return stat.S_IMODE(os.fstat(file.fileno()).st_mode)


def _write(path: Path, data: bytes) -> None:
    """Disks and folders in the net may take bytes and lose them; so they are read back."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != data:
        raise OSError(errno.ENOSPC, "read back differently", str(path))


def _reason(error: OSError, target: Path, beside: Path) -> Message:
    if error.errno in _NO_ROOM:
        return msg("There is no room on the disk for {file}.", file=target.name)
    if error.errno in _NO_NAME:
        return msg("{file} can not be the name of a file. Choose another.", file=target.name)
    if error.errno in _NOT_ALLOWED and error.filename == str(beside) and not beside.exists():
        return msg(
            "The folder {folder} can not be written to. Choose another.", folder=str(target.parent)
        )
    if error.errno in _NOT_ALLOWED:
        return msg(
            "{file} is open in another program or protected. Close it, or choose another name.",
            file=target.name,
        )
    return msg("{file} could not be written.", file=target.name)
