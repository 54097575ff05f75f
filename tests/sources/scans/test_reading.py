"""What other programs have found is read as what was seen, and no more."""

import json
from datetime import UTC, datetime

import pytest

from custom_components.home_inventory.domain.observations import (
    Conflict,
    Identity,
    IdentityKind,
    Link,
    Origin,
    Presence,
    Told,
)
from custom_components.home_inventory.sources.scans import errors
from custom_components.home_inventory.sources.scans.hosts import MAX_HOSTS, Reason
from custom_components.home_inventory.sources.scans.layouts import Column
from custom_components.home_inventory.sources.scans.reading import read_scan

from .conftest import DATA, by_mac

PI = "b8:27:eb:b3:6d:6f"
SWITCH = "00:1d:aa:00:00:01"
OTHER_SWITCH = "00:1d:aa:00:00:02"
LAB = "192.168.68.0/24"


def own(**members: object) -> bytes:
    return json.dumps({"format": "home-inventory-scan", "version": 1, "hosts": [], **members}).encode()


@pytest.mark.parametrize(
    ("name", "scan_format", "count", "networks"),
    [
        ("arp_scan_1.10_home_lan_unknown_and_local.txt", "arp_scan", 6, ()),
        ("arp_scan_default_with_dup.txt", "arp_scan", 42, ()),
        ("dnsmasq.leases", "dnsmasq", 6, ()),
        ("fing_cli_log_csv_2018.csv", "fing_log", 5, ()),
        ("home_inventory_scan.example.json", "home-inventory-scan", 13, (LAB,)),
        ("ip_neigh.json", "ip_neigh", 41, ()),
        ("netalertx_api_export.csv", "netalertx", 24, ()),
        ("nmap_sn_root.xml", "nmap", 42, (LAB,)),
        ("scan_network_ps1.json", "home-inventory-scan", 3, (LAB,)),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_is_known_by_its_content(name, scan_format, count, networks, encoding):
    scan = read_scan((DATA / name).read_bytes().decode().encode(encoding))
    assert (scan.format, len(scan.harvest.observations), scan.problems) == (scan_format, count, ())
    assert (scan.harvest.networks, scan.harvest.is_complete) == (networks, bool(networks))


def test_a_host_has_its_addresses_names_and_vendor_in_the_scope_of_its_site():
    seen = by_mac(read_scan((DATA / "nmap_sn_root.xml").read_bytes(), site="cabin"))["00:17:88:cb:f7:21"]
    assert [(one.kind, one.value, one.scope) for one in seen.identities] == [
        (IdentityKind.MAC, "00:17:88:cb:f7:21", ""),
        (IdentityKind.ADDRESS, "192.168.68.18", "cabin"),
        (IdentityKind.HOST_NAME, "philips-hue", "cabin"),
    ]
    assert (seen.name, seen.manufacturer) == ("philips-hue", Told("Philips Lighting BV", Origin.VENDOR))


def test_two_devices_at_one_address_in_one_scan_are_a_conflict():
    twins = Conflict(address="192.168.68.210", macs=("00:0e:58:24:55:68", "18:c0:4d:b0:ea:ec"))
    files = ("arp_scan_default_with_dup.txt", "home_inventory_scan.example.json")
    assert [read_scan((DATA / name).read_bytes()).harvest.conflicts for name in files] == [(twins,), (twins,)]


def test_of_neighbours_only_the_reachable_were_seen():
    rows = (
        "1 dev eth0 lladdr b8:27:eb:b3:6d:6f REACHABLE",
        "2 dev eth0 lladdr b8:27:eb:b3:6d:70 STALE",
        "3 dev eth0 FAILED",
    )
    scan = read_scan("\n".join(f"192.168.1.{row}" for row in rows).encode())
    assert {mac: seen.presence for mac, seen in by_mac(scan).items()} == {
        PI: Presence.SEEN,
        "b8:27:eb:b3:6d:70": Presence.LISTED,
    }


WINDOWS = {"IPAddress": "192.168.1.5", "LinkLayerAddress": "B8-27-EB-B3-6D-6F", "State": 5}


@pytest.mark.parametrize("rows", [WINDOWS, [WINDOWS], [{**WINDOWS, "State": "Reachable"}]])
def test_windows_writes_one_neighbour_as_an_object_and_its_state_as_a_number(rows):
    scan = read_scan(json.dumps(rows).encode("utf-16"))
    assert (scan.format, by_mac(scan)[PI].presence) == ("get_net_neighbor", Presence.SEEN)


def test_rows_of_multicast_and_of_nobody_are_no_devices():
    others = [("224.0.0.22", "01-00-5E-00-00-16", 6), ("192.168.1.255", "FF-FF-FF-FF-FF-FF", 6), ("192.168.1.9", "", 0)]
    rows = [{"IPAddress": ip, "LinkLayerAddress": mac, "State": state} for ip, mac, state in others]
    scan = read_scan(json.dumps([WINDOWS, *rows]).encode())
    assert (list(by_mac(scan)), len(scan.harvest.observations), scan.problems) == ([PI], 1, ())


@pytest.mark.parametrize(
    ("row", "uplink"),
    [
        ({"mac": PI, "oui": "Pi", "ap_mac": SWITCH.upper(), "sw_mac": OTHER_SWITCH}, SWITCH),
        ({"mac": PI, "oui": "Pi", "sw_mac": SWITCH}, SWITCH),
        ({"mac": PI, "wireless": False, "active": True, "switchMac": SWITCH.upper().replace(":", "-")}, SWITCH),
        ({"mac": PI, "wireless": True, "active": True, "apMac": SWITCH}, SWITCH),
        ({"devMac": PI, "devName": "Pi", "devParentMAC": SWITCH}, SWITCH),
        ({"devMac": PI, "devName": "Pi", "devParentMAC": "Internet"}, None),
        ({"mac": PI, "oui": "Pi", "sw_mac": PI}, None),
    ],
)
def test_what_a_host_is_connected_to_is_its_parent(row, uplink) -> None:
    scan = read_scan(json.dumps([row]).encode())

    (seen,) = scan.harvest.observations
    assert seen.parent == (Identity(IdentityKind.MAC, uplink) if uplink else None)


@pytest.mark.parametrize(
    ("data", "scan_format", "link"),
    [
        (
            {
                "meta": {"rc": "ok"},
                "data": [{"mac": PI, "oui": "Pi", "name": "Pi", "is_wired": True, "last_seen": 1795217552}],
            },
            "unifi",
            Link.ETHERNET,
        ),
        (
            {
                "errorCode": 0,
                "result": {
                    "data": [{"mac": PI, "name": "Pi", "wireless": True, "active": True, "lastSeen": 1795217552000}]
                },
            },
            "omada",
            Link.WIFI,
        ),
        (
            {
                "data": [
                    {
                        "devMac": PI,
                        "devName": "Pi",
                        "devPresentLastScan": 1,
                        "devLastConnection": "2026-11-20 23:32:32+00:00",
                    }
                ]
            },
            "netalertx",
            None,
        ),
        (
            [
                {
                    "ID": 1,
                    "Name": "Pi",
                    "Iface": "eth0",
                    "IP": "192.168.1.5",
                    "Mac": PI,
                    "Hw": "Pi",
                    "Date": "2026-11-20 23:32:32",
                    "Now": 1,
                }
            ],
            "watchyourlan",
            None,
        ),
    ],
)
def test_controllers_tell_names_links_and_when_a_device_was_there(data, scan_format, link):
    scan = read_scan(json.dumps(data).encode())
    seen = by_mac(scan)[PI]
    assert (scan.format, seen.name, seen.link, seen.presence) == (scan_format, "Pi", link, Presence.SEEN)
    assert (seen.names[0].origin, seen.seen_at) == (Origin.CONTROLLER, datetime(2026, 11, 20, 23, 32, 32, tzinfo=UTC))


@pytest.mark.parametrize(
    "text",
    [
        "Enhet;IP-adresse;MAC-adresse\nStue;192.168.1.5;B827EBB36D6F\n",
        '"Name","Address","Ethernet"\r\n"Stue","192.168.1.5","b827.ebb3.6d6f"\r\n',
        "Stue\t192.168.1.5\tB8-27-EB-B3-6D-6F\n",
    ],
)
def test_the_columns_of_any_table_are_guessed(text):
    scan = read_scan(text.encode("utf-16"))
    assert (scan.format, by_mac(scan)[PI].of_kind(IdentityKind.ADDRESS)) == ("table", ("192.168.1.5",))


def test_people_say_what_columns_mean_where_nobody_could_guess():
    text = f"a,b,c\nStue,x,{PI}\n,y,\n,,\n".encode()
    mapping = {"a": Column.NAME, "c": Column.MAC}
    scan = read_scan(text, mapping)
    assert by_mac(scan)[PI].name == "Stue"
    assert [(problem.line, problem.reason) for problem in scan.problems] == [(3, Reason.NO_ADDRESS)]


def test_a_table_without_addresses_names_its_columns():
    with pytest.raises(errors.ScanColumnsError) as refused:
        read_scan(b"colour,size\nred,12\n")
    assert refused.value.columns == ("colour", "size")


def test_a_file_never_speaks_for_the_person_who_imports_it():
    host = {"mac": PI, "names": [{"value": "Pi", "source": "user"}]}
    assert by_mac(read_scan(own(hosts=[host])))[PI].names == (Told("Pi", Origin.CONTROLLER),)


@pytest.mark.parametrize(
    "members",
    [
        {"complete": False, "networks": [{"cidr": LAB}]},
        {"complete": True},
        {"complete": True, "networks": [{"cidr": "8.8.8.0/24"}]},
        {"complete": "true", "networks": [{"cidr": LAB}]},
        {"complete": True, "networks": [{"cidr": LAB}], "hosts": [{"mac": "b8:27:eb"}]},
    ],
)
def test_absence_counts_only_where_everything_was_asked_and_read(members):
    harvest = read_scan(own(**members)).harvest
    assert (harvest.networks, harvest.is_complete) == ((), False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (' exit="success"', ' exit="error"'),
        ('args="nmap', 'args="nmap --exclude=192.168.68.9'),
        ("arp-response", "echo-reply"),
    ],
)
def test_nmap_must_have_asked_every_address_by_arp(old, new):
    text = (DATA / "nmap_sn_root.xml").read_text().replace(old, new)
    assert read_scan(text.encode()).harvest.networks == ()


def test_of_a_truncated_nmap_file_the_hosts_before_the_cut_are_taken():
    scan = read_scan((DATA / "nmap_sn_root.xml").read_bytes()[:6000])
    assert (len(scan.harvest.observations) > 10, scan.harvest.is_complete) == (True, False)
    assert [problem.reason for problem in scan.problems] == [Reason.CUT_OFF]


LAUGHS = '<!DOCTYPE nmaprun [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><nmaprun>&b;</nmaprun>'
FILE = '<!DOCTYPE nmaprun [<!ENTITY a SYSTEM "file:///etc/passwd">]><nmaprun>&a;</nmaprun>'
REFERENCE = '<!DOCTYPE nmaprun SYSTEM "http://127.0.0.1/x.dtd"><nmaprun/>'


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (LAUGHS.encode(), errors.ScanUnsafeError),
        (LAUGHS.encode("utf-16"), errors.ScanUnsafeError),
        (FILE.encode(), errors.ScanUnsafeError),
        (REFERENCE.encode(), errors.ScanUnsafeError),
        (b"<html><body>Log in</body></html>", errors.ScanFormatError),
        (b"<nmaprun><host><stat", errors.ScanUnreadableError),
        (b"", errors.ScanEmptyError),
        (b"\xef\xbb\xbfnull", errors.ScanEmptyError),
        (b"[" * 200_000, errors.ScanUnreadableError),
        (b'{"a": NaN}', errors.ScanUnreadableError),
        (b"hello world", errors.ScanFormatError),
        (bytes(range(256)) * 4, errors.ScanFormatError),
        (b" " * 10_000_001, errors.ScanTooLargeError),
        (own(version=2), errors.ScanVersionError),
        (own(hosts=[{"ip": "10.0.0.1"}] * (MAX_HOSTS + 1)), errors.ScanTooManyHostsError),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(content, error):
    with pytest.raises(error):
        read_scan(content)


def test_a_host_with_more_addresses_than_any_has_keeps_some_of_them():
    rows = "".join(f"10.0.{place >> 8}.{place & 255},{PI}\n" for place in range(1, 20_000))
    addresses = by_mac(read_scan(f"ip,mac\n{rows}".encode()))[PI].of_kind(IdentityKind.ADDRESS)
    assert len(addresses) == 256


def test_a_file_of_nothing_but_mistakes_names_the_first_thousand():
    scan = read_scan(b"10.0.0.1 b8:27:eb:b3:6d:6f Pi\n" + b"10.0.0.2 \n" * 5_000)
    assert (len(scan.problems), scan.problems[-1].line, len(scan.harvest.observations)) == (1_000, 1_001, 1)


def test_what_no_database_keeps_is_left_out_of_what_is_kept():
    host = {"mac": PI, "extra": {"a\0b": "c\0\ud800d", "big": 10**30, "deep": [[[[[1]]]]], "vlan": 5}}
    extra = by_mac(read_scan(own(hosts=[host])))[PI].extra
    assert extra == {"a b": "c d", "big": str(10**30), "deep": [[[[None]]]], "vlan": 5}
