import {
  mdiCubeOutline,
  mdiDevices,
  mdiFilterOutline,
  mdiMapMarkerOutline,
  mdiShapeOutline,
  mdiUndoVariant,
} from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, chipStyles } from "../../../components/styles";
import { showMessage } from "../../../components/undo-toast";
import { undoBatch, type Batch } from "../../../data/change";
import { describeError } from "../../../data/errors";
import type { InventoryInfo } from "../../../data/info";
import { defineElement } from "../../../ha/define-element";
import { devicePath, followLink, itemPath, locationPath } from "../../../ha/navigate";
import { formatTime } from "../../../utils/format";
import { describeActor } from "../../history-text";
import { deedsOf, type Deed } from "./activity-text";

/** How many things a batch names before it is opened. */
const MOST_SHOWN = 3;

const ICONS: Record<Deed["kind"], string> = {
  item: mdiCubeOutline,
  location: mdiMapMarkerOutline,
  device: mdiDevices,
  category: mdiShapeOutline,
};

const PATHS: Record<Exclude<Deed["kind"], "category">, (id: string) => string> = {
  item: itemPath,
  location: locationPath,
  device: devicePath,
};

/** One batch: what was done to which things, by whom and when, and a button to take it back. */
@defineElement("home-inventory-activity-batch")
export class ActivityBatch extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public batch!: Batch;

  @state() private _open = false;
  @state() private _refusal?: string;
  @state() private _busy = false;

  private readonly _undo = async (): Promise<void> => {
    const { hass } = this;
    if (!hass || this._busy) return;
    this._busy = true;
    this._refusal = undefined;
    try {
      await undoBatch(hass, this.batch.batch);
      showMessage(hass, this.localize("done.undone"));
    } catch (error) {
      this._refusal = await describeError(hass, error);
    }
    this._busy = false;
  };

  protected override render() {
    const { hass, batch } = this;
    if (!hass) return nothing;
    const deeds = deedsOf(hass, batch, this.info.name);
    const shown = this._open ? deeds : deeds.slice(0, MOST_SHOWN);
    return html`<div class="batch ${batch.undone_by ? "undone" : ""}">
        <div class="deeds">
          ${shown.map((deed) => this._renderDeed(deed))}
          ${deeds.length > shown.length ? this._renderMore(deeds.length - shown.length) : nothing}
          <div class="quiet when">
            ${batch.undoes ? html`<span class="badge">${this.localize("history.is_undo")}</span>` : nothing}
            <span
              >${formatTime(batch.at, this.locale)} · ${describeActor(hass, batch)}
              ${batch.undone_by ? html` · ${this.localize("history.undone")}` : nothing}</span
            >
          </div>
        </div>
        ${this.info.can_write && !batch.undone_by && !batch.undoes ? this._renderUndo() : nothing}
      </div>
      <div role="alert">
        ${
          this._refusal
            ? html`<p class="refusal" data-testid="undo-refused">${this._refusal}</p>`
            : nothing
        }
      </div>`;
  }

  private _renderDeed(deed: Deed) {
    const { kind, id, title, sentences, gone } = deed;
    return html`<div class="deed">
      ${icon(ICONS[kind], 20)}
      <div class="text">
        ${
          kind === "category" || gone
            ? html`<span class="title plain">${title}</span>`
            : html`<a class="title" href=${PATHS[kind](id)} @click=${followLink}>${title}</a>`
        }
        ${sentences.map((sentence) => html`<div class="sentence">${sentence}</div>`)}
      </div>
      ${kind === "category" ? nothing : this._renderOnly(deed)}
    </div>`;
  }

  private _renderOnly({ kind, id, title }: Deed) {
    const label = this.localize("activity.only", { name: title });
    return html`<button
      class="icon-button quiet"
      data-testid="activity-only"
      aria-label=${label}
      title=${label}
      @click=${() => this.dispatchEvent(new CustomEvent("only", { detail: { kind, id } }))}
    >
      ${icon(mdiFilterOutline, 18)}
    </button>`;
  }

  private _renderMore(count: number) {
    return html`<button
      class="button more"
      data-testid="activity-more"
      @click=${() => (this._open = true)}
    >
      ${this.localize("activity.more_things", { count })}
    </button>`;
  }

  private _renderUndo() {
    return html`<button
      class="icon-button"
      data-testid="activity-undo"
      aria-label=${this.localize("history.undo")}
      title=${this.localize("history.undo")}
      ?disabled=${this._busy}
      @click=${this._undo}
    >
      ${icon(mdiUndoVariant, 20)}
    </button>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    css`
      :host {
        display: block;
        padding: 4px 8px 4px 16px;
        content-visibility: auto;
        contain-intrinsic-size: auto 88px;
      }
      .batch,
      .deed {
        display: flex;
        align-items: flex-start;
        gap: 8px;
      }
      .deeds {
        flex: 1;
        min-width: 0;
      }
      .deed svg {
        flex: none;
        color: var(--secondary-text-color);
      }
      .deed > svg {
        margin-top: 12px;
      }
      .text {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .title {
        display: inline-flex;
        align-items: center;
        min-height: 44px;
        color: inherit;
        font-weight: var(--ha-font-weight-medium, 500);
        text-decoration: none;
      }
      a.title:hover {
        text-decoration: underline;
      }
      .undone .sentence,
      .undone .title {
        color: var(--secondary-text-color);
        text-decoration: line-through;
      }
      .when {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 28px;
        padding-inline-start: 28px;
        font-size: var(--ha-font-size-s, 12px);
      }
      .more {
        min-height: 44px;
        margin-inline-start: 12px;
      }
      .refusal {
        margin: 0;
        padding: 4px 28px 8px;
        color: var(--inventory-error-text);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-activity-batch": ActivityBatch;
  }
}
