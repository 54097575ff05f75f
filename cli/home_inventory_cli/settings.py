"""Where Home Assistant is and who asks: options come before the environment, and that before what `inv login` has kept."""

from __future__ import annotations

import json
import os
import stat
import sys
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from .errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

URL: Final = "HOME_INVENTORY_URL"
TOKEN: Final = "HOME_INVENTORY_TOKEN"  # noqa: S105 - the name of a variable
CONFIG: Final = "HOME_INVENTORY_CONFIG"
LANGUAGE: Final = "HOME_INVENTORY_LANGUAGE"
TIMEOUT: Final = 30.0
_MOST: Final = 4096
"""Letters; Home Assistant's tokens have less than 200."""
_KEPT: Final = ("url", "token", "insecure", "ca")


@dataclass(frozen=True)
class Settings:
    """How to reach Home Assistant."""

    url: str | None = None
    """Address without a slash at the end."""
    token: str | None = field(default=None, repr=False)
    insecure: bool = False
    """Whether any certificate is believed."""
    ca: str | None = None
    """A file with certificates that are believed besides those of the system."""
    timeout: float = TIMEOUT
    """Seconds."""
    language: str | None = None
    """Two letters, for messages of the inventory."""


def settings_from(options: Mapping[str, Any], environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings. Raises UsageError for an address, a token or a file that can't be one."""
    kept = load(config_file(environment))
    if options.get("url") or environment.get(URL):
        kept = _for_another_address(kept, str(options.get("url") or environment[URL]))
    token = options.get("token_file") and read_token(options["token_file"])
    given = {name: options[name] for name in ("insecure", "ca", "timeout") if options.get(name) is not None}
    return replace(
        kept,
        token=token or (clean_token(environment[TOKEN]) if environment.get(TOKEN) else kept.token),
        language=_language(options.get("language"), environment),
        **given,
    )


def _for_another_address(kept: Settings, url: str) -> Settings:
    """Return what still counts when the address is said; a token is never sent to another Home Assistant than it was kept for."""
    cleaned = clean_url(url)
    return kept if cleaned == kept.url else Settings(url=cleaned)


def clean_url(url: str) -> str:
    """Return an address as it is kept. Raises UsageError if it is none."""
    text = url.strip() if "://" in url else f"http://{url.strip()}"
    text = text.replace("wss://", "https://", 1).replace("ws://", "http://", 1)
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as err:
        raise UsageError(f"{url} is no address: {err}.") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise UsageError(f"{url} is no address of Home Assistant: give one as http://homeassistant.local:8123.")
    return text.rstrip("/").removesuffix("/api/websocket")


def clean_token(text: str) -> str:
    """Return a token. Raises UsageError, which does not say it, if it can't be one."""
    token = text.strip()
    if not token or len(token) > _MOST or not token.isascii() or any(sign.isspace() for sign in token):
        raise UsageError(
            "This is no token: make a long-lived one on the security page of your profile in Home Assistant."
        )
    return token


def read_token(name: str) -> str:
    """Return the token that stands in a file, or comes from standard input (`-`). Raises UsageError."""
    if name == "-":
        return clean_token(sys.stdin.read(_MOST + 2))
    try:
        return clean_token(Path(name).expanduser().read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as err:
        raise UsageError(f"The token can't be read from {name}: {err}.") from None


def config_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where `inv login` keeps the address and the token."""
    if environment.get(CONFIG):
        return Path(environment[CONFIG]).expanduser()
    base = environment.get("XDG_CONFIG_HOME") or environment.get("APPDATA") or "~/.config"
    return Path(base).expanduser() / "home-inventory" / "cli.json"


def load(path: Path) -> Settings:
    """Return what was kept; nothing when there is no file. Raises UsageError for one that can't be used."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        opened_for = path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as err:
        raise UsageError(f"{path} can't be read ({err}): run `inv login` again.") from None
    if not isinstance(content, dict):
        raise UsageError(f"{path} holds something else: run `inv login` again.")
    if os.name == "posix" and opened_for:
        raise UsageError(f"{path} holds a token and others may read it: run `chmod 600 {path}`.")
    known = {each.name for each in fields(Settings)} & set(_KEPT)
    return Settings(**{name: value for name, value in content.items() if name in known})


def save(path: Path, settings: Settings) -> None:
    """Keep what is needed the next time, for this user alone. Raises UsageError if it can't be written."""
    kept = {name: value for name, value in asdict(settings).items() if name in _KEPT and value}
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(kept, file, indent=2)
        fresh.replace(path)
    except OSError as err:
        fresh.unlink(missing_ok=True)
        raise UsageError(f"{path} can't be written: {err}.") from None


def _language(wanted: str | None, environment: Mapping[str, str]) -> str | None:
    """Return the language of messages, as two letters."""
    places = (LANGUAGE, "LC_ALL", "LC_MESSAGES", "LANG")
    said = wanted or next((environment[name] for name in places if environment.get(name)), "")
    code = said.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return code if len(code) == 2 and code.isalpha() else None  # noqa: PLR2004 - letters of a code
