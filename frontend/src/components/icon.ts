import { html, svg, type TemplateResult } from "lit";

/** Draw an icon of @mdi/js. Decoration only: what it means is always written beside it or in a label. */
export const icon = (path: string, size = 24): TemplateResult => html`
  <svg
    viewBox="0 0 24 24"
    width=${size}
    height=${size}
    fill="currentColor"
    aria-hidden="true"
    focusable="false"
    style="flex:none"
  >
    ${svg`<path d=${path}></path>`}
  </svg>
`;
