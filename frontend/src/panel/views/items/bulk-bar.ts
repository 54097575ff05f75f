import {
  mdiArchiveArrowUpOutline,
  mdiArchiveOutline,
  mdiArrowRightBoldBoxOutline,
  mdiClose,
  mdiDeleteOutline,
  mdiLabelOutline,
  mdiPencilOutline,
  mdiPrinterOutline,
  mdiSelectAll,
  mdiShapeOutline,
} from "@mdi/js";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles } from "../../../components/styles";
import { defineElement } from "../../../ha/define-element";
import type { BulkAction } from "./bulk-actions";

export type BulkActionEvent = CustomEvent<BulkAction>;

const ICONS: Record<BulkAction, string> = {
  move: mdiArrowRightBoldBoxOutline,
  labels: mdiLabelOutline,
  categories: mdiShapeOutline,
  edit: mdiPencilOutline,
  print: mdiPrinterOutline,
  archive: mdiArchiveOutline,
  restore: mdiArchiveArrowUpOutline,
  delete: mdiDeleteOutline,
};

/** How many are selected, and what can be done with them. */
@defineElement("home-inventory-bulk-bar")
export class BulkBar extends InventoryElement {
  @property({ type: Number }) public count = 0;
  @property({ type: Number }) public total = 0;
  @property({ type: Boolean }) public archived = false;
  @property({ type: Boolean }) public admin = false;
  @property({ type: Boolean }) public busy = false;

  protected override render() {
    const actions: BulkAction[] = this.archived
      ? ["restore", ...(this.admin ? (["delete"] as const) : [])]
      : ["move", "labels", "categories", "edit", "print", "archive"];
    return html`<div class="bar" role="toolbar" aria-label=${this.localize("bulk.bar")}>
      <button
        class="icon-button"
        data-testid="select-end"
        aria-label=${this.localize("list.select_end")}
        @click=${() => this._tell("select-end")}
      >
        ${icon(mdiClose, 20)}
      </button>
      <span class="count" role="status" data-testid="selected-count"
        >${this.localize("bulk.selected", { count: this.count })}</span
      >
      ${
        this.count < this.total
          ? html`<button
              class="button"
              data-testid="select-all"
              @click=${() => this._tell("select-all")}
            >
              ${icon(mdiSelectAll, 20)} ${this.localize("bulk.select_all", { count: this.total })}
            </button>`
          : nothing
      }
      <span class="actions">${actions.map((action) => this._renderAction(action))}</span>
    </div>`;
  }

  private _renderAction(action: BulkAction) {
    return html`<button
      class="button ${action === "delete" ? "danger" : ""}"
      data-testid="bulk-${action}"
      aria-label=${this.localize(`bulk.do_${action}`)}
      title=${this.localize(`bulk.do_${action}`)}
      ?disabled=${this.count === 0 || this.busy}
      @click=${() => this._tell("bulk-action", action)}
    >
      ${icon(ICONS[action], 20)}<span>${this.localize(`bulk.do_${action}`)}</span>
    </button>`;
  }

  private _tell(name: string, detail?: BulkAction): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 4px;
        padding: 2px 4px;
        border-bottom: 1px solid var(--divider-color);
        background: color-mix(
          in srgb,
          var(--primary-color) 12%,
          var(--card-background-color, #fff)
        );
      }
      .count {
        padding-inline: 4px 8px;
        font-weight: var(--ha-font-weight-medium, 500);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
      }
      .button {
        min-height: 44px;
        padding-inline: 12px;
        color: var(--primary-text-color);
      }
      @container (max-width: 560px) {
        .actions .button {
          width: 48px;
          padding: 0;
        }
        .actions .button > span {
          display: none;
        }
      }
      .button.danger {
        color: var(--inventory-error-text);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-bulk-bar": BulkBar;
  }
}
