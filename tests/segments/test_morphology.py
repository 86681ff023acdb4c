import threading
from itertools import pairwise

from segments.morphology import analyse, cost_of_cut, is_name, normal_forms, reading_of, readings_of_character


def test_the_words_cover_the_text_in_order() -> None:
    text = "天野之弥(ゆきや)氏は、IAEA の会合で杭を打込んだ。\n🎌了"
    tokens = analyse(text)
    assert "".join(text[token.start : token.end] for token in tokens) == text


def test_a_reading_in_brackets_is_no_part_of_the_name_before_it() -> None:
    text = "天野之弥(ゆきや)は"
    assert "(ゆきや)" in [text[token.start : token.end] for token in analyse(text)]


def test_words_have_their_usual_spelling_and_dictionary_form() -> None:
    assert [token.normal for token in analyse("打込んだ")][:2] == ["打つ", "込む"]
    assert normal_forms("附属") == ["付属"]


def test_a_text_longer_than_sudachi_takes_is_analysed_whole() -> None:
    text = "東京に行く。" * 12_000 + "終"
    tokens = analyse(text)
    assert tokens[-1].end == len(text)
    assert all(one.end == other.start for one, other in pairwise(tokens))
    assert len(normal_forms("𠮷" * 30_000)) > 0


def test_readings_are_katakana() -> None:
    assert reading_of("非核化") == "ヒカクカ"
    assert {"セイ", "ショウ"} <= set(readings_of_character("正"))


def test_the_likelier_of_two_cuts_costs_less() -> None:
    assert cost_of_cut("米", "国民") < cost_of_cut("米国", "民")
    assert cost_of_cut("米国", "内") < cost_of_cut("米", "国内")


def test_the_dictionary_is_asked_for_names() -> None:
    assert is_name("東京")
    assert not is_name("国民")


def test_several_threads_may_analyse_at_once() -> None:
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda number=number: found.append(len(analyse(f"{number}回目の会合を開く。"))))
        for number in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
