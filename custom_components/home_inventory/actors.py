"""From Home Assistant's users and contexts to who acts in the domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeassistant.auth.permissions.const import POLICY_CONTROL

from .domain.actor import Actor, Source

if TYPE_CHECKING:
    from homeassistant.auth.models import User
    from homeassistant.core import Context, HomeAssistant


def user_actor(user: User, context: Context, source: Source) -> Actor:
    """Return the actor for a signed-in user. Read-only is who may not control every entity."""
    return Actor(
        source=source,
        user_id=user.id,
        context_id=context.id,
        parent_id=context.parent_id,
        can_write=user.is_admin or user.permissions.access_all_entities(POLICY_CONTROL),
        is_admin=user.is_admin,
    )


async def async_actor(hass: HomeAssistant, context: Context, source: Source) -> Actor:
    """Return the actor behind a context. Without a user it is the system: an automation, a script, a voice satellite.

    A user who was deleted meanwhile may do nothing.
    """
    if context.user_id is None:
        return Actor(source=source, context_id=context.id, parent_id=context.parent_id, is_admin=True)
    if (user := await hass.auth.async_get_user(context.user_id)) is None or not user.is_active:
        return Actor(source=source, user_id=context.user_id, context_id=context.id, can_write=False)
    return user_actor(user, context, source)
