"""`tm confirm`: accept a translation of a segment."""

import click

from tm.cli.options import chosen_project, database_option, debug_option, json_option, open_store, project_option


@click.command()
@click.argument("segment")
@click.argument("target")
@project_option
@json_option
@database_option
@debug_option
@click.pass_context
def confirm(context: click.Context, segment: str, target: str, project_name: str, as_json: bool) -> None:
    """Confirm a translation; it is in the memory at once.

    SEGMENT is a position in the newest document, or DOCUMENT:POSITION.

    \b
    Examples:
      tm confirm 3 "The talks were suspended."
      tm confirm 1:3 "The talks were suspended."
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, say
    from tm.workbench import confirm as confirm_segment
    from tm.workbench import destination, segment_at

    store = open_store(context)
    project = chosen_project(store, project_name)
    done = confirm_segment(store, segment_at(store, project, segment), target, origin="command line")
    if as_json:
        print_json(done)
    else:
        say(f"Segment {done.position} confirmed → memory {destination(project)}.")
