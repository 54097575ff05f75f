import type { HomeAssistant } from "../ha/types";
import { translate } from "../localize/localize";
import { describeError, isConnectionLost } from "./errors";
import type { ImportAnswer, ImportPreview, Target } from "./types.gen";

export type {
  ImportAnswer,
  ImportColumn,
  ImportCounts,
  ImportEntry,
  ImportPreview,
  ImportRemark,
  Target,
} from "./types.gen";

/** What the columns of a file hold; null leaves a column out. */
export type ImportMapping = Record<string, Target | null>;

/** The largest file in bytes that Home Assistant lets be sent to it. Of tables less is taken, and the answer says so. */
export const MOST_IMPORT_BYTES = 100_000_000;

/** Where a Grocy is, and the key with which it may be asked. */
export interface GrocyAccess {
  url: string;
  key: string;
}

/** A file that was sent, one that is looked at already, or a program that is asked. */
export type ImportFile = { upload: string } | { token: string } | GrocyAccess;

/** How a file is read, if not as was recognised. */
export interface ImportReading {
  format?: string | undefined;
  sheet?: string | undefined;
  mapping?: ImportMapping | undefined;
}

/** Send a file to Home Assistant; return what to call it by. A message of the websocket would be too small for it. */
export const uploadFile = async (hass: HomeAssistant, file: File): Promise<string> => {
  const body = new FormData();
  body.append("file", file);
  const response = await hass.fetchWithAuth("/api/file_upload", { method: "POST", body });
  if (!response.ok) throw new Error(`${response.status}`);
  return ((await response.json()) as { file_id: string }).file_id;
};

/** How a file is to be read that was looked at: with what was chosen of its columns before, and now. */
export const mapped = (
  { columns }: ImportPreview,
  reading: ImportReading,
  chosen: ImportMapping = {},
): ImportReading => {
  const looked = Object.fromEntries(columns.map(({ name, target }) => [name, target]));
  return { ...reading, mapping: { ...(reading.mapping ?? looked), ...chosen } };
};

export const previewImport = (
  hass: HomeAssistant,
  file: ImportFile,
  reading: ImportReading = {},
): Promise<ImportPreview> =>
  hass.callWS({ type: "home_inventory/import/preview", ...file, ...given(reading) });

/** Say why taking in a file has failed. Without an answer it may have been done all the same: the whole file, or nothing. */
export const describeApplyError = async (hass: HomeAssistant, error: unknown): Promise<string> =>
  isConnectionLost(error) ? translate(hass.language, "import.cut_off") : describeError(hass, error);

export const applyImport = (
  hass: HomeAssistant,
  file: { token: string },
  reading: ImportReading & { partial: boolean; history?: boolean },
): Promise<ImportAnswer> =>
  hass.callWS({ type: "home_inventory/import/apply", ...file, ...given(reading) });

const given = (reading: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined));
