import { mdiAlertCircleOutline, mdiArchiveOutline, mdiShieldAlertOutline } from "@mdi/js";
import { html, nothing } from "lit";
import type { Item } from "../data/item";
import type { HomeAssistant } from "../ha/types";
import { translate } from "../localize/localize";
import { warrantyState } from "../utils/warranty";
import { icon } from "./icon";

/** Draw what needs attention: low stock, a warranty that ends soon, and that it is archived. */
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
