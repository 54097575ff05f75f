"""From texts to the numbers of word pieces."""

import pytest

from custom_components.home_inventory.search.wordpiece import WordPieces, fold, split_words

PIECES = ["s", "##s", "##c", "screw", "##driver", "##drive", "##r", "tv", "dog"]
WORDS = ["screwdriver", "hair dryer", "hair", "hot glue gun", "hot glue"]


@pytest.fixture
def pieces() -> WordPieces:
    return WordPieces([*PIECES, *WORDS], len(PIECES))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Stichsäge", "stichsage"),
        ("Maßband", "massband"),
        ("Œillets à SŒUR", "oeillets a soeur"),
        ("Smørkniv", "smorkniv"),
        ("\uff2b\uff27", "kg"),
    ],
)
def test_texts_are_compared_without_capitals_and_accents(text, folded):
    assert fold(text) == folded


def test_words_are_runs_of_letters_and_digits():
    assert split_words("Bosch GSR 18V-55 (blau/rot)_x") == ["bosch", "gsr", "18v", "55", "blau", "rot", "x"]


def test_a_whole_word_counts_more_than_its_pieces(pieces):
    assert pieces.split("screwdriver") == (len(PIECES),)


def test_an_unknown_word_is_split_into_the_longest_pieces(pieces):
    assert pieces.split("screwdrivers") == (3, 4, 1)


def test_a_word_with_a_letter_that_has_no_piece_has_no_rows(pieces):
    assert pieces.split("скрепка") == ()


def test_the_longest_phrase_is_taken(pieces):
    words = ["old", "hot", "glue", "gun"]
    assert pieces.phrase(words, 1) == (len(PIECES) + 3, 3)
    assert pieces.phrase(words[:3], 1) == (len(PIECES) + 4, 2)
    assert pieces.phrase(words, 0) is None


def test_a_word_that_opens_a_phrase_stands_alone_at_the_end(pieces):
    assert pieces.phrase(["my", "hair"], 1) is None


def test_two_letters_are_no_known_word_unless_they_are_listed_as_one(pieces):
    assert "tv" not in pieces
    assert "dog" in pieces
    assert "screwdriver" in pieces


def test_the_words_of_a_table_are_those_that_can_stand_alone(pieces):
    assert dict(pieces) == {"s": 0, "screw": 3, "tv": 7, "dog": 8, "screwdriver": 9, "hair": 11}
