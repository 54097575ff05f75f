"""What a household was told, and so what has to be there whatever happens."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

type Json = dict[str, Any]


class State(NamedTuple):
    """An item, as far as the writers change it."""

    name: str
    place: str
    quantity: int


@dataclass
class Thing:
    """An item of one writer. While a change is not answered, it may be in the state before or in the one after."""

    id: str
    possible: set[State]

    @property
    def state(self) -> State | None:
        """The state, if it is certain."""
        return next(iter(self.possible)) if len(self.possible) == 1 else None


@dataclass
class Ledger:
    """Everything that was sent and what was answered."""

    things: list[Thing] = field(default_factory=list)
    batches: set[str] = field(default_factory=set)
    """The batches that were acknowledged."""
    unanswered: set[str] = field(default_factory=set)
    """Names of things that were sent without ever hearing of them again."""
    counted: int = 0
    """Times +1 of the shared counter that were acknowledged."""
    maybe_counted: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    """What writers were refused."""

    def acknowledge(self, answer: Json) -> None:
        """Note an answer."""
        self.acknowledged += 1
        self.batches.add(answer["batch"])

    def check(self, items: list[Json], batches: list[str]) -> None:
        """Compare with what is there; what was unsure is certain afterwards."""
        self._check_doubles(items, batches)
        by_id = {item["id"]: item for item in items}
        for thing in self.things:
            found = _state(by_id.get(thing.id))
            if found not in thing.possible:
                self.lost.append(f"{thing.id} should be one of {thing.possible}, is {found}")
            elif found is not None:
                thing.possible = {found}
        known = {thing.id for thing in self.things}
        for item in items:
            if item["name"] in self.unanswered and item["id"] not in known and (found := _state(item)) is not None:
                self.things.append(Thing(item["id"], {found}))
        self.unanswered.clear()
        self._check_counter(items)

    def _check_doubles(self, items: list[Json], batches: list[str]) -> None:
        names = [item["name"] for item in items]
        if len(names) != len(set(names)):
            self.doubled += sorted({name for name in names if names.count(name) > 1})
        if len(batches) != len(set(batches)):
            self.doubled += sorted({batch for batch in batches if batches.count(batch) > 1})
        self.lost += sorted(f"batch {batch}" for batch in self.batches - set(batches))

    def _check_counter(self, items: list[Json]) -> None:
        found = next((int(item["quantity"]) for item in items if item["name"] == "Counter"), -1)
        if found < self.counted:
            self.lost.append(f"Counter should be {self.counted}, is {found}")
        if found > self.counted + self.maybe_counted:
            self.doubled.append(f"Counter should be at most {self.counted + self.maybe_counted}, is {found}")
        self.counted, self.maybe_counted = found, 0


def _state(item: Json | None) -> State | None:
    """Return an item's state."""
    if item is None or len(item["locations"]) != 1:
        return None
    return State(item["name"], item["locations"][0]["path"].rpartition(" / ")[2], int(item["quantity"]))
