import {
  mdiAlertCircleOutline,
  mdiArchiveOutline,
  mdiCalendarAlertOutline,
  mdiHandExtendedOutline,
  mdiShieldAlertOutline,
} from "@mdi/js";
import { html, nothing } from "lit";
import type { Item } from "../data/item";
import type { HomeAssistant } from "../ha/types";
import { translate } from "../localize/localize";
import { formatNumber } from "../utils/format";
import { borrowersOf, isOverdue, leftToLend } from "../data/loan";
import { warrantyState } from "../utils/warranty";
import { icon } from "./icon";

/** Say who has it; of a part of it, how much is away. */
const lentText = (hass: HomeAssistant, item: Item): string => {
  if (leftToLend(item) === 0) {
    return translate(hass.language, "badge.lent_to", { name: borrowersOf(item).join(", ") });
  }
  return translate(hass.language, "badge.lent_some", {
    lent: formatNumber(item.lent_quantity, hass.locale),
    total: formatNumber(item.quantity, hass.locale),
  });
};

const loanBadges = (hass: HomeAssistant, item: Item) => {
  if (item.loans.length === 0) return nothing;
  return html`<span class="badge" data-testid="badge-lent">
      ${icon(mdiHandExtendedOutline, 14)} ${lentText(hass, item)}
    </span>
    ${
      isOverdue(item)
        ? html`<span class="badge error" data-testid="badge-overdue">
            ${icon(mdiCalendarAlertOutline, 14)} ${translate(hass.language, "chip.overdue")}
          </span>`
        : nothing
    }`;
};

/** Draw what needs attention: low stock, who has it, a warranty that ends soon, and that it is archived. */
export const itemBadges = (hass: HomeAssistant, item: Item, warningDays: number) => {
  const warranty = warrantyState(item, warningDays);
  return html`
    ${
      item.archived
        ? html`<span class="badge">
            ${icon(mdiArchiveOutline, 14)} ${translate(hass.language, "badge.archived")}
          </span>`
        : nothing
    }
    ${loanBadges(hass, item)}
    ${
      item.low_stock
        ? html`<span class="badge error">
            ${icon(mdiAlertCircleOutline, 14)} ${translate(hass.language, "badge.low_stock")}
          </span>`
        : nothing
    }
    ${
      warranty.kind === "ending"
        ? html`<span class="badge warning">
            ${icon(mdiShieldAlertOutline, 14)}
            ${translate(hass.language, "badge.warranty_ends", { count: warranty.days })}
          </span>`
        : nothing
    }
  `;
};
