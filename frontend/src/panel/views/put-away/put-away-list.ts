import { mdiUndo } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles } from "../../../components/styles";
import { defineElement } from "../../../ha/define-element";
import { followLink, itemPath } from "../../../ha/navigate";
import { viewStyles } from "../view-styles";
import { undoable, type PutAway } from "./put-away-state";

export type UndoEvent = CustomEvent<PutAway[]>;

/** What has been put away, the newest first; fires `undo` with what is to be taken back, in the order to do it. */
@defineElement("home-inventory-put-away-list")
export class PutAwayList extends InventoryElement {
  @property({ attribute: false }) public entries: PutAway[] = [];
  @property({ type: Boolean }) public busy = false;

  private _undo(entries: PutAway[]): void {
    this.dispatchEvent(new CustomEvent("undo", { detail: entries }));
  }

  protected override render() {
    const { entries } = this;
    if (entries.length === 0) return nothing;
    const open = undoable(entries);
    return html`<section class="card list">
      <h2>
        <span data-testid="put-away-count"
          >${this.localize("put_away.count", { count: open.length })}</span
        >
        ${
          open.length > 1
            ? html`<button
                class="button"
                data-testid="undo-all"
                ?disabled=${this.busy}
                @click=${() => this._undo(open)}
              >
                ${icon(mdiUndo, 20)} ${this.localize("put_away.undo_all")}
              </button>`
            : nothing
        }
      </h2>
      <ul>
        ${entries.map((entry) => this._renderEntry(entry))}
      </ul>
    </section>`;
  }

  private _renderEntry(entry: PutAway) {
    const where = entry.undone
      ? this.localize("put_away.undone")
      : this.localize("put_away.in", { place: entry.place });
    return html`<li class=${entry.undone ? "undone" : ""} data-testid="put-away-entry">
      <a href=${itemPath(entry.item)} @click=${followLink}>
        <span class="name">${entry.name}</span>
        <span class="quiet">${entry.part ? `${entry.part} · ` : ""}${where}</span>
      </a>
      ${
        entry.undone
          ? nothing
          : html`<button
              class="button"
              data-testid="undo-one"
              aria-label=${this.localize("put_away.undo_x", { name: entry.name })}
              ?disabled=${this.busy}
              @click=${() => this._undo([entry])}
            >
              ${this.localize("action.undo")}
            </button>`
      }
    </li>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    viewStyles,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 56px;
        padding-inline: 16px 8px;
      }
      a {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-width: 0;
        padding-block: 6px;
        text-decoration: none;
        overflow-wrap: anywhere;
      }
      .button {
        min-height: 44px;
      }
      .undone .name {
        color: var(--secondary-text-color);
        text-decoration: line-through;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-put-away-list": PutAwayList;
  }
}
