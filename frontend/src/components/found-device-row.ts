import { mdiDevices } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { FoundDevice, Highlights } from "../data/search";
import { defineElement } from "../ha/define-element";
import { devicePath, followLink } from "../ha/navigate";
import { addressOf } from "../utils/path";
import { InventoryElement } from "./base-element";
import { renderStatus, statusStyles } from "./device-status";
import { highlighted } from "./highlighted";
import { icon } from "./icon";
import { rowStyles } from "./row-styles";
import { baseStyles, chipStyles, markStyles } from "./styles";

const ABOUT = ["type", "manufacturer", "model"] as const;

/** One device among what was found: what it is, where, and how it is doing. A link to its page. */
@defineElement("home-inventory-found-device-row")
export class FoundDeviceRow extends InventoryElement {
  @property({ attribute: false }) public device!: FoundDevice;
  @property({ attribute: false }) public highlights: Highlights = {};
  @property() public home?: string;

  protected override render() {
    const { hass, device, highlights } = this;
    if (!hass) return nothing;
    return html`<a
      href=${devicePath(device.id)}
      data-testid="found-device"
      data-device-id=${device.id}
      class=${device.archived ? "archived" : ""}
      @click=${followLink}
    >
      <span class="type quiet" title=${this.localize("field.device")}>
        ${icon(mdiDevices, 20)}<span class="sr-only">${this.localize("field.device")}:</span>
      </span>
      <span class="main">
        <span class="name">${highlighted(device.name, highlights.name)}</span>
        <span class="place quiet">${this._renderAbout()}</span>
        ${
          device.path
            ? html`<span class="place quiet" data-testid="device-place"
                >${addressOf(device.path, this.home)}</span
              >`
            : nothing
        }
      </span>
      <span class="side">
        ${device.status === "unknown" ? nothing : renderStatus(hass.language, device.status)}
        ${device.address ? html`<span class="address quiet">${device.address}</span>` : nothing}
        ${
          device.item
            ? html`<span class="code" title=${this.localize("field.code")}
                >${device.item.code}</span
              >`
            : nothing
        }
      </span>
    </a>`;
  }

  private _renderAbout() {
    const known = ABOUT.filter((field) => this.device[field]);
    return known.map(
      (field, index) =>
        html`${index > 0 ? " · " : nothing}${highlighted(this.device[field] ?? "", this.highlights[field])}`,
    );
  }

  public static override styles = [
    baseStyles,
    chipStyles,
    markStyles,
    rowStyles,
    statusStyles,
    css`
      .address {
        font-family: var(--ha-font-family-code, ui-monospace, monospace);
        font-size: 13px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-found-device-row": FoundDeviceRow;
  }
}
