"""The command `tm`: its subcommands, and how errors end it."""

import os
import sys
from pathlib import Path

import click

from tm.cli.align import align
from tm.cli.analyse import analyse
from tm.cli.backup import backup
from tm.cli.check import check
from tm.cli.concordance import concordance
from tm.cli.confirm import confirm
from tm.cli.doctor import doctor
from tm.cli.documents import documents
from tm.cli.exits import Exit, exit_for
from tm.cli.export import export
from tm.cli.glossary import glossary
from tm.cli.history import history
from tm.cli.import_ import import_
from tm.cli.match import match
from tm.cli.memories import memories
from tm.cli.new import new
from tm.cli.open import open_
from tm.cli.options import Settings, database_option, debug_option
from tm.cli.pretranslate import pretranslate
from tm.cli.projects import projects
from tm.cli.review import accept, reject
from tm.cli.sample import sample
from tm.cli.segment import segment
from tm.cli.stats import stats
from tm.cli.term import term
from tm.cli.terms import terms
from tm.cli.undo import undo
from tm.errors import TaiyakuError

COMMANDS = (
    new, open_, projects, import_, documents, memories, segment, align, match, concordance, pretranslate, check,
    confirm, accept, reject, undo, history, glossary, term, terms, export, stats, analyse, backup, doctor, sample,
)  # fmt: skip


def _discard_output() -> None:
    """Write nothing more to stdout: it is closed, its reader went away, or its disk is full."""
    sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (open until the program ends)


class Commands(click.Group):
    """The commands; a reader of a pipe that goes away makes none of them fail, as click would have it."""

    def invoke(self, context: click.Context) -> object:
        """Run the command that was named."""
        try:
            return super().invoke(context)
        except BrokenPipeError:
            _discard_output()
            return Exit.DONE


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="taiyaku", prog_name="tm")
@database_option
@debug_option
@click.pass_context
def cli(context: click.Context) -> None:
    """対訳: a translation memory and a glossary for Japanese–English translators.

    Alone, it opens the project you worked on last. The first minutes:

    \b
      tm import article.ja.txt       a document becomes segments
      tm                             translate them
      tm export --format tmx -o article.tmx
    """  # noqa: D301 (\b is click's mark for text that is not to be wrapped)
    if context.invoked_subcommand is None:
        context.invoke(open_)


for _command in COMMANDS:
    cli.add_command(_command)


def main() -> None:
    """Run the command line and leave with its exit code; errors are one line, without `--debug`."""
    settings = Settings()
    if sys.stdout is None:
        _discard_output()
    try:
        code = cli.main(standalone_mode=False, obj=settings)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
        code = Exit.DONE
    except (click.Abort, KeyboardInterrupt):
        code = Exit.INTERRUPTED
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except Exception as error:
        if settings.debug:
            raise
        code = _told(error)
    sys.exit(code if isinstance(code, int) else Exit.DONE)


def _told(error: Exception) -> Exit:
    """Say in one line what went wrong; gives the exit code."""
    from tm.cli.output import say

    if isinstance(error, TaiyakuError):
        say(f"tm: {error}")
        return exit_for(error)
    if isinstance(error, OSError):
        _discard_output()
        place = error.filename or "standard output"
        say(f"tm: {place}: it cannot be read or written ({error.strerror or error}). Mend that, or use another place.")
        return Exit.INPUT
    if isinstance(error, UnicodeEncodeError):
        character = f"U+{ord(error.object[error.start]):04X}"
        say(f"tm: an argument or a file name holds {character}, which {error.encoding} cannot write. Give it in UTF-8.")
        return Exit.USAGE
    say(f"tm: this is a fault of the program ({type(error).__name__}: {error}). Please report it; --debug shows where.")
    return Exit.INTERNAL
