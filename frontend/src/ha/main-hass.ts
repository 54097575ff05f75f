import type { HassElement, HomeAssistant } from "./types";

/** Return the `hass` of the running app: for static card methods, which are not given one. */
export const getMainHass = (): HomeAssistant | undefined =>
  document.querySelector<HassElement>("home-assistant, hc-main")?.hass;
