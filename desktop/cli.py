"""The command line: which command is meant, in which language, and how it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from desktop.commands.click_words import click_speaks
from desktop.commands.parameters import language_option
from desktop.core.faults import Fault
from desktop.qtkit.wording import say, set_language, system_language, tr

COMMANDS = (
    "demo",
    "new",
    "recognise",
    "import",
    "sheet",
    "status",
    "export",
    "form",
    "check",
    "backup",
)
DONE, ABOUT_THE_DATA, WRONG_USAGE = 0, 1, 2


class Sikte(click.Group):
    """A command's module is loaded when it is asked for; anything else names a company file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"desktop.commands.{cmd_name}_command")
        command: click.Command = module.command()
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in COMMANDS:
            return super().resolve_command(ctx, args)
        from desktop.commands.window_command import command

        return "", command(), args


def group() -> Sikte:
    """The command ``sikte``, with its texts in the current language."""
    return Sikte(
        name="sikte",
        help=tr(
            "Goals and KPIs of a small company in one file. Without a command, the window opens: "
            "sikte [FILE.sikte]"
        ),
        invoke_without_command=True,
        callback=_window_unless_command,
        params=[
            language_option(tr("The language to speak; otherwise that of the system.")),
            click.Option(
                ["--quit-when-shown"],
                is_flag=True,
                help=tr("Close the window when it has been painted."),
            ),
            click.Option(["--version"], is_flag=True, help=tr("Say the version.")),
        ],
    )


@click.pass_context
def _window_unless_command(
    ctx: click.Context, language: str | None, quit_when_shown: bool, version: bool
) -> None:
    if version:
        from desktop import __version__

        click.echo(f"Sikte {__version__}")
        ctx.exit(DONE)
    if ctx.invoked_subcommand is None:
        from desktop.commands.window_command import open_window

        ctx.exit(open_window(None, quit_when_shown=quit_when_shown))


def main(arguments: Sequence[str]) -> int:
    """Run a command; its exit code: 0 done, 1 something about the data, 2 wrong usage.

    Nothing is raised: a fault is said in one line, a bug as a report to copy.
    """
    language = _language(arguments)
    set_language(language)
    with click_speaks(language):
        return _run(arguments)


def _run(arguments: Sequence[str]) -> int:
    try:
        code = group().main(list(arguments), prog_name="sikte", standalone_mode=False)
    except click.UsageError as error:
        error.show()
        return WRONG_USAGE
    except click.ClickException as error:
        error.show()
        return ABOUT_THE_DATA
    except (click.Abort, KeyboardInterrupt):
        return _say_no(tr("Stopped; nothing was changed."))
    except Fault as fault:
        return _say_no(say(fault.message))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE  # the reader has seen enough
    except OSError as error:
        return _say_no(f"{error.filename or ''}: {error.strerror}".removeprefix(": "))
    except Exception as error:
        return _say_no(_report(error))
    return code if isinstance(code, int) else DONE


def _say_no(text: str) -> int:
    click.echo(text, err=True)
    return ABOUT_THE_DATA


def _report(error: Exception) -> str:
    from desktop.qtkit.crash import report

    head = tr("This is a fault in Sikte, not in your data. The report to send on:")
    return f"{head}\n{report(type(error), error, error.__traceback__)}"


def _language(arguments: Sequence[str]) -> str:
    """The language of ``--language`` before the command, of ``SIKTE_LANGUAGE``, or the system."""
    for place, argument in enumerate(arguments):
        if not argument.startswith("-"):
            break
        if argument.startswith("--language="):
            return argument.partition("=")[2]
        if argument == "--language":
            return "".join(arguments[place + 1 : place + 2])
    return os.environ.get("SIKTE_LANGUAGE") or system_language()
