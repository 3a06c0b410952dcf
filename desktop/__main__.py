"""The command ``sikte``: the window straight away, or one of the commands."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

_QUIT = "--quit-when-shown"
_READER = "--reader-child"


def main() -> int:
    """Returns the exit code.  Opening a file that is there goes past the command line's parser."""
    arguments = sys.argv[1:]
    if arguments[:1] == [_READER]:  # a bundled program starts itself to read a file safely
        from desktop.importing.reading.child import main as reading_process

        return reading_process(arguments[1:])
    files = [argument for argument in arguments if argument != _QUIT]
    if len(files) == 1 and files[0].endswith(".sikte") and Path(files[0]).is_file():
        from desktop.commands.window_command import has_display, open_window

        if has_display():
            return open_window(Path(files[0]), quit_when_shown=_QUIT in arguments)
    from desktop.cli import main as command_line

    return command_line(arguments)


def program() -> NoReturn:
    """What the command ``sikte`` is: :func:`main`, and a quick end."""
    code = main()
    if "PySide6.QtGui" in sys.modules:
        from desktop.qtkit.leaving import leave

        leave(code)
    sys.exit(code)


if __name__ == "__main__":
    program()
