import type { Location } from "../../data/location";
import type { Placeholders, TranslationKey } from "../../localize/localize";
import { ancestorIds } from "../../utils/tree";
import type { Verdict } from "./drag-controller";

/** What is dragged among the places: a place with all that is in it, or an item from where it is. */
export interface Dragged {
  kind: "location" | "item";
  id: string;
  name: string;
  /** Where the item is; of a place, what it is in. */
  from: readonly string[];
}

/** Mark an element so that it stands for a place or an item: `data-drag` and what belongs to it. */
export const dragData = (element: HTMLElement): { what: Dragged; name: string } | undefined => {
  const { drag, dragId: id, dragName: name, dragFrom: from } = element.dataset;
  if ((drag !== "location" && drag !== "item") || !id || !name) return undefined;
  return { what: { kind: drag, id, name, from: from?.split(" ").filter(Boolean) ?? [] }, name };
};

type Say = (key: TranslationKey, values?: Placeholders) => string;

const intoText = ({ kind, name }: Location, say: Say): string =>
  kind === "slot" ? say("drag.into_slot", { slot: name }) : say("drag.into", { place: name });

/**
 * Say what letting go would do: `place` is where, null the top of the tree.
 *
 * What can only be known by trying (whether it is full, whether a name is taken) the backend refuses.
 */
export const judgeDrop = (
  dragged: Dragged,
  place: Location | null,
  places: readonly Location[],
  say: Say,
): Omit<Verdict, "drop"> & { allowed?: boolean } => {
  if (place === null) {
    const goes = dragged.kind === "location" && dragged.from.length > 0;
    return goes ? { text: say("drag.to_top"), allowed: true } : { text: "" };
  }
  if (dragged.from.length === 1 && dragged.from[0] === place.id) return { text: "" };
  const goes = { text: intoText(place, say), allowed: true };
  if (dragged.kind === "item") {
    const isTaken = place.kind === "slot" && place.item_count > 0;
    return isTaken ? { text: say("drag.slot_taken", { slot: place.name }) } : goes;
  }
  if (place.id === dragged.id) return { text: "" };
  if (ancestorIds(places, place.id).includes(dragged.id)) {
    return { text: say("drag.into_itself", { place: dragged.name }) };
  }
  return place.kind === "slot" ? { text: say("drag.no_place_in_slot") } : goes;
};
