import { html } from "lit";
import { InventoryDialog } from "../../components/dialog-base";
import { defineElement } from "../../ha/define-element";
import type { ConfirmParams } from "./show-dialog-confirm";

@defineElement("home-inventory-dialog-confirm")
export class DialogConfirm extends InventoryDialog<ConfirmParams, unknown> {
  protected override submit(): Promise<unknown> {
    return this.params.confirm();
  }

  protected override render() {
    const { heading, text, confirmLabel, danger } = this.params;
    return this.renderFrame({
      heading,
      submitLabel: confirmLabel,
      danger,
      testId: "confirm-dialog",
      body: html`<p>${text}</p>`,
    });
  }
}
