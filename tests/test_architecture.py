"""The shape of the code: what it may import is .importlinter's business, how big it may get is this file's."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "custom_components" / "home_inventory"
FILES = sorted(path for path in ROOT.rglob("*.py"))
# A migration is a list of tables and stays as it was released.
FILES = [path for path in FILES if "versions" not in path.parts]
COMMAND_LINE = ROOT.parents[1] / "cli" / "home_inventory_cli"
ALL = [*FILES, *sorted(COMMAND_LINE.rglob("*.py"))]
NAMES = [str(path.relative_to(ROOT if path.is_relative_to(ROOT) else COMMAND_LINE.parent)) for path in ALL]

FILE_LIMIT = 300
FUNCTION_LIMIT = 50
CLASS_LIMIT = 200
# Long for a reason: lists of tables and of actions.
FILE_LIMITS = {
    "__init__.py": 130,
    "const.py": 40,
    "db/schema.py": 400,
    "services.py": 400,
}


def _too_long(path: Path, kinds: tuple[type[ast.AST], ...], limit: int) -> list[str]:
    return [
        f"{node.name} has {length} lines"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, kinds) and (length := node.end_lineno - node.lineno + 1) > limit
    ]


def _imported(path: Path) -> set[str]:
    """Return the top-level packages that a file imports, relative imports left out."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize(("path", "name"), zip(ALL, NAMES, strict=True), ids=NAMES)
def test_a_file_can_be_read_in_one_sitting(path: Path, name: str) -> None:
    assert len(path.read_text().splitlines()) <= FILE_LIMITS.get(name, FILE_LIMIT)


@pytest.mark.parametrize("path", ALL, ids=NAMES)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    assert not _too_long(path, (ast.FunctionDef, ast.AsyncFunctionDef), FUNCTION_LIMIT)
    assert not _too_long(path, (ast.ClassDef,), CLASS_LIMIT)


@pytest.mark.parametrize(("folder", "more"), [("domain", set()), ("search", {"numpy"}), ("queries", set())])
def test_the_rules_of_the_house_need_little_but_the_standard_library(folder: str, more: set[str]) -> None:
    imported = set().union(*(_imported(path) for path in (ROOT / folder).glob("*.py")))
    assert imported <= set(sys.stdlib_module_names) | more


def test_search_can_be_had_without_numpy() -> None:
    """Whatever the managers import of it, and whatever that imports in turn, until the arrays are asked for."""
    without = "import sys; sys.modules['numpy'] = None; import custom_components.home_inventory.search.loading"
    subprocess.run([sys.executable, "-c", without], check=True, cwd=ROOT.parent.parent)  # noqa: S603 - our own words


def test_the_store_needs_sqlalchemy_alembic_and_ulids_only() -> None:
    doors = ("database.py", "recorder.py")
    files = [path for path in FILES if path.is_relative_to(ROOT / "db") and path.name not in doors]
    imported = set().union(*(_imported(path) for path in files))
    # Alembic loads its files by path: they name their own package in full.
    allowed = {"sqlalchemy", "alembic", "ulid_transform", "orjson", "custom_components"}
    assert imported <= set(sys.stdlib_module_names) | allowed
