import type { HomeAssistant } from "./types";

/** The contract between a dashboard and a card (frontend 2026.10 and later). */
export interface LovelaceCard<Config> extends HTMLElement {
  hass?: HomeAssistant;
  setConfig(config: Config): void;
  getCardSize(): number;
  getGridOptions(): GridOptions;
}

/** What a card is told in the dashboard's configuration; the dashboard adds things of its own. */
export interface LovelaceCardConfig {
  type: string;
  title?: string;
}

export interface GridOptions {
  columns?: number | "full";
  rows?: number | "auto";
  min_columns?: number;
  min_rows?: number;
}

export interface FormSchema {
  name: string;
  required?: boolean;
  selector: Record<string, unknown>;
}

export interface CardConfigForm {
  schema: FormSchema[];
  computeLabel: (schema: FormSchema) => string;
  computeHelper: (schema: FormSchema) => string | undefined;
  /** Throws what to tell about a configuration that the form can't show. */
  assertConfig: (config: LovelaceCardConfig) => void;
}

interface CustomCard {
  type: string;
  name: string;
  description: string;
  preview: boolean;
  /** What to suggest to somebody who has picked an entity, if this card goes with it. */
  getEntitySuggestion: (
    hass: HomeAssistant,
    entityId: string,
  ) => { config: LovelaceCardConfig } | null;
}

declare global {
  interface Window {
    customCards?: CustomCard[];
  }
}

/** Put a card into the card picker, once. */
export const registerCustomCard = (card: CustomCard): void => {
  window.customCards ??= [];
  if (!window.customCards.some((known) => known.type === card.type)) window.customCards.push(card);
};
