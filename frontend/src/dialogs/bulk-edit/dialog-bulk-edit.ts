import { css, html, nothing } from "lit";
import { state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import { fetchCategories } from "../../data/category";
import type { OutcomeResult } from "../../data/item-set";
import { fetchLabels, type Label } from "../../data/label";
import { defineElement } from "../../ha/define-element";
import { emptyValue, type DraftValue } from "../item-editor/item-draft";
import type { FieldSpec } from "../item-editor/item-form";
import { renderField } from "../item-editor/render-field";
import { BULK_FIELDS, isLinked, LINK_STEPS, toChanges, type LinkStep } from "./bulk-fields";
import type { BulkEditParams } from "./show-dialog-bulk-edit";

/** One field, and what all selected items get in it. */
@defineElement("home-inventory-dialog-bulk-edit")
export class DialogBulkEdit extends InventoryDialog<BulkEditParams, OutcomeResult> {
  @state() private _spec: FieldSpec = BULK_FIELDS[0]!;
  @state() private _value: DraftValue = "";
  @state() private _step: LinkStep = "add";
  @state() private _labels: Label[] = [];
  @state() private _categories: string[] = [];

  public override connectedCallback(): void {
    super.connectedCallback();
    this._choose(this.params.field);
    void this._loadChoices();
  }

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

  private _choose(name: string): void {
    this._spec = BULK_FIELDS.find((spec) => spec.name === name) ?? BULK_FIELDS[0]!;
    this._value = emptyValue(this._spec);
  }

  protected override async submit(): Promise<OutcomeResult | undefined> {
    const changes = toChanges(this._spec, this._value, this._step);
    if (changes) return this.aside(this.params.update(changes));
    this._error = this.localize("bulk.nothing_chosen");
    return undefined;
  }

  protected override render() {
    const spec = this._spec;
    const label = this.localize(`field.${spec.name}` as "field.vendor");
    return this.renderFrame({
      heading: this.localize("bulk.edit", { count: this.params.count }),
      submitLabel: this.localize("action.save"),
      testId: "bulk-edit-dialog",
      body: html`<div class="field">
          <label for="field">${this.localize("bulk.field")}</label>
          <select
            id="field"
            data-testid="bulk-field"
            @change=${(event: Event) => this._choose((event.target as HTMLSelectElement).value)}
          >
            ${BULK_FIELDS.map(
              ({ name }) =>
                html`<option value=${name} ?selected=${name === spec.name}>
                  ${this.localize(`field.${name}` as "field.vendor")}
                </option>`,
            )}
          </select>
        </div>
        ${isLinked(spec) ? this._renderSteps(label) : nothing}
        ${
          spec.type === "labels" && this._labels.length === 0
            ? html`<p class="quiet">${this.localize("bulk.no_labels")}</p>`
            : renderField(spec, {
                hass: this.hass!,
                value: this._value,
                labels: this._labels,
                categories: this._categories,
                units: this.params.units,
                change: (value) => (this._value = value),
              })
        }
        ${
          isLinked(spec) && this._step !== "replace"
            ? nothing
            : html`<p class="quiet">${this.localize("bulk.replaces")}</p>`
        }`,
    });
  }

  private _renderSteps(label: string) {
    return html`<div class="steps" role="radiogroup" aria-label=${label}>
      ${LINK_STEPS.map(
        (step) =>
          html`<label class="check">
            <input
              type="radio"
              name="step"
              data-testid="bulk-${step}"
              .checked=${step === this._step}
              @change=${() => (this._step = step)}
            />
            ${this.localize(`bulk.${step}`)}
          </label>`,
      )}
    </div>`;
  }

  public static override styles = [
    InventoryDialog.styles,
    css`
      .steps {
        display: flex;
        flex-wrap: wrap;
        gap: 0 20px;
      }
      .check {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 44px;
      }
      input[type="radio"] {
        width: 20px;
        min-height: 20px;
        margin: 0;
        accent-color: var(--primary-color);
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
    `,
  ];
}
