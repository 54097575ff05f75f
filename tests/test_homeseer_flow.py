"""A HomeSeer added and changed through its forms, asked over real HTTP."""

from __future__ import annotations

import datetime as dt
import ipaddress
import json
import logging
import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from custom_components.home_inventory import homeseer_access
from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.flows import homeseer as flow_module
from custom_components.home_inventory.source_settings import (
    HomeSeerSettings,
    async_hear_sources,
    homeseer_url,
    settings_of,
)

from .forms import Forms, fields, options, suggested
from .homeseer_server import HomeSeerServer, Trouble, root

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator
    from pathlib import Path

    from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

    from custom_components.home_inventory.source_settings import SourceSettings

    from .kit import InventoryTestKit

LOGIN = ("default", "s3cret-Pässword")
OPTIONS = {"minutes": 15, "features_are_devices": False, "includes_hidden": False}
REFS = [
    root(10, "Lamp"),
    root(20, "Boiler", location="Utility room", location2="Cellar"),
    root(30, "Uptime", location="Counters", location2="Ground floor"),
    root(40, "Node", location="Z-Wave", location2="Node 122"),
]


@pytest.fixture
async def server() -> AsyncGenerator[HomeSeerServer]:
    """Return a HomeSeer that wants a login."""
    async with HomeSeerServer(REFS, login=LOGIN) as running:
        yield running


@pytest.fixture
async def forms(kit: InventoryTestKit, hass_client: ClientSessionGenerator) -> Forms:
    """Return somebody who adds a HomeSeer to a household with some places."""
    await kit.given_location("Ground floor", kind="floor")
    await kit.given_location("Kitchen", parent="Ground floor", kind="room")
    await kit.given_location("Shelf", parent="Kitchen")
    await kit.given_location("Box", parent="Shelf", kind="box")
    return await Forms.open(kit, hass_client, "homeseer")


def connection(server: HomeSeerServer, **more: Any) -> dict[str, Any]:
    """Return what is entered in the first form."""
    return {"url": server.url, "username": LOGIN[0], "password": LOGIN[1], "verify_ssl": True, **more}


async def added(forms: Forms, server: HomeSeerServer, kit: InventoryTestKit, **places: Any) -> HomeSeerSettings:
    """Add a HomeSeer and return its settings."""
    await forms.start()
    await forms.send(**connection(server))
    shown = await forms.send(site=kit.inventory.home_id, **OPTIONS)
    done = await forms.send(**places) if shown["type"] == "form" else shown
    assert done["type"] == "create_entry"
    return HomeSeerSettings.from_subentry(forms.sources[-1])


async def test_a_homeseer_is_added_in_three_steps(forms: Forms, server: HomeSeerServer, kit: InventoryTestKit) -> None:
    """Address and login, what to take, which place is which; nothing is kept before the last."""
    home, kitchen = kit.inventory.home_id, (await kit.location("Kitchen"))["id"]
    places_before = len(kit.inventory.locations.in_use())

    first = await forms.start()
    second = await forms.send(**connection(server, url=f" {server.url}/JSON "))
    third = await forms.send(site=home, **OPTIONS)
    kept_before = list(forms.sources)
    done = await forms.send(inner={"Kitchen": kitchen, "Utility room": "unplaced"}, outer={})

    assert [shown["step_id"] for shown in (first, second, third)] == ["user", "options", "places"]
    assert suggested(second) == {"site": home, **OPTIONS}
    assert (done["type"], done["title"], kept_before) == ("create_entry", server.url.removeprefix("http://"), [])
    assert [(source.unique_id, dict(source.data)) for source in forms.sources] == [
        (
            server.url,
            {
                **connection(server),
                **OPTIONS,
                "site": home,
                "places": {
                    "outer": {"Ground floor": None, "Cellar": None},
                    "inner": {"Kitchen": kitchen, "Utility room": "unplaced"},
                },
            },
        )
    ]
    assert server.asked == ["hsversion", "getsessionconfig", "getlocations"]
    assert len(kit.inventory.locations.in_use()) == places_before


