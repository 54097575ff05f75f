import { mdiTrayArrowDown } from "@mdi/js";
import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import "../../../components/code-entry";
import type { CodeEntry, EnteredEvent } from "../../../components/code-entry";
import { quantityText } from "../../../components/quantity-text";
import { baseStyles, buttonStyles, chipStyles } from "../../../components/styles";
import { undoBatch } from "../../../data/change";
import { findCode, type NamedThing } from "../../../data/code";
import { describeError } from "../../../data/errors";
import type { InventoryInfo } from "../../../data/info";
import { addItem, moveItem, type Item } from "../../../data/item";
import { fetchInside, fetchLocation, type Location } from "../../../data/location";
import { search } from "../../../data/search";
import { concernsKind, SubscribeController } from "../../../data/subscribe";
import { defineElement } from "../../../ha/define-element";
import { historyNote, noteInHistory } from "../../../ha/navigate";
import { giveFeedback } from "../../../utils/feedback";
import { renderState } from "../render-state";
import { viewStyles } from "../view-styles";
import "./put-away-list";
import type { UndoEvent } from "./put-away-list";
import {
  nextFreeSlot,
  partsOf,
  slotOf,
  withNew,
  withUndone,
  type Part,
  type PutAway,
} from "./put-away-state";
import { putAwayStyles } from "./put-away-styles";
import { renderChoice } from "./render-choice";
import { renderParts } from "./render-parts";
import { renderTarget } from "./render-target";

const NOTE = "homeInventoryPutAway";
/** How many things are offered for words that nothing is called. */
const OFFERED = 4;

