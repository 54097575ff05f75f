"""Trees of places and categories."""

import pytest

from custom_components.home_inventory.domain.models import Category
from custom_components.home_inventory.domain.tree import Tree

NODES = [
    ("home", "Home", None),
    ("garage", "Garage", "home"),
    ("shelf", "Shelf 2", "garage"),
    ("box", "Box 7", "shelf"),
    ("attic", "Attic", "home"),
    ("attic_shelf", "Shelf 2", "attic"),
    ("attic_box", "Box 7", "attic_shelf"),
    ("cabin", "Cabin", None),
    ("cabin_garage", "Garage", "cabin"),
    ("slashed", "USB / HDMI", "cabin"),
]


@pytest.fixture
def tree() -> Tree[Category]:
    """Return a home and a cabin, given from the inside out."""
    return Tree(Category(id=node_id, name=name, parent_id=parent) for node_id, name, parent in reversed(NODES))


def ids(nodes: list[Category]) -> set[str]:
    """Return the ids of nodes."""
    return {node.id for node in nodes}


@pytest.mark.parametrize(
    ("node_id", "path"),
    [("home", "Home"), ("box", "Home / Garage / Shelf 2 / Box 7"), ("nowhere", None), (None, None)],
)
def test_a_path_names_everything_around(tree: Tree[Category], node_id: str | None, path: str | None) -> None:
    """From the outside in."""
    assert tree.path(node_id) == path


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("box", {"box"}),
        ("Attic", {"attic"}),
        ("áTTIC", {"attic"}),
        ("Box 7", {"box", "attic_box"}),
        ("Garage", {"garage", "cabin_garage"}),
        ("Home / Garage", {"garage"}),
        ("home/garage/shelf 2/box 7", {"box"}),
        ("Attic / Shelf 2 / Box 7", {"attic_box"}),
        ("Shelf 2 / Box 7", {"box", "attic_box"}),
        ("Home / Box 7", set()),
        ("Garage / Shelf 2 / Box 8", set()),
        ("USB / HDMI", {"slashed"}),
        ("Cellar", set()),
        ("/", set()),
        ("", set()),
    ],
)
def test_a_place_is_found_by_id_name_or_path(tree: Tree[Category], reference: str, found: set[str]) -> None:
    """A path may leave out its outermost names, never inner ones."""
    assert ids(tree.find(reference)) == found


def test_a_whole_path_beats_paths_that_end_so(tree: Tree[Category]) -> None:
    """A second Home inside the cabin does not make the first one ambiguous."""
    tree.put(Category(id="model", name="Home", parent_id="cabin"))
    tree.put(Category(id="model_garage", name="Garage", parent_id="model"))

    assert ids(tree.find("Home / Garage")) == {"garage"}


@pytest.mark.parametrize(
    ("reference", "suggested"),
    [
        ("Box 9", ["Home / Attic / Shelf 2 / Box 7", "Home / Garage / Shelf 2 / Box 7"]),
        ("Home/Shelf", ["Home", "Home / Attic / Shelf 2", "Home / Garage / Shelf 2"]),
        ("nothing like it", []),
    ],
)
def test_similar_places_share_a_word(tree: Tree[Category], reference: str, suggested: list[str]) -> None:
    """Those that share more words come first."""
    assert tree.similar(reference) == suggested


def test_what_is_inside_goes_all_the_way_down(tree: Tree[Category]) -> None:
    """A place is inside itself too."""
    assert tree.inside("garage") == {"garage", "shelf", "box"}
    assert tree.is_inside("box", "home")
    assert tree.is_inside("box", "box")
    assert not tree.is_inside("box", "attic")
    assert not tree.is_inside(None, "home")


def test_moving_a_place_moves_what_is_inside_it(tree: Tree[Category]) -> None:
    """Only the place itself is put again."""
    assert tree.path("box") == "Home / Garage / Shelf 2 / Box 7"

    tree.put(Category(id="shelf", name="Shelf 2", parent_id="cabin"))

    assert tree.path("box") == "Cabin / Shelf 2 / Box 7"
    assert ids(tree.children("garage")) == set()


def test_a_renamed_place_is_no_longer_found_by_its_old_name(tree: Tree[Category]) -> None:
    """The new name counts."""
    tree.put(Category(id="attic", name="Loft", parent_id="home"))

    assert ids(tree.find("Loft")) == {"attic"}
    assert tree.find("Attic") == []


def test_a_forgotten_place_is_gone(tree: Tree[Category]) -> None:
    """Forgetting it twice does no harm."""
    assert tree.path("slashed") is not None

    tree.discard("slashed")
    tree.discard("slashed")

    assert "slashed" not in tree
    assert tree.path("slashed") is None
    assert len(tree) == len(NODES) - 1
    assert ids(tree.children(None)) == {"home", "cabin"}
    assert {node.id for node in tree} == {node_id for node_id, *_ in NODES} - {"slashed"}
