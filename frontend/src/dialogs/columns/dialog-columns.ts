import { css, html } from "lit";
import { state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import { defineElement } from "../../ha/define-element";
import type { ColumnsParams } from "./show-dialog-columns";

@defineElement("home-inventory-dialog-columns")
export class DialogColumns extends InventoryDialog<ColumnsParams, string[]> {
  @state() private _chosen: readonly string[] = [];

  public override connectedCallback(): void {
    super.connectedCallback();
    this._chosen = this.params.columns;
  }

  protected override submit(): Promise<string[]> {
    return Promise.resolve([...this._chosen]);
  }

  private _toggle(name: string, shown: boolean): void {
    const others = this._chosen.filter((one) => one !== name);
    this._chosen = shown ? [...others, name] : others;
  }

  protected override render() {
    return this.renderFrame({
      heading: this.localize("list.columns"),
      submitLabel: this.localize("action.save"),
      testId: "columns-dialog",
      body: html`<div class="choices" role="group" aria-label=${this.localize("list.columns")}>
        ${this.params.choices.map(
          ({ name, label }) =>
            html`<label class="check">
              <input
                type="checkbox"
                data-testid="column-${name}"
                .checked=${this._chosen.includes(name)}
                @change=${(event: Event) =>
                  this._toggle(name, (event.target as HTMLInputElement).checked)}
              />
              ${label}
            </label>`,
        )}
      </div>`,
    });
  }

  public static override styles = [
    InventoryDialog.styles,
    css`
      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
      }
      .check {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 44px;
      }
    `,
  ];
}