async def test_places_are_offered_outermost_first_with_what_is_called_the_same(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit
) -> None:
    """Rooms of plug-ins and of nodes that nobody has named are left out; boxes are no rooms."""
    await forms.start()
    await forms.send(**connection(server))

    shown = await forms.send(site=kit.inventory.home_id, **OPTIONS)

    ground_floor, kitchen = [(await kit.location(name))["id"] for name in ("Ground floor", "Kitchen")]
    assert fields(shown) == ["outer/Ground floor", "outer/Cellar", "inner/Kitchen", "inner/Utility room"]
    assert suggested(shown) == {"outer": {"Ground floor": ground_floor}, "inner": {"Kitchen": kitchen}}
    assert list(options(shown, "Cellar").values()) == [
        *("unplaced", "Home", "Home / Ground floor", "Home / Ground floor / Kitchen"),
        "Home / Ground floor / Kitchen / Shelf",
    ]
    assert shown["description_placeholders"] == {
        "source": server.url.removeprefix("http://"),
        "outer": "Floor",
        "inner": "Room",
    }


async def test_of_two_places_with_a_name_none_is_suggested(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit
) -> None:
    """That would be guessing."""
    await kit.given_location("Kitchen", kind="room")
    await forms.start()
    await forms.send(**connection(server))

    shown = await forms.send(site=kit.inventory.home_id, **OPTIONS)

    assert "Kitchen" not in suggested(shown)["inner"]


async def test_places_of_another_site_are_not_offered(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit
) -> None:
    """A HomeSeer knows the devices of one house."""
    cabin = await kit.given_location("Cabin", parent=None, kind="site")
    await forms.start()
    second = await forms.send(**connection(server))

    shown = await forms.send(site=cabin, **OPTIONS)

    assert options(second, "site") == {kit.inventory.home_id: "Home", cabin: "Cabin"}
    assert list(options(shown, "Kitchen").values()) == ["unplaced", "Cabin"]


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({"isLocation1First": True}, ["outer/Kitchen", "outer/Utility room", "inner/Ground floor", "inner/Cellar"]),
        ({"isLocation1First": False, "useLocation2": False}, ["inner/Kitchen", "inner/Utility room"]),
        ({"isLocation1First": True, "useLocation2": False}, ["inner/Kitchen", "inner/Utility room"]),
    ],
)
async def test_homeseer_says_which_location_is_the_outer_one(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit, config: dict[str, bool], expected: list[str]
) -> None:
    """Its settings are read before anything is mapped."""
    server.config = {"useLocation2": True, **config}
    await forms.start()
    await forms.send(**connection(server))

    assert fields(await forms.send(site=kit.inventory.home_id, **OPTIONS)) == expected


@pytest.mark.parametrize(
    ("unknown", "last"),
    [
        ({"getsessionconfig"}, "form"),
        ({"getlocations"}, "create_entry"),
        ({"getsessionconfig", "getlocations"}, "create_entry"),
    ],
)
async def test_an_old_homeseer_knows_less(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit, unknown: set[str], last: str
) -> None:
    """Without names of places that step is left out."""
    server.unknown_requests = unknown
    await forms.start()
    second = await forms.send(**connection(server))

    assert second["last_step"] is (last == "create_entry")
    assert (await forms.send(site=kit.inventory.home_id, **OPTIONS))["type"] == last


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        (Trouble.PAGE, "not_homeseer"),
        (Trouble.EMPTY, "not_homeseer"),
        (Trouble.LIST, "not_homeseer"),
        (Trouble.ERROR_TEXT, "not_homeseer"),
        (Trouble.CUT_OFF, "bad_answer"),
        (Trouble.STATUS_500, "bad_answer"),
        (Trouble.REDIRECT, "bad_answer"),
        (Trouble.HANGS, "timeout"),
    ],
)
async def test_what_goes_wrong_is_said_and_can_be_mended(
    forms: Forms, server: HomeSeerServer, monkeypatch: pytest.MonkeyPatch, trouble: Trouble, error: str
) -> None:
    """The form comes back, nothing is kept, and the same form goes on later."""
    await forms.start()
    server.trouble = trouble
    with monkeypatch.context() as hasty:
        hasty.setattr(flow_module, "PATIENCE", 0.3 if trouble is Trouble.HANGS else 5)
        refused = await forms.send(**connection(server))
    server.trouble = None

    mended = await forms.send(**connection(server))

    assert (refused["step_id"], refused["errors"], forms.sources) == ("user", {"base": error}, [])
    assert mended["step_id"] == "options"


