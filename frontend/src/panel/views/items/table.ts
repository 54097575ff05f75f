import { mdiArrowDown, mdiArrowUp } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../../components/icon";
import type { ItemSort } from "../../../data/item";
import type { Hit } from "../../../data/search";
import { followLink, itemPath } from "../../../ha/navigate";
import type { HomeAssistant } from "../../../ha/types";
import { translate, type TranslationKey } from "../../../localize/localize";
import { ariaSort, NAME_SORTS, nextSort, type CellContext, type Column } from "./columns";

interface Head {
  columns: readonly Column[];
  sort?: ItemSort;
  boxes: boolean;
  hass: HomeAssistant;
}

/** A header was chosen: the list is to be in its order. */
export type SortEvent = CustomEvent<ItemSort>;

const sortBy = (event: Event, sort: ItemSort): void => {
  const detail = sort;
  event.currentTarget!.dispatchEvent(
    new CustomEvent("sort-changed", { detail, bubbles: true, composed: true }),
  );
};

const renderHeader = (
  { hass, sort }: Head,
  name: string,
  label: TranslationKey,
  sorts?: readonly [ItemSort, ItemSort],
  end = false,
): TemplateResult => {
  const state = ariaSort(sorts, sort);
  const text = translate(hass.language, label);
  return html`<span
    role="columnheader"
    class=${name === "name" ? "name" : end ? "end" : ""}
    aria-sort=${state === "none" ? nothing : state}
  >
    ${
      sorts
        ? html`<button
            type="button"
            data-testid="sort-${name}"
            @click=${(event: Event) => sortBy(event, nextSort(sorts, sort))}
          >
            <span>${text}</span>
            ${state === "ascending" ? icon(mdiArrowUp, 16) : nothing}
            ${state === "descending" ? icon(mdiArrowDown, 16) : nothing}
          </button>`
        : html`<span class="plain">${text}</span>`
    }
  </span>`;
};

/** The names of the columns; those that have an order can be chosen. */
export const renderTableHead = (head: Head): TemplateResult =>
  html`<div class="head" role="rowgroup">
    <div class="cells" role="row" aria-rowindex="1">
      ${
        head.boxes
          ? html`<span role="columnheader"
              ><span class="sr-only">${translate(head.hass.language, "list.select")}</span></span
            >`
          : nothing
      }
      ${renderHeader({ ...head, sort: head.sort ?? "name" }, "name", "field.name", NAME_SORTS)}
      ${head.columns.map(({ name, label, sorts, end }) =>
        renderHeader(head, name, label, sorts, end),
      )}
    </div>
  </div>`;

interface Row {
  columns: readonly Column[];
  context: CellContext;
  box: TemplateResult | typeof nothing;
  current?: string;
  search: string;
}

/** A row of the table: an item; of what else was found only its name. */
export const renderTableRow = (
  index: number,
  hit: Hit | undefined,
  { columns, context, box, current, search }: Row,
): TemplateResult => {
  const cells = !hit
    ? html`<span class="name" role="cell"><span class="bone"></span></span>`
    : html`<span class="name" role="cell">${renderName(hit, search)}</span>${columns.map(
          (column) =>
            html`<span class=${column.end ? "end" : ""} role="cell"
              >${hit.type === "item" ? column.cell(hit.item, context) : otherCell(hit, column)}</span
            >`,
        )}`;
  return html`<div
    class="cells entry ${hit?.type === "item" && hit.item.archived ? "archived" : ""}"
    role="row"
    aria-rowindex=${index + 2}
    data-testid="table-row"
    data-row=${index}
    data-index=${index}
    data-current=${hit?.id === current}
  >
    ${box}${cells}
  </div>`;
};

const otherCell = (hit: Hit, { name }: Column): string | null => {
  if (name === "location") return hit.type === "location" ? hit.location.path : null;
  if (name === "code") return hit.type === "location" ? hit.location.code : null;
  return null;
};

const renderName = (hit: Hit, search: string): TemplateResult => {
  const [href, name] = {
    item: () => [itemPath(hit.id, search), hit.type === "item" ? hit.item.name : ""] as const,
    location: () =>
      [
        `/home-inventory/locations/${hit.id}`,
        hit.type === "location" ? hit.location.name : "",
      ] as const,
    device: () =>
      [`/home-inventory/devices/${hit.id}`, hit.type === "device" ? hit.device.name : ""] as const,
  }[hit.type]();
  return html`<a href=${href} data-testid="item-link" data-item-id=${hit.id} @click=${followLink}
    >${name}</a
  >`;
};
