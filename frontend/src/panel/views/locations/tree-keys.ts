/** What of the tree the keys reach: rows with a link, some of them with a button that shows what is inside. */
const rowsOf = (root: ParentNode): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(".row:has(> a)"),
];

const depthOf = (row: HTMLElement): number => Number(row.style.getPropertyValue("--depth"));

const togglerOf = (row: HTMLElement): HTMLElement | null =>
  row.querySelector<HTMLElement>("[aria-expanded]");

const isOpen = (row: HTMLElement): boolean =>
  togglerOf(row)?.getAttribute("aria-expanded") === "true";

/** The keys of a tree: up and down go from place to place, right goes in, left goes out. */
export const stepInTree = (event: KeyboardEvent, root: ParentNode): void => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = rowsOf(root);
  const at = rows.findIndex((row) => row.contains(event.target as Node));
  const row = rows[at];
  if (!row) return;
  const goTo = (other?: HTMLElement) => other?.querySelector("a")?.focus();
  const steps: Record<string, () => void> = {
    ArrowDown: () => goTo(rows[at + 1]),
    ArrowUp: () => goTo(rows[at - 1]),
    Home: () => goTo(rows[0]),
    End: () => goTo(rows.at(-1)),
    ArrowRight: () => {
      if (!togglerOf(row)) return;
      if (isOpen(row)) goTo(rows[at + 1]);
      else togglerOf(row)!.click();
    },
    ArrowLeft: () => {
      if (isOpen(row)) togglerOf(row)!.click();
      else goTo(rows.slice(0, at).findLast((other) => depthOf(other) < depthOf(row)));
    },
  };
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  step();
};
