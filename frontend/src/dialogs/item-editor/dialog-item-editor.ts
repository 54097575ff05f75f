import { css, html, nothing } from "lit";
import { query, state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import "../../components/place-field";
import type { Place, PlaceChangedEvent, PlaceField } from "../../components/place-field";
import { fetchCategories } from "../../data/category";
import type { ItemFields, ItemResult, NewItem } from "../../data/item";
import { fetchLabels, type Label } from "../../data/label";
import { defineElement } from "../../ha/define-element";
import { customProblem, type CustomRow } from "../../utils/custom-rows";
import { parseNumber } from "../../utils/numbers";
import { EditConflicts } from "./edit-conflicts";
import { changedFields, hasAny, toDraft, type Draft, type DraftValue } from "./item-draft";
import { FIELD_GROUPS, type FieldGroup } from "./item-form";
import { renderField } from "./render-field";
import type { ItemEditorParams } from "./show-dialog-item-editor";

/** Name, place and quantity first; everything else waits under "More details". */
@defineElement("home-inventory-dialog-item-editor")
export class DialogItemEditor extends InventoryDialog<ItemEditorParams, ItemResult> {
  @state() public draft: Draft = toDraft();
  @state() private _place?: Place;
  @state() private _quantity = "1";
  @state() private _bestBefore = "";
  @state() private _labels: Label[] = [];
  @state() private _categories: string[] = [];
  @query("#name") private readonly _name!: HTMLInputElement;
  @query("home-inventory-place-field") private readonly _placeField?: PlaceField;

  public original: Draft = this.draft;

  private readonly _conflicts = new EditConflicts(this);

  public override connectedCallback(): void {
    super.connectedCallback();
    const { params } = this;
    this.original = toDraft(params.item);
    this.draft = { ...this.original };
    if (!params.item) {
      this.draft.name = params.name ?? "";
      this._place = params.place;
      this.draft.barcodes = params.barcodes ?? [];
    }
    void this._loadChoices();
  }

  /** Suggestions only: the form works without them. */
  private async _loadChoices(): Promise<void> {
    if (!this.hass) return;
    const [labels, categories] = await Promise.allSettled([
      fetchLabels(this.hass),
      fetchCategories(this.hass),
    ]);
    if (labels.status === "fulfilled") this._labels = labels.value;
    if (categories.status === "fulfilled") {
      this._categories = categories.value.map((category) => category.path);
    }
  }

  protected override async submit(): Promise<ItemResult | undefined> {
    const { params } = this;
    if (!this.draft.name.trim()) {
      this._error = this.localize("error.name_required");
      this._name.focus();
      return undefined;
    }
    const problem = customProblem(this.draft.custom as CustomRow[]);
    if (problem) {
      this._error = this.localize(`custom.${problem}_error`);
      return undefined;
    }
    const fields = changedFields(this.draft, this.original);
    if (!params.item) return params.add({ ...fields, ...this._newItem() });
    if (Object.keys(fields).length > 0) return this._update(fields);
    this.close();
    return undefined;
  }

  /** Save over what was read; whoever was faster is shown, and nothing is lost. */
  private async _update(fields: ItemFields): Promise<ItemResult | undefined> {
    const { params } = this;
    if (!params.item) return undefined;
    try {
      return await this.aside(params.update(fields, this._conflicts.version));
    } catch (error) {
      if (await this._conflicts.explains(error)) return undefined;
      throw error;
    }
  }

  private _newItem(): NewItem {
    return {
      name: this.draft.name.trim(),
      quantity: parseNumber(this._quantity) ?? (this._quantity as unknown as number),
      ...(this._place ? { location: this._place.id } : {}),
      ...(this._bestBefore ? { best_before: this._bestBefore } : {}),
    };
  }

  private readonly _placeChanged = (event: PlaceChangedEvent): void => {
    this._place = event.detail.value;
  };

  protected override render() {
    const isNew = !this.params.item;
    return this.renderFrame({
      heading: this.localize(isNew ? "item.add" : "item.edit"),
      submitLabel: this.localize(isNew ? "action.add" : "action.save"),
      testId: "item-editor",
      body: html`
        ${this._conflicts.render()}
        <div class="field">
          <label for="name">${this.localize("field.name")}</label>
          <input
            id="name"
            autofocus
            data-testid="name"
            maxlength="255"
            autocomplete="off"
            enterkeyhint=${isNew ? "next" : "done"}
            .value=${this.draft.name}
            @input=${(event: Event) => this._set("name", (event.target as HTMLInputElement).value)}
            @keydown=${this._nameKey}
          />
        </div>
        ${isNew ? this._renderNew() : nothing}
        <div>${FIELD_GROUPS.map((group) => this._renderGroup(group))}</div>
      `,
    });
  }

  /** On a phone "next" goes to the place; on a keyboard Enter saves, as it does in every form. */
  private readonly _nameKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !matchMedia("(pointer: coarse)").matches) return;
    if (!this._placeField) return;
    event.preventDefault();
    this._placeField.focus();
  };

  private _renderNew() {
    return html`<home-inventory-place-field
        .hass=${this.hass}
        .label=${this.localize("field.location")}
        .home=${this.params.info.name}
        .value=${this._place}
        @place-changed=${this._placeChanged}
      ></home-inventory-place-field>
      <div class="grid">
        <div class="field">
          <label for="quantity">${this.localize("field.quantity")}</label>
          <input
            id="quantity"
            data-testid="quantity"
            inputmode="decimal"
            autocomplete="off"
            .value=${this._quantity}
            @input=${(event: Event) => (this._quantity = (event.target as HTMLInputElement).value)}
          />
        </div>
        <div class="field">
          <label for="best-before">${this.localize("field.best_before")}</label>
          <input
            id="best-before"
            type="date"
            .value=${this._bestBefore}
            @input=${(event: Event) => (this._bestBefore = (event.target as HTMLInputElement).value)}
          />
        </div>
      </div>`;
  }

  private _renderGroup(group: FieldGroup) {
    const specs = group.fields.filter((spec) => this.params.item || !spec.updateOnly);
    if (specs.length === 0) return nothing;
    return html`<details ?open=${hasAny(this.original, specs)} data-testid="group-${group.name}">
      <summary>${this.localize(`group.${group.name}`)}</summary>
      <div class="grid">
        ${specs.map((spec) =>
          renderField(spec, {
            hass: this.hass!,
            value: this.draft[spec.name] ?? "",
            labels: this._labels,
            categories: this._categories,
            units: this.params.info.units.map(({ unit }) => unit),
            change: (value) => this._set(spec.name, value),
          }),
        )}
      </div>
    </details>`;
  }

  private _set(name: string, value: DraftValue): void {
    this.draft = { ...this.draft, [name]: value };
  }

  public static override styles = [
    InventoryDialog.styles,
    css`
      .conflict {
        padding: 12px 16px;
        border: 1px solid var(--warning-color);
        border-radius: 12px;
        background: color-mix(in srgb, var(--warning-color) 12%, transparent);
      }
      fieldset {
        margin: 8px 0 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: var(--ha-font-weight-medium, 500);
      }
      .conflict .check {
        min-height: 44px;
        overflow-wrap: anywhere;
      }
      input[type="radio"] {
        flex: none;
        width: 20px;
        min-height: 20px;
        margin: 0;
        accent-color: var(--primary-color);
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
        gap: var(--ha-space-4, 16px);
      }
      .wide {
        grid-column: 1 / -1;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      details {
        border-top: 1px solid var(--divider-color);
      }
      summary {
        display: flex;
        align-items: center;
        min-height: 44px;
        margin-inline: -8px;
        padding-inline: 8px;
        border-radius: 8px;
        cursor: pointer;
        font-weight: var(--ha-font-weight-medium, 500);
      }
      summary::after {
        content: "";
        width: 8px;
        height: 8px;
        margin-inline: auto 8px;
        border: solid currentColor;
        border-width: 0 2px 2px 0;
        rotate: 45deg;
        transition: rotate 120ms;
      }
      details[open] > summary::after {
        rotate: 225deg;
      }
      details > .grid {
        padding-block: 4px 12px;
      }
    `,
  ];
}
