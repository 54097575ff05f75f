"""Finding things by the words that come to mind, with numpy and without it."""

from collections.abc import Callable, Mapping

import pytest

from custom_components.home_inventory.search.document import Document
from custom_components.home_inventory.search.index import SearchIndex
from custom_components.home_inventory.search.loading import Index, load_maker
from custom_components.home_inventory.search.plain import PlainIndex
from script.search_evaluation.sets import own_set

GARAGE = ("@garage", 0.6)
THINGS = (
    Document(id="drill", name="Cordless drill", texts=(("for holes in walls", 0.3),)),
    Document(id="bits", name="Drill bits"),
    Document(id="saw", name="Hand saw", texts=(("next to the drill", 0.3),), marks=(GARAGE,)),
    Document(id="battery", name="AA batteries"),
    Document(id="screwdriver", name="Akkuschrauber"),
    Document(id="oil", name="Öl-Kanne"),
    Document(id="code", name="Hammer", keys=("BXKQ", "SN-4711/A"), marks=(GARAGE,)),
)


@pytest.fixture(params=[SearchIndex, PlainIndex])
def index(request: pytest.FixtureRequest) -> Index:
    """Return an index of a few things; the saw and the hammer are marked as in the garage."""
    made: Index = request.param()
    for thing in THINGS:
        made.put(thing)
    return made


def test_another_name_finds_as_the_name_does(index: Index) -> None:
    """By its words and as a whole, a little behind what is called so; a thing with many names is no worse named."""
    index.put(Document(id="ixo", name="Bosch IXO", aliases=("Electric screwdriver", "the blue thing")))
    index.put(Document(id="named", name="Electric screwdriver"))
    index.put(Document(id="noted", name="Screws", texts=(("for the blue screwdriver", 0.3),)))
    index.put(Document(id="ixo 2", name="Bosch IXO", aliases=tuple(f"name {number}" for number in range(20))))

    assert ids(index, "electric screwdriver")[:2] == ["named", "ixo"]
    assert ids(index, "blue thing")[0] == "ixo"
    assert ids(index, "screwdrivers")[:3] == ["named", "ixo", "noted"]
    assert len({hit.score for hit in index.search("bosch ixo", nothing, within=(), most_hits=None)}) == 1


def test_a_name_that_was_taken_away_finds_nothing(index: Index) -> None:
    """Neither its words nor the whole."""
    index.put(Document(id="ixo", name="Bosch IXO", aliases=("gizmo",)))
    index.put(Document(id="ixo", name="Bosch IXO"))

    assert ids(index, "gizmo") == []


def nothing(_word: str) -> Mapping[str, float]:
    """Expand no word."""
    return {}


def ids(index: Index, query: str, expand: Callable[[str], Mapping[str, float]] = nothing) -> list[str]:
    """Return what is found, the best first."""
    return [hit.id for hit in index.search(query, expand, within=(), most_hits=None)]


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
def test_things_are_found_by_what_comes_to_mind(index: Index, query: str, found: list[str]) -> None:
    """Names count more than notes; beginnings, plurals, parts of words and typing mistakes are understood."""
    assert ids(index, query) == found


def test_scores_are_between_nothing_and_one(index: Index) -> None:
    """The best comes first."""
    scores = [hit.score for hit in index.search("cordless drill saw", nothing, within=(), most_hits=None)]

    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_a_word_may_mean_a_place(index: Index) -> None:
    """Then everything in it is found, and what fits the other words too comes first."""

    def expand(word: str) -> Mapping[str, float]:
        return {"@garage": 0.8} if word == "garage" else {}

    assert set(ids(index, "garage", expand)) == {"saw", "code"}
    assert ids(index, "hammer in the garage", expand)[0] == "code"
    assert ids(index, "garage") == []


def test_marks_are_no_words(index: Index) -> None:
    """Nobody finds a place by its id by chance."""
    assert ids(index, "@garage") == []


def test_only_what_is_marked_is_found_within_something(index: Index) -> None:
    """Every group has to be met."""
    found = index.search("drill hammer saw", nothing, within=({"@garage", "@attic"},), most_hits=None)
    none = index.search("drill hammer saw", nothing, within=({"@garage"}, {"@attic"}), most_hits=None)

    assert {hit.id for hit in found} == {"saw", "code"}
    assert none == []


def test_no_more_than_asked_for_are_returned(index: Index) -> None:
    """The best ones."""
    assert [hit.id for hit in index.search("cordless drill", nothing, within=(), most_hits=1)] == ["drill"]


