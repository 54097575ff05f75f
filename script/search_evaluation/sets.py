"""Sets of things and graded questions: the project's own, the reference sets, and Home Depot's for those who have it."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OWN: Final = Path(__file__).parents[2] / "tests" / "search" / "sets"
EXACT, PARTIAL = 1.0, 0.5
NOISY_BY_THEMSELVES: Final = frozenset({"typo", "hom", "code", "absent"})
"""Kinds of questions that get no further noise: they have it already, or a letter more makes another question of them."""
_EXACT_RATING, _PARTIAL_RATING, _LEAST_ANSWERS = 2.5, 2.0, 3
_LISTS: Final = frozenset({"barcodes"})


@dataclass(frozen=True, slots=True)
class Thing:
    """One line of a list of things; `details` are further fields of `item/add`."""

    key: str
    name: str
    category: str = ""
    place: str = ""
    notes: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)

    def fields(self, place_ids: Mapping[str, str]) -> dict[str, Any]:
        """Return the fields of `home_inventory/item/add`; `place_ids` maps each path to the id of its place."""
        fields: dict[str, Any] = {"name": self.name, **self.details}
        if self.category:
            fields["categories"] = [self.category]
        if self.place:
            fields["location"] = place_ids[self.place]
        if self.notes:
            fields["notes"] = self.notes
        return fields


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks, of which kind it is, and what each right answer is worth, by the thing's key."""

    kind: str
    text: str
    gains: Mapping[str, float]

    @property
    def is_absent(self) -> bool:
        """Whether nothing in the household fits."""
        return not self.gains


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A household, and what is asked in it. `language` is the one that it is written in, as `de`."""

    name: str
    language: str
    things: tuple[Thing, ...]
    questions: tuple[Question, ...]

    @property
    def places(self) -> list[str]:
        """Return the paths of all places, each after the one that it is in."""
        paths: dict[str, None] = {}
        for thing in self.things:
            parts = thing.place.split(" / ") if thing.place else []
            paths.update((" / ".join(parts[: depth + 1]), None) for depth in range(len(parts)))
        return list(paths)


def own_names() -> list[str]:
    """Return the names of the project's own sets."""
    return sorted(path.name.removesuffix("_items.txt") for path in OWN.glob("*_items.txt"))


def own_set(name: str) -> QuestionSet:
    """Return one of the project's own sets; raises ValueError for a line that is not as README.md says."""
    things = tuple(_thing(columns) for columns in _lines(OWN / f"{name}_items.txt", 5, 6))
    questions = tuple(_question(*columns) for columns in _lines(OWN / f"{name}_questions.txt", 4, 4))
    language = name.rpartition("_")[2]
    return QuestionSet(name, language if len(language) == len("en") else "en", things, questions)


def reference_sets(folder: Path) -> Iterator[QuestionSet]:
    """Yield the sets of a folder in the reference format: English with names only and with all fields, then the others."""
    rows = list(_lines(folder / "household_items.txt", 5, 5))
    asked = tuple(_question(*columns) for columns in _lines(folder / "household_queries.txt", 4, 4))
    yield QuestionSet("reference_en", "en", tuple(Thing(key, name) for key, name, *_ in rows), asked)
    yield QuestionSet("reference_en_fields", "en", tuple(_thing(row) for row in rows), asked)
    things: defaultdict[str, list[Thing]] = defaultdict(list)
    for language, key, name in _lines(folder / "household_ml.txt", 3, 3):
        things[language].append(Thing(key, name))
    questions: defaultdict[str, list[Question]] = defaultdict(list)
    for language, *columns in _lines(folder / "household_ml_queries.txt", 5, 5):
        questions[language].append(_question(*columns))
    for language, named in things.items():
        yield QuestionSet(f"reference_{language}", language, tuple(named), tuple(questions[language]))


def home_depot_set(path: Path) -> QuestionSet:
    """Return the training data of "Home Depot Product Search Relevance" (train.csv, for evaluation only) as a set.

    A mean rating of 2.5 and more is exact, 2 and more partial; questions with fewer than three answers are left out.
    """
    titles: dict[str, str] = {}
    rated: defaultdict[str, dict[str, float]] = defaultdict(dict)
    with path.open(encoding="latin1", newline="") as file:
        for row in csv.DictReader(file):
            titles.setdefault(row["product_uid"], row["product_title"])
            rating = float(row["relevance"])
            if rating >= _PARTIAL_RATING:
                gain = EXACT if rating >= _EXACT_RATING else PARTIAL
                rated[row["search_term"]][row["product_uid"]] = gain
    things = tuple(Thing(key, title) for key, title in titles.items())
    questions = (Question("hd", text, gains) for text, gains in rated.items() if len(gains) >= _LEAST_ANSWERS)
    return QuestionSet("home_depot", "en", things, tuple(questions))


def _lines(path: Path, fewest: int, most: int) -> Iterator[list[str]]:
    """Yield the columns of each line that is no comment."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            columns = [column.strip() for column in line.split("|")]
            if not fewest <= len(columns) <= most:
                raise ValueError(f"{path.name}, line {number}: {len(columns)} columns")
            yield columns


def _thing(columns: list[str]) -> Thing:
    """Return a thing; its sixth column is "field=value; field=value"."""
    key, name, category, place, notes, *more = columns
    pairs = (pair.partition("=") for pair in "".join(more).split(";"))
    fields = {field.strip(): value.strip() for field, found, value in pairs if found}
    details = {field: [value] if field in _LISTS else value for field, value in fields.items()}
    return Thing(key, name, category, place, notes, details)


def _question(kind: str, text: str, exact: str, partial: str) -> Question:
    """Return a question; what is named as both counts as exact."""
    gains = dict.fromkeys(_keys(partial), PARTIAL) | dict.fromkeys(_keys(exact), EXACT)
    return Question(kind, text, gains)


def _keys(column: str) -> list[str]:
    """Return the keys of a column."""
    return [key.strip() for key in column.split(",") if key.strip()]
