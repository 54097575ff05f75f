"""Which terms of a collection a word of a question may mean."""

import random
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import numpy as np
import pytest

from custom_components.home_inventory.search.vocabulary import Vocabulary

THINGS = """drill drills hammer sledgehammer screwdriver wrench flour flower pot headphones duct duck tape tapes battery
    batteries lamp clamp lampshade stehlampe lampenschirm taschenlampe bohrmaschine schlagbohrmaschine arbeitslicht licht
    holz holzschraube akkuschrauber sage saw binoculars thermostat television vise vice brush paint 18 180 ключ
    kettle cattle whisk wisk stock @place:1 @drill"""
WAYS = ["settled", "recent", "both", "unpacked"]


def _vocabulary(way: str, text: str = THINGS) -> Vocabulary:
    """Return a vocabulary of the same terms, however it came to be."""
    terms = text.split()
    settled = {"settled": len(terms), "recent": 0, "both": len(terms) // 2, "unpacked": len(terms)}[way]
    vocabulary = Vocabulary.from_terms(terms[:settled])
    for term in terms[settled:]:
        vocabulary.add(term)
    return Vocabulary.unpack(vocabulary.pack()) if way == "unpacked" else vocabulary


@pytest.fixture(params=WAYS)
def vocabulary(request: pytest.FixtureRequest) -> Vocabulary:
    """Return a vocabulary of things of a household."""
    return _vocabulary(request.param)


def once(_term_id: int) -> int:
    """Every term is in one document."""
    return 1


def meanings(vocabulary: Vocabulary, word: str, **hints: bool) -> dict[str, float]:
    """Return the terms that a word may mean, the best first."""
    found = vocabulary.expand(word, once, **hints)
    return {vocabulary.term(number): found[number] for number in sorted(found, key=lambda number: -found[number])}


def best(vocabulary: Vocabulary, word: str, **hints: bool) -> str | None:
    """Return the term that a word means most likely."""
    return next(iter(meanings(vocabulary, word, **hints)), None)


def test_a_term_has_one_id() -> None:
    vocabulary = Vocabulary()

    first, second = vocabulary.add("drill"), vocabulary.add("saw")

    assert (first, second) == (0, 1)
    assert vocabulary.add("drill") == first
    assert vocabulary.get("saw") == second
    assert vocabulary.get("hammer") is None
    assert vocabulary.term(second) == "saw"
    assert len(vocabulary) == 2


def test_a_word_means_itself_above_all(vocabulary: Vocabulary) -> None:
    found = meanings(vocabulary, "drill")
    assert found["drill"] == 1.0
    assert 0.9 <= found["drills"] < 1.0
    assert all(worth <= 0.6 for term, worth in found.items() if term not in {"drill", "drills"})


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("hammers", "hammer"),
        ("sagen", "sage"),
        ("saege", "sage"),
        ("hamer", "hammer"),
        ("hmamer", "hammer"),
        ("gammer", "hammer"),
        ("screwdrver", "screwdriver"),
        ("scerwdirver", "screwdriver"),
        ("binoculers", "binoculars"),
        ("thermosat", "thermostat"),
        ("televisor", "television"),
        ("rench", "wrench"),
        ("hedfones", "headphones"),
        ("schlagborhmaschine", "schlagbohrmaschine"),
        ("ключи", "ключ"),
    ],
)
def test_forms_and_misspellings_mean_the_word(vocabulary: Vocabulary, asked: str, meant: str) -> None:
    assert best(vocabulary, asked) == meant


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("maschine", "bohrmaschine"),
        ("bohrmaschine", "schlagbohrmaschine"),
        ("lampe", "stehlampe"),
        ("lampen", "taschenlampe"),
        ("lampe", "lampenschirm"),
        ("schraube", "holzschraube"),
        ("akkubohrmaschine", "bohrmaschine"),
        ("holzkiste", "holz"),
        ("arbeitslampe", "lamp"),
        ("paintbrush", "brush"),
        ("paintbrush", "paint"),
    ],
)
def test_a_compound_and_its_parts_mean_each_other(vocabulary: Vocabulary, asked: str, meant: str) -> None:
    assert meanings(vocabulary, asked)[meant] >= 0.2


