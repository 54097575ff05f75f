"""Which language a name or a question is read in, and what is known about things with foreign names."""

from pathlib import Path

import numpy as np
import pytest

from custom_components.home_inventory.search.embeddings import Embeddings
from custom_components.home_inventory.search.glossary import Glossary

from .little_asset import GLOSSES, ROW, little_embeddings, vectors


def meanings(embeddings: Embeddings, text: str) -> list[str]:
    """Return the names of the rows of a text's tokens that mean the same as one row."""
    table = vectors() * np.float32(0.01)
    rows = embeddings.rows(np.array(embeddings.encode(text), np.int64))
    return [next(name for name, row in ROW.items() if np.allclose(table[row], found, atol=0.01)) for found in rows]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("lampe", ["lamp"]),  # nothing tells: the first language counts
        ("une lampe", ["flashlight"]),
        ("lampe et scie", ["flashlight", "saw"]),
        ("lampe im garten", ["lamp", "garden"]),
        ("the lamp", ["the", "lamp"]),
    ],
)
def test_neighbours_tell_the_language_of_a_word(tmp_path: Path, text: str, read: list[str]) -> None:
    assert meanings(little_embeddings(tmp_path, "en", "de", "fr"), text) == read


def test_letters_with_accents_are_not_english(tmp_path: Path) -> None:
    embeddings = little_embeddings(tmp_path, "en", "de")

    assert meanings(embeddings, "sage") == ["sage"]
    assert meanings(embeddings, "Säge") == ["saw"]


def test_the_language_of_the_household_wins_a_draw(tmp_path: Path) -> None:
    assert meanings(little_embeddings(tmp_path, "de", "en"), "sage winter garten") == ["saw", "winter", "garden"]


def test_words_that_say_nothing_are_left_out_where_their_language_is_known(tmp_path: Path) -> None:
    embeddings = little_embeddings(tmp_path, "de", "fr")

    assert embeddings.encode("scie de la lampe") == embeddings.encode("scie et lampe")
    assert len(embeddings.encode("scie de la lampe")) == 2
    assert embeddings.encode("une") != []


def test_what_is_not_wanted_is_left_out_unless_it_is_all(tmp_path: Path) -> None:
    embeddings = little_embeddings(tmp_path, "de")

    assert embeddings.encode("garden chair", {"garden"}) == [ROW["chair"]]
    assert embeddings.encode("garden", {"garden"}) == [ROW["garden"]]


def _in_english(embeddings: Embeddings, text: str) -> list[list[str]]:
    return embeddings.in_english(text, embeddings.encode(text))


def test_foreign_things_have_english_names_what_they_are_last(tmp_path: Path) -> None:
    embeddings = little_embeddings(tmp_path, "de", "fr")

    assert _in_english(embeddings, "Lampe im Garten") == [["lamp"], ["garden"]]
    assert _in_english(embeddings, "scie et lampe") == [["flashlight"], ["saw"]]
    assert _in_english(embeddings, "Akkuschrauber") == [["screwdriver", "drill"]]
    assert _in_english(embeddings, "garden chair") == []


def test_what_is_known_about_a_foreign_thing_is_that_of_its_longest_name() -> None:
    glossary = Glossary(GLOSSES)

    assert glossary.gloss_of([["garden", "chair"]]) == "a chair for the garden"
    assert glossary.gloss_of([["hose"], ["sage", "chair"]]) == "a seat a tube"
    assert glossary.gloss_of([["sage"], []]) == ""
