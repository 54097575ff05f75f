import { html, nothing } from "lit";
import { state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import { quantityText } from "../../components/quantity-text";
import { fetchBorrowers } from "../../data/loan";
import { defineElement } from "../../ha/define-element";
import { leftToLend } from "../../data/loan";
import { parseNumber } from "../../utils/numbers";
import type { LendItemParams, LendItemResult } from "./show-dialog-lend-item";

const PERSON = "person.";

@defineElement("home-inventory-dialog-lend-item")
export class DialogLendItem extends InventoryDialog<LendItemParams, LendItemResult> {
  @state() private _borrower = "";
  @state() private _quantity = "";
  @state() private _due = "";
  @state() private _note = "";
  @state() private _known: string[] = [];

  public override connectedCallback(): void {
    super.connectedCallback();
    this._known = this._people();
    void this._loadBorrowers();
  }

  /** Who lives here is offered, too: children lend from their parents. */
  private _people(): string[] {
    const states = Object.values(this.hass?.states ?? {});
    return states
      .filter(({ entity_id: id }) => id.startsWith(PERSON))
      .map(({ attributes }) => attributes.friendly_name)
      .filter((name) => typeof name === "string");
  }

  /** Without the names one can type them all the same. */
  private async _loadBorrowers(): Promise<void> {
    if (!this.hass) return;
    const found = await fetchBorrowers(this.hass).catch(() => []);
    this._known = [...new Set([...found.map(({ name }) => name), ...this._known])];
  }

  protected override async submit(): Promise<LendItemResult | undefined> {
    const borrower = this._borrower.trim();
    if (!borrower) {
      this._error = this.localize("loan.borrower_required");
      return undefined;
    }
    const quantity = parseNumber(this._quantity);
    if (this._quantity.trim() && quantity === undefined) {
      this._error = this.localize("error.number");
      return undefined;
    }
    const note = this._note.trim();
    const result = await this.params.lend({
      borrower,
      ...(quantity === undefined ? {} : { quantity }),
      ...(this._due ? { due_on: this._due } : {}),
      ...(note ? { note } : {}),
    });
    return { result, borrower };
  }

  protected override render() {
    const { item } = this.params;
    return this.renderFrame({
      heading: this.localize("loan.lend_x", { name: item.name }),
      submitLabel: this.localize("loan.lend"),
      testId: "lend-dialog",
      body: html`
        <div class="field">
          <label for="borrower">${this.localize("loan.to")}</label>
          <input
            id="borrower"
            data-testid="lend-borrower"
            list="known"
            autofocus
            autocomplete="off"
            maxlength="255"
            aria-required="true"
            .value=${this._borrower}
            @input=${(event: Event) => (this._borrower = valueOf(event))}
          />
          <datalist id="known">
            ${this._known.map((name) => html`<option value=${name}></option>`)}
          </datalist>
        </div>
        ${leftToLend(item) > 1 ? this._renderQuantity() : nothing}
        <div class="field">
          <label for="due">${this.localize("loan.due_back")}</label>
          <input
            id="due"
            type="date"
            data-testid="lend-due"
            .value=${this._due}
            @input=${(event: Event) => (this._due = valueOf(event))}
          />
        </div>
        <div class="field">
          <label for="note">${this.localize("loan.note")}</label>
          <textarea
            id="note"
            data-testid="lend-note"
            maxlength="4000"
            .value=${this._note}
            @input=${(event: Event) => (this._note = valueOf(event))}
          ></textarea>
        </div>
      `,
    });
  }

  private _renderQuantity() {
    const { item } = this.params;
    const all = quantityText(this.hass!, leftToLend(item), item.unit);
    return html`<div class="field">
      <label for="quantity">${this.localize("move.quantity")}</label>
      <input
        id="quantity"
        data-testid="lend-quantity"
        inputmode="decimal"
        autocomplete="off"
        placeholder=${this.localize("move.all", { quantity: all })}
        .value=${this._quantity}
        @input=${(event: Event) => (this._quantity = valueOf(event))}
      />
    </div>`;
  }
}

const valueOf = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLTextAreaElement).value;
