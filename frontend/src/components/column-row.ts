import { css, html, type TemplateResult } from "lit";

/** A column of a file of another program, and what it may hold. */
interface ColumnRow {
  name: string;
  examples: string;
  id: string;
  testId: string;
  /** What it says when the column holds nothing that is wanted. */
  none: string;
  values: readonly string[];
  chosen: string | null;
  nameOf: (value: string) => string;
  /** Told what was chosen; "" for nothing. */
  choose: (value: string) => void;
}

/** Draw a column: what it is called and begins with, and beside it what it holds. */
export const renderColumnRow = (row: ColumnRow): TemplateResult =>
  html`<div class="column">
    <div class="text">
      <label for=${row.id}>${row.name}</label>
      <div class="quiet small">${row.examples}</div>
    </div>
    <select
      id=${row.id}
      data-testid=${row.testId}
      data-column=${row.name}
      @change=${(event: Event) => row.choose((event.target as HTMLSelectElement).value)}
    >
      <option value="" .selected=${!row.chosen}>${row.none}</option>
      ${row.values.map(
        (value) =>
          html`<option value=${value} .selected=${value === row.chosen}>
            ${row.nameOf(value)}
          </option>`,
      )}
    </select>
  </div>`;

export const columnRowStyles = css`
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    align-items: center;
    gap: 12px;
    padding: 5px 0;
  }
  .text {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .small {
    overflow: hidden;
    font-size: var(--ha-font-size-s, 12px);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
