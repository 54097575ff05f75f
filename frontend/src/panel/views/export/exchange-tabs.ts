import { css, html } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { baseStyles } from "../../../components/styles";
import { defineElement } from "../../../ha/define-element";
import { followLink, PANEL_PATH } from "../../../ha/navigate";

const PAGES = ["import", "export"] as const;

/** In or out: the two pages that are one section. */
@defineElement("home-inventory-exchange-tabs")
export class ExchangeTabs extends InventoryElement {
  @property() public current: (typeof PAGES)[number] = "import";

  protected override render() {
    return html`<nav aria-label=${this.localize("panel.import")}>
      ${PAGES.map(
        (page) =>
          html`<a
            href="${PANEL_PATH}/${page}"
            data-testid="exchange-${page}"
            aria-current=${page === this.current ? "page" : "false"}
            @click=${followLink}
            >${this.localize(`export.tab_${page}`)}</a
          >`,
      )}
    </nav>`;
  }

  public static override styles = [
    baseStyles,
    css`
      nav {
        display: flex;
        gap: 4px;
        padding: 4px;
        border-radius: var(--ha-border-radius-lg, 12px);
        background: color-mix(in srgb, var(--primary-text-color) 6%, transparent);
      }
      a {
        flex: 1;
        display: grid;
        place-items: center;
        min-height: 44px;
        border-radius: var(--ha-border-radius-md, 8px);
        color: var(--primary-text-color);
        text-decoration: none;
      }
      a[aria-current="page"] {
        background: color-mix(
          in srgb,
          var(--primary-color) 22%,
          var(--card-background-color, #fff)
        );
        font-weight: var(--ha-font-weight-medium, 500);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-exchange-tabs": ExchangeTabs;
  }
}
