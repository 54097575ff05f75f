"""What all managers share: the way to the database, and turning references into records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Concatenate

from ..domain.errors import CategoryAmbiguousError, LocationAmbiguousError, LocationNotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..db.database import Database
    from ..db.work import Work
    from ..domain.actor import Actor
    from ..domain.models import Location, Notice
    from .catalog import Catalog


class Manager:
    """A manager of one noun."""

    def __init__(self, database: Database, catalog: Catalog) -> None:
        """Take the database and the indexes."""
        self._database = database
        self._catalog = catalog

    async def _async_write[**P, T](
        self, actor: Actor, use_case: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Notice | None]:
        """Run a use case, if this user may change anything."""
        actor.require_write()
        return await self._database.async_write(actor, use_case, *args, **kwargs)

    def resolve_location(self, reference: str) -> Location:
        """Return the location that an id, code, path or exact name means.

        Those in use come before archived ones. Raises LocationNotFoundError or LocationAmbiguousError.
        """
        tree = self._catalog.locations
        found = tree.find(reference) or [node for node in tree if node.code == reference.strip().upper()]
        found = [location for location in found if location.archived_at is None] or found
        if not found:
            raise LocationNotFoundError(reference, tree.similar(reference))
        if len(found) > 1:
            raise LocationAmbiguousError(reference, (tree.path(node.id) or node.name for node in found))
        return found[0]

    def resolve_location_id(self, reference: Any) -> str | None:
        """Return the id of a location, or None without a reference."""
        return None if reference is None else self.resolve_location(reference).id


def split_categories(catalog: Catalog, names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the paths of categories that are to be made, and the ids of those that exist."""
    tree = catalog.categories
    found = {name: tree.find(name) for name in names}
    for name, nodes in found.items():
        if len(nodes) > 1:
            raise CategoryAmbiguousError(name, (tree.path(node.id) or node.name for node in nodes))
    known = tuple(nodes[0].id for nodes in found.values() if nodes)
    return tuple(name for name, nodes in found.items() if not nodes), known


def batch_of(notice: Notice | None) -> str | None:
    """Return the id of the batch that was told; None when nothing had to be changed."""
    return None if notice is None else notice.batch.id
