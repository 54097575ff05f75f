import { html, nothing } from "lit";
import type { Item } from "../../data/item";
import type { Hit, Totals } from "../../data/search";
import { followLink, itemPath } from "../../ha/navigate";

/** Return the item that is the answer: the only one that was found, and what fits best of all. */
export const answerOf = (hits: readonly Hit[], totals: Totals): Item | undefined => {
  const [first] = hits;
  return first?.type === "item" && totals.item === 1 ? first.item : undefined;
};

interface Answer {
  item: Item;
  places: string[];
  quantity?: string | undefined;
}

/** Draw where it is, large enough to be read from across the room. */
export const renderAnswer = ({ item, places, quantity }: Answer) =>
  html`<a
    class="answer"
    href=${itemPath(item.id)}
    data-testid="answer"
    data-item-id=${item.id}
    @click=${followLink}
  >
    <span class="subject">
      <b data-testid="item-name-found">${item.name}</b>
      ${quantity ? html`<span class="quiet" data-testid="item-quantity">${quantity}</span>` : nothing}
      <span class="code">${item.code}</span>
    </span>
    ${places.map((place) => html`<span class="where" data-testid="item-place">${place}</span>`)}
  </a>`;
