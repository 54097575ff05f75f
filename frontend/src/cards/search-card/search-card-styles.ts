import { css } from "lit";

export const searchCardStyles = css`
  .box {
    position: relative;
  }
  .box > svg {
    position: absolute;
    inset: 0 auto 0 12px;
    margin-block: auto;
    color: var(--secondary-text-color);
    pointer-events: none;
  }
  input:not([type="checkbox"]) {
    padding-inline: 42px 48px;
    border-radius: 22px;
    appearance: none;
  }
  .asked input:not([type="checkbox"]) {
    padding-inline-end: 92px;
  }
  input::-webkit-search-cancel-button {
    display: none;
  }
  .buttons {
    position: absolute;
    inset: 0 0 0 auto;
    display: flex;
  }
  .listening {
    color: var(--error-color);
    animation: listening 1.2s ease-in-out infinite;
  }
  @keyframes listening {
    50% {
      background: color-mix(in srgb, currentColor 20%, transparent);
    }
  }
  .hint {
    margin: 0;
    padding: 0 16px 16px;
  }
`;