async def test_trouble_with_the_second_request_is_said_too(forms: Forms, server: HomeSeerServer) -> None:
    """Which location is the outer one is not guessed."""
    server.config = {}
    await forms.start()

    assert (await forms.send(**connection(server)))["errors"] == {"base": "not_homeseer"}


async def test_nobody_at_the_address_is_said(forms: Forms, server: HomeSeerServer) -> None:
    """The same form goes on once somebody is."""
    await server.stop()
    await forms.start()

    refused = await forms.send(**connection(server))
    await server.start()

    assert refused["errors"] == {"base": "cannot_connect"}
    assert (await forms.send(**connection(server)))["step_id"] == "options"


async def test_a_wrong_login_is_refused(forms: Forms, server: HomeSeerServer) -> None:
    """As is none where one is wanted."""
    wrong = [{"password": "wrong"}, {"username": "somebody"}, {"username": "", "password": ""}]
    await forms.start()

    answers = [await forms.send(**connection(server, **more)) for more in wrong]

    assert [answer["errors"] for answer in answers] == [{"base": "invalid_auth"}] * 3


async def test_what_can_not_be_right_is_not_even_tried(forms: Forms, server: HomeSeerServer) -> None:
    """The form says at which field."""
    addresses = ("homeseer on the shelf", "ftp://127.0.0.1", "http://me:secret@127.0.0.1", "http://127.0.0.1:99999", "")
    await forms.start()

    flawed = [await forms.send(**connection(server, url=url)) for url in addresses]
    nameless = await forms.send(**connection(server, username=" "))
    both = await forms.send(**connection(server, url="", username=""))

    assert [answer["errors"] for answer in flawed] == [{"url": "invalid_url"}] * 5
    assert nameless["errors"] == {"username": "username_needed"}
    assert both["errors"] == {"url": "invalid_url", "username": "username_needed"}
    assert server.asked == []


async def test_a_homeseer_without_a_login_is_asked_without_one(forms: Forms, kit: InventoryTestKit) -> None:
    """As in most home networks."""
    async with HomeSeerServer(REFS) as open_to_all:
        await forms.start()
        await forms.send(url=open_to_all.url, verify_ssl=True)
        await forms.send(site=kit.inventory.home_id, **OPTIONS)
        await forms.send()

        assert not any("Authorization" in headers for headers in open_to_all.headers)
        assert HomeSeerSettings.from_subentry(forms.sources[0]).login is None


async def test_a_certificate_that_nobody_vouches_for_is_refused_unless_told_otherwise(
    forms: Forms, tmp_path: Path
) -> None:
    """HomeSeer makes its own."""
    with over_tls(HomeSeerServer(REFS), tmp_path) as url:
        await forms.start()
        refused = await forms.send(url=url, verify_ssl=True)
        taken = await forms.send(url=url, verify_ssl=False)

    assert refused["errors"] == {"base": "certificate"}
    assert taken["step_id"] == "options"


@contextmanager
def over_tls(homeseer: HomeSeerServer, folder: Path) -> Generator[str]:
    """Let a HomeSeer answer over https; in a thread, whose broken handshakes are nobody's trouble."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = homeseer.body(parse_qs(urlsplit(self.path).query)["request"][0])
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    server.socket = self_made(folder).wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"https://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def self_made(folder: Path) -> ssl.SSLContext:
    """Return a certificate for 127.0.0.1 that is its own authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "homeseer.pem"
    pem.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


