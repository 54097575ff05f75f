import {
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from "lit";
import type { HitWindow } from "../../../data/hit-window";
import type { InventoryInfo } from "../../../data/info";
import type { ItemChoice } from "../../../data/item-set";
import type { HassElement, HomeAssistant } from "../../../ha/types";
import { isFocusLost } from "../../../utils/focus";
import { toWanted, type ItemFilter } from "../filter-state";
import type { BulkActionEvent } from "./bulk-bar";
import { EVERYTHING, isSelected, NOTHING, sizeOf, withSelected, type Selection } from "./selection";

type Host = ReactiveControllerHost &
  HassElement & { hass?: HomeAssistant; info: InventoryInfo; renderRoot: ParentNode };

interface Pick {
  index: number;
  range: boolean;
  selected: boolean;
}

/** What is selected in a list, and doing something with it. Everything is selected by the list's filter, not by what was read. */
export class SelectionController implements ReactiveController {
  public active = false;
  public selection: Selection = NOTHING;

  private _anchor?: number;
  private _busy = false;

  public constructor(
    private readonly _host: Host,
    private readonly _list: HitWindow,
    private readonly _filter: () => ItemFilter,
  ) {
    _host.addController(this);
  }

  public hostConnected(): void {
    this._host.addEventListener("keydown", this._keyPressed);
  }

  public hostDisconnected(): void {
    this._host.removeEventListener("keydown", this._keyPressed);
  }

  public readonly toggle = (): void => {
    this.active = !this.active;
    if (this.active) void import("./bulk-bar");
    this.clear();
    if (!this.active) void this._giveFocusBack();
  };

  /** The bar and the boxes are gone, and with them what had the focus: it goes to where selecting begins. */
  private async _giveFocusBack(): Promise<void> {
    await this._host.updateComplete;
    const tools = this._host.renderRoot.querySelector("home-inventory-list-tools");
    await tools?.updateComplete;
    if (isFocusLost()) tools?.focusSelect();
  }

  /** Another question: what was selected may not be among the answers. */
  public clear(): void {
    this._set(NOTHING);
    this._anchor = undefined;
  }

  /** Select an entry or take it out; with shift all from the one before, those that were never read included. */
  public async pick({ index, range, selected }: Pick): Promise<void> {
    this.active = true;
    void import("./bulk-bar");
    const anchor = this._anchor ?? index;
    const id = this._list.at(index)?.id;
    this._anchor = index;
    if (!range || anchor === index) {
      if (id) this._set(withSelected(this.selection, [id], selected));
      return;
    }
    const [first, last] = [Math.min(anchor, index), Math.max(anchor, index)];
    const ids = await this._list.itemIds(first, last).catch(() => (id ? [id] : []));
    this._set(withSelected(this.selection, ids, selected));
  }

  public renderBar(): TemplateResult {
    const { info } = this._host;
    return html`<home-inventory-bulk-bar
      .hass=${this._host.hass}
      .count=${this._count}
      .total=${this._total}
      .archived=${this._filter().archived}
      .admin=${info.is_admin}
      .busy=${this._busy}
      @select-end=${this.toggle}
      @select-all=${this._selectAll}
      @bulk-action=${this._act}
    ></home-inventory-bulk-bar>`;
  }

  private get _total(): number {
    return this._list.answer?.totals.item ?? 0;
  }

  private get _count(): number {
    return sizeOf(this.selection, this._total);
  }

  private _set(selection: Selection): void {
    this.selection = selection;
    this._host.requestUpdate();
  }

  private readonly _keyPressed = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && this.active && !event.defaultPrevented) this.toggle();
  };

  private readonly _selectAll = (): void => this._set(EVERYTHING);

  /** Words can't be said to Home Assistant as a filter: what they have found is named one by one. */
  private readonly _choose = async (): Promise<ItemChoice> => {
    const { ids, all } = this.selection;
    const filter = this._filter();
    if (!all) return { items: [...ids] };
    if (filter.text.trim() === "") {
      return { wanted: toWanted(filter), but: [...ids], count: this._total };
    }
    return { items: await this._ids() };
  };

  private readonly _ids = async (): Promise<string[]> => {
    const { ids, all } = this.selection;
    if (!all) return [...ids];
    const found = await this._list.itemIds(0, this._list.total - 1);
    return found.filter((id) => !ids.has(id));
  };

  private get _seen(): string[] {
    const read = [...this._list.pages.values()].flat();
    return read.map(({ id }) => id).filter((id) => isSelected(this.selection, id));
  }

  private readonly _act = async ({ detail: action }: BulkActionEvent): Promise<void> => {
    this._busy = true;
    this._host.requestUpdate();
    const { doWithSelected } = await import("./bulk-actions"); // not before something is done
    const isDone = await doWithSelected(this._host, action, {
      count: this._count,
      seen: this._seen,
      choose: this._choose,
      ids: this._ids,
    });
    this._busy = false;
    if (isDone) this.toggle();
    else this._host.requestUpdate();
  };
}
