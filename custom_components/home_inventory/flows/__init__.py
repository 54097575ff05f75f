"""The forms for sources of devices: one subentry of the integration's entry for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..source_settings import SourceKind
from .homeseer import HomeSeerFlow
from .network import NetworkFlow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homeassistant.config_entries import ConfigSubentryFlow

SOURCE_FLOWS: Final[Mapping[str, type[ConfigSubentryFlow]]] = {
    SourceKind.HOMESEER: HomeSeerFlow,
    SourceKind.NETWORK: NetworkFlow,
}
"""The form of each type of subentry."""
