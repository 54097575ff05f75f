import { mdiMapMarkerQuestionOutline, mdiPackageDown, mdiShieldAlertOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { baseStyles } from "../../components/styles";
import type { InventoryInfo } from "../../data/info";
import { fetchItems, type ItemPage, type ItemQuery } from "../../data/item";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { answerOrder } from "../../utils/answer-order";
import { itemsLineStyles, renderItemsLine } from "./overview-line";
import { countStyles } from "./overview-styles";
import { viewStyles } from "./view-styles";

/** How many of each are named. */
const MOST_NAMED = 3;

type Kind = "warranties" | "low_stock" | "unplaced";

const ICONS: Record<Kind, string> = {
  warranties: mdiShieldAlertOutline,
  low_stock: mdiPackageDown,
  unplaced: mdiMapMarkerQuestionOutline,
};

/** The items that somebody should look at: a warranty ends, there is little left, or they have no place. */
@defineElement("home-inventory-overview-items")
export class OverviewItems extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;

  @state() private _pages: Partial<Record<Kind, ItemPage>> = {};

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "item", "stock", "location")) void this._load();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
  }

  private get _queries(): Record<Kind, ItemQuery> {
    return {
      warranties: { warranty_days: this.info.warning_days, sort: "warranty" },
      low_stock: { low_stock: true },
      unplaced: { unplaced: true },
    };
  }

  private readonly _asks = answerOrder();

  /** What fails here is shown as it was: the lists say what is wrong. */
  private readonly _load = async (): Promise<void> => {
    const { hass } = this;
    if (!hass) return;
    const isLate = this._asks();
    const asked = Object.entries(this._queries).map(async ([kind, query]) => {
      const page = await fetchItems(hass, query, { limit: MOST_NAMED, offset: 0 }).catch(
        () => this._pages[kind as Kind],
      );
      return [kind, page] as const;
    });
    const pages = await Promise.all(asked);
    if (!isLate()) this._pages = Object.fromEntries(pages);
  };

  protected override render() {
    const open = (Object.keys(ICONS) as Kind[]).filter((kind) => this._pages[kind]?.total);
    if (open.length === 0) return nothing;
    return html`<section class="card list" data-testid="overview-items">
      <h2>${this.localize("overview.things")}</h2>
      ${open.map((kind) => this._renderKind(kind, this._pages[kind]!))}
    </section>`;
  }

  private _renderKind(kind: Kind, { items, total }: ItemPage) {
    const days = this.info.warning_days;
    const searches: Record<Kind, string> = {
      warranties: `warranty_days=${days}&sort=warranty`,
      low_stock: "low_stock=1",
      unplaced: "unplaced=1",
    };
    return renderItemsLine({
      name: kind,
      icon: ICONS[kind],
      search: searches[kind],
      text: this.localize(`overview.${kind}`, { count: total, days }),
      names: items.map(({ name }) => name),
      total,
    });
  }

  public static override styles = [
    baseStyles,
    viewStyles,
    countStyles,
    itemsLineStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-overview-items": OverviewItems;
  }
}
