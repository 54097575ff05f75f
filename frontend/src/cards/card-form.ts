import { fetchCategories } from "../data/category";
import { fetchItems } from "../data/item";
import { fetchLocations } from "../data/location";
import type { FormSchema } from "../ha/lovelace";
import { getMainHass } from "../ha/main-hass";
import type { HomeAssistant } from "../ha/types";
import { trailOf } from "../utils/path";

interface Option {
  value: string;
  label: string;
}

const MOST_ITEMS = 1000;

export const TITLE: FormSchema = { name: "title", selector: { text: {} } };

export const switchSchema = (name: string): FormSchema => ({ name, selector: { boolean: {} } });

export const numberSchema = (name: string, min: number, max: number): FormSchema => ({
  name,
  selector: { number: { min, max, mode: "box" } },
});

export const labelSchema = (name: string): FormSchema => ({
  name,
  selector: { label: { multiple: true } },
});

/** Return a chooser of what is fetched; a text field where there is nothing, or no connection. */
const chooser = async (
  name: string,
  fetchOptions: (hass: HomeAssistant) => Promise<Option[]>,
  multiple = false,
): Promise<FormSchema> => {
  const hass = getMainHass();
  const options = hass ? await fetchOptions(hass).catch(() => []) : [];
  if (options.length === 0) return { name, selector: { text: { multiple } } };
  // One that takes other values too would show the id that was chosen, not its name.
  return {
    name,
    selector: { select: { options, multiple, mode: "dropdown", custom_value: multiple } },
  };
};

/** Return a chooser of places: by their paths, kept as ids. */
export const locationSchema = (name: string): Promise<FormSchema> =>
  chooser(name, async (hass) => {
    const places = await fetchLocations(hass);
    return places.map((place) => ({ value: place.id, label: trailOf(place.path) }));
  });

/** Return a chooser of categories. */
export const categorySchema = (name: string): Promise<FormSchema> =>
  chooser(name, async (hass) => {
    const categories = await fetchCategories(hass);
    return categories.map(({ id, path }) => ({ value: id, label: trailOf(path) }));
  });

/** Return a chooser of several items, of the first thousand by name. */
export const itemsSchema = (name: string): Promise<FormSchema> =>
  chooser(
    name,
    async (hass) => {
      const { items } = await fetchItems(hass, { sort: "name" }, { limit: MOST_ITEMS, offset: 0 });
      return items.map((item) => ({ value: item.id, label: `${item.name} (${item.code})` }));
    },
    true,
  );
