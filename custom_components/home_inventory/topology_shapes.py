"""The shapes of the map of all devices; shapes.py lists them for the front end."""

from typing import Literal, NotRequired, TypedDict

from .domain.sync import SourceKind  # noqa: TC001 - script/gen_types reads them
from .domain.topology import Medium, NodeKind, Tie  # noqa: TC001


class TopologyNode(TypedDict):
    """A device with how it is doing; or a network or another source with its kind. A place of a source is its site."""

    id: str
    kind: NodeKind
    name: str
    location_id: str | None
    source_kind: NotRequired[SourceKind]
    status: NotRequired[Literal["online", "offline", "missing", "unknown"]]
    medium: NotRequired[Medium]
    address: NotRequired[str | None]
    is_router: NotRequired[bool]


class TopologyEdge(TypedDict):
    """What hangs on what, and why we say so."""

    lower: str
    upper: str
    tie: Tie


class TopologyPlace(TypedDict):
    """A place that devices are at, or that is around one."""

    id: str
    name: str
    parent_id: str | None


class TopologyAnswer(TypedDict):
    """All devices in use and what they hang on."""

    nodes: list[TopologyNode]
    edges: list[TopologyEdge]
    places: list[TopologyPlace]
