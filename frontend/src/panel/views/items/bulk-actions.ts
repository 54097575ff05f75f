import type { Place } from "../../../components/place-field";
import { showDone, showError, showMessage } from "../../../components/undo-toast";
import { withArchived, withChanges, withMove } from "../../../data/guesses";
import type { InventoryInfo } from "../../../data/info";
import type { Item } from "../../../data/item";
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
import { labelsPath } from "../../../data/label-sheet";
import { atOnce } from "../../../data/optimistic";
import { showBulkEdit } from "../../../dialogs/bulk-edit/show-dialog-bulk-edit";
import { showBulkMove } from "../../../dialogs/bulk-move/show-dialog-bulk-move";
import { showBulkRefused } from "../../../dialogs/bulk-refused/show-dialog-bulk-refused";
import { showConfirm } from "../../../dialogs/confirm/show-dialog-confirm";
import { navigate } from "../../../ha/navigate";
import type { HassElement, HomeAssistant } from "../../../ha/types";
import { translate, type Placeholders, type TranslationKey } from "../../../localize/localize";
import { lastName } from "../../../utils/path";

export type BulkAction =
  "move" | "labels" | "categories" | "edit" | "print" | "archive" | "restore" | "delete";

/** What was selected: how many, and how it is said to Home Assistant when something is done with it. */
export interface Selected {
  count: number;
  /** The ids of those that have been read. */
  seen: readonly string[];
  choose: () => Promise<ItemChoice>;
  /** The ids of all of them. */
  ids: () => Promise<string[]>;
}

const MOST_PRINTED = 250;

type Host = HassElement & { hass?: HomeAssistant; info: InventoryInfo };

type Saying = [key: TranslationKey, values?: Placeholders];

/** What is done with many items, and what each of them becomes. */
interface Doing {
  step: ItemSetStep;
  change: (item: Item) => Item;
}

/** Do it: shown at once in what has been read, and back if any of them refuses. */
const attempt = async (
  host: Host,
  { seen, choose }: Selected,
  { step, change }: Doing,
  skipRefused = false,
): Promise<OutcomeResult> => {
  const choice = await choose();
  const isDone = ({ refused_count: refused }: OutcomeResult) => refused === 0;
  return atOnce<Item, OutcomeResult>({ noun: "item", ids: seen, change, isDone }, () =>
    step(host.hass!, choice, skipRefused),
  );
};

/** Say what was done and offer to take all of it back; where some refused, ask about the others. True when it was done. */
const conclude = async (
  host: Host,
  selected: Selected,
  doing: Doing,
  outcome: OutcomeResult | undefined,
  [key, values]: Saying,
): Promise<boolean> => {
  const hass = host.hass!;
  let done = outcome;
  if (done && done.refused_count > 0) {
    done = await showBulkRefused(host, {
      outcome: done,
      count: selected.count,
      skip: async () => doing.step(hass, await selected.choose(), true),
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
  doing: Doing,
  saying: Saying,
): Promise<boolean> => {
  try {
    const outcome = await attempt(host, selected, doing);
    return await conclude(host, selected, doing, outcome, saying);
  } catch (error) {
    await showError(host.hass!, error);
    return false;
  }
};

const moving = (to: Place): Doing => ({ step: moveItems(to.id), change: withMove(to) });

const move = async (host: Host, selected: Selected): Promise<boolean> => {
  const done = await showBulkMove(host, {
    count: selected.count,
    home: host.info.name,
    move: (to) => attempt(host, selected, moving(to)),
  });
  if (!done) return false;
  const place = lastName(done.to.path);
  return conclude(host, selected, moving(done.to), done.result, ["bulk.moved", { place }]);
};

const edit = async (host: Host, selected: Selected, field: string): Promise<boolean> => {
  let doing: Doing | undefined;
  const outcome = await showBulkEdit(host, {
    count: selected.count,
    field,
    units: host.info.units.map(({ unit }) => unit),
    update: (changes) => {
      doing = { step: updateItems(changes), change: withChanges(changes) };
      return attempt(host, selected, doing);
    },
  });
  return outcome && doing ? conclude(host, selected, doing, outcome, ["bulk.saved"]) : false;
};

const deleting: Doing = { step: deleteItems, change: (item) => item };

const remove = async (host: Host, selected: Selected): Promise<boolean> => {
  const { language } = host.hass!;
  const outcome = await showConfirm(host, {
    heading: translate(language, "bulk.delete", { count: selected.count }),
    text: translate(language, "bulk.delete_text"),
    confirmLabel: translate(language, "action.delete"),
    danger: true,
    confirm: async () => deleteItems(host.hass!, await selected.choose(), false),
  });
  return outcome ? conclude(host, selected, deleting, outcome, ["bulk.deleted"]) : false;
};

/** Open the labels of what is selected; the address names each of them, and a server takes only so long an address. */
const print = async (host: Host, selected: Selected): Promise<boolean> => {
  const hass = host.hass!;
  const items = selected.count > MOST_PRINTED ? [] : await selected.ids();
  if (items.length === 0) {
    showMessage(hass, translate(hass.language, "bulk.too_many_labels", { count: MOST_PRINTED }));
    return false;
  }
  navigate(labelsPath({ items }));
  return true;
};

const ACTIONS: Record<BulkAction, (host: Host, selected: Selected) => Promise<boolean>> = {
  move,
  labels: (host, selected) => edit(host, selected, "labels"),
  categories: (host, selected) => edit(host, selected, "categories"),
  edit: (host, selected) => edit(host, selected, "manufacturer"),
  archive: (host, selected) =>
    run(host, selected, { step: archiveItems, change: withArchived(true) }, ["bulk.archived"]),
  print,
  restore: (host, selected) =>
    run(host, selected, { step: restoreItems, change: withArchived(false) }, ["bulk.restored"]),
  delete: remove,
};

/** Do something with everything that is selected, as one change; true when it was done. */
export const doWithSelected = (
  host: Host,
  action: BulkAction,
  selected: Selected,
): Promise<boolean> => ACTIONS[action](host, selected);
