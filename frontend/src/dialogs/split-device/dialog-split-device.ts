import { html } from "lit";
import { state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import type { DeviceIdentity, DeviceResult } from "../../data/device";
import { defineElement } from "../../ha/define-element";
import { translateIfKnown } from "../../localize/localize";
import type { SplitDeviceParams } from "./show-dialog-split-device";

/** What a device is known by, to choose what belongs to another one. */
@defineElement("home-inventory-dialog-split-device")
export class DialogSplitDevice extends InventoryDialog<SplitDeviceParams, DeviceResult> {
  @state() private _chosen = new Set<DeviceIdentity>();

  /** Something has to stay: a device that nothing is known by can't be found again. */
  private get _isPossible(): boolean {
    const { size } = this._chosen;
    return size > 0 && size < this.params.detail.identities.length;
  }

  protected override submit(): Promise<DeviceResult> {
    return this.params.split([...this._chosen]);
  }

  private _toggle(identity: DeviceIdentity, chosen: boolean): void {
    const all = new Set(this._chosen);
    if (chosen) all.add(identity);
    else all.delete(identity);
    this._chosen = all;
  }

  protected override render() {
    const { device, identities } = this.params.detail;
    return this.renderFrame({
      heading: this.localize("device.split_x", { name: device.name }),
      submitLabel: this.localize("device.split"),
      disabled: !this._isPossible,
      testId: "split-dialog",
      body: html`<p>${this.localize("device.split_hint")}</p>
        ${identities.map((identity) => this._renderIdentity(identity))}`,
    });
  }

  private _renderIdentity(identity: DeviceIdentity) {
    const kind = translateIfKnown(this.hass?.language ?? "en", `identity.${identity.kind}`);
    return html`<label class="check">
      <input
        type="checkbox"
        data-testid="split-identity"
        .checked=${this._chosen.has(identity)}
        @change=${(event: Event) =>
          this._toggle(identity, (event.target as HTMLInputElement).checked)}
      />
      <span><span class="quiet">${kind ?? identity.kind}</span> ${identity.value}</span>
    </label>`;
  }
}
