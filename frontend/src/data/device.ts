import type { HomeAssistant } from "../ha/types";
import { asked } from "./optimistic";
import type { Item } from "./types.gen";

export const DEVICE_STATUSES = ["online", "offline", "missing", "unknown"] as const;
export type DeviceStatus = (typeof DEVICE_STATUSES)[number];

/** What of a device a person can settle, as the commands call it. */
export const DEVICE_FIELDS = [
  "name",
  "manufacturer",
  "model",
  "serial_number",
  "firmware",
  "type",
  "location",
] as const;
export type DeviceField = (typeof DEVICE_FIELDS)[number];

/** Several devices that answered to one address. */
export interface AddressConflict {
  address: string;
  macs: string[];
  devices: Named[];
  source_id: string;
  since: string | null;
}

interface Named {
  id: string;
  name: string;
}

/** A device as lists show it. */
export interface Device {
  id: string;
  name: string;
  manufacturer: string | null;
  model: string | null;
  serial_number: string | null;
  firmware: string | null;
  type: string | null;
  location_id: string | null;
  path: string | null;
  status: DeviceStatus;
  addresses: string[];
  macs: string[];
  last_seen: string | null;
  item: { id: string; name: string; code: string } | null;
  parent: Named | null;
  link: string | null;
  sources: string[];
  sleeps: boolean;
  ignored: boolean;
  /** As Home Assistant says it now; a level in percent, null if it only tells whether it is low. */
  battery: { level: number | null; is_low: boolean } | null;
  archived_at: string | null;
  missing_since: string | null;
  is_random_mac: boolean;
  hass_device_id: string | null;
  homeseer_refs: { source_id: string; ref: string }[];
}

/** Who says something about a device, and what a source says instead of what a person has settled. */
export interface DeviceFact {
  value: string | null;
  origin: string;
  source_id: string;
  locked: boolean;
  offered: string | null;
}

export interface DeviceIdentity {
  kind: string;
  value: string;
  scope: string;
  strong: boolean;
  /** When a source first and last saw it; null for what only a person says. */
  first_seen: string | null;
  last_seen: string | null;
}

/** A time in which a source saw a device at an address; until now if it has no end. */
export interface AddressTime {
  address: string;
  source_id: string;
  since: string;
  until: string | null;
}

export interface DeviceSighting {
  source_id: string;
  first_seen: string;
  last_seen: string;
  addresses: string[];
  missed: number;
  /** What the source says besides, in its own words. */
  said?: Record<string, unknown>;
}

/** Two devices that may be one. */
export interface DeviceSuggestion {
  first: Device;
  second: Device;
  reason: string;
}

/** A device that was made one with another. */
export interface MergedDevice {
  /** The batch that did it. */
  batch: string;
  name: string;
  at: string;
}

/** One device with all that is known of it. */
export interface DeviceDetail {
  device: Device;
  sightings: DeviceSighting[];
  facts: Record<string, DeviceFact>;
  identities: DeviceIdentity[];
  /** Those that it has now first, then what ended last. */
  address_history: AddressTime[];
  components: { key: string; name: string; type: string | null }[];
  children: Named[];
  suggestions: DeviceSuggestion[];
  merges: MergedDevice[];
  matches: Item[];
}

export interface DeviceQuery {
  text?: string;
  site?: string;
  location?: string;
  source?: string;
  status?: DeviceStatus[];
  /** A message's own type is the command, so the kind of a device has a longer name. */
  device_type?: string;
  item?: string;
  /** Only those that have come lately and are no item. */
  new?: boolean;
  battery_low?: boolean;
  linked?: boolean;
  ignored?: boolean;
  archived?: boolean;
}

export interface DevicePage {
  devices: Device[];
  total: number;
}

/** How all devices in use are doing, and what of that somebody should look at; of new and missing ones the first few. */
export interface DeviceOverview {
  total: number;
  statuses: Record<DeviceStatus, number>;
  new: DevicePage;
  missing: DevicePage;
  conflicts: AddressConflict[];
  suggestions: number;
}

/** null clears a field: the sources say it again. */
export type DeviceFields = Partial<
  Record<DeviceField, string | null> & { sleeps: boolean; ignored: boolean }
