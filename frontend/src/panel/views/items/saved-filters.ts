import { mdiBookmarkOutline, mdiDeleteOutline, mdiPencilOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, chipStyles } from "../../../components/styles";
import { showError, showMessage } from "../../../components/undo-toast";
import { SavedFiltersController, type SavedFilter } from "../../../data/saved-filters";
import { showName } from "../../../dialogs/name/show-dialog-name";
import { defineElement } from "../../../ha/define-element";

/** A filter was chosen: its address, or none when it is taken back. */
export type SavedFilterEvent = CustomEvent<string>;

/** The filters that somebody has saved, as chips, and a way to save, rename and delete them. */
@defineElement("home-inventory-saved-filters")
export class SavedFilters extends InventoryElement {
  /** What the list is narrowed by now, without how it is shown. */
  @property() public search = "";

  @state() private _editing = false;

  private readonly _saved = new SavedFiltersController(this);

  protected override render() {
    const { filters } = this._saved;
    if (filters.length === 0) return nothing;
    return html`<div class="chips" data-testid="saved-filters">
      ${repeat(
        filters,
        ({ id }) => id,
        (filter) => this._renderFilter(filter),
      )}
      <button
        class="icon-button"
        data-testid="edit-filters"
        aria-pressed=${this._editing ? "true" : "false"}
        aria-label=${this.localize("filter.edit")}
        title=${this.localize("filter.edit")}
        @click=${() => (this._editing = !this._editing)}
      >
        ${icon(mdiPencilOutline, 20)}
      </button>
    </div>`;
  }

  private _renderFilter(filter: SavedFilter) {
    const isOn = filter.search === this.search;
    return html`<span class="one">
      <button
        class="chip"
        data-testid="saved-filter"
        aria-pressed=${isOn ? "true" : "false"}
        @click=${() => this._choose(isOn ? "" : filter.search)}
      >
        ${icon(mdiBookmarkOutline, 18)}<span>${filter.name}</span>
      </button>
      ${
        this._editing
          ? html`<button
                class="icon-button"
                data-testid="rename-filter"
                aria-label=${this.localize("filter.rename_x", { name: filter.name })}
                @click=${() => void this._rename(filter)}
              >
                ${icon(mdiPencilOutline, 18)}</button
              ><button
                class="icon-button"
                data-testid="delete-filter"
                aria-label=${this.localize("filter.delete_x", { name: filter.name })}
                @click=${() => void this._delete(filter)}
              >
                ${icon(mdiDeleteOutline, 18)}
              </button>`
          : nothing
      }
    </span>`;
  }

  private _choose(search: string): void {
    this.dispatchEvent(new CustomEvent("filter-chosen", { detail: search }));
  }

  /** Ask for a name, and save what the list is narrowed by under it. */
  public readonly save = (): void => {
    const { search } = this;
    void showName(this, {
      heading: this.localize("filter.save"),
      label: this.localize("filter.name"),
      save: (name) =>
        this._saved.change(this.hass!, (filters) => [
          ...filters,
          { id: crypto.randomUUID?.() ?? `${Date.now()}`, name, search },
        ]),
    });
  };

  private async _rename({ id, name: before }: SavedFilter): Promise<void> {
    await showName(this, {
      heading: this.localize("filter.rename"),
      label: this.localize("filter.name"),
      name: before,
      save: (name) =>
        this._saved.change(this.hass!, (filters) =>
          filters.map((one) => (one.id === id ? { ...one, name } : one)),
        ),
    });
  }

  /** Only the name of a question goes, so nobody is asked; the address of it is still open. */
  private async _delete({ id, name }: SavedFilter): Promise<void> {
    const hass = this.hass!;
    try {
      await this._saved.change(hass, (filters) => filters.filter((one) => one.id !== id));
      showMessage(hass, this.localize("filter.deleted", { name }));
    } catch (error) {
      await showError(hass, error);
    }
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    css`
      :host {
        display: block;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
        padding: 0 16px 8px;
      }
      .one {
        display: inline-flex;
        align-items: center;
        max-width: 100%;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-saved-filters": SavedFilters;
  }
}
