import { css, html } from "lit";
import { icon } from "../../components/icon";
import { followLink, PANEL_PATH } from "../../ha/navigate";

interface Line {
  name: string;
  icon: string;
  /** What the list of items is narrowed by, as in its address. */
  search: string;
  text: string;
  /** Some of them by name, and how many there are. */
  names: readonly string[];
  total: number;
}

/** A line of the overview: how many items there are of a kind, some of them by name, as a link to all of them. */
export const renderItemsLine = ({ name, icon: picture, search, text, names, total }: Line) =>
  html`<a
    class="count ${name}"
    href="${PANEL_PATH}/items?${search}"
    data-testid="count-${name}"
    @click=${followLink}
  >
    ${icon(picture)}
    <span class="about">
      <span>${text}</span>
      <span class="quiet small">${names.join(" · ")}${total > names.length ? " …" : ""}</span>
    </span>
  </a>`;

export const itemsLineStyles = css`
  .overdue svg {
    color: var(--error-color);
  }
  .about {
    display: flex;
    flex-direction: column;
    min-width: 0;
    padding: 8px 0;
  }
  .about .small {
    overflow: hidden;
    font-size: var(--ha-font-size-s, 12px);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
