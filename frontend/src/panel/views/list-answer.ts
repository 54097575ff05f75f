import { html, nothing } from "lit";
import { renderDidYouMean } from "../../components/did-you-mean";
import "../../components/facet-chips";
import type { Chosen, FacetChangedEvent } from "../../components/facet-chips";
import type { SearchAnswer } from "../../data/search";
import type { HomeAssistant } from "../../ha/types";
import { translate } from "../../localize/localize";

interface Options {
  chosen: Chosen;
  wide: boolean;
  ask: (text: string) => void;
  facetChanged: (event: FacetChangedEvent) => void;
}

/** What is said about an answer before its results: that more will be found, what was meant, what it can be narrowed by. */
export const renderAnswer = (
  hass: HomeAssistant | undefined,
  answer: SearchAnswer | undefined,
  { chosen, wide, ask, facetChanged }: Options,
) => {
  if (!answer || !hass) return nothing;
  return html`<div class="answer">
      <p class="quiet" role="status" ?hidden=${!answer.indexing} data-testid="indexing">
        ${answer.indexing ? translate(hass.language, "search.indexing") : nothing}
      </p>
      ${answer.total === 0 ? nothing : renderDidYouMean(hass, answer.did_you_mean, ask)}
    </div>
    <home-inventory-facet-chips
      .hass=${hass}
      .facets=${answer.facets ?? {}}
      .chosen=${chosen}
      .total=${answer.totals.item}
      .wide=${wide}
      @facet-changed=${facetChanged}
    ></home-inventory-facet-chips>`;
};
