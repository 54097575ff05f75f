import { css, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { NewDevice, SyncAnswer } from "../data/source";
import { defineElement } from "../ha/define-element";
import type { TranslationKey } from "../localize/localize";
import { InventoryElement } from "./base-element";
import { describeFieldChange } from "./field-change";
import { baseStyles } from "./styles";

/** How many of a kind are shown at once: a first scan may find thousands. */
const SHOWN = 50;

const LABELS = {
  new: "sync.new",
  changed: "sync.changed",
  back: "sync.back",
  missing: "sync.missing",
  conflicts: "sync.conflicts",
} as const satisfies Record<string, TranslationKey>;

type Group = keyof typeof LABELS;

/** What a run would bring: which devices are new, changed, back or missing, and where two quarrel. */
@defineElement("home-inventory-sync-preview")
export class SyncPreview extends InventoryElement {
  @property({ attribute: false }) public answer!: SyncAnswer;

  protected override render() {
    const { answer } = this;
    const groups = [
      this._renderGroup(
        "new",
        answer.new.map((device) => this._new(device)),
      ),
      this._renderGroup(
        "changed",
        answer.changed.map((changed) => this._changed(changed)),
      ),
      this._renderGroup(
        "back",
        answer.back.map(({ name }) => html`${name}`),
      ),
      this._renderGroup(
        "missing",
        answer.missing.map(({ name }) => html`${name}`),
      ),
      this._renderGroup(
        "conflicts",
        answer.conflicts.map(({ address, macs }) => html`${address}: ${macs.join(", ")}`),
      ),
    ].filter((group) => group !== nothing);
    return html`<div data-testid="preview">
      ${groups.length > 0 ? groups : html`<p>${this.localize("sync.nothing")}</p>`}
      ${
        answer.suggestions > 0
          ? html`<p class="quiet">
              ${this.localize("sync.suggestions", { count: answer.suggestions })}
            </p>`
          : nothing
      }
    </div>`;
  }

  private _renderGroup(name: Group, rows: TemplateResult[]) {
    if (rows.length === 0) return nothing;
    const rest = rows.length - SHOWN;
    return html`<details ?open=${rows.length <= 10} data-testid="preview-${name}">
      <summary>${this.localize(LABELS[name])}: ${rows.length}</summary>
      <ul>
        ${rows.slice(0, SHOWN).map((row) => html`<li>${row}</li>`)}
        ${rest > 0 ? html`<li class="quiet">${this.localize("sync.more", { count: rest })}</li>` : nothing}
      </ul>
    </details>`;
  }

  private _new({ name, manufacturer, model, addresses, macs }: NewDevice): TemplateResult {
    const about = [[manufacturer, model].filter(Boolean).join(" "), addresses[0], macs[0]];
    return html`${name} <span class="quiet">${about.filter(Boolean).join(" · ")}</span>`;
  }

  private _changed({ name, fields }: SyncAnswer["changed"][number]): TemplateResult {
    return html`${name}
    ${Object.entries(fields).map(
      ([field, values]) =>
        html`<div class="quiet">
          ${describeFieldChange(this.hass?.language ?? "en", field, values)}
        </div>`,
    )}`;
  }

  public static override styles = [
    baseStyles,
    css`
      summary {
        min-height: 36px;
        padding: 6px 0;
        font-weight: var(--ha-font-weight-medium, 500);
        cursor: pointer;
      }
      ul {
        margin: 0 0 8px;
        padding-inline-start: 20px;
        overflow-wrap: anywhere;
      }
      p {
        margin: 8px 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-sync-preview": SyncPreview;
  }
}
