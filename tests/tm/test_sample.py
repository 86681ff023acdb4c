import csv
import re
import unicodedata
from contextlib import AbstractContextManager
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from tm.match import similarity
from tm.sample import article_path, earlier_path, glossary_path, translation_path

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
WIDEST_LINE = 41


def read(lent: AbstractContextManager[Path]) -> str:
    with lent as path:
        return path.read_text(encoding="utf-8")


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(read(glossary_path()).splitlines()))


def listed(cell: str) -> list[str]:
    return [term for term in cell.split(";") if term]


def width(line: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(character) in "FWA" else 0.5 for character in line)


def paragraphs() -> list[str]:
    """The article's paragraphs, as far as trailing spaces show where they end."""
    without_addresses = re.sub(r"^https?://.*\n", "", read(article_path()), flags=re.MULTILINE)
    return [joined for part in without_addresses.split(" \n") if (joined := re.sub(r"\s", "", part))]


def sentences() -> list[str]:
    return [one for paragraph in paragraphs() for one in re.findall(r"[^。]+。?", paragraph)]


def units() -> list[etree._Element]:
    with earlier_path() as path:
        return list(etree.parse(path).iter("tu"))


def unit_text(unit: etree._Element, lang: str) -> str:
    variant = next(each for each in unit.iter("tuv") if each.get(XML_LANG) == lang)
    seg = variant.find("seg")
    assert seg is not None
    return (seg.text or "") + "".join(code.tail or "" for code in seg)


def test_the_article_fits_one_sitting() -> None:
    outside = re.sub(r"「[^」]*」", "", "".join(paragraphs()))
    assert 60 <= outside.count("。") <= 100
    assert len("".join(paragraphs())) > 4000


def test_the_article_is_wrapped_with_a_blank_line_after_nearly_every_line() -> None:
    lines = read(article_path()).split("\n")
    full = [one for one, following in pairwise(lines) if one.strip() and not following.strip()]
    assert len(full) > 100
    assert max(width(one) for one in lines if not one.startswith("http")) <= WIDEST_LINE
    assert any(one[-1] not in "。 " and width(one) > 37 for one in full)


@pytest.mark.parametrize(
    ("fault", "least"),
    [
        (r"(?m)^\d+ $", 3),  # page numbers
        (r"\S\n [ぁ-ん]|\n\d \n [ぁ-ん]", 2),  # a page break inside a sentence
        (r"(?m)^ [一-龯ぁ-ん]", 8),  # lines that begin with a space
        (r" \d+[月日年]", 20),  # spaces around digits
        (r"\d [月日]", 1),
        (r"「[^」]*。[^」]*」", 5),  # quotations of several sentences
        (r"\(『[^』]+』2031年", 3),  # citations
        (r"(?m)^・", 4),
        (r"(?m)^[①②③④]", 4),
        (r"https?://(?:www\.example\.com|news\.example\.jp)/\S+\n(?=http)", 5),
        (r"[０-９Ａ-Ｚ]", 5),  # full-width among half-width
        ("，", 4),
        (r"令和\s*13年", 1),
    ],
)
def test_the_article_has_the_faults_of_an_extracted_text(fault: str, least: int) -> None:
    assert len(re.findall(fault, read(article_path()))) >= least


def test_the_addresses_lead_nowhere() -> None:
    hosts = set(re.findall(r"https?://([^/\s]+)", read(article_path()) + read(translation_path())))
    assert hosts <= {"www.example.com", "news.example.jp"}


def test_the_translation_has_a_paragraph_a_line_with_blank_lines_between_except_in_lists() -> None:
    lines = read(translation_path()).removesuffix("\n").split("\n")
    neighbours = [(one, other) for one, other in pairwise(lines) if one and other]
    assert all(re.match(r"[•(]", one) and re.match(r"[•(]", other) for one, other in neighbours)
    assert len([one for one in lines if one]) == 51


def test_the_translation_uses_typographic_quotation_marks_only() -> None:
    assert not set("\"'") & set(read(translation_path()))


def test_the_glossary_has_the_columns_of_a_translators_glossary() -> None:
    assert list(rows()[0]) == ["ja", "reading", "en", "alternatives", "forbidden", "domain", "pos", "note"]
    assert 45 <= len(rows()) <= 60
    assert all(row["ja"] and row["reading"] and row["en"] and row["domain"] and row["pos"] for row in rows())
    assert len({row["ja"] for row in rows()}) == len(rows())


def test_every_japanese_term_of_the_glossary_occurs_in_the_article() -> None:
    article = folded("".join(paragraphs()))
    assert [row["ja"] for row in rows() if folded(row["ja"]) not in article] == []


def test_every_english_term_or_an_alternative_occurs_in_the_translation() -> None:
    assert [
        row["en"] for row in rows() if not any(map(in_translation, [row["en"], *listed(row["alternatives"])]))
    ] == []


def test_no_forbidden_term_occurs_in_the_translation() -> None:
    assert [term for row in rows() for term in listed(row["forbidden"]) if in_translation(term)] == []


def in_translation(term: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(folded(term))}(?!\w)", folded(read(translation_path()))) is not None


@pytest.mark.parametrize(
    ("term", "trap"),
    [
        ("京都", "東京都港区"),
        ("港", "空港"),
        ("氷", "砕氷船"),
        ("ガス", "マダガスカル"),
        ("中国", "日中国交正常化"),
        ("米国", "米国防総省"),
    ],
)
def test_some_terms_stand_alone_and_also_lurk_inside_other_words(term: str, trap: str) -> None:
    article = "".join(paragraphs())
    assert term in {row["ja"] for row in rows()}
    assert trap in article
    assert article.count(term) > article.count(trap)


def test_the_earlier_memory_is_valid(shared: Path) -> None:
    with earlier_path() as path:
        document = etree.parse(path)
    assert etree.DTD(str(shared / "data" / "tmx14.dtd")).validate(document)


def test_the_earlier_memory_says_who_made_each_unit_and_when() -> None:
    assert 25 <= len(units()) <= 40
    assert all(
        unit.get("creationid") and re.fullmatch(r"\d{8}T\d{6}Z", unit.get("creationdate", "")) for unit in units()
    )
    assert len({unit.get("creationid") for unit in units()}) > 1
    assert any(unit.find("note") is not None for unit in units())


def test_the_earlier_memory_has_units_with_inline_codes() -> None:
    names = {element.tag for unit in units() for element in unit.iter("bpt", "ept", "ph")}
    assert names == {"bpt", "ept", "ph"}


def test_every_unit_of_the_earlier_memory_has_both_languages() -> None:
    assert all(unit_text(unit, lang).strip() for unit in units() for lang in ("ja-JP", "en-US"))


def test_the_earlier_memory_helps_with_the_article() -> None:
    best = [max(similarity(one, unit_text(unit, "ja-JP"), "ja") for one in sentences()) for unit in units()]
    assert sum(one == 1 for one in best) >= 4
    assert sum(0.6 <= one < 0.75 for one in best) >= 5
    assert sum(0.75 <= one < 1 for one in best) >= 12
