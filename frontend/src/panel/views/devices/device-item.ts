import { mdiLinkVariant, mdiLinkVariantOff, mdiPackageVariantPlus } from "@mdi/js";
import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, chipStyles } from "../../../components/styles";
import type { DeviceDetail } from "../../../data/device";
import type { InventoryInfo } from "../../../data/info";
import type { Item } from "../../../data/item";
import { defineElement } from "../../../ha/define-element";
import { followLink, itemPath } from "../../../ha/navigate";
import { trailOf } from "../../../utils/path";
import { adoptWithUndo, linkWithUndo, unlinkWithUndo } from "../../device-actions";
import { viewStyles } from "../view-styles";
import { deviceStyles } from "./device-styles";

/** The item that a device is, or what can be made of it: a new item in one tap, or one that fits. */
@defineElement("home-inventory-device-item")
export class DeviceItem extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public detail!: DeviceDetail;

  @state() private _busy = false;

  private async _do(doing: () => Promise<unknown>): Promise<void> {
    if (this._busy) return;
    this._busy = true;
    const done = await doing();
    if (done) this.dispatchEvent(new CustomEvent("device-changed"));
    this._busy = false;
  }

  protected override render() {
    const { item } = this.detail.device;
    return html`<section class="card" data-testid="device-item">
      <h2>${this.localize("device.item")}</h2>
      ${item ? this._renderLinked(item) : this._renderNew()}
    </section>`;
  }

  private _renderLinked(item: { id: string; name: string; code: string }) {
    const { device } = this.detail;
    return html`<div class="tags">
        <a href=${itemPath(item.id)} data-testid="linked-item" @click=${followLink}>${item.name}</a>
        <span class="code">${item.code}</span>
      </div>
      ${
        this.info.can_write
          ? html`<div class="actions">
              ${this._button("unlink", mdiLinkVariantOff, () => unlinkWithUndo(this, device))}
            </div>`
          : nothing
      }`;
  }

  private _renderNew() {
    const { device, matches } = this.detail;
    if (!this.info.can_write) return html`<p class="quiet">${this.localize("device.no_item")}</p>`;
    return html`<p class="quiet">${this.localize("device.adopt_hint")}</p>
      <div class="actions">
        ${this._button("adopt", mdiPackageVariantPlus, () => adoptWithUndo(this, device), true)}
      </div>
      ${matches.length > 0 ? this._renderMatches(matches) : nothing}`;
  }

  private _renderMatches(matches: Item[]) {
    return html`<p class="quiet">${this.localize("device.matches")}</p>
      <ul class="rows">
        ${matches.map((item) => this._renderMatch(item))}
      </ul>`;
  }

  private _renderMatch(item: Item) {
    const path = item.locations[0]?.path;
    return html`<li data-testid="match">
      <div class="text">
        <a href=${itemPath(item.id)} @click=${followLink}>${item.name}</a>
        <span class="code">${item.code}</span>
        ${path ? html`<div class="quiet small">${trailOf(path, this.info.name)}</div>` : nothing}
      </div>
      <button
        class="button outlined"
        data-testid="link"
        ?disabled=${this._busy}
        @click=${() => void this._do(() => linkWithUndo(this, this.detail.device, item))}
      >
        ${icon(mdiLinkVariant, 20)} ${this.localize("device.link_item")}
      </button>
    </li>`;
  }

  private _button(
    name: "adopt" | "unlink",
    path: string,
    act: () => Promise<unknown>,
    primary = false,
  ) {
    return html`<button
      class="button ${primary ? "primary" : "outlined"}"
      data-testid=${name}
      ?disabled=${this._busy}
      @click=${() => void this._do(act)}
    >
      ${icon(path, 20)} ${this.localize(`device.${name}`)}
    </button>`;
  }

  public static override styles = [baseStyles, buttonStyles, chipStyles, viewStyles, deviceStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-device-item": DeviceItem;
  }
}