async def test_the_same_address_is_there_only_once(forms: Forms, server: HomeSeerServer, kit: InventoryTestKit) -> None:
    """However it is written."""
    await added(forms, server, kit)
    written = (server.url, f"{server.url}/", f" {server.url}/json", server.url.removeprefix("http://"))

    again = [(await forms.start()) and await forms.send(**connection(server, url=url)) for url in written]

    assert [(answer["type"], answer["reason"]) for answer in again] == [("abort", "already_configured")] * 4
    assert len(forms.sources) == 1


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("HS.Example", "http://hs.example"),
        ("http://hs.example:80/", "http://hs.example"),
        ("https://hs.example:443/JSON", "https://hs.example"),
        ("https://hs.example:80", "https://hs.example:80"),
        ("http://[FD00::5]:80/hs", "http://[fd00::5]/hs"),
        ("192.168.1.5:8080", "http://192.168.1.5:8080"),
    ],
)
def test_an_address_has_one_form(written: str, url: str) -> None:
    """The usual port is left out, so that two ways to write it are one HomeSeer."""
    assert homeseer_url(written) == homeseer_url(url) == url


async def test_two_homeseers_of_two_houses_live_side_by_side(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit
) -> None:
    """Each has its own settings."""
    async with HomeSeerServer(REFS, login=LOGIN, generation=3) as other:
        one, two = await added(forms, server, kit), await added(forms, other, kit)

    assert settings_of(kit.entry) == (one, two)
    assert (one.url, two.url) == (server.url, other.url)


async def test_reconfiguring_shows_what_was_chosen_but_no_password(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit
) -> None:
    """A password that is left empty stays; what HomeSeer lists no more is remembered."""
    kitchen = (await kit.location("Kitchen"))["id"]
    before = await added(forms, server, kit, inner={"Kitchen": kitchen, "Utility room": "unplaced"})
    server.refs = [root(10, "Lamp"), root(50, "Bell", location="Hall")]

    first = await forms.start(forms.sources[0])
    second = await forms.send(url=server.url, username=LOGIN[0], verify_ssl=True)
    third = await forms.send(site=kit.inventory.home_id, minutes=30, features_are_devices=True, includes_hidden=True)
    done = await forms.send(outer={}, inner={"Kitchen": kitchen})

    assert [shown["step_id"] for shown in (first, second, third)] == ["reconfigure", "options", "places"]
    assert suggested(first) == {"url": server.url, "username": LOGIN[0], "verify_ssl": True}
    assert LOGIN[1] not in json.dumps([first, second, third])
    assert suggested(third) == {"outer": {}, "inner": {"Kitchen": kitchen}}
    assert (done["type"], done["reason"]) == ("abort", "reconfigure_successful")
    (source,) = forms.sources
    after = HomeSeerSettings.from_subentry(source)
    assert (after.source_id, after.password, after.minutes) == (before.source_id, LOGIN[1], 30)
    assert (after.features_are_devices, after.includes_hidden) == (True, True)
    assert after.places == {
        "outer": {"Ground floor": None, "Cellar": None},
        "inner": {"Kitchen": kitchen, "Utility room": "unplaced", "Hall": None},
    }


async def test_reconfiguring_moves_to_another_address(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit
) -> None:
    """Its refs stay its own, the name follows; without a user name there is no use for the password, so it is forgotten."""
    before = await added(forms, server, kit)
    await server.stop()
    async with HomeSeerServer(REFS) as moved:
        await forms.start(forms.sources[0])
        second = await forms.send(url=moved.url, verify_ssl=False)
        third = await forms.send(**suggested(second))
        await forms.send(**suggested(third))

        (source,) = forms.sources
        after = HomeSeerSettings.from_subentry(source)
        assert (source.unique_id, source.title) == (moved.url, after.host)
        assert (after.source_id, after.url, after.login) == (before.source_id, moved.url, None)
        assert (after.password, after.verify_ssl) == ("", False)


async def test_a_name_that_somebody_gave_stays(forms: Forms, server: HomeSeerServer, kit: InventoryTestKit) -> None:
    """Whatever the address is."""
    await added(forms, server, kit)
    kit.hass.config_entries.async_update_subentry(kit.entry, forms.sources[0], title="Cellar box")
    async with HomeSeerServer(REFS, login=LOGIN) as moved:
        await forms.start(forms.sources[0])
        second = await forms.send(**connection(moved))
        third = await forms.send(**suggested(second))
        await forms.send(**suggested(third))

        assert [(source.title, source.unique_id) for source in forms.sources] == [("Cellar box", moved.url)]