>;

/** What every change of a device is answered with. */
export interface DeviceResult {
  device: Device;
  batch: string | null;
}

export interface AdoptResult extends DeviceResult {
  item: Item;
}

export const fetchDevices = (
  hass: HomeAssistant,
  query: DeviceQuery,
  page: { limit: number; offset: number },
): Promise<DevicePage> =>
  asked(
    hass.callWS<DevicePage>({ ...query, ...page, type: "home_inventory/device/list" }),
    ({ devices }) => devices,
  );

export const fetchDeviceOverview = (hass: HomeAssistant): Promise<DeviceOverview> =>
  hass.callWS({ type: "home_inventory/device/overview" });

export const fetchDevice = (hass: HomeAssistant, device: string): Promise<DeviceDetail> =>
  asked(hass.callWS<DeviceDetail>({ type: "home_inventory/device/get", device }), (detail) => [
    detail.device,
  ]);

export const updateDevice = (
  hass: HomeAssistant,
  device: string,
  { type, ...fields }: DeviceFields,
): Promise<DeviceResult> =>
  hass.callWS({
    ...fields,
    ...(type === undefined ? {} : { device_type: type }),
    type: "home_inventory/device/update",
    device,
  });

/** Make an item of a device, or say which item it is. */
export const adoptDevice = (
  hass: HomeAssistant,
  device: string,
  item?: string,
): Promise<AdoptResult> =>
  hass.callWS({ type: "home_inventory/device/adopt", device, ...(item ? { item } : {}) });

export const unlinkDevice = (hass: HomeAssistant, device: string): Promise<DeviceResult> =>
  hass.callWS({ type: "home_inventory/device/unlink", device });

/** Make two devices one: what is known of the second goes to the first. */
export const mergeDevices = (
  hass: HomeAssistant,
  keep: string,
  gone: string,
): Promise<DeviceResult> => hass.callWS({ type: "home_inventory/device/merge", keep, gone });

/** Say that two devices are two, or take that back. */
export const refuseMerge = (
  hass: HomeAssistant,
  first: string,
  second: string,
  refused = true,
): Promise<DeviceResult> =>
  hass.callWS({ type: "home_inventory/device/refuse", first, second, refused });

/** Make two devices again of what a batch has made one; answers with the one that is back. */
export const splitMerged = (hass: HomeAssistant, batch: string): Promise<DeviceResult> =>
  hass.callWS({ type: "home_inventory/device/split", batch });

/** Make a device of its own of some of what a device is known by. */
export const splitOff = (
  hass: HomeAssistant,
  device: string,
  identities: DeviceIdentity[],
): Promise<DeviceResult> =>
  hass.callWS({
    type: "home_inventory/device/split_off",
    device,
    identities: identities.map(({ kind, value, scope }) => ({ kind, value, scope })),
  });

/** Remove a device: it can be restored. */
export const removeDevice = (hass: HomeAssistant, device: string): Promise<DeviceResult> =>
  hass.callWS({ type: "home_inventory/device/remove", device });

export const restoreDevice = (hass: HomeAssistant, device: string): Promise<DeviceResult> =>
  hass.callWS({ type: "home_inventory/device/restore", device });

export const fetchSuggestions = async (hass: HomeAssistant): Promise<DeviceSuggestion[]> =>
  (
    await hass.callWS<{ suggestions: DeviceSuggestion[] }>({
      type: "home_inventory/device/suggestions",
    })
  ).suggestions;

export const fetchDeviceTypes = async (
  hass: HomeAssistant,
): Promise<{ name: string; count: number }[]> =>
  (
    await hass.callWS<{ types: { name: string; count: number }[] }>({
      type: "home_inventory/device/types",
    })
  ).types;

const SAME_FACT: Partial<Record<DeviceField, string>> = {
  type: "device_type",
  location: "location_id",
};

/** Return what is known of a field; facts go by the names that the inventory keeps them under. */
export const factOf = (detail: DeviceDetail, field: DeviceField): DeviceFact | undefined =>
  detail.facts[field] ?? detail.facts[SAME_FACT[field] ?? field];
