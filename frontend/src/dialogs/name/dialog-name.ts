import { html } from "lit";
import { query } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import { defineElement } from "../../ha/define-element";
import type { NameParams } from "./show-dialog-name";

@defineElement("home-inventory-dialog-name")
export class DialogName extends InventoryDialog<NameParams, string> {
  @query("#name") private readonly _name!: HTMLInputElement;

  protected override async submit(): Promise<string | undefined> {
    const name = this._name.value.trim();
    if (!name) {
      this._error = this.localize("error.name_required");
      this._name.focus();
      return undefined;
    }
    await this.params.save(name);
    return name;
  }

  protected override render() {
    const { heading, label, name } = this.params;
    return this.renderFrame({
      heading,
      submitLabel: this.localize("action.save"),
      testId: "name-dialog",
      body: html`<div class="field">
        <label for="name">${label}</label>
        <input
          id="name"
          autofocus
          data-testid="name"
          maxlength="60"
          autocomplete="off"
          .value=${name ?? ""}
        />
      </div>`,
    });
  }
}
