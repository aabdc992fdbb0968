"""The command ``quotekit`` and the table of its subcommands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from quotekit.cli.console import complain, print_any_character
from quotekit.cli.evaluate import evaluate_command
from quotekit.cli.extract import extract_command
from quotekit.cli.flat_options import with_flat_options
from quotekit.cli.render import render_command
from quotekit.cli.speakers import speakers_command
from quotekit.cli.train import train_command
from quotekit.cli.train_turns import train_turns_command
from quotekit.cli.verify import verify_command
from quotekit.errors import QuotekitError

__all__ = ["main"]

COMMANDS: dict[str, Callable[..., None]] = {
    "extract": extract_command,
    "render": render_command,
    "speakers": speakers_command,
    "verify": verify_command,
    "evaluate": evaluate_command,
    "train": train_command,
    "train-turns": train_turns_command,
}
"""The subcommands by name, in the order of ``--help``; each is the function of a module named like it."""

_HELP = {"help_option_names": ["-h", "--help"]}

app: typer.Typer = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings=_HELP,
)
for _name, _command in COMMANDS.items():
    app.command(_name, no_args_is_help=True, context_settings=_HELP)(with_flat_options(_command))


def main(args: Sequence[str] | None = None) -> int:
    """Run the command with *args*, by default those of the process.

    Returns:
        The exit status: 0; 1 when some of what was asked for failed; 2 when an argument is wrong, or
        nothing can be done because a package is missing. What is wrong stands on standard error.
    """
    args = list(sys.argv[1:] if args is None else args)
    if args and args[0] not in COMMANDS and _is_text(args[0]):
        args.insert(0, "extract")
    print_any_character()
    try:
        app(args=args, prog_name="quotekit")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    except QuotekitError as error:
        complain(str(error))
        return 2
    return 0


def _is_text(argument: str) -> bool:
    """Whether *argument* stands where a subcommand should and is a file, a folder or standard input."""
    try:
        return argument == "-" or Path(argument).exists()
    except (OSError, ValueError):  # a name that is too long or holds a NUL
        return False


def _show_version(wanted: bool) -> None:
    if wanted:
        from quotekit import __version__  # noqa: PLC0415 - looks the installed package up

        typer.echo(f"quotekit {__version__}")
        raise typer.Exit


@app.callback()
def _quotekit(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Who said what: every quotation in a text, with its speaker and its cue.

    Start with [bold]quotekit extract FILE[/bold]; [bold]quotekit COMMAND --help[/bold] shows examples.
    """
