import { mdiFilterVariant, mdiHistory } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles } from "../../../components/styles";
import { ActivityListController } from "../../../data/activity-list";
import { fetchPeople, type Batch } from "../../../data/change";
import { describeError } from "../../../data/errors";
import type { InventoryInfo } from "../../../data/info";
import { SubscribeController } from "../../../data/subscribe";
import { defineElement } from "../../../ha/define-element";
import { renderFailure, renderState } from "../render-state";
import { SearchAddress } from "../search-address";
import { viewStyles } from "../view-styles";
import "./activity-batch";
import "./activity-filter";
import type { ActivityFilterEvent } from "./activity-filter";
import {
  countActivityFilters,
  fromActivitySearch,
  toActivitySearch,
  toChangeQuery,
  type ActivityFilter,
} from "./activity-state";
import { dayHeading, localDay } from "./activity-text";

/** The whole history, newest first and day by day, live; read on as one scrolls. */
@defineElement("home-inventory-activity-view")
export class ActivityView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;

  @state() private _error?: string;
  @state() private _people: string[] = [];
  @state() private _open = false;
  @query(".more") private readonly _end?: HTMLElement;

  private readonly _list = new ActivityListController(this);
  private readonly _address = new SearchAddress<ActivityFilter>(this, {
    section: "activity",
    read: fromActivitySearch,
    write: toActivitySearch,
    changed: () => void this._load(),
  });
  private _watcher?: IntersectionObserver;

  public constructor() {
    super();
    new SubscribeController(this, () => void this._list.refresh());
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    this._watcher = new IntersectionObserver((seen) => {
      if (seen.some((entry) => entry.isIntersecting)) void this._list.loadMore();
    });
    this._open = countActivityFilters(this._address.state) > 0;
    void this._load();
    void this._loadPeople();
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._watcher?.disconnect();
  }

  private readonly _load = async (): Promise<void> => {
    await this._list.load(toChangeQuery(this._address.state));
    const { error } = this._list;
    this._error = error && this.hass ? await describeError(this.hass, error) : undefined;
  };

  /** Who can't be read is no filter. */
  private async _loadPeople(): Promise<void> {
    if (this.hass) this._people = await fetchPeople(this.hass).catch(() => []);
  }

  private _setFilter(filter: ActivityFilter): void {
    this._address.change(filter);
    this._open ||= countActivityFilters(filter) > 0;
    void this._load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this._watcher?.disconnect();
    if (this._end) this._watcher?.observe(this._end);
  }

  /** What the one thing is called that the history is narrowed to: as the newest line has it. */
  private get _thingName(): string {
    const id = this._address.state.thing?.id;
    const changes = this._list.batches.flatMap((batch) => batch.changes);
    return changes.find((change) => id === (change.item_id ?? change.id))?.title ?? "";
  }

  protected override render() {
    const count = countActivityFilters(this._address.state);
    return html`<div class="column">
      <header>
        <h1>${this.localize("panel.activity")}</h1>
        <button
          class="icon-button ${count > 0 ? "active" : ""}"
          data-testid="activity-filter"
          aria-label=${this.localize("activity.filter")}
          aria-expanded=${this._open ? "true" : "false"}
          @click=${() => (this._open = !this._open)}
        >
          ${icon(mdiFilterVariant)}
        </button>
      </header>
      ${this._open ? this._renderFilter() : nothing}
      <div aria-busy=${this._list.loading ? "true" : "false"}>${this._renderBatches()}</div>
    </div>`;
  }

  private _renderFilter() {
    return html`<home-inventory-activity-filter
      .hass=${this.hass}
      .filter=${this._address.state}
      .people=${this._people}
      .thingName=${this._thingName}
      @filter-changed=${(event: ActivityFilterEvent) => this._setFilter(event.detail)}
    ></home-inventory-activity-filter>`;
  }

  private _renderBatches() {
    const { batches, loaded, loading, more } = this._list;
    if (this._error && !loading) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._load());
    }
    if (!loaded)
      return html`<div class="state" role="status">${this.localize("state.loading")}</div>`;
    if (batches.length === 0) {
      const isNarrowed = countActivityFilters(this._address.state) > 0;
      const text = this.localize(isNarrowed ? "activity.none_found" : "activity.none");
      return renderState({ icon: mdiHistory, text });
    }
    return html`${repeat(
      byDay(batches),
      ({ day }) => day,
      ({ day, batches: ofDay }) => this._renderDay(day, ofDay),
    )}
    ${
      more
        ? html`<div class="more">
            <button class="button" ?disabled=${loading} @click=${() => void this._list.loadMore()}>
              ${this.localize("action.load_more")}
            </button>
          </div>`
        : nothing
    }`;
  }

  private _renderDay(day: string, batches: Batch[]) {
    return html`<section class="day" data-testid="activity-day">
      <h2>${dayHeading(this.hass!, day)}</h2>
      <div class="card list" role="list">
        ${repeat(
          batches,
          ({ batch }) => batch,
          (batch) =>
            html`<home-inventory-activity-batch
              role="listitem"
              data-testid="activity-batch"
              .hass=${this.hass}
              .info=${this.info}
              .batch=${batch}
              @only=${(event: CustomEvent<NonNullable<ActivityFilter["thing"]>>) =>
                this._setFilter({ ...this._address.state, thing: event.detail })}
            ></home-inventory-activity-batch>`,
        )}
      </div>
    </section>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    viewStyles,
    css`
      :host {
        display: block;
        overflow-y: auto;
      }
      .column {
        max-width: 800px;
        margin-inline: auto;
        padding-bottom: 16px;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 8px 8px 0 16px;
      }
      h1 {
        margin: 0;
      }
      .active {
        color: var(--primary-color);
      }
      .day {
        padding: 8px 16px;
      }
      .day h2 {
        padding: 8px 0;
        font-size: var(--ha-font-size-m, 14px);
      }
      home-inventory-activity-batch + home-inventory-activity-batch {
        border-top: 1px solid var(--divider-color);
      }
      .more {
        display: flex;
        justify-content: center;
        padding: 16px;
      }
    `,
  ];
}

const byDay = (batches: Batch[]): { day: string; batches: Batch[] }[] => {
  const days = new Map<string, Batch[]>();
  for (const batch of batches) {
    const day = localDay(batch.at);
    days.set(day, [...(days.get(day) ?? []), batch]);
  }
  return [...days].map(([day, ofDay]) => ({ day, batches: ofDay }));
};

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-activity-view": ActivityView;
  }
}
