"""Finding items by the words that come to mind."""

from collections.abc import Callable, Mapping

import pytest

from custom_components.home_inventory.search.index import SearchIndex

NAME, NOTE = 15, 4
ITEMS = {
    "drill": {"Cordless drill": NAME, "for holes in walls": NOTE},
    "bits": {"Drill bits": NAME},
    "saw": {"Hand saw": NAME, "next to the drill": NOTE},
    "battery": {"AA batteries": NAME},
    "screwdriver": {"Akkuschrauber": NAME},
    "oil": {"Öl-Kanne": NAME},
    "code": {"Hammer": NAME, "BXKQ": 12},
}


@pytest.fixture
def index() -> SearchIndex:
    """Return an index of a few things; the saw and the hammer are marked as in the garage."""
    made = SearchIndex()
    marks = {"saw": {"@garage": 6}, "code": {"@garage": 6}}
    _ = [made.put(item_id, texts, marks.get(item_id, {})) for item_id, texts in ITEMS.items()]
    return made


def nothing(_word: str) -> Mapping[str, float]:
    """Expand no word."""
    return {}


def ids(index: SearchIndex, query: str, expand: Callable[[str], Mapping[str, float]] = nothing) -> list[str]:
    """Return what is found, the best first."""
    return [hit.id for hit in index.search(query, expand)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("drill", ["bits", "drill", "saw"]),
        ("cordless drill", ["drill", "bits"]),
        ("DRILLS", ["bits", "drill", "saw"]),
        ("dri", ["bits", "drill", "saw"]),
        ("battery", ["battery"]),
        ("my aa battery", ["battery"]),
        ("batterys", ["battery"]),
        ("hamer", ["code"]),
        ("hamemr", ["code"]),
        ("schrauber", ["screwdriver"]),
        ("ol kanne", ["oil"]),
        ("bxkq", ["code"]),
        ("holes", ["drill"]),
        ("xylophone", []),
        ("x", []),
        ("", []),
        ("%_ ;--", []),
        ("the", ["saw"]),
    ],
)
def test_things_are_found_by_what_comes_to_mind(index: SearchIndex, query: str, found: list[str]) -> None:
    """Names count more than notes; beginnings, plurals, parts of words and typing mistakes are understood."""
    assert ids(index, query) == found


def test_scores_are_between_nothing_and_one(index: SearchIndex) -> None:
    """The best comes first."""
    scores = [hit.score for hit in index.search("cordless drill saw", nothing)]

    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert next(hit.score for hit in index.search("hand saw", nothing)) == 1


def test_a_word_may_mean_a_place(index: SearchIndex) -> None:
    """Then everything in it is found, and what fits the other words too comes first."""

    def expand(word: str) -> Mapping[str, float]:
        return {"@garage": 0.8} if word == "garage" else {}

    assert set(ids(index, "garage", expand)) == {"saw", "code"}
    assert ids(index, "hammer in the garage", expand)[0] == "code"
    assert ids(index, "garage") == []


def test_marks_are_no_words(index: SearchIndex) -> None:
    """Nobody finds a place by its id by chance."""
    assert ids(index, "@garage") == []


def test_an_item_that_is_put_again_is_found_by_its_new_words_only(index: SearchIndex) -> None:
    """Once."""
    index.put("saw", {"Chainsaw": NAME}, {})

    assert ids(index, "hand") == []
    assert ids(index, "chainsaw") == ["saw"]
    assert len(index) == len(ITEMS)


def test_an_item_that_is_gone_is_not_found(index: SearchIndex) -> None:
    """Forgetting it twice does no harm."""
    index.discard("oil")
    index.discard("oil")

    assert ids(index, "kanne") == []
    assert len(index) == len(ITEMS) - 1


def test_many_replacements_make_the_index_wasteful(index: SearchIndex) -> None:
    """Then it is time to build it anew."""
    before = index.is_wasteful
    _ = [index.put("saw", {"Hand saw": NAME}, {}) for _ in range(1100)]

    assert (before, index.is_wasteful) == (False, True)
    assert ids(index, "hand") == ["saw"]


def test_suggestions_are_few_and_likely(index: SearchIndex) -> None:
    """Places are no suggestions."""
    assert index.suggest("dril", 2) == ["bits", "drill"]
    assert index.suggest("xylophone", 5) == []


@pytest.mark.parametrize("query", ["x" * 500, "ab " * 160, "\u0301" * 300, "1.1" * 150, "🪛" * 100])
def test_odd_questions_find_nothing_and_break_nothing(index: SearchIndex, query: str) -> None:
    """However long."""
    assert ids(index, query) == []
