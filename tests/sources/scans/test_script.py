"""The script for Windows writes what the schema says. It can't run here: an example stands for what it writes."""

import json
import re

import pytest

from .conftest import CONTRIB, DATA

SCHEMA = json.loads((CONTRIB / "home_inventory_scan.schema.json").read_text())
SCRIPT = (CONTRIB / "Scan-Network.ps1").read_text(encoding="ascii")
EXAMPLES = ("scan_network_ps1.json", "home_inventory_scan.example.json")


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_fits_the_schema(name):
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads((DATA / name).read_text()))


def keys(value: object) -> set[str]:
    """Return the names of all members, at any depth."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return set(value if isinstance(value, dict) else ()).union(*map(keys, inner))


def test_the_example_has_just_the_members_that_the_script_writes():
    lines = re.findall(r"^ +([a-z_]+) += ", SCRIPT, re.MULTILINE)
    inline = re.findall(r"[{;] ([a-z]+) = ", SCRIPT)
    later = re.findall(r"\$(?:found|scan)\.([a-z_]+) = ", SCRIPT)
    assert {*lines, *inline, *later} == keys(json.loads((DATA / EXAMPLES[0]).read_text()))


def test_the_script_minds_the_traps_of_windows_powershell():
    assert "-Depth 6" in SCRIPT
    assert "UTF8Encoding $false" in SCRIPT
    assert "hosts       = @($hosts)" in SCRIPT
    assert "[string] $row.State" in SCRIPT
