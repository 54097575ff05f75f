import { mdiFormatListBulleted, mdiLabelOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { renderFilterButton, renderSearchField } from "../../../components/filter-bar";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, chipStyles, fieldStyles } from "../../../components/styles";
import { DEVICE_STATUSES } from "../../../data/device";
import { MEDIUMS, type TopologyPlace } from "../../../data/topology";
import { defineElement } from "../../../ha/define-element";
import { asksForSearch } from "../../../utils/search-key";
import { deviceFilterStyles } from "../devices/device-filter-styles";
import { worded } from "../devices/device-text";
import {
  countTopologyFilters,
  NO_TOPOLOGY_FILTER,
  toggled,
  type TopologyFilter,
} from "./topology-filter";
import type { TopologyTree } from "./topology-tree";

export type TopologyFilterEvent = CustomEvent<TopologyFilter>;
export type FindEvent = CustomEvent<string>;

/** The search that jumps to a node, and behind a button what the map is narrowed to. */
@defineElement("home-inventory-topology-bar")
export class TopologyBar extends InventoryElement {
  @property({ attribute: false }) public filter: TopologyFilter = NO_TOPOLOGY_FILTER;
  @property({ attribute: false }) public tree?: TopologyTree;
  /** What the search has found, in words. */
  @property() public told = "";

  @state() private _open = false;
  @query("#search") private readonly _search!: HTMLInputElement;

  public override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this._keyPressed);
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this._keyPressed);
  }

  private readonly _keyPressed = (event: KeyboardEvent): void => {
    if (!asksForSearch(event) || !this._search?.checkVisibility?.()) return;
    event.preventDefault();
    this._search.focus();
  };

  private _change(change: Partial<TopologyFilter>): void {
    const detail = { ...this.filter, ...change };
    this.dispatchEvent(new CustomEvent("filter-changed", { detail }));
  }

  private _say(name: "find" | "find-next"): void {
    this.dispatchEvent(new CustomEvent(name, { detail: this._search.value }));
  }

  protected override render() {
    const count = countTopologyFilters(this.filter);
    const filter = this.localize("topology.filter");
    return html`<div class="bar" role="search">
        ${renderSearchField({
          label: this.localize("topology.search"),
          value: "",
          describedBy: "told",
          input: () => this._say("find"),
          keydown: (event) => event.key === "Enter" && this._say("find-next"),
          after: html`<span id="told" class="told quiet" role="status" data-testid="topology-told"
            >${this.told}</span
          >`,
        })}
        ${this._iconButton("list", mdiFormatListBulleted, this.filter.list, () => this._change({ list: !this.filter.list }))}
        ${this._iconButton("labels", mdiLabelOutline, this.filter.labels, () => this._change({ labels: !this.filter.labels }))}
        ${renderFilterButton({
          label: count > 0 ? `${filter} ${count}` : filter,
          title: filter,
          count,
          open: this._open,
          toggle: () => (this._open = !this._open),
        })}
      </div>
      ${this._open ? this._renderFilters() : nothing}`;
  }

  private _iconButton(name: "list" | "labels", path: string, on: boolean, act: () => void) {
    const label = this.localize(`topology.show_${name}`);
    return html`<button
      class="icon-button ${on ? "on" : ""}"
      data-testid="topology-${name}"
      title=${label}
      aria-label=${label}
      aria-pressed=${on ? "true" : "false"}
      @click=${act}
    >
      ${icon(path)}
    </button>`;
  }

  private _renderFilters() {
    const language = this.hass?.language ?? "en";
    const nodes = [...(this.tree?.nodes.values() ?? [])];
    const { media, statuses } = this.filter;
    const kinds = MEDIUMS.filter(
      (medium) => media.includes(medium) || nodes.some((node) => node.medium === medium),
    );
    return html`<div class="filters">
      <div class="chips" role="group" aria-label=${this.localize("topology.by_medium")}>
        ${kinds.map((medium) =>
          this._chip(
            worded(language, `topology.medium.${medium}`),
            `medium-${medium}`,
            media.includes(medium),
            () => this._change({ media: toggled(media, medium) }),
          ),
        )}
      </div>
      <div class="chips" role="group" aria-label=${this.localize("topology.by_status")}>
        ${DEVICE_STATUSES.map((status) =>
          this._chip(
            worded(language, `device_status.${status}`),
            `status-${status}`,
            statuses.includes(status),
            () => this._change({ statuses: toggled(statuses, status) }),
          ),
        )}
      </div>
      ${this._renderPlaces()}
    </div>`;
  }

  private _chip(text: string, name: string, on: boolean, act: () => void) {
    return html`<button
      class="chip"
      data-testid="filter-${name}"
      aria-pressed=${on ? "true" : "false"}
      @click=${act}
    >
      <span>${text}</span>
    </button>`;
  }

  private _renderPlaces() {
    const places = [...(this.tree?.places.values() ?? [])];
    if (places.length === 0) return nothing;
    const named = places
      .map((place) => ({ id: place.id, path: this._pathOf(place) }))
      .sort((a, b) => a.path.localeCompare(b.path));
    return html`<div class="field">
      <label for="place">${this.localize("topology.place")}</label>
      <select
        id="place"
        data-testid="filter-place"
        @change=${(event: Event) =>
          this._change({ place: (event.target as HTMLSelectElement).value || undefined })}
      >
        <option value="">${this.localize("device_filter.all")}</option>
        ${named.map(
          ({ id, path }) =>
            html`<option value=${id} ?selected=${id === this.filter.place}>${path}</option>`,
        )}
      </select>
    </div>`;
  }

  private _pathOf(place: TopologyPlace): string {
    const around = place.parent_id === null ? undefined : this.tree?.places.get(place.parent_id);
    return around ? `${this._pathOf(around)} › ${place.name}` : place.name;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    chipStyles,
    deviceFilterStyles,
    css`
      :host {
        position: relative;
        z-index: 2;
      }
      .icon-button.on {
        background: color-mix(in srgb, var(--primary-color) 20%, transparent);
      }
      .told {
        position: absolute;
        inset: 0 16px 0 auto;
        display: flex;
        align-items: center;
        pointer-events: none;
      }
      .filters {
        grid-template-columns: minmax(0, 1fr);
        max-height: 40vh;
        overflow-y: auto;
      }
      .field {
        max-width: 320px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-topology-bar": TopologyBar;
  }
}
