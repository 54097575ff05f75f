import type { Totals } from "../data/search";
import type { HomeAssistant } from "../ha/types";
import { translate } from "../localize/localize";

/** Write how many were found: items always, places where words have found some. */
export const totalsText = ({ language }: HomeAssistant, totals: Totals): string => {
  const items = translate(language, "items.count", { count: totals.item });
  if (totals.location === 0) return items;
  return `${items} · ${translate(language, "locations.count", { count: totals.location })}`;
};
