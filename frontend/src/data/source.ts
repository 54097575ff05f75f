import type { HomeAssistant } from "../ha/types";

export type SourceKind = "homeseer" | "network" | "hass" | "scan";

/** Something odd about a run, and how often it was so. */
export interface SyncNote {
  kind: string;
  count: number;
}

/** One run of a source, as it was written down. */
export interface SyncRun {
  id: string;
  source_id: string;
  started_at: string;
  finished_at: string | null;
  mode: string | null;
  complete: boolean;
  counts: Record<string, number>;
  notes: SyncNote[];
  error: { code: string; message: string; placeholders?: Record<string, string> } | null;
  batch: string | null;
}

/** Where devices come from, and how that is doing. */
export interface Source {
  id: string;
  kind: SourceKind;
  title: string;
  site: { id: string; name: string } | null;
  network: string | null;
  minutes: number | null;
  running: boolean;
  connected: boolean | null;
  last_run: SyncRun | null;
  last_good_at: string | null;
  next_at: string | null;
}

interface Named {
  id: string;
  name: string;
}

/** A device that is not in the inventory yet. */
export interface NewDevice extends Named {
  manufacturer: string | null;
  model: string | null;
  addresses: string[];
  macs: string[];
}

/** What a run has brought, or would bring. */
export interface SyncAnswer {
  run: SyncRun | null;
  counts: Record<string, number>;
  batch: string | null;
  new: NewDevice[];
  changed: (Named & { fields: Record<string, [string | null, string | null]> })[];
  back: Named[];
  missing: Named[];
  conflicts: { address: string; macs: string[] }[];
  suggestions: number;
}

/** What a scan file has brought, or would bring. */
export interface ScanAnswer extends SyncAnswer {
  format: string;
  problems: { line: number; reason: string; value: string }[];
}

export const DIFFERENCES = ["appeared", "gone", "changed"] as const;

/** What one run has seen and another has not, or otherwise. */
export interface Difference {
  change: (typeof DIFFERENCES)[number];
  name: string;
  manufacturer: string | null;
  model: string | null;
  addresses: string[];
  macs: string[];
  fields: Record<string, [string | null, string | null]>;
}

export interface RunOptions {
  /** Only look at what would happen. */
  dry_run?: boolean;
  /** Believe an answer in which most of the devices are gone. */
  confirmed?: boolean;
}

/** A scan file: text as it is, anything else in base64. */
export interface ScanFile {
  data: string;
  site?: string;
  mapping?: ScanMapping;
}

/** What the columns of a table hold, by their names. */
export type ScanMapping = Record<string, string>;

export interface ScanColumn {
  name: string;
  /** What it seems to hold. */
  holds: string | null;
  examples: string[];
}

/** A first look at a scan file. */
export interface InspectedScan {
  format: string;
  hosts: number;
  /** Of a table of an unknown program. */
  columns: ScanColumn[];
  /** All that a column may hold. */
  kinds: string[];
}

/** The largest scan file in bytes: Home Assistant closes the connection on a message of over 4 MiB, and base64 is a third longer. */
export const MOST_SCAN_BYTES = 3_000_000;

/** The code of the error that says: so much is gone that somebody has to confirm it. */
export const IMPLAUSIBLE = "implausible_harvest";

export const fetchSources = async (hass: HomeAssistant): Promise<Source[]> =>
  (await hass.callWS<{ sources: Source[] }>({ type: "home_inventory/source/list" })).sources;

export const syncSource = (
  hass: HomeAssistant,
  source: string,
  options: RunOptions = {},
): Promise<SyncAnswer> => hass.callWS({ type: "home_inventory/source/sync", source, ...options });

export const fetchRuns = (
  hass: HomeAssistant,
  source: string,
  page: { limit: number; offset: number },
): Promise<{ runs: SyncRun[]; total: number }> =>
  hass.callWS({ type: "home_inventory/source/runs", source, ...page });

export const fetchDifferences = async (
  hass: HomeAssistant,
  first: string,
  second: string,
): Promise<Difference[]> =>
  (
    await hass.callWS<{ differences: Difference[] }>({
      type: "home_inventory/source/diff",
      first,
      second,
    })
  ).differences;

export const inspectScan = (hass: HomeAssistant, data: string): Promise<InspectedScan> =>
  hass.callWS({ type: "home_inventory/source/inspect_scan", data });

export const importScan = (
  hass: HomeAssistant,
  file: ScanFile,
  options: RunOptions = {},
): Promise<ScanAnswer> =>
  hass.callWS({ type: "home_inventory/source/import_scan", ...file, ...options });

/** Say the error of a run in the form in which commands are refused, for `describeError`. */
export const errorOfRun = ({ code, message, placeholders }: NonNullable<SyncRun["error"]>) => ({
  code,
  message,
  translation_key: code,
  translation_placeholders: placeholders ?? {},
});

/** Tell whether an error asks for a confirmation. */
export const asksToConfirm = (error: unknown): boolean => {
  const { code, translation_key: key } = (error ?? {}) as Record<string, unknown>;
  return code === IMPLAUSIBLE || key === IMPLAUSIBLE;
};
