import { mdiOpenInNew } from "@mdi/js";
import { html, nothing } from "lit";
import { icon } from "../../components/icon";
import type { InventoryInfo } from "../../data/info";
import { followLink, INTEGRATION_PATH } from "../../ha/navigate";
import type { HomeAssistant } from "../../ha/types";
import { translate } from "../../localize/localize";

/** Draw the way to Home Assistant's own page, where sources are added; only administrators may. */
export const addSourceLink = (hass: HomeAssistant | undefined, info: InventoryInfo) =>
  info.is_admin
    ? html`<a
        class="button outlined"
        href=${INTEGRATION_PATH}
        data-testid="add-source"
        @click=${followLink}
      >
        ${icon(mdiOpenInNew, 20)} ${translate(hass?.language ?? "en", "sources.add")}
      </a>`
    : nothing;
