import { mdiCallMerge, mdiDeleteOutline, mdiPencilOutline, mdiPlus } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles } from "../../../components/styles";
import { fetchCategories, type Category } from "../../../data/category";
import { describeError } from "../../../data/errors";
import type { InventoryInfo } from "../../../data/info";
import { allAsShown, OptimisticController } from "../../../data/optimistic";
import { concernsKind, SubscribeController } from "../../../data/subscribe";
import { defineElement } from "../../../ha/define-element";
import { followLink, PANEL_PATH } from "../../../ha/navigate";
import { answerOrder } from "../../../utils/answer-order";
import {
  addCategoryWithDialog,
  editCategoryWithDialog,
  mergeCategoryWithDialog,
  removeCategoryWithUndo,
} from "../../category-actions";
import { viewStyles } from "../view-styles";

/** All categories with how many items are in each: to add, rename, hang elsewhere and remove. */
@defineElement("home-inventory-category-list")
export class CategoryList extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;

  @state() private _categories?: Category[];
  @state() private _error?: string;

  public constructor() {
    super();
    new OptimisticController(this);
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "category", "item")) void this._load();
    });
  }

  protected override firstUpdated(): void {
    void this._load();
  }

  private readonly _asks = answerOrder();
  private readonly _load = async (): Promise<void> => {
    if (!this.hass) return;
    const isLate = this._asks();
    try {
      const categories = await fetchCategories(this.hass);
      if (isLate()) return;
      this._categories = categories;
      this._error = undefined;
    } catch (error) {
      if (!isLate()) this._error = await describeError(this.hass, error);
    }
  };

  protected override render() {
    const found = this._categories && allAsShown("category", this._categories);
    return html`<section class="card list" data-testid="categories">
      <h2>
        ${this.localize("field.categories")}
        ${
          this.info.can_write && found
            ? html`<button
                class="button"
                data-testid="add-category"
                @click=${() => void addCategoryWithDialog(this, found)}
              >
                ${icon(mdiPlus, 20)} ${this.localize("settings.add_category")}
              </button>`
            : nothing
        }
      </h2>
      ${this._error ? html`<p class="error" role="alert">${this._error}</p>` : nothing}
      ${found?.length === 0 ? html`<p class="quiet">${this.localize("settings.no_categories")}</p>` : nothing}
      <ul>
        ${found?.map((category) => this._renderCategory(category, found))}
      </ul>
    </section>`;
  }

  private _renderCategory(category: Category, all: Category[]) {
    const { name, path, item_count: count } = category;
    const depth = path.split(" / ").length - 1;
    const isUsed = count > 0 || all.some(({ parent_id: parent }) => parent === category.id);
    const address = new URLSearchParams({ category: category.id }).toString();
    return html`<li data-testid="category-row" style="--depth: ${depth}">
      <a href="${PANEL_PATH}/items?${address}" @click=${followLink}>
        <span class="cut">${name}</span>
        <span class="quiet">${this.localize("items.count", { count })}</span>
      </a>
      ${
        this.info.can_write
          ? html`<button
                class="icon-button"
                data-testid="edit-category"
                aria-label=${this.localize("settings.edit_x", { name })}
                @click=${() => void editCategoryWithDialog(this, category, all)}
              >
                ${icon(mdiPencilOutline, 20)}
              </button>
              <button
                class="icon-button"
                data-testid="merge-category-open"
                ?disabled=${all.length < 2}
                aria-label=${this.localize("category_merge.open_x", { name })}
                title=${this.localize("category_merge.open")}
                @click=${() => void mergeCategoryWithDialog(this, category, all)}
              >
                ${icon(mdiCallMerge, 20)}
              </button>
              <button
                class="icon-button"
                data-testid="remove-category"
                ?disabled=${isUsed}
                aria-label=${this.localize("action.remove_x", { name })}
                title=${isUsed ? this.localize("settings.category_used") : nothing}
                @click=${() => void removeCategoryWithUndo(this, category)}
              >
                ${icon(mdiDeleteOutline, 20)}
              </button>`
          : nothing
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
        padding-inline: calc(16px + var(--depth) * 20px) 4px;
      }
      li a {
        display: flex;
        flex: 1;
        gap: 12px;
        align-items: center;
        justify-content: space-between;
        min-width: 0;
        min-height: 44px;
        padding-inline-end: 8px;
        text-decoration: none;
      }
      p {
        padding: 0 16px 8px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-category-list": CategoryList;
  }
}
