import { getMainHass } from "../ha/main-hass";

/** The language of the app, where no `hass` is given. */
export const appLanguage = (): string =>
  getMainHass()?.language ?? (document.documentElement.lang || "en");
