import { html, nothing } from "lit";
import type { HomeAssistant } from "../ha/types";
import { translate } from "../localize/localize";

/** Draw the question that may have been meant, as a button that asks it; nothing without one. */
export const renderDidYouMean = (
  hass: HomeAssistant | undefined,
  suggestion: string | null | undefined,
  ask: (question: string) => void,
) => {
  if (!hass || !suggestion) return nothing;
  // Where the question stands differs by language; without a value its place is left as it is.
  const [before, after] = translate(hass.language, "search.did_you_mean").split("{query}");
  return html`<button
    type="button"
    class="button meant"
    data-testid="did-you-mean"
    @click=${() => ask(suggestion)}
  >
    <span>${before}<b>${suggestion}</b>${after}</span>
  </button>`;
};
