import { daysUntil } from "./format";

interface Warranted {
  warranty_until: string | null;
  lifetime_warranty: boolean;
}

export type WarrantyState =
  { kind: "none" } | { kind: "lifetime" } | { kind: "valid" | "ending" | "ended"; days: number };

/** Tell how it stands with a warranty; the day it ends on still counts. */
export const warrantyState = (
  item: Warranted,
  warningDays: number,
  today?: Date,
): WarrantyState => {
  if (item.lifetime_warranty) return { kind: "lifetime" };
  const days = item.warranty_until ? daysUntil(item.warranty_until, today) : undefined;
  if (days === undefined) return { kind: "none" };
  if (days < 0) return { kind: "ended", days };
  return { kind: days <= warningDays ? "ending" : "valid", days };
};
