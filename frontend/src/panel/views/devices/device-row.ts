import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { rowStyles } from "../../../components/row-styles";
import { baseStyles, chipStyles } from "../../../components/styles";
import { renderStatus } from "../../../components/device-status";
import type { Device } from "../../../data/device";
import { defineElement } from "../../../ha/define-element";
import { devicePath, followLink } from "../../../ha/navigate";
import { addressOf } from "../../../utils/path";
import { deviceStyles } from "./device-styles";
import { productOf, renderBattery } from "./device-text";

/** One device in a list: what it is called, what it is, where, and how it is doing. A link to its page. */
@defineElement("home-inventory-device-row")
export class DeviceRow extends InventoryElement {
  @property({ attribute: false }) public device!: Device;
  @property() public home?: string;
  @property({ type: Boolean }) public selected = false;
  /** What the list is narrowed by, as it stands behind the path of an address. */
  @property() public search = "";

  protected override render() {
    const { hass, device } = this;
    if (!hass) return nothing;
    return html`<a
      href=${devicePath(device.id, this.search)}
      data-testid="device-row"
      data-device-id=${device.id}
      aria-current=${this.selected ? "true" : "false"}
      class=${device.archived_at || device.ignored ? "archived" : ""}
      @click=${followLink}
    >
      <span class="main">
        <span class="name">${device.name}</span>
        <span class="place quiet">${this._about()}</span>
        ${device.path ? html`<span class="place quiet">${addressOf(device.path, this.home)}</span>` : nothing}
      </span>
      <span class="side">
        ${
          /* Most sources don't look whether a device answers: that would be said of half the list. */
          device.status === "unknown" ? nothing : renderStatus(hass.language, device.status)
        }
        ${device.battery?.is_low ? renderBattery(hass, device) : nothing}
        ${device.addresses[0] ? html`<span class="mono quiet">${device.addresses[0]}</span>` : nothing}
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

  private _about(): string {
    const about = productOf(this.device) || this.device.macs[0];
    return [this.device.type, about].filter(Boolean).join(" · ");
  }

  public static override styles = [baseStyles, chipStyles, rowStyles, deviceStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-device-row": DeviceRow;
  }
}
