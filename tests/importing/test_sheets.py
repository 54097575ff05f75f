"""A workbook with several sheets: the one that looks like a list of things is proposed, and another can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .files import in_base64, sheets, zipped

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit

COSTS = [["Month", "Sum"], ["March", 12]]
CELLAR = [["Name", "Place", "Count"], ["Säge", "Keller", 2]]
ATTIC = [["Name", "Place"], ["Lampe", "Dach"]]
BOOK = sheets({"Costs": COSTS, "Dachboden 🏠": ATTIC, "Keller": CELLAR})


@pytest.mark.parametrize("content", [BOOK, zipped({"export/book.xlsx": BOOK})], ids=["workbook", "archive"])
async def test_the_sheet_with_the_things_is_proposed_and_another_can_be_chosen(
    kit: InventoryTestKit, content: bytes
) -> None:
    """Looked at as often as one likes, and taken in as it was looked at."""
    look = await kit.ws("import/preview", data=in_base64(content))
    other = await kit.ws("import/preview", token=look["token"], sheet="Dachboden 🏠")
    costs = await kit.ws("import/preview", token=look["token"], sheet="Costs")
    await kit.ws("import/apply", token=look["token"], sheet="Dachboden 🏠")

    assert (look["sheet"], look["sheets"]) == ("Keller", ["Costs", "Dachboden 🏠", "Keller"])
    assert (look["answer"]["entries"][0]["name"], other["answer"]["entries"][0]["name"]) == ("Säge", "Lampe")
    assert (costs["sheet"], costs["answer"]) == ("Costs", None)
    assert await kit.names() == ["Lampe"]


@pytest.mark.parametrize("content", [BOOK, b"Name\nHammer\n"], ids=["workbook", "table"])
async def test_a_sheet_that_is_not_there_is_named(kit: InventoryTestKit, content: bytes) -> None:
    """Nothing is taken in instead of it."""
    error = await kit.refused("import/apply", data=in_base64(content), sheet="Sheet9")

    assert (error.code, error.placeholders["field"]) == ("invalid_value", "sheet")
    assert await kit.names() == []
