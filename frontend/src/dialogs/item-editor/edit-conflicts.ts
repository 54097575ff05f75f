import { html, nothing, type ReactiveController, type TemplateResult } from "lit";
import { fetchItem, type Item } from "../../data/item";
import { concerns, SubscribeController, type Notice } from "../../data/subscribe";
import type { SubscribingHost } from "../../data/subscription";
import { userName } from "../../data/user";
import { translate, translateIfKnown } from "../../localize/localize";
import type { CustomRow } from "../../utils/custom-rows";
import { toDraft, type Draft, type DraftValue } from "./item-draft";
import { rebase, type Conflict } from "./item-rebase";

interface Host extends SubscribingHost {
  /** What is being typed, and what it was typed over. */
  draft: Draft;
  original: Draft;
  params: { item?: Item };
}

interface Failure {
  translation_key?: string;
  translation_placeholders?: { user?: string };
}

/** Watches the item that is being edited: what others save meanwhile is taken over, and where both differ it is told. */
export class EditConflicts implements ReactiveController {
  private _item?: Item;
  private _conflicts: readonly Conflict[] = [];
  private _notice?: { who: string; fields: string[] };
  private _gone = false;

  public constructor(private readonly _host: Host) {
    _host.addController(this);
    new SubscribeController(_host, (notices) => void this._noticed(notices));
  }

  public hostConnected(): void {
    this._item = this._host.params.item;
  }

  /** Which state of the item is being edited. */
  public get version(): string | undefined {
    return this._item?.updated_at;
  }

  /** Whether saving failed because somebody was faster: what they did is shown then. */
  public async explains(error: unknown): Promise<boolean> {
    const failure = (error ?? {}) as Failure;
    if (failure.translation_key !== "item_changed") return false;
    await this._look(failure.translation_placeholders?.user);
    return true;
  }

  public render(): TemplateResult | typeof nothing {
    const { hass } = this._host;
    if (!hass) return nothing;
    if (this._gone) {
      return html`<p class="conflict" role="alert" data-testid="conflict-gone">
        ${translate(hass.language, "conflict.gone")}
      </p>`;
    }
    if (!this._notice) return nothing;
    const { who, fields } = this._notice;
    const hasBoth = this._conflicts.length > 0;
    return html`<section class="conflict" role="alert" data-testid="conflict">
      <p>
        ${
          hasBoth
            ? translate(hass.language, "conflict.both", { who })
            : translate(hass.language, "conflict.changed", { who, fields: fields.join(", ") })
        }
      </p>
      ${this._conflicts.map((conflict) => this._renderConflict(conflict))}
    </section>`;
  }

  private _renderConflict({ name, mine, theirs }: Conflict): TemplateResult {
    const label = this._labelOf(name);
    const chosen = JSON.stringify(this._host.draft[name]) === JSON.stringify(theirs);
    const choice = (key: "mine" | "theirs", value: DraftValue, isOn: boolean) =>
      html`<label class="check">
        <input
          type="radio"
          name="conflict-${name}"
          data-testid="${key}-${name}"
          .checked=${isOn}
          @change=${() => this._choose(name, value)}
        />
        <span>${translate(this._language, `conflict.${key}`, { value: this._textOf(value) })}</span>
      </label>`;
    return html`<fieldset>
      <legend>${label}</legend>
      ${choice("mine", mine, !chosen)}${choice("theirs", theirs, chosen)}
    </fieldset>`;
  }

  private get _language(): string {
    return this._host.hass?.language ?? "en";
  }

  private _labelOf(name: string): string {
    return translateIfKnown(this._language, `field.${name}`) ?? name;
  }

  private _textOf(value: DraftValue): string {
    if (typeof value === "boolean")
      return translate(this._language, value ? "value.yes" : "value.no");
    if (typeof value === "string") return value || translate(this._language, "conflict.empty");
    const texts = (value as (string | CustomRow)[]).map((one) =>
      typeof one === "string" ? one : `${one.name}: ${one.text}`,
    );
    return texts.join(", ") || translate(this._language, "conflict.empty");
  }

  private _choose(name: string, value: DraftValue): void {
    this._host.draft = { ...this._host.draft, [name]: value };
    this._host.requestUpdate();
  }

  private async _noticed(notices: readonly Notice[]): Promise<void> {
    const { _item: item } = this;
    if (!item || !concerns(notices, item.id)) return;
    await this._look(notices.at(-1)?.user_id ?? undefined);
  }

  private async _look(userId?: string): Promise<void> {
    const { hass } = this._host;
    const { _item: known } = this;
    if (!hass || !known) return;
    try {
      const item = await fetchItem(hass, known.id);
      if (item.updated_at !== known.updated_at) this._take(item, userId);
    } catch (error) {
      this._gone = (error as Failure).translation_key === "item_not_found";
    }
    this._host.requestUpdate();
  }

  private _take(item: Item, userId?: string): void {
    const host = this._host;
    const hass = host.hass!;
    const theirs = toDraft(item);
    const { draft, conflicts, changed } = rebase(host.draft, host.original, theirs);
    const isMe = userId !== undefined && userId === hass.user?.id;
    const who = isMe
      ? translate(hass.language, "conflict.you")
      : (userId && userName(hass, userId)) || translate(hass.language, "conflict.somebody");
    this._item = item;
    host.draft = draft;
    host.original = theirs;
    this._conflicts = conflicts;
    const fields = changed.map((name) => this._labelOf(name));
    this._notice = fields.length > 0 ? { who, fields } : this._notice;
  }
}
