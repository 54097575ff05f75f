import { mdiPencilOutline } from "@mdi/js";
import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, chipStyles } from "../../../components/styles";
import {
  DEVICE_FIELDS,
  factOf,
  type DeviceDetail,
  type DeviceFact,
  type DeviceField,
} from "../../../data/device";
import type { InventoryInfo } from "../../../data/info";
import type { Source } from "../../../data/source";
import { defineElement } from "../../../ha/define-element";
import { trailOf } from "../../../utils/path";
import { editDeviceWithDialog } from "../../device-actions";
import { viewStyles } from "../view-styles";
import { deviceStyles } from "./device-styles";
import { fieldLabel, titleOf, worded } from "./device-text";

/** Said to the page around it: a field of the device is the sources' again. */
export type FieldClearedEvent = CustomEvent<DeviceField>;

/** What is known of a device, and who says so. */
@defineElement("home-inventory-device-facts")
export class DeviceFacts extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public detail!: DeviceDetail;
  @property({ attribute: false }) public sources: Source[] = [];

  private get _tongue(): string {
    return this.hass?.language ?? "en";
  }

  private _value(field: DeviceField): string | null {
    const { device } = this.detail;
    if (field !== "location") return device[field];
    return device.path && trailOf(device.path, this.info.name);
  }

  protected override render() {
    const known = DEVICE_FIELDS.filter((field) => this._value(field));
    return html`<section class="card" aria-label=${this.localize("item.facts")}>
      <dl>${known.map((field) => this._renderFact(field))}</dl>
      ${this.info.can_write && !this.detail.device.archived_at ? this._renderEdit() : nothing}
    </section>`;
  }

  private _renderFact(field: DeviceField) {
    const fact = factOf(this.detail, field);
    return html`<div class="fact" data-testid="fact-${field}">
      <dt>${fieldLabel(this._tongue, field)}</dt>
      <dd>
        <span data-testid="value">${this._value(field)}</span>
        ${fact ? this._renderOrigin(field, fact) : nothing}
      </dd>
    </div>`;
  }

  private _renderOrigin(field: DeviceField, fact: DeviceFact) {
    return html`<div class="quiet small" data-testid="origin">
      ${this._origin(fact)}
      ${
        fact.offered && fact.offered !== fact.value && field !== "location"
          ? html`· ${this.localize("device.offered", { value: fact.offered })}`
          : nothing
      }
      ${fact.locked && this.info.can_write ? this._renderClear(field) : nothing}
    </div>`;
  }

  private _origin({ origin, source_id: id }: DeviceFact): string {
    const who = worded(this._tongue, `origin.${origin}`);
    return id ? `${who} · ${titleOf(this._tongue, this.sources, id)}` : who;
  }

  private _renderClear(field: DeviceField) {
    return html`<button
      class="button clear"
      data-testid="clear-field"
      title=${this.localize("device.clear_hint")}
      @click=${() => this.dispatchEvent(new CustomEvent("field-cleared", { detail: field }))}
    >
      ${this.localize("device.clear")}
    </button>`;
  }

  private _renderEdit() {
    return html`<div class="actions">
      <button
        class="button outlined"
        data-testid="edit"
        @click=${() => void editDeviceWithDialog(this, this.detail)}
      >
        ${icon(mdiPencilOutline, 20)} ${this.localize("action.edit")}
      </button>
    </div>`;
  }

  public static override styles = [baseStyles, buttonStyles, chipStyles, viewStyles, deviceStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-device-facts": DeviceFacts;
  }
}
