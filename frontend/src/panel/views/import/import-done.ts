import { html } from "lit";
import type { ImportAnswer } from "../../../data/import";
import { followLink, PANEL_PATH } from "../../../ha/navigate";
import type { HomeAssistant } from "../../../ha/types";
import { translate } from "../../../localize/localize";
import "./import-answer";

/** Say what has become of a file, and lead to the items. */
export const renderDone = (hass: HomeAssistant | undefined, done: ImportAnswer) => {
  const language = hass?.language ?? "en";
  return html`<home-inventory-import-answer
      .hass=${hass}
      .answer=${done}
      .heading=${translate(language, "import.result")}
    ></home-inventory-import-answer>
    <div class="actions">
      <a class="button outlined" href="${PANEL_PATH}/items?sort=-created" @click=${followLink}
        >${translate(language, "import.show_items")}</a
      >
    </div>`;
};
