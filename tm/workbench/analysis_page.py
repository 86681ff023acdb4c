"""An analysis as a page to look at or to send: one HTML file that needs nothing else."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from segments.visible import visible
from tm.exchange import atomic_write
from tm.workbench.analysis import Analysis, Band, TextAnalysis

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --bar: #3b82f6; --faint: #8889 }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.3rem } h2 { font-size: 1.05rem; margin-top: 2.5rem }
table { border-collapse: collapse; width: 100% }
th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); text-align: right; font-variant-numeric: tabular-nums }
th:first-child, td:first-child, td.bar { text-align: left } td.bar { width: 30% }
.bar i { display: block; height: .9rem; background: var(--bar); border-radius: 2px } .internal .bar i { background: var(--faint) }
tfoot td { font-weight: 600 } p { color: #777 }
"""


def write_analysis_page(analysis: Analysis, path: Path, *, force: bool = False) -> None:
    """Write an analysis as an HTML page with bars.

    Raises:
        OutputError: The file exists and `force` is false, or cannot be written.
    """
    with atomic_write(path, force=force) as stream:
        for part in _page(analysis):
            stream.write(part.encode("utf-8"))


def _page(analysis: Analysis) -> Iterator[str]:
    names = ", ".join(one.name for one in analysis.texts)
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    yield f"<title>Analysis: {_shown(names)}</title><style>{_STYLE}</style></head>\n<body><h1>Analysis</h1>\n"
    if len(analysis.texts) > 1:
        yield from _text(analysis.total, "All texts", analysis.counts)
    for one in analysis.texts:
        yield from _text(one, one.name, analysis.counts)
    yield "</body></html>\n"


def _text(one: TextAnalysis, title: str, counts: str) -> Iterator[str]:
    yield f"<h2>{_shown(title)}</h2>\n<table><thead><tr><th>matches</th><th></th><th>segments</th><th>characters</th>"
    yield "<th>without spaces</th><th>words</th><th>pages</th><th>rate</th><th>weighted</th></tr></thead>\n<tbody>"
    for band in one.bands:
        yield _row(band, one.volume.segments)
    yield f"</tbody>\n<tfoot><tr><td>total</td><td></td>{_numbers(one)}<td></td><td>{one.weighted:,.1f}</td></tr></tfoot>"
    if any(band.volume.segments for band in one.internal):
        yield '\n<tbody class="internal">'
        for band in one.internal:
            yield _row(band, one.volume.segments, "internal ")
        yield "</tbody>"
    yield f"</table>\n<p>Weighted {counts}: {one.weighted:,.1f}; with internal fuzzies {one.weighted_internal:,.1f}.</p>\n"


def _row(band: Band, segments: int, prefix: str = "") -> str:
    share = 100 * band.volume.segments / max(segments, 1)
    return (
        f'\n<tr><td>{prefix}{band.name}</td><td class="bar"><i style="width:{share:.1f}%" title="{share:.1f} %"></i></td>'
        f"{_numbers(band)}<td>{band.rate} %</td><td>{band.weighted:,.1f}</td></tr>"
    )


def _numbers(one: Band | TextAnalysis) -> str:
    held = one.volume
    counted = (held.segments, held.characters, held.characters_no_space, held.words)
    return "".join(f"<td>{number:,}</td>" for number in counted) + f"<td>{held.pages:,.1f}</td>"


def _shown(text: str) -> str:
    return escape(visible(text))
