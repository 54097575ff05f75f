import { mdiCalendarAlertOutline, mdiHandExtendedOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { baseStyles } from "../../components/styles";
import { fetchItems, type ItemPage, type ItemQuery } from "../../data/item";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { answerOrder } from "../../utils/answer-order";
import { itemsLineStyles, renderItemsLine } from "./overview-line";
import { countStyles } from "./overview-styles";
import { viewStyles } from "./view-styles";

/** How many of them are named. */
const MOST_NAMED = 3;

/** How much is lent, and what of it should be back. Nothing while nothing is lent. */
@defineElement("home-inventory-overview-loans")
export class OverviewLoans extends InventoryElement {
  @state() private _lent?: ItemPage;
  @state() private _overdue?: ItemPage;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "loan", "item")) void this._load();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    void this._load();
  }

  private readonly _asks = answerOrder();

  /** What fails here is shown as it was: the lists say what is wrong. */
  private readonly _load = async (): Promise<void> => {
    const { hass } = this;
    if (!hass) return;
    const isLate = this._asks();
    const ask = (query: ItemQuery) => fetchItems(hass, query, { limit: MOST_NAMED, offset: 0 });
    const [lent, overdue] = await Promise.all([
      ask({ lent: true }).catch(() => this._lent),
      ask({ overdue: true }).catch(() => this._overdue),
    ]);
    if (isLate()) return;
    this._lent = lent;
    this._overdue = overdue;
  };

  protected override render() {
    if (!this._lent?.total) return nothing;
    return html`<section class="card list" data-testid="overview-loans">
      <h2>${this.localize("loan.title")}</h2>
      ${this._overdue?.total ? this._renderLine("overdue", mdiCalendarAlertOutline, this._overdue) : nothing}
      ${this._renderLine("lent", mdiHandExtendedOutline, this._lent)}
    </section>`;
  }

  private _renderLine(name: "lent" | "overdue", path: string, page: ItemPage) {
    const names = page.items.map((item) =>
      this.localize("loan.name_with", {
        name: item.name,
        borrower: item.loans.map(({ borrower }) => borrower).join(", "),
      }),
    );
    return renderItemsLine({
      name,
      icon: path,
      search: `${name}=1`,
      text: this.localize(`loan.${name}_items`, { count: page.total }),
      names,
      total: page.total,
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
    "home-inventory-overview-loans": OverviewLoans;
  }
}
