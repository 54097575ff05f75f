import { css } from "lit";

export const cameraScannerStyles = css`
  :host {
    display: block;
  }
  .picture {
    position: relative;
    aspect-ratio: 4 / 3;
    max-height: 60vh;
    max-width: 100%;
    margin: 0 auto;
    overflow: hidden;
    border-radius: var(--ha-card-border-radius, 12px);
    background: #000;
  }
  video {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .frame {
    position: absolute;
    inset: 12%;
    border: 3px solid rgb(255 255 255 / 75%);
    border-radius: 16px;
    box-shadow: 0 0 0 100vmax rgb(0 0 0 / 25%);
    transition: border-color 120ms;
    pointer-events: none;
  }
  .glows .frame {
    border-color: var(--success-color, #43a047);
    border-width: 6px;
  }
  .light {
    position: absolute;
    inset: auto 8px 8px auto;
    background: rgb(0 0 0 / 55%);
    color: #fff;
  }
  .light[aria-pressed="true"] {
    background: #fff;
    color: #000;
  }
  .hint {
    margin: 8px 0 0;
    text-align: center;
  }
  select {
    margin-top: 8px;
  }
  .trouble {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 12px;
    padding: 24px 16px;
    border: 1px dashed var(--divider-color);
    border-radius: var(--ha-card-border-radius, 12px);
    color: var(--secondary-text-color);
    text-align: center;
  }
  .trouble p {
    margin: 0;
    max-width: 44ch;
  }
`;
