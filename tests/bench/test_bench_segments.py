"""Figures of segmentation: how right and how fast, plain and hard-wrapped.

With TAIYAKU_GOLD set to a text file (a sentence a line, blank lines between paragraphs; the language is judged by the
letters) the figures are for that file too.
"""

import lzma
import os
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pytest

from segments import segment_text, split_paragraph
from segments.language import language_of

pytestmark = pytest.mark.bench
Paragraphs = Sequence[Sequence[str]]


def boundaries(sentences: Sequence[str]) -> list[int]:
    """Count characters, white space aside, up to the end of each sentence."""
    ends, total = [], 0
    for sentence in sentences:
        total += len("".join(sentence.split()))
        ends.append(total)
    return ends


def report(name: str, gold: Paragraphs, found: Sequence[str], seconds: float) -> None:
    wanted, got = boundaries([one for paragraph in gold for one in paragraph]), boundaries(found)
    right = len(set(wanted) & set(got))
    spans = set(zip([0, *wanted], wanted, strict=False)) & set(zip([0, *got], got, strict=False))
    score, exact, rate = 2 * right / (len(wanted) + len(got)), len(spans) / len(wanted), len(wanted) / seconds
    print(f"\n{name:32} boundary F1 {score:.4f}  exact {exact:.4f}  {rate:,.0f} sentences/s", end="")


def measure(name: str, gold: Paragraphs, lang: str) -> None:
    joiner = "" if lang == "ja" else " "
    joined = [joiner.join(paragraph) for paragraph in gold]
    start = time.perf_counter()
    found = [piece for paragraph in joined for piece in split_paragraph(paragraph, lang)]
    report(f"{name}, plain", gold, found, time.perf_counter() - start)
    for width in (36, 40) if lang == "ja" else (66, 80):
        wrapped = "\n".join(
            with_page_numbers(line for paragraph in joined for line in (*wrap(paragraph, width, lang), ""))
        )
        start = time.perf_counter()
        found = [segment.text for segment in segment_text(wrapped, lang)]
        report(f"{name}, wrapped at {width}", gold, found, time.perf_counter() - start)


def wrap(paragraph: str, width: int, lang: str) -> Iterator[str]:
    """Break a paragraph into lines: English between words, Japanese anywhere but before a stop or closing mark."""
    while len(paragraph) > width:
        end = paragraph.rfind(" ", 0, width) + 1 if lang == "en" else width
        while lang == "ja" and paragraph[end : end + 1] in tuple("、。」』）"):
            end += 1
        yield paragraph[: end or width].rstrip()
        paragraph = paragraph[end or width :]
    yield paragraph


def with_page_numbers(lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        yield line
        if number % 30 == 0:
            yield str(number // 30)


def test_japanese_literature(shared: Path) -> None:
    with lzma.open(shared / "data" / "sentences.ja.txt.xz", "rt", encoding="utf-8") as file:
        plain = (
            line.strip() for line in file if line.rstrip().endswith("。") and not set(line) & set("「」『』（）〔〕")
        )
        sentences = list(islice((line for line in plain if line.count("。") == 1), 0, 200_000, 20))
    measure("literature", [sentences[place : place + 5] for place in range(0, len(sentences), 5)], "ja")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_article(shared: Path, lang: str) -> None:
    source = (shared / "article" / f"article.{lang}.txt").read_text(encoding="utf-8")
    segment_text(source, lang)
    start = time.perf_counter()
    found = segment_text(source, lang)
    print(f"\narticle.{lang}: {len(found)} segments in {(time.perf_counter() - start) * 1000:.1f} ms", end="")


def test_a_gold_file_of_your_own() -> None:
    name = os.environ.get("TAIYAKU_GOLD")
    if name is None:
        pytest.skip("TAIYAKU_GOLD names no file")
    text = Path(name).read_text(encoding="utf-8").strip()
    gold = [block.splitlines() for block in text.split("\n\n")]
    measure(Path(name).name, gold, language_of(text))
