"""From texts to the words that are compared."""

import pytest

from custom_components.home_inventory.search.words import edits, stem, trigrams, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cordless drill, 18 V", ["cordless", "drill", "18", "v"]),
        ("Öl-Kanne (1.5 l)", ["ol", "kanne", "1.5", "l"]),
        ("snake_case/path\\x", ["snake", "case", "path", "x"]),
        ("日本 Ключ", ["日本", "ключ"]),
        ("<b>%_;--</b>", ["b", "b"]),
        ("", []),
        ("  \n\t", []),
    ],
)
def test_a_text_has_words(text: str, found: list[str]) -> None:
    """Folded, without punctuation."""
    assert list(words(text)) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [("drills", "drill"), ("batteries", "battery"), ("boxes", "box"), ("lampen", "lampe"), ("schrauben", "schraube")],
)
def test_plurals_have_the_stem_of_their_singular(one: str, other: str) -> None:
    """In English and German."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["gas", "bus", "es", "s", "aa", "18"])
def test_short_words_keep_their_endings(word: str) -> None:
    """There would be nothing left."""
    assert stem(word) == word


@pytest.mark.parametrize(
    ("left", "right", "most", "count"),
    [
        ("drill", "drill", 2, 0),
        ("drill", "dril", 2, 1),
        ("drill", "dirll", 2, 1),
        ("drill", "frill", 2, 1),
        ("drill", "drillx", 2, 1),
        ("hammer", "hamer", 1, 1),
        ("kitten", "sitting", 3, 3),
        ("kitten", "sitting", 2, 3),
        ("abc", "abcdef", 2, 3),
        ("abcdef", "uvwxyz", 2, 3),
        ("", "", 1, 0),
    ],
)
def test_typing_mistakes_are_counted(left: str, right: str, most: int, count: int) -> None:
    """Wrong, missing, added and swapped letters, up to a limit."""
    assert edits(left, right, most) == count
    assert edits(right, left, most) == count


def test_trigrams_mark_the_edges_of_a_word() -> None:
    """So that a beginning is told from a middle."""
    assert trigrams("saw") == {"^sa", "saw", "aw$"}
    assert trigrams("") == set()
