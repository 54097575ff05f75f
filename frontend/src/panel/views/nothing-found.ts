import { mdiClose, mdiMagnifyClose, mdiPlus } from "@mdi/js";
import { html, nothing } from "lit";
import { renderDidYouMean } from "../../components/did-you-mean";
import { icon } from "../../components/icon";
import type { HomeAssistant } from "../../ha/types";
import { translate } from "../../localize/localize";
import { renderState } from "./render-state";

interface NothingFound {
  hass: HomeAssistant;
  /** What was searched for; empty when only filters leave nothing. */
  text: string;
  suggestion?: string | null;
  ask: (question: string) => void;
  /** Missing without filters. */
  clearFilters?: () => void;
  /** Missing for somebody who may not add, and without a name to add. */
  add?: () => void;
}

/** Draw that nothing was found, for what, and what can be done about it. */
export const renderNothingFound = (nothingFound: NothingFound) => {
  const { hass, text, suggestion, ask } = nothingFound;
  return renderState({
    icon: mdiMagnifyClose,
    text: text
      ? translate(hass.language, "search.nothing_for", { query: text })
      : translate(hass.language, "items.none_found"),
    action: html`${renderDidYouMean(hass, suggestion, ask)} ${renderActions(nothingFound)}`,
  });
};

const renderActions = ({ hass, text, clearFilters, add }: NothingFound) => html`
  ${
    clearFilters
      ? html`<button class="button outlined" data-testid="clear-filters" @click=${clearFilters}>
          ${icon(mdiClose, 20)} ${translate(hass.language, "search.clear_filters")}
        </button>`
      : nothing
  }
  ${
    add
      ? html`<button class="button outlined" data-testid="add-searched" @click=${add}>
          ${icon(mdiPlus, 20)}
          <span class="cut">${translate(hass.language, "search.add", { query: text })}</span>
        </button>`
      : nothing
  }
`;
