import type { Connection, HomeAssistant } from "../ha/types";
import type { InventoryInfo, SiteFigures } from "./types.gen";

export type { InventoryInfo, SiteFigures };

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

/** Fetch what each site adds up to, the home first. */
export const fetchSiteFigures = async (hass: HomeAssistant): Promise<SiteFigures[]> =>
  (await hass.callWS<{ sites: SiteFigures[] }>({ type: "home_inventory/site/figures" })).sites;
