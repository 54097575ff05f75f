import { css } from "lit";

/** What can be dragged, and where it may be let go: by color and by line, for those who see no red and green. */
export const dragStyles = css`
  [data-drag] {
    -webkit-touch-callout: none;
    user-select: none;
  }
  [data-over="yes"] {
    outline: 2px solid var(--primary-color);
    outline-offset: -2px;
    background: color-mix(in srgb, var(--primary-color) 18%, transparent);
  }
  [data-over="no"] {
    outline: 2px dashed var(--error-color);
    outline-offset: -2px;
  }
`;
