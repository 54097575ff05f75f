/** Tell whether a key goes into a text. */
export const isTypedInto = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.matches("input, textarea, select") || target.isContentEditable);

/** Tell whether a key asks for the search field: "/" anywhere on the page, but not while one types. */
export const asksForSearch = (event: KeyboardEvent): boolean =>
  event.key === "/" &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !isTypedInto(event.composedPath()[0]);
