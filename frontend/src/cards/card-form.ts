import { fetchLocations } from "../data/location";
import type { CardConfigForm, FormSchema } from "../ha/lovelace";
import { getMainHass } from "../ha/main-hass";
import { translate, type TranslationKey } from "../localize/localize";
import { trailOf } from "../utils/path";

/** The language of the app, where no `hass` is given. */
export const appLanguage = (): string =>
  getMainHass()?.language ?? (document.documentElement.lang || "en");

/** Return a chooser of places; without a connection, a text field that takes a path. */
export const locationSchema = async (name: string): Promise<FormSchema> => {
  const hass = getMainHass();
  const places = hass ? await fetchLocations(hass).catch(() => []) : [];
  if (places.length === 0) return { name, selector: { text: {} } };
  const options = places.map((place) => ({ value: place.id, label: trailOf(place.path) }));
  return { name, selector: { select: { options, mode: "dropdown", custom_value: true } } };
};

/** Return a card's form, its labels translated under `card.option.<name>`. */
export const cardForm = (schema: FormSchema[]): CardConfigForm => ({
  schema,
  computeLabel: ({ name }) => translate(appLanguage(), `card.option.${name}` as TranslationKey),
  computeHelper: () => undefined,
});
