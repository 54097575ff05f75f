import { html } from "lit";
import type { Item } from "../data/item";
import type { Location } from "../data/location";
import type { Highlights } from "../data/search";
import type { HomeAssistant } from "../ha/types";
import { translate } from "../localize/localize";
import { fromFirstHit } from "../utils/highlight";
import { highlighted } from "./highlighted";

/** Fields that a row does not show, by how much they tell. */
const FIELDS = [
  "aliases",
  "manufacturer",
  "model",
  "serial_number",
  "vendor",
  "description",
  "notes",
  "warranty_notes",
] as const;
const MOST_FIELDS = 2;

/** Draw why something was found when its row would not show it: "Notes: … the weak one". */
export const otherMatches = (
  hass: HomeAssistant,
  found: Partial<Item> | Location,
  highlights: Highlights,
) => {
  const item: Partial<Item> = found;
  const texts = { ...item, aliases: item.aliases?.join(", ") };
  return FIELDS.filter((field) => texts[field] && highlights[field]?.length)
    .slice(0, MOST_FIELDS)
    .map((field) => {
      const { text, ranges } = fromFirstHit(texts[field] ?? "", highlights[field] ?? []);
      return html`<span class="match quiet" data-testid="match-${field}"
        >${translate(hass.language, `field.${field}`)}: ${highlighted(text, ranges)}</span
      >`;
    });
};
