import { showDone, showError } from "../../../components/undo-toast";
import type { InventoryInfo } from "../../../data/info";
import {
  archiveItems,
  deleteItems,
  moveItems,
  restoreItems,
  updateItems,
  type ItemChoice,
  type ItemSetStep,
  type OutcomeResult,
} from "../../../data/item-set";
import { showBulkEdit } from "../../../dialogs/bulk-edit/show-dialog-bulk-edit";
import { showBulkMove } from "../../../dialogs/bulk-move/show-dialog-bulk-move";
import { showBulkRefused } from "../../../dialogs/bulk-refused/show-dialog-bulk-refused";
import { showConfirm } from "../../../dialogs/confirm/show-dialog-confirm";
import type { HassElement, HomeAssistant } from "../../../ha/types";
import { translate, type Placeholders, type TranslationKey } from "../../../localize/localize";
import { lastName } from "../../../utils/path";

export type BulkAction =
  "move" | "labels" | "categories" | "edit" | "archive" | "restore" | "delete";

/** What was selected: how many, and how it is said to Home Assistant when something is done with it. */
export interface Selected {
  count: number;
  choose: () => Promise<ItemChoice>;
}

type Host = HassElement & { hass?: HomeAssistant; info: InventoryInfo };

type Saying = [key: TranslationKey, values?: Placeholders];

/** Say what was done and offer to take all of it back; where some refused, ask about the others. True when it was done. */
const conclude = async (
  host: Host,
  selected: Selected,
  step: ItemSetStep,
  outcome: OutcomeResult | undefined,
  [key, values]: Saying,
): Promise<boolean> => {
  const hass = host.hass!;
  let done = outcome;
  if (done && done.refused_count > 0) {
    done = await showBulkRefused(host, {
      outcome: done,
      count: selected.count,
      skip: async () => step(hass, await selected.choose(), true),
    });
  }
  if (!done) return false;
  const text = translate(hass.language, key, { ...values, count: done.done });
  showDone(hass, text, key === "bulk.deleted" ? null : done.batch);
  return true;
};

const run = async (
  host: Host,
  selected: Selected,
  step: ItemSetStep,
  saying: Saying,
): Promise<boolean> => {
  const hass = host.hass!;
  try {
    const outcome = await step(hass, await selected.choose(), false);
    return await conclude(host, selected, step, outcome, saying);
  } catch (error) {
    await showError(hass, error);
    return false;
  }
};

const move = async (host: Host, selected: Selected): Promise<boolean> => {
  const done = await showBulkMove(host, {
    count: selected.count,
    home: host.info.name,
    move: async (to) => moveItems(to.id)(host.hass!, await selected.choose(), false),
  });
  if (!done) return false;
  const place = lastName(done.to.path);
  return conclude(host, selected, moveItems(done.to.id), done.result, ["bulk.moved", { place }]);
};

const edit = async (host: Host, selected: Selected, field: string): Promise<boolean> => {
  let step: ItemSetStep = updateItems({});
  const outcome = await showBulkEdit(host, {
    count: selected.count,
    field,
    units: host.info.units.map(({ unit }) => unit),
    update: async (changes) => {
      step = updateItems(changes);
      return step(host.hass!, await selected.choose(), false);
    },
  });
  return outcome ? conclude(host, selected, step, outcome, ["bulk.saved"]) : false;
};

const remove = async (host: Host, selected: Selected): Promise<boolean> => {
  const { language } = host.hass!;
  const outcome = await showConfirm(host, {
    heading: translate(language, "bulk.delete", { count: selected.count }),
    text: translate(language, "bulk.delete_text"),
    confirmLabel: translate(language, "action.delete"),
    danger: true,
    confirm: async () => deleteItems(host.hass!, await selected.choose(), false),
  });
  return outcome ? conclude(host, selected, deleteItems, outcome, ["bulk.deleted"]) : false;
};

const ACTIONS: Record<BulkAction, (host: Host, selected: Selected) => Promise<boolean>> = {
  move,
  labels: (host, selected) => edit(host, selected, "labels"),
  categories: (host, selected) => edit(host, selected, "categories"),
  edit: (host, selected) => edit(host, selected, "manufacturer"),
  archive: (host, selected) => run(host, selected, archiveItems, ["bulk.archived"]),
  restore: (host, selected) => run(host, selected, restoreItems, ["bulk.restored"]),
  delete: remove,
};

/** Do something with everything that is selected, as one change; true when it was done. */
export const doWithSelected = (
  host: Host,
  action: BulkAction,
  selected: Selected,
): Promise<boolean> => ACTIONS[action](host, selected);
