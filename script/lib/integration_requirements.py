"""Print the Python packages that a start of Home Assistant would otherwise install by itself.

Home Assistant installs the requirements of an integration when it first sets it up. What is
always set up, and what the demo and the tests use, is known beforehand: its requirements are
read from the manifests of the installed Home Assistant, so that the lock files can hold them
and a start needs no network.
"""

import json
from pathlib import Path

import homeassistant
from homeassistant.auth.mfa_modules.totp import REQUIREMENTS as ONE_TIME_PASSWORDS
from homeassistant.bootstrap import DEFAULT_INTEGRATIONS

COMPONENTS = Path(homeassistant.__file__).parent / "components"

# What configuration.yaml and the tests ask for beyond the defaults.
WANTED = {
    "ai_task",
    "assist_pipeline",
    "calendar",
    "config",
    "event",
    "file_upload",
    "history",
    "image_upload",
    "logbook",
    "lovelace",
    "mcp_server",
    "media_source",
    "mobile_app",
    "panel_custom",
    "recorder",
    "sun",
    "todo",
}


def manifest(domain: str) -> dict[str, list[str]]:
    """Return the manifest of a built-in integration, or an empty one."""
    path = COMPONENTS / domain / "manifest.json"
    found: dict[str, list[str]] = json.loads(path.read_text()) if path.exists() else {}
    return found


def with_dependencies(domains: set[str]) -> set[str]:
    """Return the domains and everything that Home Assistant installs together with them."""
    known: set[str] = set()
    waiting = list(domains)
    while waiting:
        domain = waiting.pop()
        if domain not in known:
            known.add(domain)
            found = manifest(domain)
            waiting += found.get("dependencies", []) + found.get("after_dependencies", [])
    return known


def main() -> None:
    """Print one requirement per line, sorted."""
    domains = with_dependencies(set(DEFAULT_INTEGRATIONS) | WANTED)
    requirements = {requirement for domain in domains for requirement in manifest(domain).get("requirements", [])}
    print("\n".join(sorted(requirements.union(ONE_TIME_PASSWORDS), key=str.lower)))


if __name__ == "__main__":
    main()
