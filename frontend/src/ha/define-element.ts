/**
 * Define a custom element unless a page that was open during an update already has it.
 *
 * `customElement` of Lit throws in that case and would take the rest of the bundle down with it.
 */
export const defineElement =
  (tag: string) =>
  (target: CustomElementConstructor): void => {
    if (!customElements.get(tag)) customElements.define(tag, target);
  };
