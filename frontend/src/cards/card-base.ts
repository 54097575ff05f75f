import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { InventoryElement } from "../components/base-element";
import { describeError } from "../data/errors";
import { fetchInfo, type InventoryInfo } from "../data/info";
import type { LovelaceCardConfig } from "../ha/lovelace";
import type { HomeAssistant } from "../ha/types";
import type { CardBody } from "./lazy-card";

/** What all cards have in common: a configuration, what is true for the session, and answers that may be late. */
export abstract class InventoryCard<Config extends LovelaceCardConfig>
  extends InventoryElement
  implements CardBody
{
  @state() protected _config?: Config;
  @state() protected _info?: InventoryInfo;
  @state() protected _error?: string;

  private _asked = 0;

  /** Fetch what the card shows: it has been configured, connected, or something has changed. */
  protected abstract load(): void;

  public setConfig(config: Config): void {
    this._config = config;
    if (this.hass) this.load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = changed.get("hass") as this["hass"];
    if (!changed.has("hass") || before?.connection === this.hass?.connection) return;
    void this._loadInfo();
    if (this._config) this.load();
  }

  private async _loadInfo(): Promise<void> {
    if (this.hass) this._info = await fetchInfo(this.hass).catch(() => undefined);
  }

  /** Take an answer unless something was asked after it; say what went wrong. */
  protected async ask<Answer>(
    question: (hass: HomeAssistant, config: Config) => Promise<Answer>,
    take: (answer: Answer) => void,
  ): Promise<void> {
    const { hass, _config: config } = this;
    if (!hass || !config) return;
    const asked = ++this._asked;
    try {
      const answer = await question(hass, config);
      if (asked !== this._asked) return;
      this._error = undefined;
      take(answer);
    } catch (error) {
      const text = await describeError(hass, error);
      if (asked === this._asked) this._error = text;
    }
  }

  /** The frame of a card that has its title as a heading. */
  protected renderCard(title: unknown, body: TemplateResult): TemplateResult {
    return html`<ha-card>
      ${title ? html`<h2 class="title">${title}</h2>` : nothing}
      ${
        this._error
          ? html`<p class="message error" role="alert" data-testid="error">${this._error}</p>`
          : nothing
      }
      ${body}
    </ha-card>`;
  }
}
