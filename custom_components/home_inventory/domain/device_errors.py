"""What can be wrong with what somebody asks of devices."""

from __future__ import annotations

from .errors import InventoryError, UnresolvedReferenceError


class DeviceNotFoundError(UnresolvedReferenceError):
    """A reference names no device."""

    code = "device_not_found"


class DeviceAmbiguousError(UnresolvedReferenceError):
    """A reference may mean several devices."""

    code = "device_ambiguous"


class DeviceAdoptedError(InventoryError):
    """A device is an item already."""

    code = "device_adopted"

    def __init__(self, name: str, item: str) -> None:
        """Name both."""
        super().__init__(name=name, item=item)


class RunNotFoundError(UnresolvedReferenceError):
    """There is no such run of a source, or nothing was kept of what it saw."""

    code = "sync_run_not_found"


class DeviceExistsError(InventoryError):
    """Another device is known by the same: a strong identity belongs to one."""

    code = "device_exists"

    def __init__(self, identity: str, name: str) -> None:
        """Say what they would share, and what the other is called."""
        super().__init__(identity=identity, name=name)


class NoIdentityError(InventoryError):
    """A device would be known by nothing."""

    code = "device_without_identity"

    def __init__(self, name: str) -> None:
        """Name the device."""
        super().__init__(name=name)


class NotMergedError(InventoryError):
    """What is to be taken apart was never made one, or one of the two is gone."""

    code = "not_merged"

    def __init__(self, batch: str) -> None:
        """Name the batch that is said to have done it."""
        super().__init__(batch=batch)


class PlanOutdatedError(InventoryError):
    """Devices have changed since a plan was made: a new one has to be made from the same harvest."""

    code = "plan_outdated"

    def __init__(self, name: str) -> None:
        """Name the first device that is not as it was."""
        super().__init__(name=name)
