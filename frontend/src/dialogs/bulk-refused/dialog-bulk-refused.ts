import { css, html, nothing } from "lit";
import { state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import { describeError } from "../../data/errors";
import type { OutcomeResult } from "../../data/item-set";
import { defineElement } from "../../ha/define-element";
import type { BulkRefusedParams } from "./show-dialog-bulk-refused";

@defineElement("home-inventory-dialog-bulk-refused")
export class DialogBulkRefused extends InventoryDialog<BulkRefusedParams, OutcomeResult> {
  @state() private _reasons: readonly string[] = [];

  public override connectedCallback(): void {
    super.connectedCallback();
    void this._describe();
  }

  private async _describe(): Promise<void> {
    const { hass, params } = this;
    if (!hass) return;
    const reasons: string[] = [];
    for (const { code, placeholders } of params.outcome.refused) {
      // One after the other: Home Assistant answers who asks while it still loads its texts without them.
      const error = { translation_key: code, translation_placeholders: placeholders };
      reasons.push(await describeError(hass, error));
    }
    this._reasons = reasons;
  }

  protected override submit(): Promise<OutcomeResult> {
    return this.params.skip();
  }

  protected override render() {
    const { outcome, count } = this.params;
    const others = count - outcome.refused_count;
    const more = outcome.refused_count - outcome.refused.length;
    return this.renderFrame({
      heading: this.localize("bulk.refused", { count: outcome.refused_count }),
      submitLabel: this.localize("bulk.skip", { count: others }),
      disabled: others <= 0,
      testId: "bulk-refused-dialog",
      body: html`<p>${this.localize("bulk.refused_text")}</p>
        <ul data-testid="refused" tabindex="0">
          ${outcome.refused.map(
            ({ name }, index) =>
              html`<li><span>${name}</span><span class="quiet">${this._reasons[index]}</span></li>`,
          )}
        </ul>
        ${more > 0 ? html`<p class="quiet">${this.localize("bulk.more", { count: more })}</p>` : nothing}`,
    });
  }

  public static override styles = [
    InventoryDialog.styles,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-direction: column;
        padding: 8px 0;
        overflow-wrap: anywhere;
      }
      li + li {
        border-top: 1px solid var(--divider-color);
      }
    `,
  ];
}
