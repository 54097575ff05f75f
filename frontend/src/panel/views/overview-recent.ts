import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { InventoryElement } from "../../components/base-element";
import { baseStyles } from "../../components/styles";
import { ActivityListController } from "../../data/activity-list";
import type { InventoryInfo } from "../../data/info";
import { SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { followLink, navigate, PANEL_PATH } from "../../ha/navigate";
import "./activity/activity-batch";
import { toActivitySearch, type ActivityFilter } from "./activity/activity-state";
import { viewStyles } from "./view-styles";

const MOST_SHOWN = 5;
const ACTIVITY = `${PANEL_PATH}/activity`;

/** What happened last, each with a way to take it back, and the way to all of it. */
@defineElement("home-inventory-overview-recent")
export class OverviewRecent extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;

  private readonly _list = new ActivityListController(this, MOST_SHOWN);

  public constructor() {
    super();
    new SubscribeController(this, () => void this._list.refresh());
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    void this._list.load({});
  }

  protected override render() {
    const batches = this._list.batches.slice(0, MOST_SHOWN);
    if (batches.length === 0) return nothing;
    return html`<section class="card list" data-testid="overview-recent">
      <h2>
        ${this.localize("overview.recent")}
        <a href=${ACTIVITY} @click=${followLink}>${this.localize("panel.activity")}</a>
      </h2>
      <div role="list">
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
              @only=${this._showOnly}
            ></home-inventory-activity-batch>`,
        )}
      </div>
    </section>`;
  }

  private readonly _showOnly = (event: CustomEvent<NonNullable<ActivityFilter["thing"]>>): void =>
    navigate(ACTIVITY + toActivitySearch({ thing: event.detail }));

  public static override styles = [
    baseStyles,
    viewStyles,
    css`
      :host {
        display: contents;
      }
      h2 a {
        color: var(--inventory-accent-text);
        font-size: var(--ha-font-size-m, 14px);
      }
      home-inventory-activity-batch + home-inventory-activity-batch {
        border-top: 1px solid var(--divider-color);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-overview-recent": OverviewRecent;
  }
}