def test_what_a_compound_is_counts_more_than_what_it_is_for(vocabulary: Vocabulary) -> None:
    found = meanings(vocabulary, "lampe")
    assert found["stehlampe"] > found["lampenschirm"]


@pytest.mark.parametrize(
    ("asked", "other"), [("lamp", "clamp"), ("ham", "sledgehammer"), ("pot", "stock"), ("xyz", "ключ")]
)
def test_letters_in_common_are_not_enough(vocabulary: Vocabulary, asked: str, other: str) -> None:
    assert meanings(vocabulary, asked).get(other, 0.0) <= 0.35


@pytest.mark.parametrize("asked", ["saw", "18", "180", "vice"])
def test_a_word_that_occurs_is_hardly_a_misspelling(vocabulary: Vocabulary, asked: str) -> None:
    found = meanings(vocabulary, asked)
    assert found.pop(asked) == 1.0
    assert all(worth <= 0.35 for worth in found.values())


def test_the_last_word_is_still_being_typed(vocabulary: Vocabulary) -> None:
    assert "drill" in meanings(vocabulary, "dr", is_last=True)
    assert "drill" not in meanings(vocabulary, "dr")
    assert "180" in meanings(vocabulary, "18", is_last=True)
    assert "180" not in meanings(vocabulary, "18")
    assert meanings(vocabulary, "ham", is_last=True)["hammer"] >= meanings(vocabulary, "ham")["hammer"]
    assert meanings(vocabulary, "lamp", is_last=True)["lampshade"] > meanings(vocabulary, "lamp")["lampshade"]


def test_a_word_of_the_language_is_less_likely_a_misspelling(vocabulary: Vocabulary) -> None:
    assert meanings(vocabulary, "hummer", is_real=True)["hammer"] < meanings(vocabulary, "hummer")["hammer"]


def test_a_word_of_the_language_may_have_been_misheard(vocabulary: Vocabulary) -> None:
    assert meanings(vocabulary, "whisque", is_real=True)["whisk"] >= 0.5


@pytest.mark.parametrize("asked", ["@place:1", "@drill", "@drilk", "", "place:1", "@", "\n", "a" * 500, "x" * 40 + "1"])
def test_marks_and_nonsense_mean_nothing(vocabulary: Vocabulary, asked: str) -> None:
    assert not meanings(vocabulary, asked, is_last=True)


def test_marks_are_never_found_by_a_word(vocabulary: Vocabulary) -> None:
    found = {
        term for word in ("drill", "drilll", "place", "p", "d") for term in meanings(vocabulary, word, is_last=True)
    }
    assert not [term for term in found if term.startswith("@")]
    assert vocabulary.get("@place:1") is not None


@pytest.mark.parametrize("asked", ["drill", "drils", "dril", "dr", "schlagbohrmaschine", "maschine"])
def test_a_term_that_is_in_no_document_is_never_meant(vocabulary: Vocabulary, asked: str) -> None:
    assert vocabulary.expand(asked, lambda _: 0, is_last=True) == {}


def test_of_two_equally_close_terms_the_commoner_is_meant(vocabulary: Vocabulary) -> None:
    flour, flower = vocabulary.get("duct"), vocabulary.get("duck")

    found = vocabulary.expand("ducx", lambda number: 50 if number == flour else 1)

    assert found[flour] > found[flower]


def test_neighbours_are_also_read_as_one_word(vocabulary: Vocabulary) -> None:
    headphones = vocabulary.get("headphones")

    head, phones = vocabulary.expand_all(["head", "phone"], once, lambda _: False)

    assert head[headphones] == phones[headphones] >= 0.8


def test_each_word_of_a_question_gets_its_meanings(vocabulary: Vocabulary) -> None:
    found = vocabulary.expand_all(["ducktape", "xqzw", "ham"], once, lambda word: word == "ham")

    assert [
        {vocabulary.term(number) for number in meant} >= wanted
        for meant, wanted in zip(found, [{"duck", "tape"}, set(), {"hammer"}], strict=True)
    ] == [True, True, True]
    assert found[1] == {}
    assert vocabulary.expand_all([], once, lambda _: False) == []


