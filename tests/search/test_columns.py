"""Lists of numbers in the forms in which they are compared fastest, checked against plain lists."""

import random

import numpy as np
import pytest

from custom_components.home_inventory.search.columns import Columns
from custom_components.home_inventory.search.ragged import Ragged
from custom_components.home_inventory.search.shared import Shared


def ragged(lists: list[list[int]]) -> Ragged:
    flat = np.array([number for numbers in lists for number in numbers], np.uint16)
    return Ragged.of(flat, np.array([len(numbers) for numbers in lists], np.uint32))


def shared(lists: list[list[int]], numbers: list[int]) -> Shared:
    return Shared.of(ragged(lists), np.array(numbers, np.int32))


def lists_of(shared: Shared) -> list[list[int]]:
    return [shared.lists[number].tolist() for number in shared.numbers.tolist()]


@pytest.mark.parametrize("count", [0, 1, 2, 300])
def test_columns_add_up_to_the_same(count):
    chosen = random.Random(count)  # noqa: S311 - the same lists each time
    lists = [chosen.choices(range(50), k=chosen.randrange(7)) for _ in range(count)]
    worth = np.array([chosen.random() for _ in range(50)], np.float32)
    sums = Columns.of(ragged(lists)).sums(worth)
    assert sums.dtype == np.float32
    assert sums.tolist() == pytest.approx([sum(worth[number] for number in numbers) for numbers in lists], abs=1e-5)


def test_lists_without_anything_add_up_to_nothing():
    assert Columns.of(ragged([[], [], []])).sums(np.zeros(0, np.float32)).tolist() == [0, 0, 0]


def test_documents_keep_the_lists_that_they_have():
    some = shared([[1, 2], [], [3]], [2, 0, 0, 1])
    kept = some.keep(np.array([3, 0, 3]))
    assert lists_of(kept) == [[], [3], []]
    assert len(kept.lists) == 2


def test_joined_documents_share_what_is_the_same():
    some, more = shared([[1, 2], [3]], [0, 1, 0]), shared([[4], [3], [1, 2], []], [3, 1, 2])
    joined = some.joined(more)
    assert lists_of(joined) == [[1, 2], [3], [1, 2], [], [3], [1, 2]]
    assert len(joined.lists) == 3  # [1, 2], [3] and the empty one; nobody has [4]
    nothing = shared([], [])
    assert lists_of(nothing.joined(some)) == lists_of(some.joined(nothing)) == lists_of(some)
