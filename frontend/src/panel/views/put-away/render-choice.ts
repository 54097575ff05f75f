import { mdiPlus } from "@mdi/js";
import { html, nothing } from "lit";
import { icon } from "../../../components/icon";
import type { Item } from "../../../data/item";
import type { HomeAssistant } from "../../../ha/types";
import { translate } from "../../../localize/localize";

interface Choice {
  items: Item[];
  choose: (item: Item) => void;
  /** What nothing is called yet. */
  name?: string | undefined;
  add: (name: string) => void;
  /** Whether nothing can be chosen now: it would be dropped. */
  busy: boolean;
}

/** Ask which item is meant; what is none of them can be added where things go. */
export const renderChoice = ({ language }: HomeAssistant, choice: Choice) => {
  const { items, choose, name, add, busy } = choice;
  if (items.length === 0 && !name) return nothing;
  return html`<div class="choice" role="group" aria-label=${translate(language, "scan.which_item")}>
    ${items.map(
      (item) =>
        html`<button
          class="button outlined"
          data-testid="choose-item"
          ?disabled=${busy}
          @click=${() => choose(item)}
        >
          ${item.name} <span class="code">${item.code}</span>
        </button>`,
    )}
    ${
      name
        ? html`<button
            class="button"
            data-testid="put-away-add"
            ?disabled=${busy}
            @click=${() => add(name)}
          >
            ${icon(mdiPlus, 20)} ${translate(language, "put_away.add", { name })}
          </button>`
        : nothing
    }
  </div>`;
};
