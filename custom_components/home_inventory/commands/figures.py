"""The command for what the inventory adds up to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..figure_shapes import site_figures_view
from .base import Call, Command

if TYPE_CHECKING:
    from ..views import View


async def _list(call: Call) -> View:
    """Return what each site in use adds up to, the home first, then by name."""
    inventory = call.inventory
    found = await inventory.figures.async_by_site(
        home_id=inventory.home_id,
        currency=inventory.currency,
        today=inventory.today,
        days=inventory.warning_days,
    )
    named = [(site, figures) for site_id, figures in found.items() if (site := inventory.locations.get(site_id))]
    named.sort(key=lambda pair: (pair[0].id != inventory.home_id, pair[0].name.casefold()))
    return {"sites": [site_figures_view(site, figures, inventory.currency) for site, figures in named]}


FIGURE_COMMANDS: Final = (Command(name="site/figures", run=_list, fields={}),)
