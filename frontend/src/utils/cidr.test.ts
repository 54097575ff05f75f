import { expect, it } from "vitest";
import { hostsOf } from "./cidr";

it("lists the addresses of a network without its own and the broadcast address", () => {
  const hosts = hostsOf("192.168.1.0/24")!;

  expect(hosts).toHaveLength(254);
  expect([hosts[0], hosts.at(-1)]).toEqual(["192.168.1.1", "192.168.1.254"]);
});

it.each([
  ["10.0.7.9/30", ["10.0.7.9", "10.0.7.10"]],
  ["10.0.7.8/31", ["10.0.7.8", "10.0.7.9"]],
  ["255.255.255.255/32", ["255.255.255.255"]],
])("knows small ones: %s", (network, hosts) => expect(hostsOf(network)).toEqual(hosts));

it("draws a /22, across the bytes", () => {
  const hosts = hostsOf("172.16.4.0/22")!;

  expect(hosts).toHaveLength(1022);
  expect(hosts[255]).toBe("172.16.5.0");
});

it.each([
  "10.0.0.0/21",
  "fd00::/64",
  "192.168.1.300/24",
  "192.168.1.0",
  "192.168.1.0/33",
  "",
  "x/y",
])("has none for %s", (network) => expect(hostsOf(network)).toBeUndefined());
