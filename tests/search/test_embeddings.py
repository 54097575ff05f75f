"""The table of vectors, its dictionaries and its glossary."""

import json

import numpy as np
import pytest

from custom_components.home_inventory.search.embeddings import EMBEDDINGS_FILE, AssetError, Embeddings
from custom_components.home_inventory.search.glossary import Glossary

from .little_asset import (
    GERMAN,
    NAMES,
    ROW,
    little_embeddings,
    vectors,
    write_asset,
    write_dictionary,
    write_embeddings,
    write_glossary,
)


def vector(name: str) -> np.ndarray:
    return vectors()[ROW[name]] * np.float32(np.float16(0.01))


@pytest.fixture
def embeddings(tmp_path) -> Embeddings:
    return little_embeddings(tmp_path, "de", "fr")


def test_a_text_becomes_its_words_phrases_and_pieces(embeddings):
    expected = [ROW[name] for name in ("hair dryer", "the", "lamp", "##s", "screwdriver")]
    assert embeddings.encode("Hair-dryer, THE lampss screwdriver") == [
        *expected[:3],
        ROW["##s"],
        ROW["##s"],
        expected[4],
    ]


def test_an_english_plural_is_its_singular(embeddings):
    assert embeddings.encode("lamps batteries") == [ROW["lamp"], ROW["battery"]]


def test_a_row_is_the_vector_of_the_table(embeddings):
    found = embeddings.rows(np.array([ROW["lamp"], ROW["hose"]]))
    assert found.dtype == np.float32
    assert np.allclose(found, [vector("lamp"), vector("hose")])


def test_a_foreign_word_is_the_mean_of_what_it_means(embeddings):
    ids = embeddings.encode("Akkuschrauber lamp Stühle")
    assert [number >= len(NAMES) for number in ids] == [True, False, True]
    means = [(vector("screwdriver") + vector("drill")) / 2, vector("lamp"), vector("chair")]
    assert np.allclose(embeddings.rows(np.array(ids)), means)


def test_a_compound_is_its_parts(embeddings):
    parts = [vector("garden"), vector("hose")]
    assert np.allclose(embeddings.rows(np.array(embeddings.encode("Gartenschläuche"))), parts)


def test_no_tokens_have_no_rows(embeddings):
    assert embeddings.encode("") == embeddings.encode("¿? 中文") == []
    assert embeddings.rows(np.array([], np.int64)).shape == (0, embeddings.dimensions)


def test_of_a_word_of_two_languages_the_first_one_counts(tmp_path):
    german, french = little_embeddings(tmp_path, "de", "fr"), Embeddings.load(tmp_path, ["fr", "de"])
    assert np.allclose(german.rows(np.array(german.encode("lampe"))), [vector("lamp")])
    assert np.allclose(french.rows(np.array(french.encode("lampe"))), [vector("flashlight")])


def test_english_counts_where_the_home_puts_it(tmp_path):
    german, english = little_embeddings(tmp_path, "de"), Embeddings.load(tmp_path, ["en", "de"])
    assert np.allclose(german.rows(np.array(german.encode("Säge"))), [vector("saw")])
    assert english.encode("sage") == [ROW["sage"]]
    assert english.encode("stuhl") != []


def test_a_language_without_a_dictionary_is_left_out(tmp_path):
    assert little_embeddings(tmp_path, "sv", "de").encode("stuhl") == little_embeddings(tmp_path, "de").encode("stuhl")


def test_all_dictionaries_are_used_if_no_language_is_named(tmp_path):
    embeddings = Embeddings.load(write_asset(tmp_path))
    assert embeddings.knows("stuhl")
    assert embeddings.knows("scie")


@pytest.mark.parametrize("word", ["drill", "Drills", "lampe", "Lampen", "scie", "Säge", "screwdriver"])
def test_a_real_word_is_known(embeddings, word):
    assert embeddings.knows(word)


@pytest.mark.parametrize("word", ["dril", "lmap", "x", "7", "schraubendreher", "##driver", "hair dryer gun"])
def test_anything_else_is_not(embeddings, word):
    assert not embeddings.knows(word)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("scredriver", "screwdriver"),
        ("screwdirver", "screwdriver"),
        ("skrewdrivver", "screwdriver"),
        ("flashligt", "flashlight"),
        ("dirll", "drill"),
        ("akkuschruber", "akkuschrauber"),
        ("Taschenlmape", "taschenlampe"),
    ],
)
def test_a_misspelled_word_is_corrected(embeddings, wrong, right):
    assert embeddings.correct(wrong) == right


