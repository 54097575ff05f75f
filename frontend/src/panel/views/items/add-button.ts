import { mdiPlus } from "@mdi/js";
import { html, type TemplateResult } from "lit";
import { icon } from "../../../components/icon";

/** The button that adds an item; where there is little room only its picture is left. */
export const renderAddButton = (label: string, add: () => void): TemplateResult =>
  html`<button
    class="button primary"
    data-testid="add-item"
    aria-label=${label}
    @click=${() => add()}
  >
    ${icon(mdiPlus, 20)} <span>${label}</span>
  </button>`;
