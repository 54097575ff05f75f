/** How items are shown: one below the other, as a table with columns of one's own, or as pictures. */
export const LAYOUTS = ["list", "table", "grid"] as const;
export type Layout = (typeof LAYOUTS)[number];

const REMEMBERED = "home-inventory:items:layout";

export const isLayout = (text: unknown): text is Layout => LAYOUTS.some((known) => known === text);

/** What this browser has shown last; a browser that keeps nothing shows the list. */
export const rememberedLayout = (): Layout => {
  try {
    const kept = localStorage.getItem(REMEMBERED);
    return isLayout(kept) ? kept : "list";
  } catch {
    return "list";
  }
};

export const rememberLayout = (layout: Layout): void => {
  try {
    localStorage.setItem(REMEMBERED, layout);
  } catch {
    /* It is in the address, too. */
  }
};