@pytest.mark.parametrize("word", ["drl", "dxxll", "xylophone", "12345", "中文字典", "", "garden hose"])
def test_a_word_that_is_like_no_other_is_not(embeddings, word):
    assert embeddings.correct(word) is None


def test_the_weight_of_a_word_is_the_length_of_its_vector(tmp_path):
    write_asset(tmp_path)
    table = vectors()
    table[:] = 50
    table[ROW["the"]] = 20
    table[ROW["drill"]] = 1
    write_embeddings(tmp_path, vectors=table)
    embeddings = Embeddings.load(tmp_path)
    assert embeddings.weight("lamp") == pytest.approx(1)
    assert embeddings.weight("The") == pytest.approx(0.4)
    assert embeddings.weight("drill") == pytest.approx(0.2)
    assert embeddings.weight("中") == 1


def test_the_fingerprint_is_that_of_the_files_and_languages(tmp_path):
    first = little_embeddings(tmp_path, "de").fingerprint
    assert Embeddings.load(tmp_path, ["de"]).fingerprint == first
    assert Embeddings.load(tmp_path, ["de", "fr"]).fingerprint != first
    write_dictionary(tmp_path, "de", GERMAN | {"neu": [0]})
    second = Embeddings.load(tmp_path, ["de"]).fingerprint
    write_glossary(tmp_path, "{}")
    assert len({first, second, Embeddings.load(tmp_path, ["de"]).fingerprint}) == 3


@pytest.mark.parametrize(
    "changes",
    [
        {"format": np.int32(2)},
        {"vectors": np.zeros((3, 8), np.int8)},
        {"vectors": np.zeros((len(NAMES), 8), np.float32)},
        {"scales": np.zeros(len(NAMES), np.float64)},
        {"pieces": np.int32(len(NAMES) + 1)},
        {"names": np.frombuffer(b"\xff\xfe", np.uint8)},
        {"names": np.array(NAMES, object)},
    ],
)
def test_a_table_of_another_shape_is_refused(tmp_path, changes):
    write_asset(tmp_path)
    write_embeddings(tmp_path, **changes)
    with pytest.raises(AssetError, match=EMBEDDINGS_FILE):
        Embeddings.load(tmp_path)


@pytest.mark.parametrize("kept", [0, 100, 900])
def test_a_truncated_file_is_refused(tmp_path, kept):
    for path in write_asset(tmp_path).iterdir():
        path.write_bytes(path.read_bytes()[:kept] if path.name != "dictionary_fr.json.gz" else b"\x1f\x8b")
    with pytest.raises(AssetError):
        Embeddings.load(tmp_path)


def test_a_folder_without_a_table_is_refused(tmp_path):
    with pytest.raises(AssetError, match=EMBEDDINGS_FILE):
        Embeddings.load(tmp_path)


@pytest.mark.parametrize(
    "words", [{"neu": [len(NAMES)]}, {"neu": [-1]}, {"neu": []}, {"neu": "1"}, {"neu": [None]}, []]
)
def test_a_dictionary_that_leads_nowhere_is_refused(tmp_path, words):
    write_dictionary(write_asset(tmp_path), "de", words)
    with pytest.raises(AssetError):
        Embeddings.load(tmp_path)


@pytest.mark.parametrize(
    ("name", "gloss"),
    [
        ("Screwdriver", "a drill for screws"),
        ("old garden chairs, blue", "a chair for the garden"),
        ("Chair with a hose", "a tube a seat"),
        ("screwdriver, chair and hose", "a tube a seat"),
        ("Makita GA5030", ""),
        ("", ""),
    ],
)
def test_a_name_is_explained_by_the_last_things_that_it_mentions(tmp_path, name, gloss):
    assert Glossary.load(write_asset(tmp_path)).gloss(name) == gloss


def test_a_glossary_may_be_written_with_blanks_and_escapes(tmp_path):
    write_glossary(tmp_path, json.dumps({"Öl": 'a "fluid"', "tea": ""}, indent=1))
    glossary = Glossary.load(tmp_path)
    assert len(glossary) == 2
    assert glossary.gloss("Oel Öl") == 'a "fluid"'


@pytest.mark.parametrize("text", ["", "[1]", '{"a": 1}', '{"a": "b", "c"}', '{"a": "b"', "{"])
def test_a_damaged_glossary_is_refused(tmp_path, text):
    write_glossary(tmp_path, text)
    with pytest.raises(AssetError):
        Glossary.load(tmp_path)


def test_a_missing_glossary_is_refused(tmp_path):
    with pytest.raises(AssetError):
        Glossary.load(tmp_path)
