"""Reading the household and the questions from tests/voice/sets."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

SETS: Final = Path(__file__).parents[2] / "tests" / "voice" / "sets"
LANGUAGES: Final = ("en", "de", "fr", "es", "nl", "it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the household, with its name in each language."""

    key: str
    inside: str
    kind: str
    area: str
    names: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing of the household, with its name in each language and how much of it is where."""

    key: str
    stock: dict[str, Decimal]
    unit: str | None
    minimum: Decimal | None
    maker: str | None
    warranty: str | None
    names: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Something that is said, and what counts as a right answer to it."""

    kind: str
    said: tuple[str, ...]
    """What is said one after the other in one conversation; the last is judged."""
    wanted: str
    is_misheard: bool


def read_places() -> dict[str, Place]:
    """Return the places of the household by their key, outer ones first."""
    places = (
        Place(key=cells[0], inside=cells[1], kind=cells[2], area=cells[3], names=names)
        for cells, names in _rows("household.places.txt")
    )
    return {place.key: place for place in places}


def read_things() -> dict[str, Thing]:
    """Return the things of the household by their key."""
    return {
        cells[0]: Thing(
            key=cells[0],
            stock=_stock(cells[1]),
            unit=cells[2] or None,
            minimum=Decimal(cells[3]) if cells[3] else None,
            maker=cells[4] or None,
            warranty=cells[5] or None,
            names=names,
        )
        for cells, names in _rows("household.items.txt")
    }


def read_questions(language: str, *, held_out: bool = False) -> list[Asked]:
    """Return what is asked in a language: what may be tuned on, or what was held out for measuring only."""
    kind, questions = "", []
    for line in _lines(f"heldout.{language}.txt" if held_out else f"{language}.txt"):
        if line.startswith("["):
            kind = line.strip("[]")
            continue
        text, _, wanted = line.rpartition("=")
        is_misheard = text.startswith("~")
        said = tuple(part.strip() for part in text.removeprefix("~").split(" / "))
        questions.append(Asked(kind=kind, said=said, wanted=wanted.strip(), is_misheard=is_misheard))
    return questions


def read_not_ours(language: str) -> list[str]:
    """Return what is said to other parts of Home Assistant."""
    return list(_lines(f"not_ours.{language}.txt"))


def _lines(name: str) -> list[str]:
    """Return the lines of a file that are no comments."""
    lines = (line.strip() for line in (SETS / name).read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _rows(name: str) -> list[tuple[list[str], dict[str, str]]]:
    """Return the cells and the names of each line."""
    rows = []
    for line in _lines(name):
        left, _, right = line.partition("||")
        names = [cell.strip() for cell in right.split("|")]
        cells = [cell.strip() for cell in left.split("|")]
        rows.append((cells, dict(zip(LANGUAGES, names, strict=True))))
    return rows


def _stock(text: str) -> dict[str, Decimal]:
    """Return quantities by place: "drawer*16+toolbox*4"; one where none is said."""
    parts = (part.partition("*") for part in text.split("+"))
    return {place: Decimal(quantity or 1) for place, _, quantity in parts}
