import type { AddressConflict, Device, DeviceDetail, DeviceSuggestion } from "../src/data/device";
import type { Network, NetworkAddresses } from "../src/data/network";
import type { Difference, InspectedScan, Source, SyncAnswer, SyncRun } from "../src/data/source";
import { makeDevices } from "./fake-device-data";
import { makeOverview } from "./fake-overview";
import { makeChange, refuse, type FakeHistory } from "./fake-history";

type Message = Record<string, unknown> & { type: string };

const NOW = "2026-11-21T09:30:00+00:00";
const SEEN = { first_seen: NOW, last_seen: NOW };
const NETWORK = "net1";

export const makeRun = (id: string, fields: Partial<SyncRun> = {}): SyncRun => ({
  id,
  source_id: NETWORK,
  started_at: NOW,
  finished_at: NOW,
  mode: "arp",
  complete: true,
  counts: { new: 2, changed: 0, back: 0, missing: 1, conflicts: 0 },
  notes: [],
  error: null,
  batch: "b1",
  ...fields,
});

export const makeSource = (
  id: string,
  kind: Source["kind"],
  fields: Partial<Source> = {},
): Source => ({
  id,
  kind,
  title: "",
  site: { id: "site1", name: "Maple Street" },
  network: null,
  minutes: 15,
  running: false,
  connected: true,
  last_run: makeRun("run1", { source_id: id }),
  last_good_at: NOW,
  next_at: NOW,
  ...fields,
});

export const NOTHING_NEW: SyncAnswer = {
  run: null,
  counts: {},
  batch: null,
  new: [],
  changed: [],
  back: [],
  missing: [],
  conflicts: [],
  suggestions: 0,
};

/** Devices, networks and sources of the fake. */
export class FakeDevices {
  public devices = makeDevices();
  public details: Record<string, Partial<DeviceDetail>> = {};
  public suggestions: DeviceSuggestion[] = [];
  public sources: Source[] = [
    makeSource("homeseer1", "homeseer", { title: "HomeSeer", connected: false }),
    makeSource(NETWORK, "network", { title: "192.168.1.0/24", network: "192.168.1.0/24" }),
    makeSource("hass", "hass", { site: null }),
  ];
  public runs = [makeRun("run1")];
  public differences: Difference[] = [];
  public inspected: InspectedScan = { format: "nmap", hosts: 1, columns: [], kinds: [] };
  /** What asking a source would bring. */
  public answer: SyncAnswer = {
    ...NOTHING_NEW,
    counts: { new: 1, missing: 1 },
    new: [
      {
        id: "n1",
        name: "new-phone",
        manufacturer: "Google",
        model: null,
        addresses: ["192.168.1.50"],
        macs: ["3c:5a:b4:00:00:09"],
      },
    ],
    missing: [{ id: "d2", name: "printer" }],
  };
  public conflicts: AddressConflict[] = [
    {
      address: "192.168.1.20",
      macs: ["00:12:fb:00:00:01", "00:80:77:00:00:02"],
      devices: [{ id: "d1", name: "Living room TV" }],
      source_id: NETWORK,
      since: NOW,
    },
  ];
  /** The ids of devices that have come lately. */
  public recent = ["d4"];
  /** Refuses the next commands that write. */
  public refusal?: string;

  public constructor(private readonly _history: FakeHistory) {
    const [, printer, hass] = this.devices;
    this.suggestions = [{ first: printer!, second: hass!, reason: "same_name" }];
  }

  /** Whether an item is a device that is doing as wanted; nothing wanted suits all. */
  public isDoing({ id }: { id: string }, wanted: unknown): boolean {
    const devices = this.devices.filter(({ item }) => item?.id === id);
    return !Array.isArray(wanted) || devices.some(({ status }) => wanted.includes(status));
  }

  public readonly handlers: Record<string, (message: Message) => unknown> = {
    "device/list": (message) => this._list(message),
    "device/overview": () => makeOverview(this),
    "device/get": ({ device }) => this._get(device),
    "device/update": (message) => this._update(message),
    "device/adopt": ({ device, item }) => this._adopt(device, item),
    "device/unlink": ({ device }) => this._change(device, { item: null }),
    "device/merge": ({ keep, gone }) => this._merge(keep, gone),
    "device/refuse": ({ first }) => this._answered(first),
    "device/split": ({ batch }) => this._split(batch),
    "device/split_off": ({ device }) => this._change(device, {}),
    "device/remove": ({ device }) => this._change(device, { archived_at: NOW }),
    "device/restore": ({ device }) => this._change(device, { archived_at: null }),
    "device/suggestions": () => ({ suggestions: this.suggestions }),
    "device/types": () => ({ types: [{ name: "TV", count: 1 }] }),
    "device/conflicts": () => ({ conflicts: this.conflicts }),
    "network/list": () => ({ networks: this._networks() }),
    "network/addresses": () => this._addresses(),
    "source/list": () => ({ sources: this.sources }),
    "source/runs": () => ({ runs: this.runs, total: this.runs.length }),
    "source/sync": ({ confirmed }) => this._sync(confirmed),
    "source/diff": () => ({ differences: this.differences }),
    "source/inspect_scan": () => this.inspected,
    "source/import_scan": ({ confirmed }) => ({
      ...(this._sync(confirmed) as SyncAnswer),
      format: "nmap",
      problems: [{ line: 3, reason: "bad_mac", value: "zz" }],
    }),
  };

