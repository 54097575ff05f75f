import type { HomeAssistant } from "../ha/types";

const load = () => import("./card-toasts");

/** Say what has been done, and offer to take it back; fetched when something is done for the first time. */
export const sayDone = async (
  hass: HomeAssistant,
  message: string,
  batch: string | null,
): Promise<void> => (await load()).showDone(hass, message, batch);

/** Say what went wrong. */
export const sayError = async (hass: HomeAssistant, error: unknown): Promise<void> =>
  (await load()).showError(hass, error);
