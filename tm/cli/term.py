"""`tm term`: look a term up."""

from typing import TYPE_CHECKING

import click

from tm.cli.exits import Exit
from tm.cli.options import chosen_project, database_option, debug_option, json_option, open_store, project_option

if TYPE_CHECKING:
    from glossary.model import Found


# From this score on, a find is what was asked for (`glossary.TermIndex.query`).
EXACT = 95


@click.command()
@click.argument("query")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="Concepts to show.")
@project_option
@json_option
@database_option
@debug_option
@click.pass_context
def term(context: click.Context, query: str, limit: int, project_name: str, as_json: bool) -> None:
    """Find a concept by Japanese, English, kana or romaji; near misses when nothing is exact.

    Exit status 1 says that nothing was found.

    \b
    Examples:
      tm term 非核化
      tm term ひかくか
      tm term decapitation
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, say
    from tm.workbench import query_terms

    store = open_store(context)
    project = chosen_project(store, project_name)
    found = query_terms(store, project, query, limit=limit)
    if as_json:
        print_json([_for_scripts(one, project.source_lang, project.target_lang) for one in found])
    elif found and found[0].score < EXACT:
        say(f"Nothing is exactly '{query}'. Near it:")
    if not as_json:
        for one in found:
            show(one, project.source_lang, project.target_lang)
    if not found:
        say(f"The glossaries of the project '{project.name}' have nothing like '{query}'.")
        raise SystemExit(Exit.FINDINGS)


def _for_scripts(one: "Found", source_lang: str, target_lang: str) -> dict[str, object]:
    from glossary.model import TermStatus

    sources, targets = one.concept.in_language(source_lang), one.concept.in_language(target_lang)
    return {
        "source": sources[0].text if sources else "",
        "target": targets[0].text if targets else "",
        "reading": next((each.reading for each in sources if each.reading), ""),
        "status": targets[0].status if targets else "",
        "alternatives": [each.text for each in targets[1:] if each.status is TermStatus.ADMITTED],
        "forbidden": [each.text for each in targets if each.status is TermStatus.FORBIDDEN],
        "domain": one.concept.domain,
        "note": one.concept.note,
        "part_of_speech": sources[0].part_of_speech if sources else "",
        "glossary": one.concept.glossary,
        "score": round(one.score, 1),
        "by": one.by.text,
    }


def show(one: "Found", source_lang: str, target_lang: str) -> None:
    """Print a concept."""
    from tm.cli.output import print_line

    sources = " / ".join(
        each.text + (f"（{each.reading}）" if each.reading else "") for each in one.concept.in_language(source_lang)
    )
    print_line(sources)
    for each in one.concept.in_language(target_lang):
        print_line(f"  {each.status:<9}  {each.text}")
    about = [one.concept.domain, *(each.part_of_speech for each in one.concept.terms[:1]), one.concept.note]
    if any(about):
        print_line("  " + " · ".join(text for text in about if text))
