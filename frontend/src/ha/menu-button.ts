import { mdiMenu } from "@mdi/js";
import { html, type TemplateResult } from "lit";
import { fireEvent } from "./fire-event";
import type { HomeAssistant } from "./types";

/** Draw the button that opens the sidebar: Home Assistant's own (it has a badge), or a plain one. */
export const renderMenuButton = (
  hass: HomeAssistant | undefined,
  narrow: boolean,
  label: string,
): TemplateResult => {
  if (customElements.get("ha-menu-button")) {
    return html`<ha-menu-button .hass=${hass} .narrow=${narrow}></ha-menu-button>`;
  }
  return html`<button
    class="icon-button"
    ?hidden=${!narrow}
    aria-label=${label}
    @click=${(event: Event) => fireEvent(event.currentTarget!, "hass-toggle-menu", { open: true })}
  >
    <svg viewBox="0 0 24 24" width="24" height="24" fill="currentColor" aria-hidden="true">
      <path d=${mdiMenu}></path>
    </svg>
  </button>`;
};
