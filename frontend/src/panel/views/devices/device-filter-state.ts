import { DEVICE_STATUSES, type DeviceQuery, type DeviceStatus } from "../../../data/device";

/** What a list of devices is narrowed by, as a person set it. */
export interface DeviceFilter {
  text: string;
  site?: string;
  source?: string;
  status?: DeviceStatus;
  type?: string;
  /** Only those that have come lately. */
  recent?: boolean;
  batteryLow?: boolean;
  /** Whether they are items too; undefined for all. */
  linked?: boolean;
  ignored: boolean;
  archived: boolean;
}

export const NO_DEVICE_FILTER: DeviceFilter = { text: "", ignored: false, archived: false };

export const countDeviceFilters = (filter: DeviceFilter): number =>
  [
    ...[filter.site, filter.source, filter.status, filter.type],
    ...[
      filter.recent,
      filter.batteryLow,
      filter.linked !== undefined,
      filter.ignored,
      filter.archived,
    ],
  ].filter(Boolean).length;

export const hasDeviceFilter = (filter: DeviceFilter): boolean =>
  Boolean(filter.text.trim()) || countDeviceFilters(filter) > 0;

/** Say a filter as it stands behind the path of an address: "?status=missing"; nothing without a filter. */
export const toDeviceSearch = (filter: DeviceFilter): string => {
  const values: [string, string | undefined][] = [
    ["text", filter.text.trim()],
    ["site", filter.site],
    ["source", filter.source],
    ["status", filter.status],
    ["type", filter.type],
    ["new", filter.recent ? "1" : undefined],
    ["battery", filter.batteryLow ? "low" : undefined],
    ["linked", filter.linked === undefined ? undefined : filter.linked ? "1" : "0"],
    ["ignored", filter.ignored ? "1" : undefined],
    ["archived", filter.archived ? "1" : undefined],
  ];
  const said = values.filter((pair): pair is [string, string] => Boolean(pair[1]));
  return said.length > 0 ? `?${new URLSearchParams(said)}` : "";
};

/** Read a filter from an address. Anything unknown says nothing. */
export const fromDeviceSearch = (search: string): DeviceFilter => {
  const values = new URLSearchParams(search);
  const status = DEVICE_STATUSES.find((known) => known === values.get("status"));
  const linked = { "1": true, "0": false }[values.get("linked") ?? ""];
  const named = (field: "site" | "source" | "type") => {
    const value = values.get(field);
    return value ? { [field]: value } : {};
  };
  return {
    ...NO_DEVICE_FILTER,
    text: values.get("text") ?? "",
    ...named("site"),
    ...named("source"),
    ...named("type"),
    ...(status ? { status } : {}),
    ...(values.get("new") === "1" ? { recent: true } : {}),
    ...(values.get("battery") === "low" ? { batteryLow: true } : {}),
    ...(linked === undefined ? {} : { linked }),
    ignored: values.get("ignored") === "1",
    archived: values.get("archived") === "1",
  };
};

/** Say a filter in the words of the websocket command. */
export const toDeviceQuery = (filter: DeviceFilter): DeviceQuery => {
  const text = filter.text.trim();
  return {
    ...(text ? { text } : {}),
    ...(filter.site ? { site: filter.site } : {}),
    ...(filter.source ? { source: filter.source } : {}),
    ...(filter.status ? { status: [filter.status] } : {}),
    ...(filter.type ? { device_type: filter.type } : {}),
    ...(filter.recent ? { new: true } : {}),
    ...(filter.batteryLow ? { battery_low: true } : {}),
    ...(filter.linked === undefined ? {} : { linked: filter.linked }),
    ...(filter.ignored ? { ignored: true } : {}),
    ...(filter.archived ? { archived: true } : {}),
  };
};
