import type { HomeAssistant } from "../ha/types";
import { translate, translateIfKnown } from "../localize/localize";

interface BackendError {
  code?: unknown;
  message?: string;
  translation_key?: string;
  translation_domain?: string;
  translation_placeholders?: Record<string, string> | null;
}

/** Home Assistant's names for errors of the connection itself: numbers of home-assistant-js-websocket. */
const CONNECTION_LOST = 3;

/** Return what the backend calls an error, if it is one of its own. */
export const errorKey = (error: unknown): string | undefined =>
  typeof error === "object" && error ? (error as BackendError).translation_key : undefined;

/** Call a field of the backend what its label calls it. */
const named = (hass: HomeAssistant, placeholders: Record<string, string>) => {
  const field = placeholders.field;
  const label = field && translateIfKnown(hass.language, `field.${field}`);
  return label ? { ...placeholders, field: label } : placeholders;
};

/** Return what to tell the user about an error of a command, in the user's language. */
export const describeError = async (hass: HomeAssistant, error: unknown): Promise<string> => {
  if (error === CONNECTION_LOST) return translate(hass.language, "error.connection");
  const failure: BackendError = typeof error === "object" && error ? error : {};
  const key = failure.translation_key;
  if (key) {
    const domain = failure.translation_domain ?? "home_inventory";
    const localize = await hass
      .loadBackendTranslation("exceptions", domain)
      .catch(() => hass.localize);
    const text = localize(
      `component.${domain}.exceptions.${key}.message`,
      named(hass, failure.translation_placeholders ?? {}),
    );
    if (text) return text;
  }
  return failure.message ?? translate(hass.language, "error.unknown");
};
