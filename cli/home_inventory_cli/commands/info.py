"""What this is, and how the inventory is doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..command import command
from ..output import details

if TYPE_CHECKING:
    from collections.abc import Iterable

    import typer
    from rich.console import RenderableType

    from ..session import Session


def add_info(root: typer.Typer) -> None:
    """Offer `info` at the top."""

    @command(root, "info", rich_help_panel="Connection")
    def info(session: Session, given: dict[str, Any]) -> None:
        """Tell about the inventory and what this token may do."""
        answer = session.ask("info", **given)
        session.answer(answer, lambda found: _info(session, found))


def _info(session: Session, found: dict[str, Any]) -> Iterable[RenderableType]:
    """Return what the inventory says about itself."""
    counts = found["counts"]
    yield details(
        [
            ("Address", session.settings.url),
            ("Name", found["name"]),
            ("Version", found["version"]),
            ("Items", str(counts["items"])),
            ("Places", str(counts["locations"])),
            ("Categories", str(counts["categories"])),
            ("Currency", found["currency"]),
            ("May change it", found["can_write"]),
            ("Administrator", found["is_admin"]),
            ("Search index", "being built" if found["indexing"] else "ready"),
        ]
    )
