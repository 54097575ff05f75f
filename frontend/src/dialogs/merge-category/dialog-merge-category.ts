import { html } from "lit";
import { state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import type { CategoryResult } from "../../data/category";
import { defineElement } from "../../ha/define-element";
import type { MergeCategoryParams } from "./show-dialog-merge-category";

@defineElement("home-inventory-dialog-merge-category")
export class DialogMergeCategory extends InventoryDialog<MergeCategoryParams, CategoryResult> {
  @state() private _into = "";

  protected override async submit(): Promise<CategoryResult | undefined> {
    const into = this.params.others.find(({ id }) => id === this._into);
    return into && this.aside(this.params.merge(into));
  }

  protected override render() {
    const { category, others } = this.params;
    return this.renderFrame({
      heading: this.localize("category_merge.heading", { name: category.name }),
      submitLabel: this.localize("category_merge.do"),
      testId: "merge-category",
      disabled: !this._into,
      body: html`<p>${this.localize("category_merge.text", { name: category.name })}</p>
        <div class="field">
          <label for="into">${this.localize("category_merge.into")}</label>
          <select
            id="into"
            autofocus
            data-testid="merge-into"
            @change=${(event: Event) => (this._into = (event.target as HTMLSelectElement).value)}
          >
            <option value="" disabled ?selected=${!this._into}>
              ${this.localize("category_merge.choose")}
            </option>
            ${others.map(
              ({ id, path }) =>
                html`<option value=${id} ?selected=${id === this._into}>${path}</option>`,
            )}
          </select>
        </div>`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-dialog-merge-category": DialogMergeCategory;
  }
}
