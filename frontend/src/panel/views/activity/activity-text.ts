import type { Batch, Change } from "../../../data/change";
import type { HomeAssistant } from "../../../ha/types";
import { translate } from "../../../localize/localize";
import { daysUntil } from "../../../utils/format";
import { describeBatch, describeChange } from "../../history-text";
import type { Thing } from "./activity-state";

/** What a batch did to one thing. */
export interface Deed {
  kind: Thing | "category";
  id: string;
  title: string;
  sentences: string[];
  /** Whether there is nothing to go to any more. */
  gone: boolean;
}

const aboutOf = (change: Change): string => change.item_id ?? change.id;

const kindOf = (change: Change): Deed["kind"] => {
  if (change.item_id) return "item";
  return change.kind === "location" || change.kind === "device" ? change.kind : "category";
};

const sentencesOf = (
  hass: HomeAssistant,
  batch: Batch,
  changes: Change[],
  home: string | undefined,
): string[] => {
  const context = { hass, ...(home ? { home } : {}) };
  const id = changes[0]!.item_id;
  if (id) return describeBatch({ ...context, item: { id } }, batch);
  return changes.flatMap((change) => describeChange(context, change));
};

/** Say what a batch did, thing by thing. */
export const deedsOf = (hass: HomeAssistant, batch: Batch, home?: string): Deed[] => {
  const groups = new Map<string, Change[]>();
  for (const change of batch.changes) {
    const about = aboutOf(change);
    groups.set(about, [...(groups.get(about) ?? []), change]);
  }
  return [...groups].map(([id, changes]) => ({
    kind: kindOf(changes[0]!),
    id,
    title: changes.at(-1)!.title,
    sentences: sentencesOf(hass, batch, changes, home),
    gone: changes.some(
      (change) =>
        change.operation === "delete" && !["stock", "loan", "attachment"].includes(change.kind),
    ),
  }));
};

/** The day of a moment where the user is, as YYYY-MM-DD. */
export const localDay = (moment: string): string => {
  const date = new Date(moment);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** Write the heading of a day: "Today", "Yesterday", "Friday, 20 November 2026". */
export const dayHeading = (hass: HomeAssistant, day: string, today = new Date()): string => {
  const ago = daysUntil(day, today);
  if (ago === 0) return translate(hass.language, "activity.today");
  if (ago === -1) return translate(hass.language, "activity.yesterday");
  const date = new Date(`${day}T00:00:00`);
  return new Intl.DateTimeFormat(hass.locale.language, { dateStyle: "full" }).format(date);
};
