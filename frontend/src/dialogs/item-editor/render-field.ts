import { html } from "lit";
import "../../components/chips-field";
import "../../components/custom-field";
import type { RowsChangedEvent } from "../../components/custom-field";
import type { Label } from "../../data/label";
import type { HomeAssistant } from "../../ha/types";
import { translate, type TranslationKey } from "../../localize/localize";
import type { DraftValue } from "./item-draft";
import type { FieldSpec } from "./item-form";

export interface FieldContext {
  hass: HomeAssistant;
  value: DraftValue;
  labels: readonly Label[];
  categories: readonly string[];
  units: readonly string[];
  change: (value: DraftValue) => void;
}

const labelOf = (spec: FieldSpec, { hass }: FieldContext): string =>
  translate(hass.language, `field.${spec.name}` as TranslationKey);

type InputEventOf<T extends HTMLElement> = Event & { currentTarget: T };

const renderInput = (spec: FieldSpec, context: FieldContext) => {
  const { value, change, units } = context;
  const listId = spec.type === "unit" ? "units" : "";
  return html`<div class="field">
    <label for=${spec.name}>${labelOf(spec, context)}</label>
    <input
      id=${spec.name}
      data-testid="field-${spec.name}"
      type=${{ date: "date", url: "url" }[spec.type as string] ?? "text"}
      inputmode=${{ number: "decimal", url: "url" }[spec.type as string] ?? "text"}
      list=${listId}
      maxlength=${spec.limit ?? 64}
      autocomplete="off"
      .value=${value}
      @input=${(event: InputEventOf<HTMLInputElement>) => change(event.currentTarget.value)}
    />
    ${
      listId
        ? html`<datalist id=${listId}>
            ${units.map((unit) => html`<option value=${unit}></option>`)}
          </datalist>`
        : ""
    }
  </div>`;
};

const renderMultiline = (spec: FieldSpec, context: FieldContext) =>
  html`<div class="field wide">
    <label for=${spec.name}>${labelOf(spec, context)}</label>
    <textarea
      id=${spec.name}
      data-testid="field-${spec.name}"
      maxlength=${spec.limit ?? 4000}
      .value=${context.value}
      @input=${(event: InputEventOf<HTMLTextAreaElement>) =>
        context.change(event.currentTarget.value)}
    ></textarea>
  </div>`;

const renderFlag = (spec: FieldSpec, context: FieldContext) =>
  html`<label class="check">
    <input
      type="checkbox"
      data-testid="field-${spec.name}"
      .checked=${context.value}
      @change=${(event: InputEventOf<HTMLInputElement>) =>
        context.change(event.currentTarget.checked)}
    />
    ${labelOf(spec, context)}
  </label>`;

/** A flag that does something in Home Assistant: what, stands below it. */
const renderSwitch = (spec: FieldSpec, context: FieldContext) =>
  html`<div class="wide">
    <label class="check">
      <input
        type="checkbox"
        role="switch"
        data-testid="field-${spec.name}"
        aria-describedby="hint-${spec.name}"
        .checked=${context.value}
        @change=${(event: InputEventOf<HTMLInputElement>) =>
          context.change(event.currentTarget.checked)}
      />
      ${labelOf(spec, context)}
    </label>
    <p id="hint-${spec.name}" class="quiet">
      ${translate(context.hass.language, `hint.${spec.name}` as TranslationKey)}
    </p>
  </div>`;

const renderCustom = (spec: FieldSpec, context: FieldContext) =>
  html`<home-inventory-custom-field
    class="wide"
    data-testid="field-${spec.name}"
    .hass=${context.hass}
    .value=${context.value}
    @rows-changed=${(event: RowsChangedEvent) => context.change(event.detail.value)}
  ></home-inventory-custom-field>`;

const renderChips = (spec: FieldSpec, context: FieldContext) =>
  html`<home-inventory-chips-field
    class="wide"
    data-testid="field-${spec.name}"
    .hass=${context.hass}
    .label=${labelOf(spec, context)}
    .hint=${translate(context.hass.language, `hint.${spec.name}` as TranslationKey)}
    .value=${context.value}
    .suggestions=${spec.type === "categories" ? [...context.categories] : []}
    @chips-changed=${(event: CustomEvent<{ value: string[] }>) => context.change(event.detail.value)}
  ></home-inventory-chips-field>`;

/** Labels are Home Assistant's: they are chosen here, not made. */
const renderLabels = (spec: FieldSpec, context: FieldContext) => {
  const chosen = context.value as string[];
  const toggle = (id: string) =>
    context.change(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  if (context.labels.length === 0) return "";
  return html`<div class="field wide" role="group" aria-label=${labelOf(spec, context)}>
    <span class="label">${labelOf(spec, context)}</span>
    <div class="chips">
      ${context.labels.map(
        (label) =>
          html`<button
            type="button"
            class="chip"
            aria-pressed=${chosen.includes(label.label_id) ? "true" : "false"}
            @click=${() => toggle(label.label_id)}
          >
            <span>${label.name}</span>
          </button>`,
      )}
    </div>
  </div>`;
};

/** Draw the control of a field. */
export const renderField = (spec: FieldSpec, context: FieldContext) => {
  switch (spec.type) {
    case "multiline":
      return renderMultiline(spec, context);
    case "flag":
      return renderFlag(spec, context);
    case "switch":
      return renderSwitch(spec, context);
    case "custom":
      return renderCustom(spec, context);
    case "list":
    case "categories":
      return renderChips(spec, context);
    case "labels":
      return renderLabels(spec, context);
    default:
      return renderInput(spec, context);
  }
};
