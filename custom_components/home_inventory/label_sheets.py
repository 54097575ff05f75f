"""PDFs of label sheets over HTTP: what was ordered waits under a name that nobody can guess, and is made when it is fetched."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web
from homeassistant.components.http import KEY_HASS, HomeAssistantView

from .addresses import LABEL_SHEET_PATH
from .commands.base import NotLoadedError, get_inventory
from .const import DOMAIN

if TYPE_CHECKING:
    from aiohttp.web import Request

    from .domain.code_labels import PrintOrder


class LabelSheetView(HomeAssistantView):
    """Answers with the PDF of an order."""

    url = f"{LABEL_SHEET_PATH}/{{name}}.pdf"
    name = f"api:{DOMAIN}:label_sheet"

    async def get(self, request: Request, name: str) -> web.Response:
        """Return the PDF."""
        hass = request.app[KEY_HASS]
        try:
            order = get_inventory(hass).label_sheets.orders.get(name)
        except NotLoadedError:
            order = None
        if order is None:
            return self.json_message("These labels have been forgotten: print them anew.", HTTPStatus.NOT_FOUND)
        content = await hass.async_add_executor_job(_make, order)
        headers = {"Content-Disposition": 'inline; filename="labels.pdf"', "Cache-Control": "no-store"}
        return web.Response(body=content, content_type="application/pdf", headers=headers)


def _make(order: PrintOrder) -> bytes:
    """Return the PDF of an order."""
    from .printing.pdf import make_pdf  # noqa: PLC0415 - heavy, and needed by few

    return make_pdf(order, "Labels")
