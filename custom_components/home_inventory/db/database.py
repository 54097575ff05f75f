"""The only door to the database, and the only file here that knows the recorder.

Reads run at once, in the recorder's executor. Writes queue: see writer.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Concatenate

from homeassistant.helpers.recorder import get_instance
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session

from ..domain.errors import StoreUnavailableError
from .migrations import migrate
from .work import Work
from .writer import Job, Writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from homeassistant.components.recorder import Recorder
    from homeassistant.core import HomeAssistant

    from ..domain.actor import Actor
    from ..domain.models import Notice

type UseCase[**P, T] = Callable[Concatenate[Work, P], T]


class Database:
    """Runs functions of this package on the recorder's database."""

    def __init__(self, hass: HomeAssistant, publish: Callable[[Notice], None]) -> None:
        """Take who is told about each commit, before the caller is answered."""
        self._hass = hass
        self._writer = Writer(
            engine=lambda: self._engine,
            submit=lambda run: self._recorder.async_add_executor_job(run),  # noqa: PLW0108 - asked for anew
            publish=publish,
        )

    @property
    def _recorder(self) -> Recorder:
        """Return the recorder. Its engine is asked for anew each time: recovery from corruption replaces it."""
        return get_instance(self._hass)

    @property
    def _engine(self) -> Any:
        return self._recorder.engine

    async def async_open(self) -> None:
        """Bring the tables up to date. Raises NewerSchemaError or StoreUnavailableError."""
        try:
            await self._recorder.async_add_executor_job(lambda: migrate(self._engine))
        except DBAPIError as err:
            raise StoreUnavailableError from err

    async def async_ping(self) -> bool:
        """Return whether the database answers."""
        try:
            return await self.async_read(lambda session: session.scalar(select(1)) == 1)
        except StoreUnavailableError:
            return False

    async def async_close(self) -> None:
        """Finish the writes that wait."""
        await self._writer.async_finish()

    async def async_read[**P, T](
        self, func: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a function that only reads."""

        def read() -> T:
            try:
                with Session(self._engine, expire_on_commit=False) as session:
                    return func(session, *args, **kwargs)
            except OperationalError as err:
                raise StoreUnavailableError from err

        return await self._recorder.async_add_executor_job(read)

    async def async_write[**P, T](
        self, actor: Actor, use_case: UseCase[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Notice | None]:
        """Run a use case in a transaction of its own; return its result and what was told after the commit."""
        job = Job(actor, lambda work: use_case(work, *args, **kwargs), self._hass.loop.create_future())
        self._writer.put(job)
        return await job.done
