/** Return the element that has the focus, through all open shadow roots. */
export const focusedElement = (): Element | null => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
};

/** Whether nothing has the focus: what had it has left the page. */
export const isFocusLost = (): boolean => {
  const focused = focusedElement();
  return !focused || focused === document.body;
};
