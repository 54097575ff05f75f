import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { Location } from "../data/location";
import type { Highlights } from "../data/search";
import { defineElement } from "../ha/define-element";
import { followLink, locationPath } from "../ha/navigate";
import { addressOf, parentPath } from "../utils/path";
import { InventoryElement } from "./base-element";
import { highlighted } from "./highlighted";
import { icon } from "./icon";
import { locationIcon } from "./location-icon";
import { otherMatches } from "./other-matches";
import { rowStyles } from "./row-styles";
import { baseStyles, chipStyles, markStyles } from "./styles";

/** One place among what was found: what kind it is, and where. A link to what is in it. */
@defineElement("home-inventory-place-row")
export class PlaceRow extends InventoryElement {
  @property({ attribute: false }) public location!: Location;
  @property({ attribute: false }) public highlights: Highlights = {};
  @property() public home?: string;

  protected override render() {
    const { hass, location, highlights } = this;
    if (!hass) return nothing;
    const kind = this.localize(`kind.${location.kind}`);
    const around = parentPath(location.path);
    return html`<a
      href=${locationPath(location.id)}
      data-testid="place-row"
      data-location-id=${location.id}
      class=${location.archived ? "archived" : ""}
      @click=${followLink}
    >
      <span class="type quiet">${icon(locationIcon(location.kind), 20)}</span>
      <span class="main">
        <span class="name">${highlighted(location.name, highlights.name)}</span>
        ${
          around
            ? html`<span class="place quiet" data-testid="place-around"
                >${addressOf(around, this.home)}</span
              >`
            : nothing
        }
        ${otherMatches(hass, location, highlights)}
      </span>
      <span class="side">
        <span class="badge" data-testid="place-kind">${kind}</span>
        <span class="code" title=${this.localize("field.code")}
          >${highlighted(location.code, highlights.code)}</span
        >
      </span>
    </a>`;
  }

  public static override styles = [
    baseStyles,
    chipStyles,
    markStyles,
    rowStyles,
    css`
      .name {
        margin-block: auto;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-place-row": PlaceRow;
  }
}
