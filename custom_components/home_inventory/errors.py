"""The one bridge from the domain's errors to Home Assistant's, translated once."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from homeassistant.exceptions import ServiceValidationError

from .const import DOMAIN
from .domain.errors import InventoryError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def translated_errors() -> Iterator[None]:
    """Raise what the user sees instead of what the domain raised."""
    try:
        yield
    except InventoryError as err:
        raise ServiceValidationError(
            translation_domain=DOMAIN,
            translation_key=err.code,
            translation_placeholders=err.placeholders,
        ) from err
