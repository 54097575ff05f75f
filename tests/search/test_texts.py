"""Words in blocks of memory: the same answers as from a list and a dict."""

from __future__ import annotations

import random
import sys

import pytest

from custom_components.home_inventory.search.texts import Growing, Numbered, Texts

LETTERS = "abcdeéßñøłжあ€ '-"


def _words(count: int) -> list[str]:
    chance = random.Random(5)  # noqa: S311 - made-up words need no cryptography
    return list(dict.fromkeys("".join(chance.choices(LETTERS, k=chance.randrange(1, 9))) for _ in range(count)))


def test_texts_are_those_that_were_put_in() -> None:
    words = [*_words(2_000), "", "last"]
    texts = Texts(words)
    assert len(texts) == len(words)
    assert list(texts) == words
    texts.append("more")
    assert texts[len(words)] == "more"


def test_there_is_nothing_behind_the_last_text() -> None:
    with pytest.raises(IndexError):
        Texts(["one"])[1]


def test_each_text_has_the_number_of_its_place() -> None:
    words = _words(5_000)
    known, unknown = words[::2], words[1::2]
    numbered = Numbered(known)
    assert [numbered.get(word) for word in known] == list(range(len(known)))
    assert not any(word in numbered for word in unknown)
    assert list(numbered) == known


def test_of_two_equal_texts_the_first_counts_and_both_take_a_number() -> None:
    numbered = Numbered(["saw", "drill", "saw", "lamp"])
    assert [numbered.get(word) for word in ("saw", "drill", "lamp")] == [0, 1, 3]
    assert len(numbered) == 4


def test_nothing_is_in_an_empty_one() -> None:
    assert Numbered(()).get("") is None


def test_they_take_a_fraction_of_the_memory_of_a_dict() -> None:
    words = [f"word number {number}" for number in range(10_000)]
    as_dict = sys.getsizeof(dict.fromkeys(words)) + sum(map(sys.getsizeof, words))
    numbered = Numbered(words)
    blocks = (numbered.texts._block, numbered.texts._ends, numbered._slots)
    assert sum(map(sys.getsizeof, blocks)) < as_dict / 2


def test_texts_that_come_later_have_the_next_numbers_and_count_before_equal_ones() -> None:
    ids = Growing(["a", "b"])
    ids.append("c")
    ids.append("a")
    assert [ids.get(text) for text in ("a", "b", "c", "d")] == [3, 1, 2, None]
    assert list(ids) == ["a", "b", "c", "a"]
    assert [ids[number] for number in range(len(ids))] == list(ids)