async def test_a_change_that_fails_leaves_everything_as_it_was(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit
) -> None:
    """Also one that is given up half way."""
    before = await added(forms, server, kit)
    await forms.start(forms.sources[0])

    refused = await forms.send(**connection(server, password="wrong"))
    await forms.send(**connection(server))
    await forms.send(site=kit.inventory.home_id, minutes=1440, features_are_devices=True, includes_hidden=True)

    assert (refused["step_id"], refused["errors"]) == ("reconfigure", {"base": "invalid_auth"})
    assert settings_of(kit.entry) == (before,)


async def test_a_homeseer_can_not_take_the_address_of_another(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit
) -> None:
    """Its own it may keep."""
    async with HomeSeerServer(REFS, login=LOGIN) as other:
        before = (await added(forms, server, kit), await added(forms, other, kit))
        await forms.start(forms.sources[1])

        refused = await forms.send(**connection(server))

    assert (refused["type"], refused["reason"]) == ("abort", "already_configured")
    assert settings_of(kit.entry) == before


async def test_a_place_that_was_archived_is_not_suggested_any_more(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit
) -> None:
    """Nor is a site that is none any more; the choice is made anew."""
    cabin = await kit.given_location("Cabin", parent=None, kind="site")
    shed = await kit.given_location("Shed", parent="Cabin")
    await forms.start()
    await forms.send(**connection(server))
    await forms.send(site=cabin, **OPTIONS)
    await forms.send(inner={"Kitchen": shed})
    await kit.ws("location/remove", location="Shed")
    await kit.ws("location/remove", location="Cabin")

    await forms.start(forms.sources[0])
    second = await forms.send(**connection(server))
    third = await forms.send(**suggested(second))

    assert suggested(second)["site"] == kit.inventory.home_id
    assert "Kitchen" not in suggested(third)["inner"]


@pytest.mark.parametrize("sent", [0, 1, 2])
async def test_without_a_running_inventory_a_form_ends(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit, sent: int
) -> None:
    """Its places are not known then, however far it has come."""
    values = [connection(server), {"site": kit.inventory.home_id, **OPTIONS}, {}]
    await forms.start()
    for answer in values[:sent]:
        await forms.send(**answer)
    await kit.hass.config_entries.async_unload(kit.entry.entry_id)

    ended = await forms.send(**values[sent])
    anew = await forms.start()

    assert (ended["type"], ended["reason"], forms.sources) == ("abort", "not_loaded", [])
    assert (anew["type"], anew["reason"]) == ("abort", "not_loaded")


async def test_a_source_that_is_removed_meanwhile_ends_its_form(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit
) -> None:
    """There is nothing left to change."""
    await added(forms, server, kit)
    await forms.start(forms.sources[0])
    kit.hass.config_entries.async_remove_subentry(kit.entry, forms.sources[0].subentry_id)

    ended = await forms.send(**connection(server))

    assert (ended["type"], ended["reason"], forms.sources) == ("abort", "source_gone", [])


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (("Ground floor", "Kitchen"), "K"),
        (("Ground floor", "Hall"), "G"),
        (("Ground floor", "Attic"), None),
        (("Cellar", "Kitchen"), "K"),
        (("Cellar",), None),
        (("Kitchen",), "K"),
        (("Ground floor",), "G"),
        (("Nowhere",), None),
        ((), None),
    ],
)
def test_the_inner_place_counts_before_the_outer_one(told: tuple[str, ...], expected: str | None) -> None:
    """What was left alone counts as the place around it; what is no place of ours has none, whatever is around it."""
    settings = HomeSeerSettings(
        site_id="S",
        places={
            "outer": {"Ground floor": "G", "Cellar": None},
            "inner": {"Kitchen": "K", "Hall": None, "Attic": "unplaced"},
        },
    )

    assert settings.location_of(told) == expected


def test_settings_say_what_is_observed_and_how_often() -> None:
    """In the words of the source."""
    settings = HomeSeerSettings(site_id="S", url="https://hs.example:8888", minutes=5, includes_hidden=True)

    assert (settings.host, settings.interval) == ("hs.example:8888", dt.timedelta(minutes=5))
    assert (settings.observing.skips_hidden, settings.observing.features_are_devices) == (False, False)


