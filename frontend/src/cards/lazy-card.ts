import type {
  CardConfigForm,
  FormSchema,
  GridOptions,
  LovelaceCard,
  LovelaceCardConfig,
} from "../ha/lovelace";
import { defineElement } from "../ha/define-element";
import type { HomeAssistant } from "../ha/types";
import {
  loadLanguage,
  translate,
  translateIfKnown,
  type TranslationKey,
} from "../localize/localize";
import { appLanguage } from "./app-language";
import { assertOptions, type CardOptions } from "./card-options";

/** What a dashboard has to know of a card before the card itself is loaded. */
export interface CardDescription {
  tag: string;
  options: CardOptions;
  /** How high it is for a masonry view, in units of 50 pixels. */
  size: number;
  grid: GridOptions;
  stub: (hass: HomeAssistant) => object | Promise<object>;
  /** Which of our entities it goes with, by their translation keys, and how it is told to begin then. */
  goesWith?: Readonly<Record<string, object>>;
  /** Define the element that draws it: its tag is that of the card with `-body` behind it. */
  load: () => Promise<unknown>;
}

/** The part of a card that is loaded when the card is shown. */
export interface CardBody extends HTMLElement {
  hass?: HomeAssistant;
  setConfig(config: LovelaceCardConfig): void;
}

export const bodyTag = (tag: string): string => `${tag}-body`;

/** The form of a card's editor; its labels stand under `card.option.`, what explains them under `card.help.`. */
const formOf = async (
  card: CardDescription,
  schema: () => Promise<FormSchema[]>,
): Promise<CardConfigForm> => {
  await loadLanguage(appLanguage());
  return {
    schema: await schema(),
    computeLabel: ({ name }) => translate(appLanguage(), `card.option.${name}` as TranslationKey),
    computeHelper: ({ name }) => translateIfKnown(appLanguage(), `card.help.${name}`),
    assertConfig: (config) => assertOptions(card.options, config),
  };
};

/** Stands on the dashboard for a card whose code is fetched when it is first shown. */
abstract class LazyCard extends HTMLElement implements LovelaceCard<LovelaceCardConfig> {
  protected abstract readonly card: CardDescription;

  private _hass?: HomeAssistant;
  private _config?: LovelaceCardConfig;
  private _body?: CardBody;

  public get hass(): HomeAssistant | undefined {
    return this._hass;
  }

  public set hass(hass: HomeAssistant | undefined) {
    this._hass = hass;
    if (this._body) this._body.hass = hass;
  }

  public setConfig(config: LovelaceCardConfig): void {
    assertOptions(this.card.options, config);
    this._config = config;
    this._body?.setConfig(config);
  }

  public getCardSize(): number {
    return this.card.size + (this._config?.title ? 1 : 0);
  }

  public getGridOptions(): GridOptions {
    return this.card.grid;
  }

  public connectedCallback(): void {
    this.style.display = "block";
    this.style.height = "100%";
    if (!this._body) void this._show();
  }

  private async _show(): Promise<void> {
    try {
      await this.card.load();
    } catch {
      this.textContent = translate(appLanguage(), "error.load");
      return;
    }
    if (this._body) return;
    this._body = document.createElement(bodyTag(this.card.tag)) as CardBody;
    if (this._config) this._body.setConfig(this._config);
    this._body.hass = this._hass;
    this.replaceChildren(this._body);
  }
}

/** Suggest a card for one of our entities: what is low beside the number of what is low. */
export const suggestionFor = (
  card: CardDescription,
  hass: HomeAssistant,
  entityId: string,
): { config: LovelaceCardConfig } | null => {
  const entity = hass.entities?.[entityId];
  const config = card.goesWith?.[entity?.translation_key ?? ""];
  if (entity?.platform !== "home_inventory" || !config) return null;
  return { config: { type: `custom:${card.tag}`, ...config } };
};

/** Define the element that a dashboard makes for a card. */
export const defineCard = (card: CardDescription, schema: () => Promise<FormSchema[]>): void => {
  class DescribedCard extends LazyCard {
    protected readonly card = card;

    public static getStubConfig = async (hass: HomeAssistant): Promise<LovelaceCardConfig> => ({
      type: `custom:${card.tag}`,
      ...(await card.stub(hass)),
    });

    public static getConfigForm = (): Promise<CardConfigForm> => formOf(card, schema);
  }
  defineElement(card.tag)(DescribedCard);
};
