"""From texts to the words that are compared."""

import pytest

from custom_components.home_inventory.search.text import STOP_WORDS, content, fold, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Öl-Kännchen, GROSS", "ol-kannchen, gross"),
        ("Maßband", "massband"),
        ("Œuf, Smørebræt, Łódź, Đakovo", "oeuf, smorebraet, lodz, dakovo"),
        ("İSTANBUL \u0131s\u0131", "istanbul isi"),
        ("½ m² ﬁne ™", "1\u20442 m2 fine tm"),
        ("Ключ 鍵", "ключ 鍵"),
        ("", ""),
    ],
)
def test_a_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("18V-55", ["18", "v", "55"]),
        ("Akku-Bohrer", ["akku", "bohrer"]),
        ("Bosch GSR18V_55 (2x)", ["bosch", "gsr", "18", "v", "55", "2", "x"]),
        ("1.5 l / 1,5 l", ["1", "5", "l", "1", "5", "l"]),
        ("Mum's drill don't", ["mum", "drill", "don"]),
        ("l\u2019ampoule de l'entrée", ["ampoule", "de", "entree"]),
        ("olio dell'auto", ["olio", "auto"]),
        ("d'Artagnan D batteries", ["artagnan", "d", "batteries"]),
        ("日本 Ключ ٣", ["日本", "ключ", "٣"]),
        ("<b>%_;--</b>", ["b", "b"]),
        ("@place:1", ["place", "1"]),
        (" \n\t'", []),
    ],
)
def test_a_text_has_words(text: str, found: list[str]) -> None:
    assert tokens(text) == found


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("where is my drill", ["drill"]),
        ("Wo ist mein Bohrer?", ["bohrer"]),
        ("Wo ist die Säge", ["sage"]),
        ("où sont mes clés", ["cles"]),
        ("¿Dónde está el martillo?", ["martillo"]),
        ("dove sono le mie chiavi", ["chiavi"]),
        ("Dov'è il mio martello", ["martello"]),
        ("waar is mijn boormachine", ["boormachine"]),
        ("something to drill holes", ["drill", "holes"]),
        ("do we have any AA batteries left", ["aa", "batteries"]),
    ],
)
def test_a_question_is_about_its_things(question: str, meant: list[str]) -> None:
    assert content(tokens(question)) == meant


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("groot mes", ["groot", "mes"]),  # a knife
        ("open a can", ["open", "can"]),
        ("where can I find the can opener", ["opener"]),
        ("left glove", ["left", "glove"]),
        ("the die", ["die"]),
        ("Arduino Uno", ["arduino", "uno"]),
        ("waar is mijn mes", ["mes"]),
    ],
)
def test_a_word_that_means_something_in_another_language_stays(question: str, meant: list[str]) -> None:
    assert content(tokens(question)) == meant


def test_a_question_of_nothing_but_small_words_keeps_them() -> None:
    assert content(["wo", "ist", "das"]) == ["wo", "ist", "das"]
    assert content([]) == []


def test_small_words_are_folded_and_name_no_things() -> None:
    assert all(tokens(word) == [word] for word in STOP_WORDS)
    assert not STOP_WORDS & {"drill", "can", "box", "mes", "aa", "v", "one", "two", "due", "light"}