def test_a_word_that_was_written_as_one_is_two(vocabulary: Vocabulary) -> None:
    assert vocabulary.parts("stockpot", once) == ("stock", "pot")
    assert vocabulary.parts("ducktapes", once) == ("duck", "tapes")
    assert vocabulary.parts("headphones", once) is None
    assert vocabulary.parts("xylophone", once) is None
    assert vocabulary.parts("18", once) is None


@pytest.mark.parametrize(
    ("word", "corrected"),
    [
        ("screwdrver", "screwdriver"),
        ("hamer", "hammer"),
        ("binoculers", "binoculars"),
        ("hammer", None),  # it is right
        ("hammers", None),  # so is this
        ("ducx", None),  # duct or duck
        ("piano", None),  # something else
        ("hmm", None),
        ("1800", None),
    ],
)
def test_what_is_surely_misspelt_is_corrected(vocabulary: Vocabulary, word: str, corrected: str | None) -> None:
    assert vocabulary.correct(word, once) == corrected


def test_settling_changes_no_answer() -> None:
    vocabulary, words = _vocabulary("both"), ["hamer", "lampe", "dri", "saws", "maschine", "rench", "18"]
    before = [vocabulary.expand(word, once, is_last=True) for word in words]

    vocabulary.settle()

    assert [vocabulary.expand(word, once, is_last=True) for word in words] == [pytest.approx(found) for found in before]
    assert vocabulary.add("anvil") == len(THINGS.split())
    assert best(vocabulary, "anvli") == "anvil"
    assert best(vocabulary, "hamer") == "hammer"


def test_an_empty_vocabulary_means_nothing() -> None:
    for vocabulary in (Vocabulary(), Vocabulary.from_terms([]), Vocabulary.unpack(Vocabulary().pack())):
        assert vocabulary.expand("drill", once, is_last=True) == {}
        assert vocabulary.correct("drill", once) is None
        assert len(vocabulary) == 0


def test_a_packed_vocabulary_goes_on_where_it_was() -> None:
    packed = _vocabulary("both").pack()

    vocabulary = Vocabulary.unpack(packed)

    assert len(vocabulary) == len(THINGS.split())
    assert vocabulary.add("anvil") == len(THINGS.split())
    assert all(array.dtype != object for array in packed.values())


@pytest.mark.parametrize("damage", ["terms", "count", "alphabetical", "stems_ids"])
def test_damaged_arrays_are_refused(damage: str) -> None:
    packed = _vocabulary("settled").pack()
    broken = {"terms": packed["terms"][:-40], "count": np.array([3]), "alphabetical": np.array([900])}

    with pytest.raises(ValueError, match="no vocabulary"):
        Vocabulary.unpack(packed | {damage: broken.get(damage, np.array([-1] * len(packed["stems_ids"])))})
    with pytest.raises(KeyError):
        Vocabulary.unpack({name: array for name, array in packed.items() if name != damage})


def test_asking_and_settling_go_on_while_terms_are_added() -> None:
    chance = random.Random(3)  # noqa: S311
    terms = list({"".join(chance.choices("abcdefghijklmno", k=7)) for _ in range(3000)})
    vocabulary, is_done = Vocabulary.from_terms(["hammer", "drill"]), Event()

    def ask() -> int:
        asked = 0
        while not is_done.is_set():
            assert best(vocabulary, "hamer") == "hammer"
            known = len(vocabulary) - 1
            assert vocabulary.term(known) in meanings(vocabulary, vocabulary.term(known))
            asked += 1
        return asked

    def settle() -> None:
        while not is_done.is_set():
            vocabulary.settle()

    with ThreadPoolExecutor(3) as threads:
        asking = [threads.submit(ask), threads.submit(ask), threads.submit(settle)]
        for term in terms:
            vocabulary.add(term)
            if len(vocabulary) % 100 == 0:
                asking[2].done()
                Event().wait(0.005)
        is_done.set()

    assert asking[0].result() > 5
    asking[2].result()
    vocabulary.settle()
    assert all(best(vocabulary, term) == term for term in terms[::50])
