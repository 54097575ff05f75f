"""How far one word is from another, by its letters and by its sound."""

import random

import numpy as np
import pytest

from custom_components.home_inventory.search.shapes import WIDTH, Shapes, signature
from custom_components.home_inventory.search.sounds import rough_sound, sound
from custom_components.home_inventory.search.spelling import closeness, edits


def _edits_by_table(left: str, right: str) -> int:
    """Return what `edits` counts, by the table that defines it."""
    table = [
        [row + column if not row * column else 0 for column in range(len(right) + 1)] for row in range(len(left) + 1)
    ]
    for row in range(1, len(left) + 1):
        for column in range(1, len(right) + 1):
            costs = [
                table[row - 1][column] + 1,
                table[row][column - 1] + 1,
                table[row - 1][column - 1] + (left[row - 1] != right[column - 1]),
            ]
            if left[row - 2 : row] == right[column - 2 : column][::-1] and min(row, column) > 1:
                costs.append(table[row - 2][column - 2] + 1)
            table[row][column] = min(costs)
    return table[-1][-1]


def _random_words(seed: int, count: int, longest: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311
    lengths = (chance.randint(1, longest) for _ in range(count))
    return list({"".join(chance.choices("abcdäж", k=length)) for length in lengths})


@pytest.mark.parametrize(
    ("left", "right", "most", "count"),
    [
        ("drill", "drill", 2, 0),
        ("drill", "dril", 2, 1),
        ("drill", "dirll", 2, 1),
        ("drill", "frill", 2, 1),
        ("kitten", "sitting", 3, 3),
        ("kitten", "sitting", 2, 3),
        ("ca", "abc", 3, 3),
        ("abc", "abcdef", 2, 3),
        ("", "", 1, 0),
        ("", "ab", 2, 2),
        ("x" * 80, "x" * 79 + "y", 2, 1),
    ],
)
def test_typing_mistakes_are_counted_up_to_a_limit(left: str, right: str, most: int, count: int) -> None:
    assert edits(left, right, most) == count
    assert edits(right, left, most) == count


def test_typing_mistakes_are_counted_as_defined() -> None:
    words = _random_words(1, 60, 9)
    assert all(edits(one, other, 3) == min(_edits_by_table(one, other), 4) for one in words for other in words)


def test_many_words_are_compared_at_once_with_the_same_result() -> None:
    words = [word for word in _random_words(2, 400, WIDTH + 3) if word]
    shapes = Shapes.of(words, np.arange(len(words), dtype=np.int32))
    spelt = [words[number] for number in shapes.ids.tolist()]

    for word in ("abcd", "a", "abcdabcdabcdabcd", "äbжd"):
        counts = shapes.edits_to(word, np.arange(len(spelt)))
        assert counts.tolist() == [edits(word, other, 99) for other in spelt]
        near = set(shapes.rows_near(word, 2).tolist())
        assert {row for row, count in enumerate(counts.tolist()) if count <= 2} <= near
    assert shapes.signatures.tolist() == [signature(word) for word in spelt]
    assert len(spelt) == sum(len(word) <= WIDTH for word in words)


def test_no_words_are_no_trouble() -> None:
    shapes = Shapes.of([], np.zeros(0, np.int32))
    assert shapes.edits_to("drill", shapes.rows_near("drill", 2)).tolist() == []


@pytest.mark.parametrize(
    ("word", "likelier", "other"),
    [
        ("drlil", "drill", "droid"),
        ("hammmer", "hammer", "hammler"),
        ("drikl", "drill", "drift"),
        ("hommer", "hammer", "hotmer"),
        ("sander", "sandar", "lander"),
    ],
)
def test_slips_of_a_finger_are_likelier_than_other_mistakes(word: str, likelier: str, other: str) -> None:
    assert closeness(word, likelier, edits(word, likelier, 2)) > closeness(word, other, edits(word, other, 2))


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("flour", "flower"),
        ("need", "knead"),
        ("night", "knight"),
        ("brake", "break"),
        ("plane", "plain"),
        ("wrench", "rench"),
        ("screw", "skrew"),
        ("phone", "fone"),
        ("mist", "missed"),
        ("idle", "idol"),
        ("cents", "scents"),
        ("red", "read"),
    ],
)
def test_words_that_sound_alike_have_one_sound(said: str, heard: str) -> None:
    assert sound(said) == sound(heard)


@pytest.mark.parametrize(("one", "other"), [("drill", "grill"), ("saw", "sock"), ("rake", "rage"), ("box", "bolt")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(("one", "other"), [("pack", "bag"), ("ladder", "latter"), ("fan", "van"), ("pin", "pen")])
def test_nearly_the_same_sound_has_the_same_rough_sound(one: str, other: str) -> None:
    assert rough_sound(sound(one)) == rough_sound(sound(other))


@pytest.mark.parametrize("word", ["ключ", "18", "a", ""])
def test_what_is_not_of_plain_letters_is_its_own_sound(word: str) -> None:
    assert sound(word) == word
