import { mdiClose } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, chipStyles, fieldStyles } from "../../../components/styles";
import { CHANGE_KINDS, CHANGE_OPERATIONS, CHANGE_SOURCES } from "../../../data/change";
import { userName } from "../../../data/user";
import { defineElement } from "../../../ha/define-element";
import { countActivityFilters, NO_ACTIVITY_FILTER, type ActivityFilter } from "./activity-state";

export type ActivityFilterEvent = CustomEvent<ActivityFilter>;

type Choice = "user" | "kind" | "operation" | "source";

/** Who, what, how and when: the fields that narrow the history. */
@defineElement("home-inventory-activity-filter")
export class ActivityFilterBar extends InventoryElement {
  @property({ attribute: false }) public filter: ActivityFilter = NO_ACTIVITY_FILTER;
  /** The ids of those who have changed something. */
  @property({ attribute: false }) public people: string[] = [];
  /** What the one thing is called whose history is shown. */
  @property() public thingName = "";

  private _change(change: { [Key in keyof ActivityFilter]?: ActivityFilter[Key] | undefined }) {
    const detail = Object.fromEntries(
      Object.entries({ ...this.filter, ...change }).filter(([, value]) => value),
    );
    this.dispatchEvent(new CustomEvent("filter-changed", { detail }));
  }

  protected override render() {
    if (!this.hass) return nothing;
    return html`<div class="filters" role="search">
        ${this._renderChoice("kind", CHANGE_KINDS, (kind) => this.localize(`activity.kind_${kind}`))}
        ${this._renderChoice("operation", CHANGE_OPERATIONS, (operation) =>
          this.localize(`activity.operation_${operation}`),
        )}
        ${this.people.length > 0 ? this._renderPeople() : nothing}
        ${this._renderChoice("source", CHANGE_SOURCES, (source) =>
          this.localize(`activity.source_${source}`),
        )}
        ${this._renderDay("from")} ${this._renderDay("until")}
      </div>
      ${countActivityFilters(this.filter) > 0 ? this._renderChips() : nothing}`;
  }

  private _renderPeople() {
    const nameOf = (user: string) =>
      userName(this.hass!, user) ?? this.localize("activity.somebody_else");
    return this._renderChoice("user", this.people, nameOf);
  }

  private _renderChoice<Value extends string>(
    field: Choice,
    values: readonly Value[],
    nameOf: (value: Value) => string,
  ) {
    return html`<div class="field">
      <label for=${field}>${this.localize(`activity.${field}`)}</label>
      <select
        id=${field}
        data-testid="activity-${field}"
        @change=${(event: Event) => this._change({ [field]: valueOf(event) })}
      >
        <option value="">${this.localize("activity.any")}</option>
        ${values.map(
          (value) =>
            html`<option value=${value} ?selected=${value === this.filter[field]}>
              ${nameOf(value)}
            </option>`,
        )}
      </select>
    </div>`;
  }

  private _renderDay(field: "from" | "until") {
    return html`<div class="field">
      <label for=${field}>${this.localize(`activity.${field}`)}</label>
      <input
        id=${field}
        type="date"
        data-testid="activity-${field}"
        .value=${this.filter[field] ?? ""}
        @change=${(event: Event) => this._change({ [field]: valueOf(event) })}
      />
    </div>`;
  }

  private _renderChips() {
    const { thing } = this.filter;
    return html`<div class="chips">
      ${
        thing
          ? html`<button
              class="chip"
              data-testid="activity-thing"
              @click=${() => this._change({ thing: undefined })}
            >
              <span>${this.localize("activity.about", { name: this.thingName || "…" })}</span>
              ${icon(mdiClose, 16)}
            </button>`
          : nothing
      }
      <button
        class="chip"
        data-testid="clear-filters"
        @click=${() =>
          this.dispatchEvent(new CustomEvent("filter-changed", { detail: NO_ACTIVITY_FILTER }))}
      >
        ${this.localize("search.clear_filters")}
      </button>
    </div>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    chipStyles,
    css`
      :host {
        display: block;
      }
      .filters {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 12px;
        padding: 12px 16px;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding: 0 16px 12px;
      }
      .chip {
        min-height: 44px;
      }
    `,
  ];
}

const valueOf = (event: Event): string | undefined =>
  (event.target as HTMLSelectElement | HTMLInputElement).value || undefined;

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-activity-filter": ActivityFilterBar;
  }
}
