import type { HomeAssistant } from "../ha/types";

/** A label of Home Assistant: items link to it, we have none of our own. */
export interface Label {
  label_id: string;
  name: string;
  color: string | null;
}

export const fetchLabels = (hass: HomeAssistant): Promise<Label[]> =>
  hass.callWS({ type: "config/label_registry/list" });
