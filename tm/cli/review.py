"""`tm accept` and `tm reject`: review from the command line."""

import click

from tm.cli.options import chosen_project, database_option, debug_option, open_store, project_option


@click.command()
@click.argument("segment")
@project_option
@database_option
@debug_option
@click.pass_context
def accept(context: click.Context, segment: str, project_name: str) -> None:
    """Accept a confirmed translation; its unit counts as reviewed.

    \b
    Examples:
      tm accept 3
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import say
    from tm.workbench import accept as accept_segment
    from tm.workbench import segment_at

    store = open_store(context)
    done = accept_segment(store, segment_at(store, chosen_project(store, project_name), segment))
    say(f"Segment {done.position} accepted.")


@click.command()
@click.argument("segment")
@click.option("--reason", default="", help="Why; kept as a comment.")
@project_option
@database_option
@debug_option
@click.pass_context
def reject(context: click.Context, segment: str, reason: str, project_name: str) -> None:
    """Reject a confirmed translation; it goes back to the translator and leaves the memory.

    \b
    Examples:
      tm reject 3 --reason "The date is wrong."
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import say
    from tm.workbench import reject as reject_segment
    from tm.workbench import segment_at

    store = open_store(context)
    done = reject_segment(store, segment_at(store, chosen_project(store, project_name), segment), reason)
    say(f"Segment {done.position} rejected.")
