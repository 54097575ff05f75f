import { mdiClose, mdiPlus } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, fieldStyles } from "../../../components/styles";
import { DEPRECIATIONS, type DepreciationKind } from "../../../data/report";
import { defineElement } from "../../../ha/define-element";
import type { CategoryYears, Rules } from "./report-state";

export type RulesChangedEvent = CustomEvent<Partial<Rules>>;

/** How things lose value: not at all, or evenly over years, some categories over others. Fires `rules-changed`. */
@defineElement("home-inventory-report-rule")
export class ReportRule extends InventoryElement {
  @property({ attribute: false }) public rules!: Rules;
  /** The paths of the categories that there are. */
  @property({ attribute: false }) public categories: readonly string[] = [];

  private _change(detail: Partial<Rules>): void {
    this.dispatchEvent(new CustomEvent("rules-changed", { detail }));
  }

  private _changeRow(changed: number, part: Partial<CategoryYears>): void {
    const categories = this.rules.categories.map((row, number) =>
      number === changed ? { ...row, ...part } : row,
    );
    this._change({ categories });
  }

  private readonly _add = async (): Promise<void> => {
    this._change({ categories: [...this.rules.categories, { category: "", years: "" }] });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLSelectElement>(".row:last-of-type select")?.focus();
  };

  protected override render() {
    const { rules } = this;
    return html`<div class="field">
        <label for="depreciation">${this.localize("reports.depreciation")}</label>
        <select
          id="depreciation"
          data-testid="depreciation"
          @change=${(event: Event) =>
            this._change({
              depreciation: (event.target as HTMLSelectElement).value as DepreciationKind,
            })}
        >
          ${DEPRECIATIONS.map(
            (kind) =>
              html`<option value=${kind} ?selected=${kind === rules.depreciation}>
                ${this.localize(`reports.${kind}`)}
              </option>`,
          )}
        </select>
      </div>
      ${rules.depreciation === "none" ? nothing : this._renderLine()}`;
  }

  private _renderLine() {
    return html`<div class="numbers">
        ${this._renderNumber("years")} ${this._renderNumber("residual")}
      </div>
      <p class="quiet">${this.localize("reports.line_hint")}</p>
      ${this.rules.categories.map((row, number) => this._renderRow(row, number))}
      <div>
        <button
          class="button outlined"
          type="button"
          data-testid="add-category"
          @click=${this._add}
        >
          ${icon(mdiPlus, 20)} ${this.localize("reports.add_category")}
        </button>
      </div>`;
  }

  private _renderNumber(name: "years" | "residual") {
    return html`<div class="field">
      <label for=${name}>${this.localize(`reports.${name}`)}</label>
      <input
        id=${name}
        inputmode="decimal"
        autocomplete="off"
        data-testid=${name}
        .value=${this.rules[name]}
        @change=${(event: Event) => this._change({ [name]: (event.target as HTMLInputElement).value })}
      />
    </div>`;
  }

  private _renderRow({ category, years }: CategoryYears, number: number) {
    const known = !category || this.categories.includes(category);
    const choices = known ? this.categories : [category, ...this.categories];
    return html`<div class="row">
      <div class="field">
        <label for="category-${number}">${this.localize("reports.category")}</label>
        <select
          id="category-${number}"
          data-testid="category"
          @change=${(event: Event) =>
            this._changeRow(number, { category: (event.target as HTMLSelectElement).value })}
        >
          <option value="" ?selected=${!category}></option>
          ${choices.map(
            (path) => html`<option value=${path} ?selected=${path === category}>${path}</option>`,
          )}
        </select>
      </div>
      <div class="field short">
        <label for="years-${number}">${this.localize("reports.years_short")}</label>
        <input
          id="years-${number}"
          inputmode="numeric"
          autocomplete="off"
          placeholder="0"
          data-testid="category-years"
          .value=${years}
          @change=${(event: Event) =>
            this._changeRow(number, { years: (event.target as HTMLInputElement).value })}
        />
      </div>
      <button
        class="icon-button"
        type="button"
        aria-label=${this.localize("action.remove_x", { name: category })}
        @click=${() =>
          this._change({
            categories: this.rules.categories.filter((_, other) => other !== number),
          })}
      >
        ${icon(mdiClose)}
      </button>
    </div>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      p {
        margin: 0;
      }
      .numbers {
        display: grid;
        grid-template-columns: 1fr 1fr;
        align-items: end;
        gap: 12px;
      }
      .row {
        display: flex;
        align-items: end;
        gap: 8px;
      }
      .row .field {
        flex: 1;
      }
      .row .short {
        flex: 0 0 88px;
      }
      .button {
        min-height: 44px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-report-rule": ReportRule;
  }
}
