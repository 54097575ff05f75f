import { mdiArchiveArrowDownOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles } from "../../../components/styles";
import {
  applyImport,
  describeApplyError,
  type ImportAnswer,
  type ImportPreview,
} from "../../../data/import";
import { defineElement } from "../../../ha/define-element";
import { followLink, navigate, PANEL_PATH } from "../../../ha/navigate";
import { viewStyles } from "../view-styles";
import "./import-answer";
import "./import-partial";
import type { PartialChosenEvent } from "./import-partial";
import "./import-progress";

/** Said when a complete export was taken back. */
export type ImportDoneEvent = CustomEvent<ImportAnswer>;

type Complete = NonNullable<ImportAnswer["complete"]>;

const PARTS = [
  ["items", "items.count"],
  ["locations", "locations.count"],
  ["devices", "devices.count"],
] as const;

/** A complete export of an inventory: what it holds, what taking it back does here, and doing it. */
@defineElement("home-inventory-import-complete")
export class ImportComplete extends InventoryElement {
  @property({ attribute: false }) public preview!: ImportPreview;

  @state() private _wantsHistory = true;
  @state() private _isPartial = false;
  @state() private _isBusy = false;
  @state() private _error?: string;

  private readonly _apply = async (): Promise<void> => {
    const { hass, preview } = this;
    if (!hass || this._isBusy) return;
    this._isBusy = true;
    this._error = undefined;
    const how = { history: this._wantsHistory, partial: this._isPartial };
    try {
      const detail = await applyImport(hass, { token: preview.token }, how);
      // Everything was opened anew, this page too: what was imported is seen where the items are.
      if (detail.complete?.way === "restore") {
        navigate(`${PANEL_PATH}/items`);
        return;
      }
      this.dispatchEvent(new CustomEvent("import-done", { detail }));
    } catch (error) {
      this._error = await describeApplyError(hass, error);
    } finally {
      this._isBusy = false;
    }
  };

  protected override render() {
    const { answer } = this.preview;
    const complete = answer?.complete;
    if (!answer || !complete) return nothing;
    const isRestore = complete.way === "restore";
    const note = this.localize(`complete.${complete.way}_note`);
    return html`<section class="card" data-testid="import-complete">
        <h1>${icon(mdiArchiveArrowDownOutline)} ${this.localize("complete.title")}</h1>
        <p data-testid="import-complete-way">${this.localize(`complete.${complete.way}`)}</p>
        <ul>
          ${PARTS.filter(([name]) => complete[name] > 0).map(
            ([name, text]) => html`<li>${this.localize(text, { count: complete[name] })}</li>`,
          )}
        </ul>
        <p class="quiet" data-testid="import-complete-note">${note}</p>
        ${this._renderHistory(isRestore, complete.history)}
      </section>
      ${
        isRestore
          ? nothing
          : html`<home-inventory-import-answer
              .hass=${this.hass}
              .answer=${answer}
              .heading=${this.localize("import.preview")}
            ></home-inventory-import-answer>`
      }
      ${this._renderApply(answer, complete)}`;
  }

  private _renderApply(answer: ImportAnswer, { way }: Complete) {
    const { counts } = answer;
    const changes = counts.new + counts.updated + counts.places + counts.categories;
    const isIdle = changes === 0 || (counts.rejected > 0 && !this._isPartial);
    return html`<section class="card apply">
      ${way === "merge" && (changes === 0 || counts.rejected > 0) ? this._renderPartial(answer) : nothing}
      ${this._renderStatus(way)}
      <div class="actions">
        <button
          class="button primary"
          data-testid="import-apply"
          ?disabled=${this._isBusy || (way === "merge" && isIdle)}
          @click=${this._apply}
        >
          ${this.localize(`complete.${way}_apply`)}
        </button>
        <a
          class="button"
          href="${PANEL_PATH}/import"
          data-testid="import-another"
          @click=${followLink}
          >${this.localize("import.another")}</a
        >
      </div>
    </section>`;
  }

  private _renderPartial(answer: ImportAnswer) {
    return html`<home-inventory-import-partial
      .hass=${this.hass}
      .answer=${answer}
      ?checked=${this._isPartial}
      @partial-chosen=${({ detail }: PartialChosenEvent) => (this._isPartial = detail)}
    ></home-inventory-import-partial>`;
  }

  private _renderHistory(isRestore: boolean, hasHistory: boolean) {
    if (!isRestore || !hasHistory) return nothing;
    return html`<label class="check">
      <input
        type="checkbox"
        data-testid="import-history"
        .checked=${this._wantsHistory}
        @change=${(event: Event) =>
          (this._wantsHistory = (event.target as HTMLInputElement).checked)}
      />
      ${this.localize("complete.restore_history")}
    </label>`;
  }

  private _renderStatus(way: Complete["way"]) {
    if (this._error) {
      return html`<p class="error" role="alert" data-testid="import-error">${this._error}</p>`;
    }
    return this._isBusy
      ? html`<div class="quiet" role="status">${this.localize(`complete.${way}_busy`)}</div>`
      : nothing;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    viewStyles,
    css`
      :host {
        display: contents;
      }
      h1 {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        margin: 12px 0;
        padding: 0;
        list-style: none;
        font-weight: var(--ha-font-weight-medium, 500);
      }
      .check {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 44px;
        cursor: pointer;
      }
      .error {
        color: var(--inventory-error-text);
      }
      .apply {
        position: sticky;
        bottom: 0;
        padding: 8px 16px calc(12px + env(safe-area-inset-bottom));
      }
      .apply .actions {
        margin-top: 8px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-import-complete": ImportComplete;
  }
}
