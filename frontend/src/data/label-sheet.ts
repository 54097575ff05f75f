import { PANEL_PATH } from "../ha/navigate";
import type { HomeAssistant } from "../ha/types";
import type {
  LabelLayout,
  LabelPart,
  LabelPreview,
  LabelSheet,
  QrCode,
  QrContent,
} from "./types.gen";

export {
  LABEL_PARTS,
  type LabelDrawing,
  type LabelLayout,
  type LabelPart,
  type LabelPreview,
  type LabelSheet,
  type QrCode,
  type QrContent,
} from "./types.gen";

/** The measures of a layout of one's own, in millimetres. */
export type CustomLayout = Partial<Omit<LabelLayout, "id" | "name" | "kind">>;

/** What gets a label, and how the sheet is to look. */
export interface LabelOrder {
  items?: string[];
  locations?: string[];
  /** A place with all places and items in it. */
  everything_in?: string;
  /** What the list of items is narrowed by. */
  filter?: Record<string, unknown>;
  layout?: string;
  custom?: CustomLayout;
  /** The first label of the first page that is free, from 1. */
  start?: number;
  copies?: number;
  show?: LabelPart[];
  qr?: QrContent;
  frames?: boolean;
}

export const fetchLayouts = (
  hass: HomeAssistant,
): Promise<{ layouts: LabelLayout[]; default: string }> =>
  hass.callWS({ type: "home_inventory/label_sheet/layouts" });

export const previewLabels = (
  hass: HomeAssistant,
  order: LabelOrder,
  page: number,
): Promise<LabelPreview> =>
  hass.callWS({ type: "home_inventory/label_sheet/preview", ...order, page });

/** Order a PDF; the answer says where it can be fetched for an hour. */
export const printLabels = (hass: HomeAssistant, order: LabelOrder): Promise<LabelSheet> =>
  hass.callWS({ type: "home_inventory/label_sheet/print", ...order });

export const fetchQr = (hass: HomeAssistant, code: string): Promise<QrCode> =>
  hass.callWS({ type: "home_inventory/code/qr", code });

/** Where labels for some things are printed. */
export const labelsPath = (chosen: { items?: string[]; locations?: string[]; in?: string }) => {
  const search = new URLSearchParams();
  if (chosen.items?.length) search.set("items", chosen.items.join(","));
  if (chosen.locations?.length) search.set("locations", chosen.locations.join(","));
  if (chosen.in) search.set("in", chosen.in);
  return `${PANEL_PATH}/labels?${search.toString().replaceAll("%2C", ",")}`;
};
