const PATIENCE_MS = 3000;

/**
 * Tell whether one of Home Assistant's own elements can be used here.
 *
 * None of them is a public API, so who asks must have a plain fallback ready.
 */
export const waitForElement = async (tag: string, patience = PATIENCE_MS): Promise<boolean> => {
  if (customElements.get(tag)) return true;
  const timeout = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience));
  return Promise.race([customElements.whenDefined(tag).then(() => true), timeout]);
};
