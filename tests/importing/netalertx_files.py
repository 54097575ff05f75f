"""NetAlertX's table of devices as its exports write it, made up for the tests."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

_USUAL = {
    "devOwner": "House", "devGroup": "Always on", "devFavorite": 0, "devComments": "", "devFirstConnection": "2025-01-02 03:04:05",
    "devLastConnection": "2026-10-01 08:09:10", "devPrimaryIPv4": "", "devPrimaryIPv6": "", "devVlan": "", "devForceStatus": "",
    "devStaticIP": 0, "devScan": 1, "devLogEvents": 1, "devAlertEvents": 1, "devAlertDown": 0, "devSkipRepeated": 0,
    "devLastNotification": None, "devPresentLastScan": 1, "devIsNew": 0, "devIsArchived": 0, "devParentPort": None,
    "devParentRelType": "default", "devIcon": "", "devGUID": "", "devSite": "default", "devSSID": "", "devSyncHubNode": "",
    "devSourcePlugin": "ARPSCAN", "devCustomProps": "", "devFQDN": "",
}  # fmt: skip


def _device(mac: str, name: str, ip: str, **more: Any) -> dict[str, Any]:
    """Return a device."""
    return {"devMac": mac, "devName": name, "devLastIP": ip, **_USUAL, **more}


DEVICES = [
    _device("00:17:88:00:00:01", "Hue bridge", "192.168.1.20", devType="Gateway", devVendor="Signify", devLocation="Hall"),
    _device("B8:27:EB:00:00:02", "Pi, kitchen", "192.168.1.21", devType="Server", devVendor="Raspberry Pi", devLocation="Kitchen"),
]  # fmt: skip


def as_csv() -> bytes:
    """Return the file of the CSV export: every cell in quotes."""
    text = io.StringIO()
    writer = csv.DictWriter(text, DEVICES[0], quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(DEVICES)
    return text.getvalue().encode()


def as_json() -> bytes:
    """Return the answer of `/devices/export/json`."""
    return json.dumps({"data": DEVICES, "columns": list(DEVICES[0])}).encode()
