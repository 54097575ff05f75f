import type { HomeAssistant, LocalizeFunc } from "../ha/types";
import { loadLanguage, translate, translateIfKnown } from "../localize/localize";

interface BackendError {
  code?: unknown;
  message?: string;
  translation_key?: string;
  translation_domain?: string;
  translation_placeholders?: Record<string, string> | null;
}

/** Home Assistant's names for errors of the connection itself: numbers of home-assistant-js-websocket. */
const CONNECTION_LOST = 3;

/** Return whether Home Assistant went away before it had answered. */
export const isConnectionLost = (error: unknown): boolean => error === CONNECTION_LOST;

/** Return what the backend calls an error, if it is one of its own. */
export const errorKey = (error: unknown): string | undefined =>
  typeof error === "object" && error ? (error as BackendError).translation_key : undefined;

/** Call a field of the backend what its label calls it. */
const named = (hass: HomeAssistant, placeholders: Record<string, string>) => {
  const field = placeholders.field;
  const label = field && translateIfKnown(hass.language, `field.${field}`);
  return label ? { ...placeholders, field: label } : placeholders;
};

/** What the backend says about a reference that is nothing, and like nothing either. */
const NOTHING_SIMILAR = "-";
const NOT_FOUND = /^(category|device|item|location)_not_found$/;
/** The form of an id: nobody would know it again. */
const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Say that something is not there in fewer words than the backend, which would name what is similar. */
const missing = (hass: HomeAssistant, failure: BackendError): string | undefined => {
  const { candidates, reference } = failure.translation_placeholders ?? {};
  if (!NOT_FOUND.test(failure.translation_key ?? "")) return;
  if (reference === undefined || candidates !== NOTHING_SIMILAR) return;
  if (ID.test(reference)) return translate(hass.language, "error.gone");
  return translate(hass.language, "error.not_found", { reference });
};

const texts = new Map<string, Promise<LocalizeFunc>>();

/** Load the texts of errors, once: Home Assistant answers whoever asks meanwhile before it has any. */
const errorTexts = (hass: HomeAssistant, domain: string): Promise<LocalizeFunc> => {
  const key = `${hass.language} ${domain}`;
  let loading = texts.get(key);
  if (!loading) {
    loading = hass.loadBackendTranslation("exceptions", domain);
    texts.set(key, loading);
    loading.catch(() => texts.delete(key));
  }
  return loading;
};

/** Return what to tell the user about an error of a command, in the user's language. */
export const describeError = async (hass: HomeAssistant, error: unknown): Promise<string> => {
  await loadLanguage(hass.language);
  if (isConnectionLost(error)) return translate(hass.language, "error.connection");
  const failure: BackendError = typeof error === "object" && error ? error : {};
  const key = failure.translation_key;
  if (key) {
    const domain = failure.translation_domain ?? "home_inventory";
    const localize = await errorTexts(hass, domain).catch(() => hass.localize);
    const text =
      missing(hass, failure) ??
      localize(
        `component.${domain}.exceptions.${key}.message`,
        named(hass, failure.translation_placeholders ?? {}),
      );
    if (text) return text;
  }
  return failure.message ?? translate(hass.language, "error.unknown");
};
