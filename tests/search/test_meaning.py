"""How near the meanings of questions and documents are; checked against the plain formula, one document at a time."""

import io
import random
import threading

import numpy as np
import pytest

from custom_components.home_inventory.search.embeddings import Embeddings
from custom_components.home_inventory.search.meaning import Meaning

from .little_asset import NAMES, little_embeddings

WORDS = [
    "drill",
    "saw",
    "lamp",
    "screwdriver",
    "flashlight",
    "battery",
    "garden",
    "chair",
    "hose",
    "stuhl",
    "akkuschrauber",
]
TOLERANCE = 0.02  # a byte for each dimension


@pytest.fixture
def embeddings(tmp_path) -> Embeddings:
    return little_embeddings(tmp_path, "de", "fr")


def some_texts(count: int) -> list[str]:
    chosen = random.Random(3)  # noqa: S311 - the same texts each time
    return [" ".join(chosen.choices(WORDS, k=chosen.randrange(6))) for _ in range(count)]


def meaning_of(embeddings: Embeddings, texts: list[str], *, settled: bool = True) -> Meaning:
    meaning = Meaning(embeddings)
    for text in texts:
        meaning.add(embeddings.encode(text))
    if settled:
        meaning.settle()
    return meaning


def rows(embeddings: Embeddings, text: str) -> np.ndarray:
    return embeddings.rows(np.array(embeddings.encode(text), np.int64))


def plain_cosine(embeddings: Embeddings, query: str, text: str) -> float:
    asked, found = rows(embeddings, query).sum(axis=0), rows(embeddings, text).sum(axis=0)
    return float(asked @ found / (np.linalg.norm(asked) * np.linalg.norm(found))) if text else 0.0


def plain_late(embeddings: Embeddings, query: str, text: str) -> float:
    if not text:
        return 0.0
    total = 0.0
    asked = rows(embeddings, query)
    for one in asked:
        best = max(one @ other / np.linalg.norm(one) / np.linalg.norm(other) for other in rows(embeddings, text))
        total += float(best * np.linalg.norm(one))
    return total / float(np.linalg.norm(asked, axis=1).sum())


@pytest.mark.parametrize("settled", [True, False])
def test_the_cosine_is_that_of_the_pooled_vectors(embeddings, settled):
    texts = some_texts(200)
    found = meaning_of(embeddings, texts, settled=settled).cosine("garden lamp")
    assert found.dtype == np.float32
    assert np.allclose(found, [plain_cosine(embeddings, "garden lamp", text) for text in texts], atol=TOLERANCE)


@pytest.mark.parametrize("settled", [True, False])
def test_late_interaction_takes_the_best_token_for_each_word(embeddings, settled):
    texts = some_texts(200)
    candidates = np.array([150, 3, 3, 77, 0, 199])
    found = meaning_of(embeddings, texts, settled=settled).late("drill stuhl hose", candidates)
    expected = [plain_late(embeddings, "drill stuhl hose", texts[number]) for number in candidates]
    assert np.allclose(found, expected, atol=TOLERANCE)


def test_what_was_added_since_is_found_beside_the_rest(embeddings):
    texts = some_texts(120)
    meaning = meaning_of(embeddings, texts[:100])
    for text in texts[100:]:
        meaning.add(embeddings.encode(text))
    whole = meaning_of(embeddings, texts)
    candidates = np.arange(119, 80, -1)
    assert len(meaning) == 120
    assert np.allclose(meaning.cosine("saw"), whole.cosine("saw"), atol=1e-5)
    assert np.allclose(meaning.late("saw lamp", candidates), whole.late("saw lamp", candidates), atol=1e-5)


def test_the_large_part_stays_as_it_is_when_something_is_added(embeddings):
    meaning = meaning_of(embeddings, some_texts(50))
    large = meaning._settled
    meaning.add(embeddings.encode("lamp"))
    meaning.cosine("lamp")
    assert meaning._settled is large
    meaning.settle()
    assert len(meaning._settled) == 51


def test_documents_that_come_while_others_are_settled_keep_their_numbers(embeddings):
    texts = some_texts(4000)
    meaning = Meaning(embeddings)
    is_done = threading.Event()

    def settle_all_the_time() -> None:
        while not is_done.is_set():
            meaning.settle()

    threads = [threading.Thread(target=settle_all_the_time) for _ in range(2)]
    for thread in threads:
        thread.start()
    for text in texts:
        meaning.add(embeddings.encode(text))
    counts = [len(meaning.cosine("lamp")) for _ in range(5)]
    is_done.set()
    for thread in threads:
        thread.join()
    assert counts == [4000] * 5
    assert np.allclose(meaning.cosine("garden"), meaning_of(embeddings, texts).cosine("garden"), atol=1e-5)


def test_a_synonym_is_nearer_than_another_thing(embeddings):
    found = meaning_of(embeddings, ["hose", "flashlight", "chair"]).cosine("lamp")
    assert found.argmax() == 1


