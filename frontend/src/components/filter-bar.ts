import { mdiFilterVariant, mdiMagnify } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "./icon";

interface SearchField {
  label: string;
  /** What is put into it; always the same where only the person writes in it. */
  value: string;
  /** The id of what tells more about it. */
  describedBy?: string;
  input: (event: Event) => void;
  keydown?: (event: KeyboardEvent) => unknown;
  /** What stands behind the field, as the way to empty it. */
  after?: TemplateResult | typeof nothing;
}

/** The field to search with, above a list or a map; the key "/" leads to it. */
export const renderSearchField = ({
  label,
  value,
  describedBy,
  input,
  keydown,
  after,
}: SearchField): TemplateResult =>
  html`<div class="box">
    ${icon(mdiMagnify, 20)}
    <input
      id="search"
      type="search"
      enterkeyhint="search"
      autocomplete="off"
      autocapitalize="off"
      data-testid="search"
      aria-label=${label}
      aria-keyshortcuts="/"
      aria-describedby=${describedBy ?? nothing}
      placeholder=${label}
      .value=${value}
      @input=${input}
      @keydown=${keydown ?? nothing}
    />
    ${after ?? nothing}
  </div>`;

interface FilterButton {
  label: string;
  title?: string;
  /** How many filters are set. */
  count: number;
  open: boolean;
  toggle: () => unknown;
}

/** The button that opens the filters, with how many are set. */
export const renderFilterButton = ({
  label,
  title,
  count,
  open,
  toggle,
}: FilterButton): TemplateResult =>
  html`<button
    class="icon-button ${count > 0 ? "active" : ""}"
    data-testid="filter"
    title=${title ?? nothing}
    aria-label=${label}
    aria-expanded=${open ? "true" : "false"}
    @click=${toggle}
  >
    ${icon(mdiFilterVariant)}
    ${count > 0 ? html`<span class="count" aria-hidden="true">${count}</span>` : nothing}
  </button>`;
