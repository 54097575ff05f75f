import {
  mdiChevronDown,
  mdiChevronUp,
  mdiClose,
  mdiFactory,
  mdiHandExtendedOutline,
  mdiLabelOutline,
  mdiMapMarkerOutline,
  mdiShapeOutline,
} from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { FACETS, type FacetName, type Facets } from "../data/search";
import { defineElement } from "../ha/define-element";
import type { TranslationKey } from "../localize/localize";
import { facetChoices, type FacetChoice } from "../utils/facet-groups";
import { formatNumber } from "../utils/format";
import { InventoryElement } from "./base-element";
import { icon } from "./icon";
import { baseStyles, buttonStyles, chipStyles } from "./styles";

/** What a list is narrowed by already. */
export type Chosen = Partial<Record<FacetName, { id: string; name: string }>>;

/** A value was chosen, or, without one, taken back. */
export type FacetChangedEvent = CustomEvent<{
  facet: FacetName;
  value?: { id: string; name: string };
}>;

interface Group {
  facet: FacetName;
  choices: FacetChoice[];
}

const LOOKS: Record<FacetName, { label: TranslationKey; icon: string }> = {
  location: { label: "field.location", icon: mdiMapMarkerOutline },
  category: { label: "field.categories", icon: mdiShapeOutline },
  label: { label: "field.labels", icon: mdiLabelOutline },
  manufacturer: { label: "field.manufacturer", icon: mdiFactory },
  borrower: { label: "field.borrower", icon: mdiHandExtendedOutline },
};

/** What the list can be narrowed by, with how many each would leave; folded away where there is little room. */
@defineElement("home-inventory-facet-chips")
export class FacetChips extends InventoryElement {
  @property({ attribute: false }) public facets: Partial<Facets> = {};
  @property({ attribute: false }) public chosen: Chosen = {};
  /** How many items were found. */
  @property({ type: Number }) public total = 0;
  @property({ type: Boolean }) public wide = false;

  @state() private _open = false;

  protected override render() {
    const groups = this._groups();
    if (groups.length === 0) return nothing;
    const isOpen = this.wide || this._open;
    const shown = isOpen ? groups : onlyChosen(groups);
    return html`<div class="facets" data-testid="facets">
      ${this.wide ? nothing : this._renderToggle()}
      ${shown.map((group) => this._renderGroup(group))}
    </div>`;
  }

  private _groups(): Group[] {
    return FACETS.map((facet) => ({
      facet,
      choices: facetChoices(this.facets[facet] ?? [], this.chosen[facet], this.total),
    })).filter(({ choices }) => choices.length > 0);
  }

  private _renderToggle() {
    return html`<button
      type="button"
      class="chip"
      data-testid="facets-toggle"
      aria-expanded=${this._open ? "true" : "false"}
      @click=${() => (this._open = !this._open)}
    >
      <span>${this.localize("search.narrow")}</span>
      ${icon(this._open ? mdiChevronUp : mdiChevronDown, 18)}
    </button>`;
  }

  private _renderGroup({ facet, choices }: Group) {
    const { label, icon: path } = LOOKS[facet];
    const name = this.localize(label);
    return html`<div
      class="group"
      role="group"
      data-testid="facet-${facet}"
      aria-label=${this.localize("search.narrow_by", { field: name })}
    >
      <span class="quiet" title=${name}>${icon(path, 18)}</span>
      ${choices.map((choice) => this._renderChoice(facet, choice))}
    </div>`;
  }

  private _renderChoice(facet: FacetName, { id, name, count, chosen }: FacetChoice) {
    return html`<button
      type="button"
      class="chip small"
      data-testid="facet"
      aria-pressed=${chosen ? "true" : "false"}
      @click=${() => this._change(facet, chosen ? undefined : { id, name })}
    >
      <span>${name}</span>
      ${
        count === undefined
          ? nothing
          : html` <span class="quiet">${formatNumber(count, this.locale)}</span>`
      }
      ${chosen ? icon(mdiClose, 16) : nothing}
    </button>`;
  }

  private _change(facet: FacetName, value?: { id: string; name: string }): void {
    this.dispatchEvent(new CustomEvent("facet-changed", { detail: { facet, value } }));
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    css`
      .facets {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        gap: 6px;
        padding: 0 16px 8px;
      }
      .group {
        display: flex;
        align-items: center;
        gap: 6px;
        max-width: 100%;
        padding: 2px;
        overflow-x: auto;
        scrollbar-width: thin;
      }
      .group > span {
        display: grid;
        flex: none;
      }
      .chip.small {
        flex: none;
        max-width: 240px;
        min-height: 32px;
        padding: 0 10px;
        font-size: var(--ha-font-size-s, 12px);
      }
      .chip.small .quiet {
        flex: none;
      }
    `,
  ];
}

/** What stays in sight of folded groups: what the list is narrowed by. */
const onlyChosen = (groups: Group[]): Group[] =>
  groups
    .map(({ facet, choices }) => ({ facet, choices: choices.filter(({ chosen }) => chosen) }))
    .filter(({ choices }) => choices.length > 0);

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-facet-chips": FacetChips;
  }
}
