"""The configuration folder of a Home Assistant that nobody has to click through."""

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[2]
DOMAIN = "home_inventory"

# default_config is gone: what a start does not set up by itself is named here.
CONFIGURATION = """\
# Written once; change it as you like.
automation: !include automations.yaml
assist_pipeline:
config:
history:
logbook:
mobile_app:
recorder:
logger:
  default: warning
  logs:
    custom_components.home_inventory: info
    # A library for camera pictures that a test machine has no use for.
    homeassistant.components.camera.img_util: critical
"""

# The step "user" stays open: it is done over REST, as a person's browser does it.
ONBOARDED = ["core_config", "analytics", "integration"]


def write_configuration(folder: Path, port: int) -> None:
    """Make the folder ready for a start on this loopback port; keeps what is there already."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_once(folder / "configuration.yaml", CONFIGURATION)
    _write_once(folder / "automations.yaml", "[]\n")
    storage = folder / ".storage"
    storage.mkdir(exist_ok=True)
    if not (storage / "onboarding").exists():
        _store(storage, "onboarding", {"done": ONBOARDED}, version=4)
    # Version 2.2 is what 2026.10 writes; 2026.11 brings it up to its own.
    _store(storage, "http", _http(port), version=2, minor_version=2)


def link_integration(folder: Path) -> None:
    """Let the folder use the integration of this working copy."""
    link = folder / "custom_components"
    target = REPOSITORY / "custom_components"
    if link.is_symlink() and link.resolve() == target:
        return
    if link.is_symlink():
        link.unlink()
    elif link.exists():
        message = f"{link} is a folder of its own: move it away to use the integration of {REPOSITORY}"
        raise FileExistsError(message)
    link.symlink_to(target, target_is_directory=True)


def copy_integration(folder: Path, *, frontend: bool) -> None:
    """Copy the integration into the folder, with or without its built front end."""
    target = folder / "custom_components" / DOMAIN
    shutil.copytree(
        REPOSITORY / "custom_components" / DOMAIN,
        target,
        ignore=shutil.ignore_patterns("__pycache__", *([] if frontend else ["frontend"])),
    )


def unpack_release(folder: Path, archive: Path) -> None:
    """Unpack a release the way Home Assistant's marketplace does."""
    target = folder / "custom_components" / DOMAIN
    target.mkdir(parents=True)
    with zipfile.ZipFile(archive) as release:
        release.extractall(target)


def _http(port: int) -> dict[str, Any]:
    stable = {
        "server_host": ["127.0.0.1"],
        "server_port": port,
        "cors_allowed_origins": [],
        "login_attempts_threshold": -1,
        "ip_ban_enabled": False,
        "use_x_frame_options": True,
        "ssl_profile": "modern",
        "created_at": "2026-01-01T00:00:00+00:00",
        "error": None,
        "error_message": None,
    }
    return {"stable": stable, "pending": None, "yaml_migration_done": True}


def _store(storage: Path, key: str, data: dict[str, Any], *, version: int, minor_version: int = 1) -> None:
    content = {"version": version, "minor_version": minor_version, "key": key, "data": data}
    (storage / key).write_text(json.dumps(content, indent=2))


def _write_once(path: Path, text: str) -> None:
    if not path.exists():
        path.write_text(text)
