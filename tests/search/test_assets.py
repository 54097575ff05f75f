"""What search knows about meanings: whole, small enough, attributed and sensible."""

from __future__ import annotations

import gzip
import json
import random
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from custom_components.home_inventory.search.spelling import edits
from custom_components.home_inventory.search.text import tokens
from custom_components.home_inventory.search.wordpiece import fold, split_words
from script.search_model import shipping, table
from script.search_model.concepts import concepts, translations
from script.search_model.mistakes import mistyped
from script.search_model.wordpieces import Tokenizer

if TYPE_CHECKING:
    import numpy.typing as npt

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "custom_components/home_inventory/search/assets"
DICTIONARIES = sorted(ASSETS.glob("dictionary_*.json.gz"))
JSON_FILES = [*DICTIONARIES, ASSETS / "glossary.json.gz"]
MOST_BYTES = 12_000_000


@cache
def _arrays() -> dict[str, npt.NDArray[Any]]:
    with np.load(ASSETS / "embeddings.npz", allow_pickle=False) as file:
        return dict(file)


@cache
def _rows() -> dict[str, int]:
    """Return the row of each name, that of the whole word where there are two."""
    return {name: row for row, name in enumerate(_arrays()["names"].tobytes().decode().split("\n"))}


@cache
def _json(path: Path) -> dict[str, Any]:
    return json.loads(gzip.decompress(path.read_bytes()))


def _vector(text: str, language: str = "en") -> npt.NDArray[np.float32]:
    """Return the unit vector of words that have rows or entries of their own."""
    arrays = _arrays()
    vectors = arrays["vectors"], arrays["scales"].astype(np.float32)
    found = np.zeros(vectors[0].shape[1], np.float32)
    for word in tokens(text):
        rows = [_rows()[word]] if language == "en" else _json(ASSETS / f"dictionary_{language}.json.gz")[word]
        found += (vectors[0][rows] * vectors[1][rows, None]).mean(0)
    return found / np.linalg.norm(found)


def test_the_table_is_whole() -> None:
    arrays = _arrays()
    rows = len(arrays["vectors"])
    assert arrays["format"] == shipping.FORMAT
    assert (arrays["vectors"].dtype, arrays["vectors"].shape) == (np.int8, (rows, 128))
    assert (arrays["scales"].dtype, arrays["scales"].shape) == (np.float16, (rows,))
    assert (arrays["scales"] > 0).all()
    assert arrays["names"].tobytes().decode().count("\n") == rows - 1
    assert 0 < arrays["pieces"] < rows


def test_whole_words_follow_the_pieces_and_are_folded() -> None:
    names = _arrays()["names"].tobytes().decode().split("\n")
    whole = names[int(_arrays()["pieces"]) :]
    assert len(set(names)) == len(names)
    assert [name for name in whole if tokens(name) != [name]] == []


def test_the_asset_is_small() -> None:
    assert sum(path.stat().st_size for path in ASSETS.iterdir()) <= MOST_BYTES


def test_the_languages_of_the_voice_have_dictionaries() -> None:
    languages = {path.name.removeprefix("dictionary_").removesuffix(".json.gz") for path in DICTIONARIES}
    assert languages >= {"de", "es", "fr", "it", "nl"}


@pytest.mark.parametrize("path", DICTIONARIES, ids=lambda path: path.name)
def test_a_dictionary_leads_from_folded_words_to_rows(path: Path) -> None:
    content = _json(path)
    assert len(content) > 3000
    assert [word for word in content if split_words(fold(word)) != [fold(word)]] == []  # it is folded when it is read
    assert all(rows and min(rows) >= 0 and max(rows) < len(_arrays()["vectors"]) for rows in content.values())


def test_the_glossary_explains_folded_words_and_phrases() -> None:
    content = _json(ASSETS / "glossary.json.gz")
    assert [phrase for phrase in content if " ".join(split_words(fold(phrase))) != fold(phrase)] == []
    assert "grass" in content["lawn mower"]
    assert "garment" in content["jumper"]


@pytest.mark.parametrize("path", JSON_FILES, ids=lambda path: path.name)
def test_the_same_inputs_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    """Sorted and without a time: what is read and written again is the same file."""
    shipping.write_json(dict(reversed(_json(path).items())), tmp_path / path.name)
    assert gzip.decompress((tmp_path / path.name).read_bytes()) == gzip.decompress(path.read_bytes())
    assert path.read_bytes()[4:8] == bytes(4)


