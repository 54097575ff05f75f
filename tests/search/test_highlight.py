"""Where words stand in a text, and putting right what was misspelt."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.search.asked import AskedWord
from custom_components.home_inventory.search.document import Document
from custom_components.home_inventory.search.highlight import Folded, Highlighter, put_right
from custom_components.home_inventory.search.index import SearchIndex
from custom_components.home_inventory.search.plain import PlainIndex
from custom_components.home_inventory.search.text import fold, spans, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

SIGNS = "aZ9 -'’.,ßÄäÖ éàçñøØłŁœÆİıſﬁ½²№㎡日本спички\u0301\u0308\u200d\ufe0fΣςσ👩🔧\U0001f3fd𝐀𝟙ॐकी한글"  # noqa: RUF001 - letters that are hard


def asked(word: str, **meanings: float) -> AskedWord:
    """Return a word of a question that means itself, and others."""
    return AskedWord(word, {word: 1.0, **meanings})


def cut(text: str, marks: list[list[int]]) -> list[str]:
    """Return the marked parts of a text, cut out as JavaScript does."""
    units = text.encode("utf-16-le", "surrogatepass")
    return [units[2 * start : 2 * end].decode("utf-16-le") for start, end in marks]


def marked(query: str, text: str, index: SearchIndex | PlainIndex) -> list[str]:
    """Return what an index makes a question mark in a text."""
    return cut(text, Highlighter(query, index.words_of(query)).marks({"name": text}).get("name", []))


def index_of(kind: type[SearchIndex | PlainIndex], *names: str) -> SearchIndex | PlainIndex:
    """Return an index of some names."""
    index = kind()
    for number, name in enumerate(names):
        index.put(Document(id=f"{number:026}", name=name))
    return index


def some_texts(count: int) -> list[str]:
    """Return texts of signs that are hard to fold, the same each time."""
    made = random.Random(3)  # noqa: S311 - no secret
    return ["".join(made.choices(SIGNS, k=made.randrange(1, 20))) for _ in range(count)]


@pytest.mark.parametrize("seed", range(3))
def test_folding_sign_by_sign_is_folding_at_once(seed: int) -> None:
    """And the words found with their places are the words that are indexed."""
    for text in some_texts(2000)[seed::3]:
        folded = Folded(text)
        assert folded.text == fold(text)
        assert [folded.text[first:last] for first, last in spans(folded.text)] == tokens(text)
        for word, first, last in folded.words():
            start, end = folded.span(first, last)
            assert 0 <= start < end <= len(text)
            assert word in fold(text[start:end])


@pytest.mark.parametrize("kind", [SearchIndex, PlainIndex])
@pytest.mark.parametrize(
    ("query", "text", "parts"),
    [
        ("drill", "Cordless drill", ["drill"]),
        ("drills", "Drill, drill bits", ["Drill", "drill"]),
        ("cordl", "Cordless drill", ["Cordl"]),
        ("bohrmaschine", "Schlagbohrmaschine", ["bohrmaschine"]),
        ("grosse", "Große Säge", ["Große"]),
        ("sage", "Große Sa\u0308ge!", ["Sa\u0308ge"]),
        ("hammer", "\U0001f528\U0001f3fd Hammer \U0001f528", ["Hammer"]),
        ("file", "ﬁle", ["ﬁle"]),
        ("ampoule", "l'ampoule d’été", ["ampoule"]),  # noqa: RUF001 - the apostrophe of phones
        ("18 v", "Akku 18V-55", ["18V"]),
        ("hammer", "Cordless drill", []),
    ],
)
def test_marks_are_the_words_as_they_stand_in_the_text(
    kind: type[SearchIndex | PlainIndex], query: str, text: str, parts: list[str]
) -> None:
    """Accents, ligatures and signs of two code units shift nothing."""
    assert marked(query, text, index_of(kind, text, "Anvil")) == parts


@pytest.mark.parametrize(
    ("query", "text", "parts"), [("hamer", "Hammer", ["Hammer"]), ("drlil bits", "Drill bits", ["Drill", "bits"])]
)
@pytest.mark.parametrize("kind", [SearchIndex, PlainIndex])
def test_a_misspelt_word_marks_what_was_meant(
    kind: type[SearchIndex | PlainIndex], query: str, text: str, parts: list[str]
) -> None:
    """As a whole."""
    assert marked(query, text, index_of(kind, text, "Anvil")) == parts


def test_two_words_may_be_one() -> None:
    """In the question or in the text."""
    assert marked("head phones", "Headphones", index_of(SearchIndex, "Headphones")) == ["Headphones"]
    words = [asked("akkubohrmaschine")]
    name = "Akku-Bohrmaschine"
    assert cut(name, Highlighter("akkubohrmaschine", words).marks({"name": name})["name"]) == [name]


def test_a_poor_match_is_not_marked_beside_a_good_one() -> None:
    """In all texts of one thing; alone it is."""
    marker = Highlighter("bill", [asked("bill", bull=0.4)])
    both: Mapping[str, str] = {"name": "Bill", "notes": "of the bull"}
    assert marker.marks(both) == {"name": [[0, 4]]}
    assert marker.marks({"name": "Lamp", "notes": "of the bull"}) == {"notes": [[7, 11]]}


def test_marks_do_not_overlap() -> None:
    """Two words of a question may mean the same word."""
    marker = Highlighter("drill drilling", [asked("drill", drilling=0.8), asked("drilling", drill=0.8)])
    assert marker.marks({"name": "Drilling drill"}) == {"name": [[0, 8], [9, 14]]}


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("bxkq", {"code": [[0, 4]]}),
        ("drill bxkq", {"code": [[0, 4]]}),
        ("sn-2041", {"serial_number": [[0, 8]]}),
        ("sn", {}),
    ],
)
def test_codes_and_numbers_are_marked_as_a_whole(query: str, marks: dict[str, list[list[int]]]) -> None:
    """However they are written; a number also by its beginning."""
    assert Highlighter(query, []).key_marks({"code": "BXKQ", "serial_number": "SN 20417"}) == marks


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Cordlsse drill", "Cordless drill"),
        ("the 🔧 cordlsse, please", "the 🔧 Cordless, please"),
        ("cordlsse18", "cordlsse18"),
        ("X1-cordlsse", "X1-cordlsse"),
        ("drill", "drill"),
    ],
)
def test_a_question_is_put_right_word_by_word(question: str, right: str) -> None:
    """What stands around stays, and what looks like a number is none of our business."""
    words = [AskedWord("cordlsse", {"cordless": 0.8}, "cordless")]
    texts = ["Lamp", "Cordless saw"] if right[0] != "C" or question[0] == "C" else []
    assert put_right(question, words, texts) == right


@pytest.mark.parametrize("kind", [SearchIndex, PlainIndex])
@pytest.mark.parametrize(
    ("query", "corrections"),
    [
        ("cordlsse drill", ["cordless", None]),
        ("cordl", [None]),
        ("zzzzzz", [None]),
        ("anvils", [None]),
        ("abc", [None]),
        ("20417x", [None, None]),
    ],
)
def test_only_what_is_surely_misspelt_is_corrected(
    kind: type[SearchIndex | PlainIndex], query: str, corrections: list[str | None]
) -> None:
    """A word that is used in the household, its forms and beginnings are not."""
    index = index_of(kind, "Cordless drill", "Drills", "Anvil")
    assert [word.correction for word in index.words_of(query)] == corrections


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not there")
def test_javascript_cuts_the_same() -> None:
    """A mark is what slice() takes."""
    text = "\U0001f528\U0001f3fd Größter Hammer \U0001d400 Säge"
    marks = Highlighter("hammer sage", [asked("hammer"), asked("sage")]).marks({"name": text})["name"]
    script = f"const text = {json.dumps(text)}; console.log(JSON.stringify({json.dumps(marks)}.map(([a, b]) => text.slice(a, b))))"
    node = str(Path(shutil.which("node") or "node"))
    answer = subprocess.run([node, "-e", script], check=True, capture_output=True, text=True)  # noqa: S603 - our own words
    assert json.loads(answer.stdout) == ["Hammer", "Säge"]
