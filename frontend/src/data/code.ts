import { PANEL_PATH } from "../ha/navigate";
import type { HomeAssistant } from "../ha/types";
import type { NamedThing } from "./types.gen";

export type { NamedThing } from "./types.gen";

/** Return what a label, a barcode or a name stands for; fails for a name of several things. */
export const findCode = (hass: HomeAssistant, text: string): Promise<NamedThing> =>
  hass.callWS({ type: "home_inventory/code/find", text });

/** Where the panel opens whatever has this code; it stands in the links on printed labels. */
export const codePath = (code: string): string => `${PANEL_PATH}/code/${code}`;
