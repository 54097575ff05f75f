import type { HomeAssistant } from "../src/ha/types";
import type { Notice } from "../src/data/subscribe";
import type { FakeInventory, Message } from "./fake-inventory";

const LABELS = [
  { label_id: "workshop", name: "Workshop", color: "orange" },
  { label_id: "insured", name: "Insured", color: "green" },
];

/** A `hass` that talks to an inventory in memory. */
export const fakeHass = (inventory: FakeInventory, language = "en"): HomeAssistant => {
  const localize = (key: string, values?: Record<string, unknown>) =>
    `${key.split(".").at(-2)} ${JSON.stringify(values ?? {})}`;
  return {
    language,
    locale: { language, number_format: "language", time_format: "language" },
    config: { time_zone: "Europe/Berlin", currency: "EUR" },
    user: { id: "me", name: "Alex", is_admin: true },
    states: {},
    devices: { h3: {} },
    areas: { garage: { area_id: "garage", name: "Garage" } },
    floors: {},
    localize,
    loadBackendTranslation: () => Promise.resolve(localize),
    fetchWithAuth: () => Promise.resolve(Response.json({ file_id: "sent", file: "sent" })),
    callWS: async <T>(message: Message): Promise<T> => {
      await Promise.resolve();
      if (message.type === "config/label_registry/list") return LABELS as T;
      return inventory.handle(message) as T;
    },
    connection: {
      subscribeMessage: <T>(callback: (message: T) => void, { type }: { type: string }) => {
        const told = (message: unknown) => callback(message as T);
        if (type === "home_inventory/store/subscribe") {
          return Promise.resolve(inventory.store.subscribe(told));
        }
        if (type === "home_inventory/import/watch") {
          return Promise.resolve(inventory.imports.watch(told));
        }
        return Promise.resolve(inventory.history.subscribe((notice: Notice) => told(notice)));
      },
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    },
  };
};