  private _device(reference: unknown): Device {
    const found = this.devices.find(({ id }) => id === reference);
    return found ?? refuse("device_not_found", { reference: String(reference) });
  }

  private _list(message: Message) {
    const { text, status, linked, ignored, archived, device_type: kind, source } = message;
    const words = typeof text === "string" ? text.toLowerCase() : "";
    const found = this.devices
      .filter(({ name }) => name.toLowerCase().includes(words))
      .filter((device) => !status || (status as string[]).includes(device.status))
      .filter((device) => !message.item || device.item?.id === message.item)
      .filter((device) => !message.new || this.recent.includes(device.id))
      .filter((device) => !message.battery_low || device.battery?.is_low)
      .filter((device) => linked === undefined || linked === Boolean(device.item))
      .filter((device) => device.ignored === (ignored ?? false))
      .filter((device) => Boolean(device.archived_at) === (archived ?? false))
      .filter((device) => !kind || device.type === kind)
      .filter((device) => !source || device.sources.includes(source as string));
    const offset = Number(message.offset ?? 0);
    const devices = found.slice(offset, offset + Number(message.limit ?? 50));
    return { devices, total: found.length };
  }

  private _get(reference: unknown): DeviceDetail {
    const device = this._device(reference);
    const fact = { origin: "mdns", source_id: NETWORK, locked: false, offered: null };
    return {
      device,
      sightings: device.addresses.map(() => ({
        source_id: NETWORK,
        first_seen: NOW,
        last_seen: NOW,
        addresses: device.addresses,
        missed: 0,
      })),
      facts: { name: { ...fact, value: device.name } },
      identities: [
        { kind: "mac", value: device.macs[0] ?? "-", scope: "", strong: true, ...SEEN },
        { kind: "hostname", value: device.name, scope: "site1", strong: false, ...SEEN },
      ],
      address_history: device.addresses.map((address) => ({
        address,
        source_id: NETWORK,
        since: NOW,
        until: null,
      })),
      components: [],
      children: [],
      suggestions: this.suggestions.filter(
        ({ first, second }) => first.id === device.id || second.id === device.id,
      ),
      merges: [],
      matches: [],
      ...this.details[device.id],
    };
  }

  private _update(message: Message) {
    const { device, device_type: kind, ...fields } = message;
    const said = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== "type"));
    return this._change(device, kind === undefined ? said : { ...said, type: kind });
  }

  private _change(reference: unknown, fields: object) {
    if (this.refusal) return refuse(this.refusal);
    const device = this._device(reference);
    const before = { ...device };
    Object.assign(device, fields);
    const change = { ...makeChange("device", "update", device.id, device.name), item_id: null };
    const batch = this._history.write([change], () => Object.assign(device, before));
    return { device, batch };
  }

  private _adopt(reference: unknown, item: unknown) {
    const device = this._device(reference);
    const adopted = { id: (item as string | undefined) ?? "i9", name: device.name, code: "ABCD" };
    return { ...this._change(device.id, { item: adopted }), item: adopted };
  }

  private _merge(keep: unknown, gone: unknown) {
    const done = this._change(keep, {});
    this.devices = this.devices.filter(({ id }) => id !== gone);
    this.suggestions = [];
    return done;
  }

  private _split(batch: unknown) {
    for (const detail of Object.values(this.details)) {
      detail.merges = detail.merges?.filter((merged) => merged.batch !== batch) ?? [];
    }
    return this._change("d2", {});
  }

  private _answered(first: unknown) {
    const done = this._change(first, {});
    this.suggestions = this.suggestions.filter((suggestion) => suggestion.first.id !== first);
    return done;
  }

  private _networks(): Network[] {
    const used = this._addresses().total;
    const site = { id: "site1", name: "Maple Street" };
    const network = "192.168.1.0/24";
    const gateway = { address: "192.168.1.1", device: null };
    return [
      {
        source_id: NETWORK,
        network,
        site,
        gateway,
        size: 254,
        used,
        free: 254 - used,
        last_run: null,
      },
    ];
  }

  private _addresses(): NetworkAddresses {
    const addresses = this.devices.flatMap(({ id, name, status, addresses, last_seen }) =>
      addresses.map((address) => ({
        address,
        device: { id, name, status },
        last_seen,
        is_conflict: id === "d1",
      })),
    );
    return { addresses, free: ["192.168.1.1", "192.168.1.2"], total: addresses.length };
  }

  private _sync(confirmed: unknown): unknown {
    if (this.refusal && !confirmed) return refuse(this.refusal);
    return this.answer;
  }
}
