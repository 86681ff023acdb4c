"""How long 100,000 concepts take in each format of glossary files: run with `-m bench -s`."""

from time import perf_counter, process_time

import pytest

from glossary import Concept, Term, TermStatus, read_glossary, write_glossary


@pytest.fixture(scope="module")
def concepts() -> list[Concept]:
    return [_concept(number) for number in range(100_000)]


def _concept(number: int) -> Concept:
    return Concept(
        (
            Term(f"用語{number}", "ja", reading="ようご", part_of_speech="noun"),
            Term(f"term {number}", "en", part_of_speech="noun"),
            Term(f"word {number}", "en", TermStatus.FORBIDDEN),
        ),
        domain="試験",
        definition="a definition of middling length, as glossaries have them",
        note="a note",
    )


@pytest.mark.bench
@pytest.mark.parametrize("suffix", [".csv", ".tbx", ".utx", ".txt", ".xlsx"])
def test_bench_a_hundred_thousand_concepts_out_and_in(suffix: str, concepts: list[Concept]) -> None:
    if suffix == ".xlsx":
        pytest.importorskip("openpyxl")
    started = perf_counter(), process_time()
    data = write_glossary(concepts, suffix)
    written = perf_counter(), process_time()
    again, problems = read_glossary(data, f"terms{suffix}")
    read = perf_counter(), process_time()
    print(
        f"\n{suffix}: {len(data) / 1e6:.0f} MB, written in {written[0] - started[0]:.1f} s "
        f"(CPU {written[1] - started[1]:.1f}), read in {read[0] - written[0]:.1f} s (CPU {read[1] - written[1]:.1f})"
    )
    assert len(again) == len(concepts)
    assert not problems
