import type { Device } from "../src/data/device";

const NOW = "2026-11-21T09:30:00+00:00";
const NETWORK = "net1";

/** Make a device that answers, with nothing known of it but what is given. */
export const makeDevice = (id: string, name: string, fields: Partial<Device> = {}): Device => ({
  id,
  name,
  manufacturer: null,
  model: null,
  serial_number: null,
  firmware: null,
  type: null,
  location_id: null,
  path: null,
  status: "online",
  addresses: [],
  macs: [],
  last_seen: NOW,
  item: null,
  parent: null,
  link: null,
  sources: [NETWORK],
  sleeps: false,
  ignored: false,
  battery: null,
  archived_at: null,
  missing_since: null,
  is_random_mac: false,
  hass_device_id: null,
  homeseer_refs: [],
  ...fields,
});

/** What is there before a test changes it. */
export const makeDevices = (): Device[] => [
  makeDevice("d1", "Living room TV", {
    manufacturer: "Samsung",
    model: "QE55",
    type: "TV",
    addresses: ["192.168.1.20"],
    macs: ["00:12:fb:00:00:01"],
  }),
  makeDevice("d2", "printer", {
    manufacturer: "Brother",
    addresses: ["192.168.1.21"],
    macs: ["00:80:77:00:00:02"],
    status: "missing",
    missing_since: NOW,
    type: "Printer",
  }),
  makeDevice("d3", "Brother HL-L2350DW", { sources: ["hass"], hass_device_id: "h3" }),
  makeDevice("d4", "Hall light", { sources: ["homeseer1"], type: "Z-Wave Switch Multilevel" }),
  ...Array.from({ length: 60 }, (_, index) =>
    makeDevice(`x${index}`, `Sensor ${index + 1}`, { addresses: [`192.168.1.${index + 100}`] }),
  ),
];
