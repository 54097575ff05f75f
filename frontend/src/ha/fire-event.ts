/** Fire an event that passes through shadow roots, as Home Assistant's own elements do. */
export const fireEvent = <T>(target: EventTarget, type: string, detail?: T): void => {
  target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
};
