"""What people type, in six languages."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from custom_components.home_inventory.queries import understand
from custom_components.home_inventory.queries.languages import LANGUAGES

from .household import HOUSEHOLD, TODAY, asked, sentences

SENTENCES = sentences()
TEXTS = [text for _, text, _, _ in SENTENCES]


@pytest.mark.parametrize(("language", "text", "words", "chips"), SENTENCES, ids=TEXTS)
def test_a_question_is_understood(language: str, text: str, words: str, chips: list[str]) -> None:
    """As its file says; what is not sure stays a word."""
    assert asked(text, language) == (words, chips)


def test_there_are_sentences_for_every_language() -> None:
    """Twenty-five at least."""
    counted = Counter(language for language, _, _, _ in SENTENCES)
    assert set(counted) == set(LANGUAGES)
    assert min(counted.values()) >= 25


@pytest.mark.parametrize(
    ("language", "text", "words", "chips"),
    [sentence for sentence in SENTENCES if sentence[3]],
    ids=[sentence[1] for sentence in SENTENCES if sentence[3]],
)
def test_a_question_in_another_language_is_understood_too(
    language: str, text: str, words: str, chips: list[str]
) -> None:
    """For whoever uses Home Assistant in Polish, every language is another one."""
    assert asked(text, "pl")[1] == chips


@pytest.mark.parametrize("text", TEXTS)
def test_a_chip_says_where_its_words_stand(text: str) -> None:
    """Its text is a part of the question, and no two parts overlap."""
    chips = understand(text, HOUSEHOLD, TODAY, "en").chips

    assert [text[chip.start : chip.end] for chip in chips] == [chip.text for chip in chips]
    assert all(before.end <= after.start for before, after in pairwise(chips))


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_every_word_list_is_folded(code: str) -> None:
    """What has capitals or accents would never be met."""
    language = LANGUAGES[code]
    lists = language.asking | language.things | language.links | language.after | language.joins
    assert {word for word in lists if word != word.casefold() or not word.isascii()} == set()
