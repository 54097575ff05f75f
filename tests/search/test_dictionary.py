"""Words of other languages."""

import pytest

from custom_components.home_inventory.search.dictionary import Dictionary, read_words
from custom_components.home_inventory.search.wordpiece import WordPieces

ENGLISH = WordPieces(["a", "winter", "sofa", "hand"], 4)
FIRST = 100


def dictionary(language: str, *words: str) -> Dictionary:
    return Dictionary(language, {word: [0] for word in words}, FIRST)


@pytest.mark.parametrize(
    ("language", "word", "asked"),
    [
        ("de", "lampe", "lampen"),
        ("de", "hammer", "hammern"),
        ("de", "lehrerin", "lehrerinnen"),
        ("de", "stuhl", "stuhle"),
        ("fr", "lampe", "lampes"),
        ("fr", "marteau", "marteaux"),
        ("fr", "journal", "journaux"),
        ("es", "martillo", "martillos"),
        ("es", "luz", "luces"),
        ("es", "rojo", "rojas"),
        ("es", "afeitar", "afeitarse"),
        ("it", "martello", "martelli"),
        ("it", "chiave", "chiavi"),
        ("it", "lampada", "lampade"),
        ("it", "barca", "barche"),
        ("it", "arancia", "arance"),
        ("it", "ciliegia", "ciliege"),
        ("it", "pesare", "pesarsi"),
        ("nl", "hamer", "hamers"),
        ("nl", "pan", "pannen"),
        ("nl", "boor", "boren"),
        ("nl", "schroef", "schroeven"),
        ("sv", "lampa", "lampor"),
        ("da", "lampe", "lamper"),
        ("pt", "avental", "aventais"),
        ("pl", "lampa", "lampy"),
    ],
)
def test_an_inflected_word_is_found(language, word, asked):
    assert dictionary(language, "something", word).find(asked) == FIRST + 1


@pytest.mark.parametrize(("language", "asked"), [("de", "des"), ("fr", "lampen"), ("es", "xs"), ("nl", "s")])
def test_what_is_no_form_of_a_word_is_not_found(language, asked):
    assert dictionary(language, "lampe", "d", "x").find(asked) is None


def test_words_are_folded_however_the_file_writes_them():
    assert dictionary("de", "Säge").exact("sage") == FIRST


@pytest.mark.parametrize(
    ("words", "compound", "parts"),
    [
        (["garten", "schlauch"], "gartenschlauch", [0, 1]),
        (["haushalt", "schere"], "haushaltsschere", [0, 1]),
        (["wandern", "schuh"], "wanderschuhe", [0, 1]),
        (["weihnachten", "kugel"], "weihnachtskugeln", [0, 1]),
        (["buch", "regal"], "bucherregal", [0, 1]),
        (["schlagen", "bohren", "maschine"], "schlagbohrmaschine", [0, 1, 2]),
        (["bohrmaschine", "schlagen", "bohren", "maschine"], "schlagbohrmaschine", [1, 0]),
        (["eisen"], "bugeleisen", [0]),
        (["rasen"], "rasenmaher", [0]),
    ],
)
def test_a_german_compound_is_taken_apart(words, compound, parts):
    assert dictionary("de", *words).parts(compound, ENGLISH) == [FIRST + part for part in parts]


def test_a_part_may_be_a_word_that_english_has_too():
    assert dictionary("de", "mutze").parts("wintermutze", ENGLISH) == [1, FIRST]
    assert dictionary("de", "leder").parts("ledersofa", ENGLISH) == [FIRST, 2]


def test_what_english_has_too_is_english_after_english():
    words = {"hand": [0], "form": [0], "winter": [0], "schuh": [0]}
    german = Dictionary("de", words, FIRST)
    assert german.parts("handschuhe", ENGLISH) == [FIRST, FIRST + 3]
    german = Dictionary("de", words, FIRST, is_after_english=True)
    assert german.parts("handschuhe", ENGLISH) == [3, FIRST + 3]
    assert german.parts("winterhand", ENGLISH) is None


def test_a_dutch_compound_is_taken_apart():
    assert dictionary("nl", "tuin", "slang").parts("tuinslangen", ENGLISH) == [FIRST, FIRST + 1]


@pytest.mark.parametrize("word", ["xylofon", "wintersofa", "ohrmaki", "ohrlamm", "4lampen5", "x" * 50])
def test_what_is_no_compound_is_left_alone(word):
    assert dictionary("de", "ohr", "lampe").parts(word, ENGLISH) is None


def test_french_writes_no_compounds():
    assert dictionary("fr", "garten", "schlauch").parts("gartenschlauch", ENGLISH) is None


@pytest.mark.parametrize("content", [b"", b"{}", b"\x1f\x8b\x08\x00broken"])
def test_a_file_that_is_not_packed_is_refused(content):
    with pytest.raises((ValueError, OSError, EOFError)):
        read_words(content)
