"""Trees of named nodes: paths, what is inside what, and finding a node by what somebody calls it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

from .text import PATH_SEPARATOR, name_key, path_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Node(Protocol):
    """What a tree is made of."""

    @property
    def id(self) -> str:
        """The node's id."""

    @property
    def name(self) -> str:
        """The node's name."""

    @property
    def parent_id(self) -> str | None:
        """The id of the node around it."""


class Tree[N: Node]:
    """Nodes by id, with their children; small enough to be kept in memory (a household has hundreds)."""

    def __init__(self, nodes: Iterable[N] = ()) -> None:
        """Take the nodes in any order."""
        self._nodes: dict[str, N] = {}
        self._children: defaultdict[str | None, dict[str, None]] = defaultdict(dict)
        self._by_name: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._paths: dict[str, str] = {}
        """Those that were asked for since the last change."""
        for node in nodes:
            self.put(node)

    def __len__(self) -> int:
        """Return how many nodes there are."""
        return len(self._nodes)

    def __iter__(self) -> Iterator[N]:
        """Return all nodes."""
        return iter(self._nodes.values())

    def __contains__(self, node_id: str) -> bool:
        """Return whether there is a node with this id."""
        return node_id in self._nodes

    def get(self, node_id: str | None) -> N | None:
        """Return a node, or None."""
        return None if node_id is None else self._nodes.get(node_id)

    def put(self, node: N) -> None:
        """Add a node or replace it."""
        self.discard(node.id)
        self._nodes[node.id] = node
        self._children[node.parent_id][node.id] = None
        self._by_name[name_key(node.name)][node.id] = None
        self._paths = {}

    def discard(self, node_id: str) -> None:
        """Forget a node; its children stay."""
        if (node := self._nodes.pop(node_id, None)) is not None:
            self._children[node.parent_id].pop(node_id, None)
            self._by_name[name_key(node.name)].pop(node_id, None)
            self._paths = {}

    def children(self, node_id: str | None) -> list[N]:
        """Return the nodes directly inside."""
        return [self._nodes[child] for child in self._children.get(node_id, ())]

    def ancestors(self, node_id: str | None) -> list[N]:
        """Return the nodes around a node and the node itself, outermost first."""
        line: list[N] = []
        node = self.get(node_id)
        while node is not None:
            line.append(node)
            node = self.get(node.parent_id)
        return line[::-1]

    def path(self, node_id: str | None) -> str | None:
        """Return "Home / Garage / Shelf 2", or None for an unknown node."""
        paths = self._paths  # what is found while the tree changes is not kept
        path = None if node_id is None else paths.get(node_id)
        if path is None and (line := self.ancestors(node_id)):
            path = paths[line[-1].id] = PATH_SEPARATOR.join(node.name for node in line)
        return path

    def inside(self, node_id: str) -> set[str]:
        """Return the ids of a node and everything inside it."""
        found, todo = {node_id}, [node_id]
        while todo:
            below = self._children.get(todo.pop(), ())
            found.update(below)
            todo.extend(below)
        return found

    def is_inside(self, node_id: str | None, outer_id: str) -> bool:
        """Return whether a node is another one or inside it."""
        return any(node.id == outer_id for node in self.ancestors(node_id))

    def find(self, reference: str) -> list[N]:
        """Return the nodes that an id, a path or an exact name may mean.

        A path may leave out its outermost names: "Shelf 2 / Box 7" means every Box 7 in a Shelf 2, unless there is one
        whose path is exactly that.
        """
        if (node := self._nodes.get(reference)) is not None:
            return [node]
        keys = path_keys(reference)
        found = [self._nodes[node_id] for node_id in self._by_name.get(name_key(reference), ())]
        if not found and len(keys) > 1:
            named = self._by_name.get(keys[-1], ())
            found = [self._nodes[node_id] for node_id in named if self._ends_with(node_id, keys)]
        from_the_top = [node for node in found if len(self.ancestors(node.id)) == len(keys)]
        return from_the_top or found

    def _ends_with(self, node_id: str, keys: tuple[str, ...]) -> bool:
        """Return whether the names in `keys` stand around a node in this order, each directly in the one before."""
        names = tuple(name_key(node.name) for node in self.ancestors(node_id))
        return names[-len(keys) :] == keys

    def similar(self, reference: str) -> list[str]:
        """Return paths that somebody may have meant: they share a word with the reference."""
        words = set(name_key(reference).replace("/", " ").split())
        scored = ((len(words & set(name_key(node.name).split())), self.path(node.id) or "") for node in self)
        return [path for score, path in sorted(scored, key=lambda pair: (-pair[0], pair[1])) if score]
