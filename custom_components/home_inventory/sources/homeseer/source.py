"""One HomeSeer as a source: asked, read, and said in the words that all sources share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ...domain.source_errors import Flaw, SourceAnswerError
from .models import SessionConfig
from .observing import harvest_of
from .tracing import difference_between, traces_of

if TYPE_CHECKING:
    from ...domain.observations import Harvest
    from .client import HomeSeerClient, Offload
    from .models import StatusBody
    from .observing import ObservingOptions
    from .tracing import Difference, Trace


class HomeSeerSource:
    """Brings the devices of one HomeSeer."""

    def __init__(self, client: HomeSeerClient, source_id: str, options: ObservingOptions, offload: Offload) -> None:
        """Take the id that refs are counted in: the same ref at another HomeSeer is another device."""
        self._client = client
        self._source_id = source_id
        self._options = options
        self._offload = offload
        self._traces: dict[int, Trace] = {}
        self.difference: Difference | None = None
        """What the last run found changed since the one before; None after the first."""

    async def async_harvest(self, known: int) -> Harvest:
        """Return everything that HomeSeer lists; `known` as in `harvest_of`. Raises SourceError, and is then as before."""
        config = await self._async_config()
        body = await self._client.async_status()
        harvest, traces = await self._offload(partial(self._look, body, config, known))
        self.difference = difference_between(self._traces, traces) if self._traces else None
        self._traces = traces
        return harvest

    async def _async_config(self) -> SessionConfig:
        """Return which location is the outer one.

        A HomeSeer that doesn't know the request has the usual order. Any other trouble ends the run: guessing wrong would move
        every device.
        """
        try:
            return await self._client.async_session_config()
        except SourceAnswerError as err:
            if err.flaw is not Flaw.ERROR_TEXT:
                raise
            return SessionConfig()

    def _look(self, body: StatusBody, config: SessionConfig, known: int) -> tuple[Harvest, dict[int, Trace]]:
        """Make observations and traces of a body, in a thread."""
        harvest = harvest_of(
            body,
            config,
            source_id=self._source_id,
            source=self._client.host,
            options=self._options,
            known=known,
        )
        return harvest, traces_of(body.entries)
