import { html } from "lit";
import { state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import type { CategoryResult } from "../../data/category";
import { defineElement } from "../../ha/define-element";
import type { CategoryEditorParams } from "./show-dialog-category-editor";

@defineElement("home-inventory-dialog-category-editor")
export class DialogCategoryEditor extends InventoryDialog<CategoryEditorParams, CategoryResult> {
  @state() private _name = "";
  @state() private _parent = "";

  public override connectedCallback(): void {
    super.connectedCallback();
    const { category } = this.params;
    this._name = category?.name ?? "";
    this._parent = category?.parent_id ?? "";
  }

  protected override submit(): Promise<CategoryResult> {
    const saving = this.params.save(this._name.trim(), this._parent || null);
    return this.params.category ? this.aside(saving) : saving;
  }

  protected override render() {
    const { category, parents } = this.params;
    return this.renderFrame({
      heading: this.localize(category ? "settings.edit_category" : "settings.add_category"),
      submitLabel: this.localize(category ? "action.save" : "action.add"),
      testId: "category-editor",
      disabled: !this._name.trim(),
      body: html`
        <div class="field">
          <label for="name">${this.localize("field.name")}</label>
          <input
            id="name"
            autofocus
            data-testid="name"
            maxlength="255"
            autocomplete="off"
            .value=${this._name}
            @input=${(event: Event) => (this._name = (event.target as HTMLInputElement).value)}
          />
        </div>
        <div class="field">
          <label for="parent">${this.localize("settings.category_parent")}</label>
          <select
            id="parent"
            data-testid="parent"
            @change=${(event: Event) => (this._parent = (event.target as HTMLSelectElement).value)}
          >
            <option value="" ?selected=${!this._parent}>
              ${this.localize("settings.category_top")}
            </option>
            ${parents.map(
              ({ id, path }) =>
                html`<option value=${id} ?selected=${id === this._parent}>${path}</option>`,
            )}
          </select>
        </div>
      `,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-dialog-category-editor": DialogCategoryEditor;
  }
}
