import { PANEL_PATH } from "../ha/navigate";
import type { HomeAssistant } from "../ha/types";
import type { ReportFile, ReportFormat, ReportKind } from "./types.gen";

export {
  REPORT_FORMATS,
  REPORT_KINDS,
  type ReportFile,
  type ReportFormat,
  type ReportKind,
} from "./types.gen";

export const DEPRECIATIONS = ["none", "straight_line"] as const;
export type DepreciationKind = (typeof DEPRECIATIONS)[number];

/** What a report is about, and as what it is written. */
export interface ReportOrder {
  report: ReportKind;
  format: ReportFormat;
  language: string;
  /** A place with everything inside it. */
  location?: string;
  /** What the list of items is narrowed by. */
  filter?: Record<string, unknown>;
  /** A day as YYYY-MM-DD. */
  date?: string;
  days?: number;
  depreciation?: DepreciationKind;
  years?: number;
  /** In percent of the price. */
  residual?: number;
  /** By the names of categories; 0 keeps the price. */
  category_years?: Record<string, number>;
}

/** Make a report; the answer says where it can be fetched for an hour. */
export const makeReport = (hass: HomeAssistant, order: ReportOrder): Promise<ReportFile> =>
  hass.callWS({ type: "home_inventory/report/make", ...order });

/** Where a report about a place is made. */
export const reportsPath = (place: string): string =>
  `${PANEL_PATH}/reports?${new URLSearchParams({ in: place })}`;
