import type { HomeAssistant, Unsubscribe } from "../ha/types";
import { type SubscribingHost, SubscriptionController } from "./subscription";
import type { ExportColumn, ExportMade, ExportPlan, ExportSchedule } from "./types.gen";

export type { ExportColumn, ExportMade, ExportPlan, ExportSchedule } from "./types.gen";

export const EXPORT_FORMATS = ["csv", "xlsx", "zip", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const EXPORT_LISTS = ["items", "locations", "devices", "loans", "history"] as const;
export type ExportList = (typeof EXPORT_LISTS)[number];
export const DELIMITERS = ["comma", "semicolon", "tab"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What is exported; what only tables have is left out for the other formats. */
export interface ExportOrder {
  format: ExportFormat;
  what?: ExportList;
  filter?: Record<string, unknown>;
  columns?: readonly string[];
  headings?: "words" | "keys";
  language?: string;
  delimiter?: Delimiter;
  history?: boolean;
}

export const fetchExportColumns = async (
  hass: HomeAssistant,
  what: ExportList,
): Promise<ExportColumn[]> => {
  const type = "home_inventory/export/columns";
  return (await hass.callWS<{ columns: ExportColumn[] }>({ type, what, language: hass.language }))
    .columns;
};

/** Have an export made; the answer says where it can be fetched for an hour. */
export const makeExport = (hass: HomeAssistant, order: ExportOrder): Promise<ExportMade> =>
  hass.callWS({ type: "home_inventory/export/make", ...order });

/** Say what is exported by itself; nothing without a plan. */
export const saveSchedule = (
  hass: HomeAssistant,
  plan: ExportPlan | undefined,
): Promise<ExportSchedule> => {
  const given = Object.entries(plan ?? {}).filter(([, value]) => value !== null);
  return hass.callWS({
    type: "home_inventory/export/set_schedule",
    ...Object.fromEntries(given),
  });
};

/** Make now what is exported by itself; `last` of the answer says what became of it. */
export const runSchedule = (hass: HomeAssistant): Promise<ExportSchedule> =>
  hass.callWS({ type: "home_inventory/export/run_schedule" });

/** Hears what is exported by itself, at once and whenever there is news, for as long as its element is in the page. */
export class ScheduleController extends SubscriptionController {
  public constructor(
    host: SubscribingHost,
    private readonly _onSchedule: (schedule: ExportSchedule) => void,
  ) {
    super(host);
  }

  protected override subscribe(hass: HomeAssistant): Promise<Unsubscribe> {
    return hass.connection.subscribeMessage(this._onSchedule, {
      type: "home_inventory/export/subscribe",
    });
  }
}
