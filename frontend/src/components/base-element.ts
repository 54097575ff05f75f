import { LitElement, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";
import type { HomeAssistant } from "../ha/types";
import {
  loadLanguage,
  onTexts,
  translate,
  type Placeholders,
  type TranslationKey,
} from "../localize/localize";

/** What the elements show of `hass`; states change many times a second and are not among it. */
const isSameForUs = (a: HomeAssistant, b: HomeAssistant): boolean =>
  a.language === b.language &&
  a.locale === b.locale &&
  a.connection === b.connection &&
  a.user?.id === b.user?.id;

/** An element with `hass` and our texts in the user's language. */
export abstract class InventoryElement extends LitElement {
  @property({ attribute: false }) public hass?: HomeAssistant;

  private _language?: string;
  private _endTexts?: () => void;

  protected get locale() {
    return this.hass?.locale ?? { language: "en" };
  }

  protected localize(key: TranslationKey, values?: Placeholders): string {
    return translate(this.hass?.language ?? "en", key, values);
  }

  /** Whether an update was asked for by itself, as controllers do: a change of `hass` at the same time must not swallow it. */
  private _isAsked = false;

  public override requestUpdate(...about: Parameters<LitElement["requestUpdate"]>): void {
    if (about[0] === undefined) this._isAsked = true;
    super.requestUpdate(...about);
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const isAsked = this._isAsked;
    this._isAsked = false;
    if (isAsked || changed.size !== 1 || !changed.has("hass")) return true;
    const before = changed.get("hass");
    return !before || !this.hass || !isSameForUs(before, this.hass);
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    this._endTexts = onTexts(() => {
      if (this.hasUpdated) this.requestUpdate();
    });
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._endTexts?.();
  }

  /** Nothing is drawn in a language before its texts are there: nobody sees them change under their eyes. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const language = this.hass?.language ?? "en";
    const texts = language === this._language ? undefined : loadLanguage(language);
    this._language = language;
    return texts ? texts.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }
}
