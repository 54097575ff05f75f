import { mdiCallSplit } from "@mdi/js";
import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles } from "../../../components/styles";
import type { DeviceDetail, MergedDevice } from "../../../data/device";
import type { InventoryInfo } from "../../../data/info";
import { defineElement } from "../../../ha/define-element";
import { formatMoment } from "../../../utils/format";
import { unmergeAfterAsking } from "../../device-actions";
import { viewStyles } from "../view-styles";
import { deviceStyles } from "./device-styles";

/** The devices that were made one with this one, each to be made a device of its own again. */
@defineElement("home-inventory-device-merges")
export class DeviceMerges extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public detail!: DeviceDetail;

  private async _unmerge(merged: MergedDevice): Promise<void> {
    const done = await unmergeAfterAsking(this, this.detail.device, merged);
    if (done) this.dispatchEvent(new CustomEvent("device-changed"));
  }

  protected override render() {
    const { merges } = this.detail;
    if (merges.length === 0) return nothing;
    return html`<section class="card" data-testid="merges">
      <h2>${this.localize("device.merged")}</h2>
      <ul class="rows">
        ${merges.map((merged) => this._renderMerged(merged))}
      </ul>
    </section>`;
  }

  private _renderMerged(merged: MergedDevice) {
    const when = formatMoment(merged.at, this.locale);
    return html`<li data-testid="merged">
      <div class="text">
        ${merged.name}
        <div class="quiet small">${this.localize("device.merged_at", { when })}</div>
      </div>
      ${
        this.info.can_write
          ? html`<button
              class="button outlined"
              data-testid="unmerge"
              @click=${() => void this._unmerge(merged)}
            >
              ${icon(mdiCallSplit, 20)} ${this.localize("device.unmerge")}
            </button>`
          : nothing
      }
    </li>`;
  }

  public static override styles = [baseStyles, buttonStyles, viewStyles, deviceStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-device-merges": DeviceMerges;
  }
}
