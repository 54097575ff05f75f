import { html, nothing, type TemplateResult } from "lit";
import type { Hit } from "../data/search";
import type { HomeAssistant } from "../ha/types";
import "./found-device-row";
import "./item-row";
import "./place-row";

export interface HitRowOptions {
  hass?: HomeAssistant;
  /** The name of the home, which nobody needs to be told. */
  home?: string;
  warningDays: number;
  /** The id of the item that is open. */
  selected?: string;
  /** Say of items too what they are. */
  withType: boolean;
  withoutQuantity?: boolean;
  /** It is drawn inside an entry of the list, which is the list's item. */
  isInItem?: boolean;
  /** What the list is narrowed by, as it stands behind the path of an address: it stays beside the item. */
  search?: string;
}

/** Draw one of several things that were found, by what it is. */
export const renderHit = (hit: Hit, options: HitRowOptions): TemplateResult => {
  if (hit.type === "location") {
    return html`<home-inventory-place-row
      role=${options.isInItem ? nothing : "listitem"}
      .hass=${options.hass}
      .location=${hit.location}
      .highlights=${hit.highlights}
      .home=${options.home}
    ></home-inventory-place-row>`;
  }
  if (hit.type === "device") {
    return html`<home-inventory-found-device-row
      role=${options.isInItem ? nothing : "listitem"}
      .hass=${options.hass}
      .device=${hit.device}
      .highlights=${hit.highlights}
      .home=${options.home}
    ></home-inventory-found-device-row>`;
  }
  return html`<home-inventory-item-row
    role=${options.isInItem ? nothing : "listitem"}
    .hass=${options.hass}
    .item=${hit.item}
    .status=${hit.device?.status}
    .highlights=${hit.highlights}
    .home=${options.home}
    .warningDays=${options.warningDays}
    .selected=${hit.id === options.selected}
    .withType=${options.withType}
    .search=${options.search ?? ""}
    .withoutQuantity=${options.withoutQuantity ?? false}
  ></home-inventory-item-row>`;
};
