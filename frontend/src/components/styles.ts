import { css } from "lit";

/** What every element of ours starts from: type, focus, and a body that can be hidden. */
export const baseStyles = css`
  :host {
    /* Themes choose their colours for surfaces. As text, or under text, they are brought nearer to what can be read on
       them: 4.5 to 1 with Home Assistant's own theme, light and dark. */
    --inventory-accent-text: color-mix(
      in srgb,
      var(--primary-color) 62%,
      var(--primary-text-color)
    );
    --inventory-accent-fill: color-mix(in srgb, var(--primary-color) 72%, #000);
    --inventory-error-text: color-mix(in srgb, var(--error-color) 75%, var(--primary-text-color));
    --inventory-error-fill: color-mix(in srgb, var(--error-color) 85%, #000);
    color: var(--primary-text-color);
    font-family: var(--ha-font-family-body, Roboto, "Noto Sans", sans-serif);
    font-size: var(--ha-font-size-m, 14px);
    line-height: var(--ha-line-height-normal, 1.5);
    -webkit-tap-highlight-color: transparent;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 2px solid var(--primary-color);
    outline-offset: 2px;
  }
  .quiet {
    color: var(--secondary-text-color);
  }
  .sr-only {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      transition-duration: 0.01ms !important;
    }
  }
`;

export const buttonStyles = css`
  button {
    font: inherit;
    color: inherit;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--ha-space-2, 8px);
    min-height: 40px;
    padding: 0 var(--ha-space-4, 16px);
    border: 0;
    border-radius: 20px;
    background: transparent;
    color: var(--inventory-accent-text);
    font-weight: var(--ha-font-weight-medium, 500);
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    transition: background 120ms;
  }
  .button:hover {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }
  .button.primary {
    background: var(--inventory-accent-fill);
    color: var(--text-primary-color, #fff);
  }
  .button.primary:hover {
    background: color-mix(in srgb, var(--inventory-accent-fill) 88%, #000);
  }
  .button.meant {
    font-weight: inherit;
    text-align: start;
    white-space: normal;
  }
  .button.outlined {
    border: 1px solid var(--divider-color);
  }
  .button.danger {
    color: var(--inventory-error-text);
  }
  .button.primary.danger {
    background: var(--inventory-error-fill);
    color: #fff;
  }
  .button[disabled],
  .icon-button[disabled] {
    opacity: 0.45;
    cursor: default;
    pointer-events: none;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: transparent;
    color: inherit;
    cursor: pointer;
  }
  .icon-button:hover {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }
`;

export const fieldStyles = css`
  .field {
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-width: 0;
  }
  .field > label,
  .label {
    font-size: var(--ha-font-size-s, 12px);
    font-weight: var(--ha-font-weight-medium, 500);
    color: var(--secondary-text-color);
  }
  input:not([type="checkbox"]),
  select,
  textarea {
    width: 100%;
    min-width: 0;
    min-height: 44px;
    padding: 0 var(--ha-space-3, 12px);
    border: 1px solid var(--divider-color);
    border-radius: var(--ha-border-radius-md, 8px);
    background: color-mix(
      in srgb,
      var(--primary-text-color) 5%,
      var(--card-background-color, #fff)
    ); /* not a colour of its own: a theme that leaves it out would have dark words on dark */
    color: var(--primary-text-color);
    font: inherit;
    font-size: 16px; /* smaller ones make iOS zoom in */
    color-scheme: inherit;
  }
  input[type="file"] {
    padding-block: 8px;
  }
  textarea {
    min-height: 88px;
    padding: var(--ha-space-2, 8px) var(--ha-space-3, 12px);
    resize: vertical;
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--secondary-text-color);
    opacity: 0.8;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: -1px;
  }
  [aria-invalid="true"] {
    border-color: var(--error-color);
  }
  input[type="checkbox"] {
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--primary-color);
  }
  input[role="switch"] {
    position: relative;
    flex: none;
    width: 44px;
    height: 24px;
    border-radius: 12px;
    background: color-mix(in srgb, var(--primary-text-color) 30%, transparent);
    appearance: none;
    cursor: pointer;
    transition: background 120ms;
  }
  input[role="switch"]::before {
    content: "";
    position: absolute;
    inset: 3px auto auto 3px;
    width: 18px;
    height: 18px;
    border-radius: 50%;
    background: var(--card-background-color, #fff);
    transition: translate 120ms;
  }
  input[role="switch"]:checked {
    background: var(--primary-color);
  }
  input[role="switch"]:checked::before {
    translate: 20px;
    background: var(--text-primary-color, #fff);
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--ha-space-3, 12px);
    min-height: 44px;
    cursor: pointer;
  }
  .error {
    margin: 0;
    color: var(--inventory-error-text);
  }
`;

export const chipStyles = css`
  .code {
    flex: none;
    padding: 0 6px;
    border-radius: 6px;
    background: var(--secondary-background-color);
    color: var(--secondary-text-color);
    font-family: var(--ha-font-family-code, ui-monospace, monospace);
    font-size: var(--ha-font-size-s, 12px);
    letter-spacing: 0.06em;
    line-height: 20px;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    flex: none;
    padding: 0 8px;
    border-radius: 10px;
    font-size: var(--ha-font-size-s, 12px);
    line-height: 20px;
    white-space: nowrap;
    background: var(--secondary-background-color);
  }
  .badge.warning {
    background: color-mix(in srgb, var(--warning-color) 22%, transparent);
  }
  .badge.error {
    color: var(--primary-text-color);
    background: color-mix(in srgb, var(--error-color) 20%, transparent);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 36px;
    max-width: 100%;
    padding: 0 12px;
    border: 1px solid var(--divider-color);
    border-radius: 18px;
    background: transparent;
    font-size: var(--ha-font-size-m, 14px);
    cursor: pointer;
  }
  .chip:hover {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }
  .chip[aria-pressed="true"],
  .chip.active {
    border-color: transparent;
    background: color-mix(in srgb, var(--primary-color) 20%, transparent);
  }
  .chip span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

/** What matched: seen in any theme, and not by its color alone. */
export const markStyles = css`
  mark {
    border-radius: 3px;
    background: color-mix(in srgb, var(--primary-color) 24%, transparent);
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--primary-color);
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }
`;
