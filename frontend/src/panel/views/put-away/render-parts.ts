import { html } from "lit";
import { quantityText } from "../../../components/quantity-text";
import type { Item } from "../../../data/item";
import type { HomeAssistant } from "../../../ha/types";
import { translate } from "../../../localize/localize";
import { addressOf } from "../../../utils/path";
import type { Part } from "./put-away-state";

/** Ask how much of an item goes in: it is at several places. */
export const renderParts = (
  hass: HomeAssistant,
  home: string,
  { item, parts, busy }: { item: Item; parts: Part[]; busy: boolean },
  choose: (part: Part) => void,
) => {
  const question = translate(hass.language, "put_away.which_part", { name: item.name });
  return html`<p>${question}</p>
    <div class="choice" role="group" aria-label=${question}>
      ${parts.map((part) => {
        const quantity = quantityText(hass, part.quantity, item.unit);
        const path = part.from?.path;
        return html`<button
          class="button outlined"
          data-testid="choose-part"
          ?disabled=${busy}
          @click=${() => choose(part)}
        >
          ${
            path
              ? translate(hass.language, "put_away.part_from", {
                  quantity,
                  place: addressOf(path, home),
                })
              : translate(hass.language, "put_away.all_of_it", { quantity })
          }
        </button>`;
      })}
    </div>`;
};
