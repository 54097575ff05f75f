interface Entries {
  root: ParentNode;
  perRow: number;
  total: number;
  /** Draw an entry that is not drawn yet. */
  show: (index: number) => Promise<void>;
}

/** What of an entry takes the keyboard: its box if that was in one, else its link. */
const focusableIn = (entry: HTMLElement | null, inBox: boolean): HTMLElement | undefined => {
  const box = inBox ? entry?.querySelector<HTMLElement>("input") : undefined;
  const own = [...(entry?.querySelectorAll<HTMLElement>("*") ?? [])].map(({ shadowRoot }) =>
    shadowRoot?.querySelector<HTMLElement>("a"),
  );
  return box ?? own.find(Boolean) ?? entry?.querySelector<HTMLElement>("a") ?? undefined;
};

/** The arrow keys go from entry to entry, and on to those that are not drawn yet. */
export const stepBetweenEntries = async (event: KeyboardEvent, entries: Entries): Promise<void> => {
  const by = { ArrowDown: entries.perRow, ArrowUp: -entries.perRow }[event.key];
  const path = event.composedPath() as HTMLElement[];
  const from = path.find((element) => element.dataset?.index);
  if (!by || !from || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const index = Number(from.dataset.index) + by;
  if (index < 0 || index >= entries.total) return;
  const find = () => entries.root.querySelector<HTMLElement>(`[data-index="${index}"]`);
  if (!find()) await entries.show(index);
  focusableIn(find(), path[0] instanceof HTMLInputElement)?.focus({ preventScroll: true });
  find()?.scrollIntoView?.({ block: "nearest" });
};
