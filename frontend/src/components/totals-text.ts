import type { Totals } from "../data/search";
import type { HomeAssistant } from "../ha/types";
import { translate } from "../localize/localize";

/** Write how many were found: items always, places and devices where words have found some. */
export const totalsText = ({ language }: HomeAssistant, totals: Totals): string =>
  [
    translate(language, "items.count", { count: totals.item }),
    totals.location && translate(language, "locations.count", { count: totals.location }),
    totals.device && translate(language, "devices.count", { count: totals.device }),
  ]
    .filter(Boolean)
    .join(" · ");

/** Return whether not only items were found, so that each has to say what it is. */
export const isMixed = (totals?: Totals): boolean =>
  totals !== undefined && totals.location + totals.device > 0;
