import type { HomeAssistant, Unsubscribe } from "../ha/types";
import { SubscriptionController, type SubscribingHost } from "./subscription";

/** A filter that somebody gave a name: what stands behind the path of the list's address. */
export interface SavedFilter {
  id: string;
  name: string;
  search: string;
}

/** Under which key Home Assistant keeps them for a user, on the server: they are there in every browser. */
const KEY = "home_inventory_filters";
const MOST = 50;

const isFilter = (value: unknown): value is SavedFilter => {
  const { id, name, search } = (value ?? {}) as Record<string, unknown>;
  return [id, name, search].every((text) => typeof text === "string");
};

/** Anything may be kept there: what is no filter is passed over. */
const read = (value: unknown): SavedFilter[] =>
  Array.isArray(value) ? value.filter(isFilter).slice(0, MOST) : [];

/** Keeps an element told of the filters that its user has saved, in whatever window. */
export class SavedFiltersController extends SubscriptionController {
  public filters: readonly SavedFilter[] = [];

  public constructor(host: SubscribingHost) {
    super(host);
  }

  /** Change the filters as they are on the server now: another window may have saved one meanwhile. */
  public async change(
    hass: HomeAssistant,
    how: (filters: readonly SavedFilter[]) => SavedFilter[],
  ): Promise<void> {
    const { value } = await hass.callWS<{ value: unknown }>({
      type: "frontend/get_user_data",
      key: KEY,
    });
    await hass.callWS({ type: "frontend/set_user_data", key: KEY, value: how(read(value)) });
  }

  protected override subscribe(hass: HomeAssistant): Promise<Unsubscribe> {
    return hass.connection.subscribeMessage<{ value: unknown }>(
      ({ value }) => {
        this.filters = read(value);
        this.host.requestUpdate();
      },
      { type: "frontend/subscribe_user_data", key: KEY },
    );
  }
}