async def test_the_password_is_in_no_log_and_no_text(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the right one nor a wrong one."""
    with caplog.at_level(logging.DEBUG):
        await forms.start()
        await forms.send(**connection(server, password="wr0ng-password"))
        settings = await added(forms, server, kit)

    assert LOGIN[1] not in repr(settings)
    assert [word for word in (LOGIN[1], "wr0ng-password") if word in caplog.text] == []


async def test_whoever_listens_hears_of_sources(forms: Forms, server: HomeSeerServer, kit: InventoryTestKit) -> None:
    """When one is added, changed or removed, and of nothing else."""
    heard: list[tuple[SourceSettings, ...]] = []
    stop = async_hear_sources(kit.hass, kit.entry, heard.append)

    settings = await added(forms, server, kit)
    kit.hass.config_entries.async_update_entry(kit.entry, title="Another name")
    kit.hass.config_entries.async_update_subentry(kit.entry, forms.sources[0], title="The same")
    kit.hass.config_entries.async_remove_subentry(kit.entry, settings.source_id)
    stop()
    await added(forms, server, kit)

    assert heard == [(settings,), ()]


async def test_a_login_that_is_refused_later_can_be_entered_under_repairs(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit
) -> None:
    """It is tried before it is kept."""
    settings = await added(forms, server, kit)
    server.login = ("admin", "n3w-password")
    homeseer_access.async_ask_for_login(kit.hass, kit.entry, settings.source_id)
    issue = homeseer_access.login_issue_of(settings.source_id)

    shown = await forms.fix(issue)
    refused = await forms.send_fix(username="admin", password="wrong")
    before = settings_of(kit.entry)
    done = await forms.send_fix(username=" admin ", password="n3w-password")

    assert (shown["step_id"], suggested(shown)) == ("login", {"username": LOGIN[0]})
    assert (refused["errors"], before) == ({"base": "invalid_auth"}, (settings,))
    assert done["type"] == "create_entry"
    assert settings_of(kit.entry)[0].login == ("admin", "n3w-password")
    assert issue not in await issues(kit)


async def test_two_homeseers_can_ask_for_a_login_at_once(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit
) -> None:
    """Each by its name, and asking twice is asking once."""
    async with HomeSeerServer(REFS, login=LOGIN) as other:
        both = (await added(forms, server, kit), await added(forms, other, kit))
    for settings in (*both, *both):
        homeseer_access.async_ask_for_login(kit.hass, kit.entry, settings.source_id)

    assert {
        issue: found["translation_placeholders"]
        for issue, found in (await issues(kit)).items()
        if issue.startswith("homeseer_login")
    } == {homeseer_access.login_issue_of(one.source_id): {"source": one.host} for one in both}


async def test_nobody_is_asked_about_a_source_that_is_gone(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit
) -> None:
    """The repair goes away."""
    settings = await added(forms, server, kit)
    homeseer_access.async_ask_for_login(kit.hass, kit.entry, settings.source_id)
    kit.hass.config_entries.async_remove_subentry(kit.entry, settings.source_id)

    ended = await forms.fix(homeseer_access.login_issue_of(settings.source_id))

    assert (ended["type"], ended["reason"]) == ("abort", "source_gone")
    assert homeseer_access.login_issue_of(settings.source_id) not in await issues(kit)


async def test_reconfiguring_with_another_login_settles_the_repair(
    forms: Forms, server: HomeSeerServer, kit: InventoryTestKit
) -> None:
    """There is nothing left to ask."""
    settings = await added(forms, server, kit)
    homeseer_access.async_ask_for_login(kit.hass, kit.entry, settings.source_id)
    await forms.start(forms.sources[0])
    second = await forms.send(**connection(server))
    third = await forms.send(**suggested(second))
    await forms.send(**suggested(third))

    assert homeseer_access.login_issue_of(settings.source_id) not in await issues(kit)


async def issues(kit: InventoryTestKit) -> dict[str, Any]:
    """Return our repair issues as the front end lists them."""
    client = await kit.client()
    await client.send_json_auto_id({"type": "repairs/list_issues"})
    listed = (await client.receive_json())["result"]["issues"]
    return {issue["issue_id"]: issue for issue in listed if issue["domain"] == DOMAIN}
