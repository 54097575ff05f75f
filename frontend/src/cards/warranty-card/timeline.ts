import { daysUntil } from "../../utils/format";

interface Warranted {
  warranty_until: string | null;
}

export type Urgency = "ended" | "ending" | "later";

/** Something whose warranty ends on a day. */
export interface Ending<Item> {
  item: Item;
  day: string;
  days: number;
  urgency: Urgency;
}

/** The warranties that end in one month; `month` is its first day, or nothing for those that have ended. */
export interface Month<Item> {
  month?: string;
  endings: Ending<Item>[];
}

const isoDay = (date: Date): string => {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** The day so many months from another; the last of the month where that has no such day. */
export const monthsFrom = (today: Date, months: number): string => {
  const first = new Date(today.getFullYear(), today.getMonth() + months, 1);
  const last = new Date(first.getFullYear(), first.getMonth() + 1, 0).getDate();
  return isoDay(new Date(first.getFullYear(), first.getMonth(), Math.min(today.getDate(), last)));
};

const urgencyOf = (days: number, warningDays: number): Urgency => {
  if (days < 0) return "ended";
  return days <= warningDays ? "ending" : "later";
};

/** Put warranties in the order in which they end, month by month; those that have ended come first. */
export const timelineOf = <Item extends Warranted>(
  items: readonly Item[],
  warningDays: number,
  today = new Date(),
): Month<Item>[] => {
  const months = new Map<string, Ending<Item>[]>();
  const endings = items
    .flatMap((item) => (item.warranty_until ? [{ item, day: item.warranty_until }] : []))
    .sort((a, b) => a.day.localeCompare(b.day));
  for (const { item, day } of endings) {
    const days = daysUntil(day, today) ?? 0;
    const month = days < 0 ? "" : `${day.slice(0, 7)}-01`;
    const ending = { item, day, days, urgency: urgencyOf(days, warningDays) };
    months.set(month, [...(months.get(month) ?? []), ending]);
  }
  return [...months].map(([month, found]) => ({ ...(month ? { month } : {}), endings: found }));
};
