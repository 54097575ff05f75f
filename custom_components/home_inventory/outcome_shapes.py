"""The shapes of what becomes of many items at once."""

from typing import TypedDict


class RefusedItem(TypedDict):
    """An item that something could not be done with: the code and the placeholders of the error say why."""

    id: str
    name: str
    code: str
    placeholders: dict[str, str]


class Outcome(TypedDict):
    """What became of many items; the first 50 that have refused are named."""

    done: int
    refused_count: int
    refused: list[RefusedItem]
