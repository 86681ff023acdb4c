"""How fast documents are read and written, for 2,000 paragraphs with one emphasis each."""

import time

import pytest

from segments.readers import reader_for
from segments.writers import writer_for
from tests.segments.word_documents import p, run, word

FRONT, STRONG, BACK = "これは重要な段落であり、", "強調", "もある。双方は再開の時期を示さなかった。"
COUNT = 2_000
DOCUMENTS = {
    ".md": f"{FRONT}**{STRONG}**{BACK}\n\n".encode() * COUNT,
    ".html": f"<p>{FRONT}<b>{STRONG}</b>{BACK}</p>\n".encode() * COUNT,
    ".docx": word(p(FRONT, run(STRONG, "<w:b/>"), BACK) * COUNT),
}


@pytest.mark.bench
@pytest.mark.parametrize("suffix", DOCUMENTS)
def test_how_fast_documents_are_read_and_written(suffix: str) -> None:
    read = reader_for(suffix)
    assert read is not None
    began = time.perf_counter()
    reading = read(DOCUMENTS[suffix], place="bench")
    between = time.perf_counter()
    writer_for(suffix, "ja")(DOCUMENTS[suffix], ["Talks were suspended."] * len(reading.paragraphs))
    ended = time.perf_counter()
    print(f"{suffix}: read {COUNT / (between - began):,.0f} paragraphs/s, written {COUNT / (ended - between):,.0f}")
