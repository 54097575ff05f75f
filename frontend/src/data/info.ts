import type { Connection, HomeAssistant } from "../ha/types";

export interface InventoryInfo {
  version: string;
  /** What the household calls its home: the name of the first site. */
  name: string;
  currency: string;
  warning_days: number;
  can_write: boolean;
  is_admin: boolean;
  home_site_id: string | null;
  units: { unit: string; countable: boolean }[];
  counts: { items: number; locations: number; categories: number };
}

const known = new WeakMap<Connection, Promise<InventoryInfo>>();

/** Fetch what is true for the whole session; asked once per connection unless it is to be fresh. */
export const fetchInfo = (
  hass: HomeAssistant,
  options: { fresh?: boolean } = {},
): Promise<InventoryInfo> => {
  const remembered = known.get(hass.connection);
  if (remembered && !options.fresh) return remembered;
  const asked = hass.callWS<InventoryInfo>({ type: "home_inventory/info" });
  known.set(hass.connection, asked);
  asked.catch(() => known.delete(hass.connection));
  return asked;
};
