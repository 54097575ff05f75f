import type { HomeAssistant } from "../ha/types";
import { translate, translateIfKnown, type TranslationKey } from "../localize/localize";
import { formatNumber } from "../utils/format";

/** Write a quantity with its unit: "3 pcs", "1.5 l", "2 packs". */
export const quantityText = (
  hass: HomeAssistant,
  quantity: number,
  unit: string | null,
): string => {
  const amount = formatNumber(quantity, hass.locale);
  const name = unit ?? "piece";
  if (translateIfKnown(hass.language, `unit.${name}_other`) === undefined)
    return `${amount} ${unit}`;
  return translate(hass.language, `unit.${name}` as TranslationKey, { count: quantity, amount });
};

/** Write the unit alone, in the number that goes with a quantity: "pcs", "packs". */
export const unitText = (hass: HomeAssistant, quantity: number, unit: string | null): string =>
  quantityText(hass, quantity, unit).replace(formatNumber(quantity, hass.locale), "").trim();