@pytest.mark.parametrize("is_settled", [True, False])
def test_a_thing_that_is_put_again_is_found_by_its_new_words_only(index: Index, is_settled: bool) -> None:
    """Once."""
    if is_settled:
        index.settle()
    index.put(Document(id="saw", name="Chainsaw"))

    assert ids(index, "hand") == []
    assert ids(index, "chainsaw")[0] == "saw"
    assert len(index) == len(THINGS)


@pytest.mark.parametrize("is_settled", [True, False])
def test_a_thing_that_is_gone_is_not_found(index: Index, is_settled: bool) -> None:
    """Forgetting it twice does no harm."""
    if is_settled:
        index.settle()
    index.discard("oil")
    index.discard("oil")

    assert ids(index, "kanne") == []
    assert len(index) == len(THINGS) - 1


def test_settling_changes_nothing_that_is_seen(index: Index) -> None:
    """However often things are replaced before it."""
    for number in range(50):
        index.put(Document(id="saw", name=f"Hand saw {number}", marks=(GARAGE,)))
        index.discard("oil")
    before = {query: index.search(query, nothing, within=(), most_hits=None) for query in ("hand saw", "drill", "bxkq")}

    index.settle()
    index.put(Document(id="late", name="Anvil"))

    assert {query: index.search(query, nothing, within=(), most_hits=None) for query in before} == before
    assert ids(index, "anvil") == ["late"]
    assert len(index) == len(THINGS)


def test_many_replacements_are_worth_settling(index: Index) -> None:
    """Then what is gone is forgotten at last."""
    before = index.wants_settling
    for _ in range(2100):
        index.put(Document(id="saw", name="Hand saw"))

    assert (before, index.wants_settling) == (False, True)
    index.settle()
    assert not index.wants_settling
    assert ids(index, "hand") == ["saw"]


def test_many_are_put_at_once_but_for_some(index: Index) -> None:
    """Those that somebody knows better."""
    index.put_all([Document(id="saw", name="Old saw"), Document(id="new", name="Old lamp")], {"saw"})

    assert ids(index, "old") == ["new"]


@pytest.mark.parametrize("query", ["x" * 500, "ab " * 160, "\u0301" * 300, "1.1" * 150, "🪛" * 100])
def test_odd_questions_find_nothing_and_break_nothing(index: Index, query: str) -> None:
    """However long."""
    assert ids(index, query) == []


@pytest.mark.parametrize("typed", ["BXKQ", "bxkq", " b-x-k-q ", "sn4711a", "SN-4711/A"])
def test_a_code_or_number_finds_its_thing_first(typed: str) -> None:
    """However it is written."""
    index = SearchIndex()
    index.put_all(THINGS, ())
    index.put(Document(id="other", name=typed))

    hits = index.search(typed, nothing, within=(), most_hits=None)

    assert hits[0].id == "code"
    assert hits[0].score == 1


def test_the_beginning_of_a_number_is_enough() -> None:
    """Nobody reads out all of it."""
    index = SearchIndex()
    index.put_all(THINGS, ())

    assert ids(index, "sn47") == ["code"]


def test_an_index_is_the_same_after_it_was_packed() -> None:
    """Changes go on in it."""
    index = SearchIndex()
    index.put_all(THINGS, ())
    index.discard("oil")
    again = SearchIndex.unpack(index.pack(), None, None)
    again.put(Document(id="saw", name="Chainsaw"))

    assert ids(again, "cordless drill") == ids(index, "cordless drill")
    assert ids(again, "chainsaw")[0] == "saw"
    assert ids(again, "bxkq") == ["code"]
    assert len(again) == len(index)


def test_little_is_told_when_nothing_fits_and_all_that_fits_equally_well() -> None:
    """The nearest of a whole household are no answer to a question for what is not there."""
    maker, _ = load_maker("en")
    index = maker.new()
    asked = own_set("household_en")
    for thing in asked.things:
        index.put(Document(id=thing.key, name=thing.name))
    for number in range(12):
        index.put(Document(id=f"spare{number}", name="Trumpet"))

    told = {
        question.text: index.search(question.text, nothing, within=(), most_hits=None)
        for question in asked.questions
        if question.is_absent
    }
    assert told
    assert sum(map(len, told.values())) / len(told) < 10
    assert max(map(len, told.values())) <= 16
    assert len(index.search("cornet", nothing, within=(), most_hits=None)) >= 12
