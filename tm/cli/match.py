"""`tm match`: what the memories offer for a text."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tm.cli.options import chosen_project, database_option, debug_option, json_option, open_store, project_option

if TYPE_CHECKING:
    from tm.workbench import TextMatches


@click.command()
@click.argument("text")
@click.option("--threshold", default=60, show_default=True, type=click.IntRange(50, 100), help="Lowest score wanted.")
@click.option("--limit", default=5, show_default=True, type=click.IntRange(1, 100), help="Matches for each segment.")
@project_option
@json_option
@database_option
@debug_option
@click.pass_context
def match(context: click.Context, text: str, threshold: int, limit: int, project_name: str, as_json: bool) -> None:
    """Find matches for a text; for a file, or - for standard input, for each of its segments.

    Exit status 1 says that nothing was found.

    \b
    Examples:
      tm match "北朝鮮は非核化に応じなかった。"
      tm match article.ja.txt --json
      echo "協議は中断された。" | tm match -
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json
    from tm.workbench import match_segments, match_text, read_source

    store = open_store(context)
    project = chosen_project(store, project_name)
    whole = text == "-" or _is_file(text)
    if whole:
        found = match_segments(store, project, read_source(Path(text)), threshold=threshold / 100, limit=limit)
    else:
        found = [match_text(store, project, text, threshold=threshold / 100, limit=limit)]
    if as_json:
        print_json([_for_scripts(one) for one in found] if whole else _for_scripts(found[0])["matches"])
    else:
        for one in found:
            show(one)
    if not any(one.matches for one in found):
        raise SystemExit(1)


def _is_file(text: str) -> bool:
    """Tell whether the argument names a file; a sentence may be too long to be a name."""
    try:
        return Path(text).is_file()
    except OSError:
        return False


def _for_scripts(one: "TextMatches") -> dict[str, object]:
    return {
        "text": one.text,
        "matches": [
            {
                "score": each.score,
                "similarity": round(each.similarity, 4),
                "source": each.unit.source,
                "target": each.unit.target,
                "memory": each.memory,
                "reasons": list(each.reasons),
            }
            for each in one.matches
        ],
        "terms": [
            {"term": each.hit.term.text, "start": each.hit.start, "end": each.hit.end, "rendering": each.rendering}
            for each in one.terms
        ],
    }


def show(one: "TextMatches") -> None:
    """Print the matches and terms of a text."""
    from tm.cli.output import print_line
    from tm.match import differences

    print_line(one.text)
    for each in one.matches:
        marks = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}
        changed = "".join(
            marks[part.operation][0] + part.text + marks[part.operation][1]
            for part in differences(each.unit.source, one.text)
        )
        print_line(f"  {each.score:>3}  {changed}")
        print_line(f"       {each.unit.target}")
        print_line(f"       {each.memory}" + "".join(f"; {reason}" for reason in each.reasons))
    if not one.matches:
        print_line("       no match")
    for term in one.terms:
        print_line(f"  term {term.hit.term.text} → {term.rendering}")
