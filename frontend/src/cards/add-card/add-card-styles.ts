import { css } from "lit";

export const addCardStyles = css`
  .name {
    display: flex;
    gap: 4px;
  }
  .photo {
    position: relative;
  }
  .photo:focus-within {
    outline: 2px solid var(--primary-color);
  }
  .photo img {
    width: 40px;
    height: 40px;
    border-radius: 8px;
    object-fit: cover;
  }
  .last {
    display: flex;
    align-items: flex-end;
    justify-content: space-between;
    gap: 12px;
  }
  .quantity {
    width: 96px;
  }
  .last .button {
    min-height: 44px;
    border-radius: 22px;
    padding-inline: 20px 24px;
  }
  #outcome p {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0 8px;
    min-height: 44px;
    margin: 0;
    overflow-wrap: anywhere;
  }
  #outcome a {
    display: flex;
    align-items: center;
    min-height: 44px;
    color: inherit;
    text-decoration: none;
  }
  #outcome a:hover {
    text-decoration: underline;
  }
  #outcome .button {
    min-height: 44px;
  }
`;
