"""`tm history`: who changed a segment, when, and how."""

import click

from tm.cli.options import chosen_project, database_option, debug_option, json_option, open_store, project_option


@click.command()
@click.argument("segment")
@project_option
@json_option
@database_option
@debug_option
@click.pass_context
def history(context: click.Context, segment: str, project_name: str, as_json: bool) -> None:
    """Show every version of a segment, and what was said of it.

    SEGMENT is a position in the newest document, or DOCUMENT:POSITION.

    \b
    Examples:
      tm history 3
      tm history 1:3 --json
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, print_line
    from tm.workbench import comments, segment_at
    from tm.workbench import history as versions_of

    store = open_store(context)
    record = segment_at(store, chosen_project(store, project_name), segment)
    versions, said = versions_of(store, record.id), comments(store, record.id)
    if as_json:
        print_json({"segment": record, "versions": versions, "comments": said})
        return
    print_line(f"{record.position}  {record.source}")
    for one in versions:
        at = one.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        print_line(f"  {one.version:>3}  {at}  {one.by}  {one.action}  {one.status}  {one.target}")
    for comment in said:
        at = comment.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        print_line(f"  comment  {at}  {comment.by}: {comment.text}")
