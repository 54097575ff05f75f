import { html, nothing } from "lit";
import { state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import "../../components/place-field";
import type { Place, PlaceChangedEvent } from "../../components/place-field";
import {
  DEVICE_FIELDS,
  factOf,
  type DeviceField,
  type DeviceFields,
  type DeviceResult,
} from "../../data/device";
import { defineElement } from "../../ha/define-element";
import type { DeviceEditorParams } from "./show-dialog-device-editor";

type TextField = Exclude<DeviceField, "location">;

const TEXT_FIELDS = DEVICE_FIELDS.filter((field): field is TextField => field !== "location");

/** What a person says about a device: each field holds until it is cleared, whatever the sources say. */
@defineElement("home-inventory-dialog-device-editor")
export class DialogDeviceEditor extends InventoryDialog<DeviceEditorParams, DeviceResult> {
  @state() private _texts: Partial<Record<TextField, string>> = {};
  @state() private _place?: Place;

  public override connectedCallback(): void {
    super.connectedCallback();
    const { device } = this.params.detail;
    for (const field of TEXT_FIELDS) this._texts[field] = device[field] ?? "";
    const { location_id: id, path } = device;
    this._place = id && path ? { id, path } : undefined;
  }

  /** Only what was changed: the rest stays with its sources. An emptied field is theirs again. */
  private get _changed(): DeviceFields {
    const { device } = this.params.detail;
    const fields: DeviceFields = {};
    for (const field of TEXT_FIELDS) {
      const text = (this._texts[field] ?? "").trim();
      if (text !== (device[field] ?? "")) fields[field] = text || null;
    }
    const place = this._place?.id ?? null;
    if (place !== device.location_id) fields.location = place;
    return fields;
  }

  protected override async submit(): Promise<DeviceResult | undefined> {
    const fields = this._changed;
    if (Object.keys(fields).length > 0) {
      return this.aside(this.params.update(fields, this._place?.path));
    }
    this.close();
    return undefined;
  }

  protected override render() {
    return this.renderFrame({
      heading: this.localize("device.edit_x", { name: this.params.detail.device.name }),
      submitLabel: this.localize("action.save"),
      testId: "device-editor",
      body: html`
        <p class="quiet">${this.localize("device.edit_hint")}</p>
        ${TEXT_FIELDS.map((field) => this._renderText(field))}
        <home-inventory-place-field
          .hass=${this.hass}
          .label=${this.localize("field.location")}
          .home=${this.params.info.name}
          .value=${this._place}
          @place-changed=${(event: PlaceChangedEvent) => (this._place = event.detail.value)}
        ></home-inventory-place-field>
      `,
    });
  }

  private _renderText(field: TextField) {
    const offered = factOf(this.params.detail, field)?.offered;
    return html`<div class="field">
      <label for=${field}
        >${this.localize(field === "type" ? "field.device_type" : `field.${field}`)}</label
      >
      <input
        id=${field}
        data-testid="field-${field}"
        autocomplete="off"
        maxlength="255"
        ?autofocus=${field === "name"}
        .value=${this._texts[field] ?? ""}
        @input=${(event: Event) =>
          (this._texts = {
            ...this._texts,
            [field]: (event.target as HTMLInputElement).value,
          })}
      />
      ${
        offered
          ? html`<span class="quiet">${this.localize("device.offered", { value: offered })}</span>`
          : nothing
      }
    </div>`;
  }
}
