import { mdiAccountArrowRightOutline, mdiCheck } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { icon } from "../../components/icon";
import { quantityText } from "../../components/quantity-text";
import { baseStyles, buttonStyles, chipStyles } from "../../components/styles";
import type { InventoryInfo } from "../../data/info";
import type { Item } from "../../data/item";
import type { Loan } from "../../data/loan";
import { defineElement } from "../../ha/define-element";
import { followLink, PANEL_PATH } from "../../ha/navigate";
import { formatDay, formatNumber } from "../../utils/format";
import { quantityOf } from "../../data/loan";
import { returnWithUndo } from "../loan-actions";
import { viewStyles } from "./view-styles";

/** Who has an item, or some of it, since when and until when. Nothing while nobody has. */
@defineElement("home-inventory-item-loans")
export class ItemLoans extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public item!: Item;

  protected override render() {
    const { item } = this;
    if (!this.hass || item.loans.length === 0) return nothing;
    return html`<section class="card list" aria-label=${this.localize("loan.title")}>
      <h2>
        <span>${this.localize("loan.title")}</span>
        <span data-testid="lent-quantity">
          ${this.localize("loan.of", {
            lent: formatNumber(item.lent_quantity, this.locale),
            total: formatNumber(item.quantity, this.locale),
          })}
        </span>
      </h2>
      <ul>
        ${item.loans.map((loan) => this._renderLoan(loan))}
      </ul>
    </section>`;
  }

  private _renderLoan(loan: Loan) {
    const label = this.localize("loan.returned_by", { borrower: loan.borrower });
    return html`<li data-testid="loan">
      <div class="who">
        <a
          href="${PANEL_PATH}/items?borrower=${encodeURIComponent(loan.borrower)}"
          @click=${followLink}
        >
          ${icon(mdiAccountArrowRightOutline, 20)} <span>${loan.borrower}</span>
        </a>
        <div class="quiet about">
          ${this._about(loan)}
          ${
            loan.overdue
              ? html`<span class="badge error" data-testid="loan-overdue">
                  ${this.localize("chip.overdue")}
                </span>`
              : nothing
          }
        </div>
        ${loan.note ? html`<div class="about note">${loan.note}</div>` : nothing}
      </div>
      ${
        this.info.can_write
          ? html`<button
              class="button outlined"
              data-testid="return"
              aria-label=${label}
              @click=${() => void returnWithUndo(this, this.item, loan)}
            >
              ${icon(mdiCheck, 20)} ${this.localize("loan.returned")}
            </button>`
          : nothing
      }
    </li>`;
  }

  private _about(loan: Loan): string {
    const { item, locale } = this;
    const quantity = quantityOf(item, loan);
    const parts = [
      quantity === 1 && item.quantity === 1 ? "" : quantityText(this.hass!, quantity, item.unit),
      this.localize("loan.since", { day: formatDay(loan.lent_on, locale) }),
      loan.due_on ? this.localize("loan.due_on", { day: formatDay(loan.due_on, locale) }) : "",
    ];
    return parts.filter(Boolean).join(" · ");
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    viewStyles,
    css`
      :host {
        display: contents;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        padding: 4px 16px 8px;
      }
      .who {
        flex: 1 1 180px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .who a {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-height: 44px;
        text-decoration: none;
      }
      .who a:hover span {
        text-decoration: underline;
      }
      .who svg {
        color: var(--secondary-text-color);
      }
      .about {
        padding-inline-start: 28px;
      }
      .note {
        white-space: pre-line;
      }
      .button {
        min-height: 44px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-loans": ItemLoans;
  }
}