/** Put away: first the box or place, then one thing after the other; each is moved there at once. */
@defineElement("home-inventory-put-away-view")
export class PutAwayView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;

  @state() private _place?: Location;
  @state() private _slots: Location[] = [];
  @state() private _slot?: Location;
  @state() private _done: PutAway[] = historyNote<PutAway[]>(NOTE) ?? [];
  @state() private _message?: { text: string; isBad: boolean };
  /** What has to be chosen before something can go: which item, or how much of it. */
  @state() private _items: Item[] = [];
  @state() private _asked?: { item: Item; parts: Part[] };
  /** What was typed and nothing is called: it may be new. */
  @state() private _new?: string;
  @state() private _busy = false;
  @query("home-inventory-code-entry") private readonly _entry?: CodeEntry;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "stock", "item", "location")) void this._refresh();
    });
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    const asked = new URLSearchParams(location.search);
    const place = asked.get("place");
    if (place) void this._attempt(() => this._goTo(place, asked.get("slot")));
  }

  /** What is in the slots may have changed, and so may the name of the place. */
  private async _refresh(): Promise<void> {
    const { hass, _place: place } = this;
    if (!hass || !place) return;
    try {
      const [detail, slots] = await Promise.all([
        fetchLocation(hass, place.id),
        fetchInside(hass, place.id),
      ]);
      if (place.id !== this._place?.id) return;
      this._place = detail.location;
      this._slots = slots.filter(({ kind }) => kind === "slot");
    } catch (error) {
      this._say(await describeError(hass, error), true);
    }
  }

  /** Do something, and say what went wrong with it. */
  private async _attempt(action: () => Promise<void>): Promise<void> {
    const { hass } = this;
    if (!hass || this._busy) return;
    this._busy = true;
    try {
      await action();
    } catch (error) {
      this._say(await describeError(hass, error), true);
    }
    this._busy = false;
  }

  private _say(text: string, isBad = false): void {
    this._message = { text, isBad };
    giveFeedback(isBad ? "bad" : "good");
  }

  private readonly _entered = (event: EnteredEvent): void =>
    void this._attempt(() => this._take(event.detail.text));

  private async _take(text: string): Promise<void> {
    this._items = [];
    this._asked = this._message = this._new = undefined;
    const slot = slotOf(this._slots, text);
    this._entry?.clear();
    if (slot) return this._chooseSlot(slot);
    const found = await findCode(this.hass!, text);
    const { location: place } = found;
    if (place && (!found.item || !this._place)) return this._goTo(place.id);
    await this._takeFound(found, text);
  }

  private async _takeFound(found: NamedThing, text: string): Promise<void> {
    if (!found.item && found.items.length === 0) return this._offer(found, text);
    if (!this._place) return this._say(this.localize("put_away.place_first"), true);
    if (found.item) await this._ask(found.item);
    else this._items = found.items;
  }

  /** Offer what words find, and to add what they say; a label or a barcode says nothing of a name. */
  private async _offer({ kind, code }: NamedThing, text: string): Promise<void> {
    this._say(this.localize("scan.unknown", { text }), true);
    if (!this._place || kind !== "unknown" || code) return;
    this._new = text;
    const page = { limit: OFFERED, offset: 0 };
    const { results } = await search(this.hass!, { query: text }, page);
    this._items = results.flatMap((hit) => (hit.type === "item" ? [hit.item] : []));
  }

  /** Choose a place, and in a box with slots one of these. */
  private async _goTo(id: string, slotId?: string | null): Promise<void> {
    const hass = this.hass!;
    const { location: place } = await fetchLocation(hass, id);
    if (place.kind === "slot" && place.parent_id) return this._goTo(place.parent_id, place.id);
    this._place = place;
    this._slots = (await fetchInside(hass, place.id)).filter(({ kind }) => kind === "slot");
    this._slot = this._slots.find((slot) => slot.id === slotId) ?? nextFreeSlot(this._slots);
    this._say(this.localize("put_away.now_into", { place: this._targetName }));
    this._remember();
  }

  private _chooseSlot(slot: Location | undefined): void {
    this._slot = slot;
    this._say(this.localize("put_away.now_into", { place: this._targetName }));
    this._remember();
  }

  private get _targetName(): string {
    const { _place: place, _slot: slot } = this;
    if (!slot) return place?.name ?? "";
    return this.localize("put_away.slot_of", { place: place?.name ?? "", number: slot.name });
  }

  /** Move an item at once, or ask how much of it when it is at several places. */
  private async _ask(item: Item): Promise<void> {
    const parts = partsOf(item, (this._slot ?? this._place!).id);
    if (parts.length > 1) this._asked = { item, parts };
    else await this._put(item, parts[0]!);
  }

  private async _put(item: Item, part: Part): Promise<void> {
    const hass = this.hass!;
    this._asked = this._new = undefined;
    this._items = [];
    const from = part.from?.id;
    const move = { to: (this._slot ?? this._place!).id, ...(from ? { from } : {}) };
    const { batch } = await moveItem(hass, item.id, move);
    await this._isIn(item, batch, from ? quantityText(hass, part.quantity, item.unit) : undefined);
  }

  /** Add something new right where it goes. */
  private async _add(name: string): Promise<void> {
    const { item, batch } = await addItem(this.hass!, {
      name,
      location: (this._slot ?? this._place!).id,
    });
    this._new = undefined;
    this._items = [];
    await this._isIn(item, batch);
  }

  private async _isIn(item: Item, batch: string | null, part?: string): Promise<void> {
    const place = this._targetName;
    if (!batch)
      return this._say(this.localize("put_away.there_already", { name: item.name, place }));
    this._done = withNew(this._done, {
      ...{ batch, item: item.id, name: item.name, place, undone: false },
      ...(part ? { part } : {}),
    });
    this._say(this.localize("put_away.done", { name: item.name, place }));
    if (this._slot) {
      await this._refresh();
      this._slot = nextFreeSlot(this._slots, this._slot);
    }
    this._remember();
  }

  private readonly _undo = (event: UndoEvent): void =>
    void this._attempt(async () => {
      for (const { batch } of event.detail) {
        await undoBatch(this.hass!, batch);
        this._done = withUndone(this._done, batch);
        this._remember();
      }
      this._say(this.localize("put_away.taken_back", { count: event.detail.length }));
    });

  /** The place stands in the address, and what was put away is kept with it. */
  private _remember(): void {
    const search = new URLSearchParams();
    if (this._place) search.set("place", this._place.id);
    if (this._slot) search.set("slot", this._slot.id);
    const text = search.toString();
    noteInHistory(NOTE, this._done, text && `?${text}`);
  }

  protected override render() {
    if (!this.info.can_write) {
      return renderState({ icon: mdiTrayArrowDown, text: this.localize("put_away.read_only") });
    }
    return html`<div class="page" data-testid="put-away">
      <section class="card">
        <h1>${this.localize("panel.put-away")}</h1>
        ${this._renderTarget()}
        <home-inventory-code-entry
          .hass=${this.hass}
          .label=${this.localize(this._place ? "put_away.thing" : "put_away.place")}
          .submitLabel=${this.localize(this._place ? "put_away.put" : "put_away.choose")}
          .busy=${this._busy}
          @entered=${this._entered}
        ></home-inventory-code-entry>
        <p
          class="message ${this._message?.isBad ? "bad" : ""}"
          role="status"
          data-testid="put-away-message"
        >
          ${this._message?.text ?? nothing}
        </p>
        ${this._renderChoice()}
      </section>
      <home-inventory-put-away-list
        .hass=${this.hass}
        .entries=${this._done}
        .busy=${this._busy}
        @undo=${this._undo}
      ></home-inventory-put-away-list>
    </div>`;
  }

  private _renderTarget() {
    const { _place: place, _slot: slot, _slots: slots } = this;
    if (!place) return html`<p class="quiet">${this.localize("put_away.how")}</p>`;
    const target = { place, slot, slots, name: this._targetName, home: this.info.name };
    return renderTarget(this.hass!, target, (chosen) => this._chooseSlot(chosen));
  }

  private _renderChoice() {
    const { _asked: asked, _busy: busy } = this;
    if (asked) {
      return renderParts(this.hass!, this.info.name, { ...asked, busy }, (part) => {
        void this._attempt(() => this._put(asked.item, part));
      });
    }
    return renderChoice(this.hass!, {
      items: this._items,
      choose: (item) => void this._attempt(() => this._ask(item)),
      name: this._new,
      add: (name) => void this._attempt(() => this._add(name)),
      busy,
    });
  }

  public static override styles = [baseStyles, buttonStyles, chipStyles, viewStyles, putAwayStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-put-away-view": PutAwayView;
  }
}