def test_words_that_make_it_a_question_do_not_count(embeddings):
    meaning = meaning_of(embeddings, ["the lamp", "lamp", "the"])
    assert np.array_equal(meaning.cosine("where is the lamp"), meaning.cosine("lamp"))
    assert np.array_equal(meaning.late("wo ist die lamp", np.arange(3)), meaning.late("lamp", np.arange(3)))


def test_a_question_of_nothing_else_is_taken_as_it_is(embeddings):
    assert meaning_of(embeddings, ["the", "lamp"]).cosine("the").argmax() == 0


@pytest.mark.parametrize("query", ["", "中文", "?!"])
def test_a_question_without_tokens_is_like_nothing(embeddings, query):
    meaning = meaning_of(embeddings, ["lamp", "", "saw"])
    assert meaning.cosine(query).tolist() == [0, 0, 0]
    assert meaning.late(query, np.array([1, 2])).tolist() == [0, 0]


def test_no_documents_are_no_trouble(embeddings):
    meaning = Meaning(embeddings)
    meaning.settle()
    nothing = np.array([], np.int64)
    assert len(meaning.cosine("lamp")) == len(meaning.late("lamp", nothing)) == len(meaning.keep(nothing)) == 0


def test_documents_without_tokens_are_like_nothing(embeddings):
    meaning = meaning_of(embeddings, ["", "", ""])
    assert meaning.cosine("lamp").tolist() == meaning.late("lamp", np.arange(3)).tolist() == [0, 0, 0]


def test_glosses_are_compared_apart_from_the_texts(embeddings):
    meaning = Meaning(embeddings)
    meaning.add(embeddings.encode("lamp"), embeddings.encode("garden chair"))
    meaning.add(embeddings.encode("garden"))
    meaning.settle()
    meaning.add((), embeddings.encode("chair"))
    found = meaning.late_gloss("chair", np.array([2, 1, 0]))
    assert np.allclose(found, [1, 0, 1], atol=TOLERANCE)
    assert meaning.late("garden", np.arange(3)).argmax() == 1


def test_a_document_that_there_is_not_is_an_error(embeddings):
    with pytest.raises(IndexError):
        meaning_of(embeddings, ["lamp"]).late("lamp", np.array([5]))


def test_only_some_documents_can_be_kept(embeddings):
    texts = some_texts(60)
    meaning = meaning_of(embeddings, texts[:50])
    for text in texts[50:]:
        meaning.add(embeddings.encode(text))
    documents = np.array([55, 2, 40, 7])
    kept = meaning.keep(documents)
    assert np.allclose(kept.cosine("lamp"), meaning.cosine("lamp")[documents], atol=1e-5)
    kept.add(embeddings.encode("lamp"))
    assert kept.cosine("lamp")[-1] == pytest.approx(1, abs=TOLERANCE)
    assert len(meaning) == 60


def test_what_was_packed_can_be_read_from_a_file(embeddings):
    meaning = meaning_of(embeddings, some_texts(50))
    meaning.add(embeddings.encode("lamp"), embeddings.encode("garden"))
    file = io.BytesIO()
    np.savez(file, **meaning.pack())
    file.seek(0)
    with np.load(file, allow_pickle=False) as arrays:
        again = Meaning.unpack(arrays, embeddings)
    everything = np.arange(51)
    assert np.allclose(again.cosine("saw"), meaning.cosine("saw"), atol=1e-5)
    assert np.allclose(again.late_gloss("garden", everything), meaning.late_gloss("garden", everything), atol=1e-5)
    again.add(embeddings.encode("saw"))
    assert len(again) == 52


def test_what_other_embeddings_packed_is_refused(embeddings, tmp_path):
    packed = meaning_of(embeddings, ["lamp"]).pack()
    with pytest.raises(ValueError, match="other embeddings"):
        Meaning.unpack(packed, Embeddings.load(tmp_path, ["fr"]))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("used", np.array([len(NAMES) + 1000])),
        ("used", np.array([0.5])),
        ("tokens", np.array([9, 9], np.uint16)),
        ("tokens", np.array([0], np.uint16)),
        ("token_counts", np.array([2, 2], np.uint32)),
        ("token_counts", np.array([-1, 3], np.int32)),
        ("glosses", np.array([1], np.uint16)),
        ("gloss_counts", np.array([1], np.uint32)),
        ("gloss_numbers", np.array([0], np.int32)),
        ("gloss_numbers", np.array([0, 1], np.int32)),
        ("gloss_numbers", np.array([-1, 0], np.int32)),
        ("gloss_numbers", np.array([0.0, 0.0])),
        ("scale", np.array([1.0], np.float32)),
        ("scale", np.array(["a", "b"])),
    ],
)
def test_damaged_arrays_are_refused(embeddings, name, value):
    packed = meaning_of(embeddings, ["lamp", "saw"]).pack()
    with pytest.raises(ValueError):
        Meaning.unpack(packed | {name: value}, embeddings)


@pytest.mark.parametrize("name", ["asset", "used", "tokens", "gloss_counts", "gloss_numbers", "scale"])
def test_a_missing_array_is_refused(embeddings, name):
    packed = meaning_of(embeddings, ["lamp"]).pack()
    del packed[name]
    with pytest.raises(ValueError, match=name):
        Meaning.unpack(packed, embeddings)
