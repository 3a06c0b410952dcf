"""``sikte [FILE.sikte]``: open the window."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click


def command() -> click.Command:
    """What a first word that is no command means: a company file to open."""
    import click

    return click.Command(
        name="window",
        callback=_open,
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path)),
            click.Option(["--quit-when-shown"], is_flag=True),
        ],
    )


def open_window(file: Path | None, *, quit_when_shown: bool = False) -> int:
    """Run the window until it is closed; the exit code."""
    if not has_display():
        from desktop.core.faults import Fault
        from desktop.core.message import msg

        raise Fault(
            msg("There is no display to open a window on. `sikte --help` lists what works without.")
        )
    from desktop.qtkit.quick_imports import quicken_imports

    gc.disable()  # nothing is garbage until the window is up
    quicken_imports()  # before the many imports of the window
    from desktop.app import run

    names = [] if file is None else [str(file)]
    return run([*names, "--quit-when-shown"] if quit_when_shown else names)


def _open(file: Path, quit_when_shown: bool) -> int:
    import click

    from desktop.core.faults import FileFault
    from desktop.core.message import msg
    from desktop.qtkit.wording import tr

    if not file.exists():
        if file.suffix != ".sikte":
            raise click.UsageError(
                tr("“{name}” is neither a command nor a company file.", name=str(file))
            )
        raise FileFault(msg("There is no file {file}.", file=str(file)))
    return open_window(file, quit_when_shown=quit_when_shown)


def has_display() -> bool:
    """Whether a window can be opened here."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
