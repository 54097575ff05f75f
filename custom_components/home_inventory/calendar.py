"""calendar entities."""


async def async_setup_entry(hass, entry, async_add_entities) -> None:
    """Filled in next."""
