"""`tm sample`: the workbench on a bundled article; the user's own data is never touched."""

import sys
from pathlib import Path

import click

from tm.cli.options import Settings, database_option, debug_option


@click.command()
@click.option("--fresh", is_flag=True, help="Begin anew, as if nothing had been translated.")
@click.option("--files", type=click.Path(path_type=Path), help="Only write the sample's files into this folder.")
@database_option
@debug_option
@click.pass_context
def sample(context: click.Context, fresh: bool, files: Path | None) -> None:
    """Open the workbench on a sample article, in a database of its own (`--db` says which, else one in the cache).

    Without a terminal, print the sample's figures, one match and one term.

    \b
    Examples:
      tm sample
      tm sample --fresh
      tm sample --files .
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_line, say
    from tm.locations import user_name
    from tm.workbench import open_sample
    from tm.workbench.sample import write_sample_files

    if files is not None:
        for path in write_sample_files(files):
            say(f"wrote {path}")
        return
    named = context.ensure_object(Settings).db
    store, project, document = open_sample(user_name(), fresh=fresh, path=Path(named).absolute() if named else None)
    with store:
        if sys.stdin.isatty() and sys.stdout.isatty():
            from tm.tui import run

            run(store, project, document.id)
            return
        from tm.cli import match as match_command
        from tm.cli import stats as stats_command
        from tm.cli import term as term_command
        from tm.workbench import match_text, query_terms, statistics
        from tm.workbench.sample import SAMPLE_QUERY, SAMPLE_TERM

        say("There is no terminal here, so the workbench stays closed. This is what the sample holds:")
        stats_command.show(statistics(store, project, document))
        print_line("")
        match_command.show(match_text(store, project, SAMPLE_QUERY, limit=1))
        for found in query_terms(store, project, SAMPLE_TERM, limit=1):
            term_command.show(found, project.source_lang, project.target_lang)