def test_a_table_is_written_with_the_precision_that_it_needs(tmp_path: Path) -> None:
    vectors = np.random.default_rng(1).normal(size=(40, 128)).astype(np.float32)
    made = table.Table(names=tuple(f"word{number}" for number in range(40)), pieces=10, vectors=vectors)
    for name in ("one.npz", "other.npz"):
        shipping.write_table(made, tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "other.npz").read_bytes()
    with np.load(tmp_path / "one.npz", allow_pickle=False) as file:
        read = file["vectors"] * file["scales"].astype(np.float32)[:, None]
    assert np.abs(read - vectors).max() < 0.02


@pytest.mark.parametrize(
    ("language", "text", "near", "far"),
    [
        ("en", "lawn mower", "grass cutter", "umbrella"),
        ("en", "flashlight", "lamp", "sock"),
        ("en", "screwdriver", "tool", "cake"),
        ("en", "something to drill holes", "drill", "pillow"),
        ("de", "rasenmaher", "lawn mower", "umbrella"),
        ("de", "regenschirm", "umbrella", "lawn mower"),
        ("de", "bohrer", "drill", "blanket"),
        ("fr", "parapluie", "umbrella", "hammer"),
        ("fr", "marteau", "hammer", "umbrella"),
        ("es", "martillo", "hammer", "pillow"),
        ("es", "almohada", "pillow", "hammer"),
        ("it", "ombrello", "umbrella", "hammer"),
        ("it", "martello", "hammer", "umbrella"),
        ("nl", "paraplu", "umbrella", "hammer"),
        ("nl", "hamer", "hammer", "umbrella"),
    ],
)
def test_what_means_the_same_is_close(language: str, text: str, near: str, far: str) -> None:
    vector = _vector(text, language)
    assert vector @ _vector(near) > vector @ _vector(far) + 0.2


@pytest.mark.parametrize("path", [ASSETS / "embeddings.npz", *JSON_FILES], ids=lambda path: path.name)
def test_every_file_has_its_notice(path: Path) -> None:
    """In the folder's own page by its kind, and by its name in the notices."""
    kind = "dictionary_<language>.json.gz" if path in DICTIONARIES else path.name
    assert f"`{kind}`" in (ASSETS / "README.md").read_text()
    assert f"`{path.name}`" in (ROOT / "THIRD_PARTY_NOTICES.md").read_text()


def test_the_notices_go_with_the_data() -> None:
    """A release holds the integration's folder only, and the licences ask for notices on every copy."""
    assert (ASSETS / "NOTICES.md").read_text() == (ROOT / "THIRD_PARTY_NOTICES.md").read_text()


@pytest.mark.parametrize("licence", ["CC BY-SA 3.0", "CC BY-SA 4.0", "CC BY 4.0", "Apache-2.0", "WordNet licence"])
def test_every_licence_is_named_beside_the_data(licence: str) -> None:
    assert licence in (ASSETS / "README.md").read_text()


def test_a_concept_has_words_in_six_languages_and_says_what_it_is_for() -> None:
    """No column of a line is empty or forgotten."""
    assert len(concepts()) > 300
    for concept in concepts():
        columns = [*concept.words.values(), concept.uses, concept.kinds]
        assert len(columns) == 8
        assert all(entry for column in columns for entry in column)


def test_no_thing_is_a_concept_twice() -> None:
    usual = [concept.names[0] for concept in concepts()]
    assert len(set(usual)) == len(usual)


def test_a_concept_translates_single_words() -> None:
    assert translations("de")["rasenmaher"] == ["lawn mower"]
    assert translations("it")["trapano"] == ["drill"]
    assert "chaise longue" not in translations("fr")


def test_words_are_looked_up_whole_and_else_cut_into_the_longest_pieces() -> None:
    tokenizer = Tokenizer(["lawn", "mow", "##er", "##ers", "mower"], 4)
    assert tokenizer.rows("Lawn mowers") == [0, 1, 3]
    assert tokenizer.rows("Lawn, mower") == [0, 4]
    assert tokenizer.pieces("mower") == [1, 2]
    assert tokenizer.rows("日本 lawn") == [0]


@pytest.mark.parametrize("seed", range(20))
def test_a_mistake_is_small_and_never_in_the_first_letter(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - a mistake is no secret
    found = mistyped("screwdriver", dice)
    assert edits(found, "screwdriver", 2) <= 1
    assert found[0] == "s"
    assert mistyped("pan", dice) == "pan"
