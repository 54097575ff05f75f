import { html, nothing } from "lit";
import { query, state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import "../../components/place-field";
import type { Place, PlaceChangedEvent } from "../../components/place-field";
import {
  LOCATION_KINDS,
  type LocationFields,
  type LocationKind,
  type LocationResult,
} from "../../data/location";
import { defineElement } from "../../ha/define-element";
import { parseNumber } from "../../utils/numbers";
import type { LocationEditorParams } from "./show-dialog-location-editor";

const AUTOMATIC = "";

@defineElement("home-inventory-dialog-location-editor")
export class DialogLocationEditor extends InventoryDialog<LocationEditorParams, LocationResult> {
  @state() private _parent?: Place;
  @state() private _kind: LocationKind | typeof AUTOMATIC = AUTOMATIC;
  @query("#name") private readonly _name!: HTMLInputElement;
  @query("#capacity") private readonly _capacity?: HTMLInputElement;
  @query("#area") private readonly _area!: HTMLSelectElement;
  @query("#description") private readonly _description!: HTMLTextAreaElement;

  public override connectedCallback(): void {
    super.connectedCallback();
    const { params } = this;
    if (params.location) this._kind = params.location.kind;
    else this._parent = params.parent;
  }

  protected override async submit(): Promise<LocationResult | undefined> {
    const name = this._name.value.trim();
    if (!name) {
      this._error = this.localize("error.name_required");
      this._name.focus();
      return undefined;
    }
    const { params } = this;
    const fields = this._fields();
    if (params.location) return this.aside(params.update({ name, ...fields }));
    return params.add({
      name,
      ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
      ...(this._parent ? { parent: this._parent.id } : {}),
    });
  }

  private _fields(): LocationFields {
    const capacity = this._capacity?.value.trim();
    return {
      ...(this._kind ? { kind: this._kind } : {}),
      ...(this._capacity
        ? { capacity: capacity ? (parseNumber(capacity) ?? (capacity as unknown as number)) : null }
        : {}),
      area: this._area.value || null,
      description: this._description.value.trim() || null,
    };
  }

  protected override render() {
    const { location } = this.params;
    return this.renderFrame({
      heading: this.localize(location ? "location.edit" : "location.add"),
      submitLabel: this.localize(location ? "action.save" : "action.add"),
      testId: "location-editor",
      body: html`
        <div class="field">
          <label for="name">${this.localize("field.name")}</label>
          <input
            id="name"
            autofocus
            data-testid="name"
            maxlength="255"
            autocomplete="off"
            .value=${location?.name ?? ""}
          />
        </div>
        ${location ? nothing : this._renderParent()} ${this._renderKind()}
        ${this._kind === "box" || location?.capacity ? this._renderCapacity() : nothing}
        ${this._renderArea()}
        <div class="field">
          <label for="description">${this.localize("field.description")}</label>
          <textarea
            id="description"
            maxlength="4000"
            .value=${location?.description ?? ""}
          ></textarea>
        </div>
      `,
    });
  }

  private _renderParent() {
    return html`<home-inventory-place-field
      .hass=${this.hass}
      .label=${this.localize("location.inside")}
      .value=${this._parent}
      @place-changed=${(event: PlaceChangedEvent) => (this._parent = event.detail.value)}
    ></home-inventory-place-field>`;
  }

  private _renderKind() {
    return html`<div class="field">
      <label for="kind">${this.localize("field.kind")}</label>
      <select id="kind" data-testid="kind" @change=${this._kindChanged}>
        ${
          this.params.location
            ? nothing
            : html`<option value=${AUTOMATIC}>${this.localize("kind.automatic")}</option>`
        }
        ${LOCATION_KINDS.map(
          (kind) =>
            html`<option value=${kind} ?selected=${kind === this._kind}>
              ${this.localize(`kind.${kind}`)}
            </option>`,
        )}
      </select>
    </div>`;
  }

  private readonly _kindChanged = (event: Event): void => {
    this._kind = (event.target as HTMLSelectElement).value as LocationKind;
  };

  private _renderCapacity() {
    return html`<div class="field">
      <label for="capacity">${this.localize("field.capacity")}</label>
      <input
        id="capacity"
        inputmode="numeric"
        autocomplete="off"
        .value=${String(this.params.location?.capacity ?? "")}
      />
    </div>`;
  }

  /** The link to an area or floor of Home Assistant. */
  private _renderArea() {
    const chosen = this.params.location?.area_id ?? this.params.location?.floor_id;
    const options = [
      ...Object.values(this.hass?.floors ?? {}).map(({ floor_id: id, name }) => ({ id, name })),
      ...Object.values(this.hass?.areas ?? {}).map(({ area_id: id, name }) => ({ id, name })),
    ].sort((a, b) => a.name.localeCompare(b.name));
    return html`<div class="field">
      <label for="area">${this.localize("field.area")}</label>
      <select id="area">
        <option value="">${this.localize("location.no_area")}</option>
        ${options.map(
          ({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`,
        )}
      </select>
    </div>`;
  }
}
