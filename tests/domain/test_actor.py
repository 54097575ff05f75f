"""Who may do what."""

import pytest

from custom_components.home_inventory.domain.actor import SYSTEM, Actor, Source
from custom_components.home_inventory.domain.errors import AdminRequiredError, UnauthorizedError

READER = Actor(source=Source.WEBSOCKET, user_id="r", can_write=False)
MEMBER = Actor(source=Source.WEBSOCKET, user_id="m")
ADMIN = Actor(source=Source.WEBSOCKET, user_id="a", is_admin=True)


@pytest.mark.parametrize("actor", [MEMBER, ADMIN, SYSTEM])
def test_members_admins_and_the_system_may_write(actor: Actor) -> None:
    """Nothing is raised."""
    actor.require_write()


@pytest.mark.parametrize("actor", [ADMIN, SYSTEM])
def test_admins_and_the_system_may_do_everything(actor: Actor) -> None:
    """Nothing is raised."""
    actor.require_admin()


def test_a_reader_may_not_write() -> None:
    """Reading is all they may do."""
    with pytest.raises(UnauthorizedError):
        READER.require_write()


@pytest.mark.parametrize(("actor", "error"), [(READER, UnauthorizedError), (MEMBER, AdminRequiredError)])
def test_who_is_no_admin_is_told_what_is_missing(actor: Actor, error: type[Exception]) -> None:
    """A reader lacks the right to write, a member that of an admin."""
    with pytest.raises(error):
        actor.require_admin()
