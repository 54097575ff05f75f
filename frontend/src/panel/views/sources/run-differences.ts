import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { describeFieldChange } from "../../../components/field-change";
import { baseStyles } from "../../../components/styles";
import { describeError } from "../../../data/errors";
import { DIFFERENCES, fetchDifferences, type Difference, type SyncRun } from "../../../data/source";
import { defineElement } from "../../../ha/define-element";
import { formatMoment } from "../../../utils/format";
import { viewStyles } from "../view-styles";

/** How many of a kind are shown: two runs of different days may have nothing in common. */
const SHOWN = 100;

/** What differs between two runs of a source: what came, what went, and what is said otherwise. */
@defineElement("home-inventory-run-differences")
export class RunDifferences extends InventoryElement {
  /** The earlier of the two. */
  @property({ attribute: false }) public first!: SyncRun;
  @property({ attribute: false }) public second!: SyncRun;

  @state() private _differences?: Difference[];
  @state() private _error?: string;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("first") || changed.has("second")) void this._load();
  }

  private async _load(): Promise<void> {
    const { hass, first, second } = this;
    if (!hass) return;
    this._differences = this._error = undefined;
    const isWanted = () => first.id === this.first.id && second.id === this.second.id;
    try {
      const found = await fetchDifferences(hass, first.id, second.id);
      if (isWanted()) this._differences = found;
    } catch (error) {
      const text = await describeError(hass, error);
      if (isWanted()) this._error = text;
    }
  }

  protected override render() {
    const [first, second] = [this.first, this.second].map(({ started_at: at }) =>
      formatMoment(at, this.locale),
    );
    return html`<div data-testid="differences" aria-live="polite">
      <h3>${this.localize("diff.title", { first: first!, second: second! })}</h3>
      ${this._error ? html`<p class="error" role="alert">${this._error}</p>` : this._renderFound()}
    </div>`;
  }

  private _renderFound() {
    const { _differences: found } = this;
    if (!found) return html`<p class="quiet">${this.localize("state.loading")}</p>`;
    if (found.length === 0) return html`<p>${this.localize("diff.none")}</p>`;
    return DIFFERENCES.map((change) =>
      this._renderGroup(
        change,
        found.filter((one) => one.change === change),
      ),
    );
  }

  private _renderGroup(change: Difference["change"], found: Difference[]) {
    if (found.length === 0) return nothing;
    const rest = found.length - SHOWN;
    return html`<details ?open=${found.length <= 20} data-testid="diff-${change}">
      <summary>${this.localize(`diff.${change}`)}: ${found.length}</summary>
      <ul>
        ${found.slice(0, SHOWN).map((one) => this._renderOne(one))}
        ${rest > 0 ? html`<li class="quiet">${this.localize("sync.more", { count: rest })}</li>` : nothing}
      </ul>
    </details>`;
  }

  private _renderOne({ name, addresses, macs, fields }: Difference) {
    const about = [addresses[0], macs[0]].filter((text) => text && text !== name).join(" · ");
    return html`<li>
      ${name} <span class="quiet">${about}</span>
      ${Object.entries(fields).map(
        ([field, values]) =>
          html`<div class="quiet">
            ${describeFieldChange(this.hass?.language ?? "en", field, values)}
          </div>`,
      )}
    </li>`;
  }

  public static override styles = [
    baseStyles,
    viewStyles,
    css`
      :host {
        display: block;
        padding: 8px 16px;
      }
      h3 {
        margin: 0 0 4px;
        font-size: inherit;
        font-weight: var(--ha-font-weight-medium, 500);
      }
      summary {
        min-height: 36px;
        padding: 6px 0;
        cursor: pointer;
      }
      ul {
        margin: 0 0 8px;
        padding-inline-start: 20px;
        overflow-wrap: anywhere;
      }
      .error {
        color: var(--inventory-error-text);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-run-differences": RunDifferences;
  }
}
