import { mdiClose } from "@mdi/js";
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { fetchLocations, type Location } from "../data/location";
import { defineElement } from "../ha/define-element";
import { searchPlaces } from "../utils/place-search";
import { trailOf } from "../utils/path";
import { InventoryElement } from "./base-element";
import { icon } from "./icon";
import { PlacePopup } from "./place-popup";
import { placeFieldStyles } from "./place-field-styles";
import { renderPlaceOption } from "./place-option";
import { baseStyles, buttonStyles, fieldStyles } from "./styles";

/** A place that has been chosen. */
export interface Place {
  id: string;
  path: string;
}

export type PlaceChangedEvent = CustomEvent<{ value: Place | undefined }>;

const MOST_OPTIONS = 100;

/** A text field that finds a place: type any part of its path, or choose from the tree. */
@defineElement("home-inventory-place-field")
export class PlaceField extends InventoryElement {
  public static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  @property({ attribute: false }) public value?: Place;
  @property() public label = "";
  @property() public home?: string;
  /** A place that can't be chosen, with everything inside it. */
  @property() public without?: string;
  @property({ type: Boolean }) public invalid = false;

  @state() private _places?: Location[];
  @state() private _open = false;
  @state() private _text?: string;
  @state() private _active = -1;
  @state() private _failed = false;
  private _loading?: Promise<void>;

  @query("input") private readonly _input!: HTMLInputElement;
  @query("ul") private readonly _list!: HTMLElement;

  private readonly _popup = new PlacePopup(this, () => ({ anchor: this._input, list: this._list }));

  private async _load(): Promise<void> {
    if (!this.hass) return;
    try {
      this._places = await fetchLocations(this.hass);
      this._failed = false;
    } catch {
      this._failed = true;
    }
  }

  private get _options(): Location[] {
    const banned = this._places?.find((place) => place.id === this.without);
    const allowed = (this._places ?? []).filter(
      (place) => !banned || (place.id !== banned.id && !place.path.startsWith(`${banned.path} / `)),
    );
    return searchPlaces(allowed, this._text ?? "");
  }

  private _show(): void {
    if (this._open) return;
    this._open = true;
    this._active = -1;
    this._loading = this._load();
  }

  private _hide(): void {
    this._open = false;
    this._text = undefined;
  }

  private _choose(place: Place | undefined): void {
    this.value = place && { id: place.id, path: place.path };
    this._hide();
    this.dispatchEvent(new CustomEvent("place-changed", { detail: { value: this.value } }));
  }

  private readonly _typed = (): void => {
    this._show();
    this._text = this._input.value;
    this._active = this._text.trim() ? 0 : -1;
  };

  private readonly _focused = (): void => {
    this._input.select();
    this._show();
  };

  /** Leaving the field takes what was found for what was typed; an emptied field has no place. */
  private readonly _left = (): void => {
    if (!this._open || this._waits(this._left)) return;
    if (this._text === undefined) this._hide();
    else if (this._text.trim() === "") this._choose(undefined);
    else if (this._options[0]) this._choose(this._options[Math.max(0, this._active)]);
    else this._hide();
  };

  private readonly _keyPressed = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this._show();
      this._step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && this._open) {
      event.preventDefault();
      event.stopPropagation();
      this._hide();
    } else if (event.key === "Enter") {
      event.preventDefault();
      this._entered();
    }
  };

  /** Enter takes the option it is on; without one it sends the form, as in any other field. */
  private readonly _entered = (): void => {
    if (this._open && this._waits(this._entered)) return;
    const option = this._open ? this._options[this._active] : undefined;
    if (option) return this._choose(option);
    this._left();
    this.closest("form")?.requestSubmit();
  };

  /** Who types faster than the places come is understood once they are there: return whether that is so. */
  private _waits(goOn: () => void): boolean {
    if (this._places || this._failed || !this._loading || !this._text?.trim()) return false;
    void this._loading.then(goOn);
    return true;
  }

  private _step(by: number): void {
    const last = Math.min(this._options.length, MOST_OPTIONS) - 1;
    this._active = Math.max(0, Math.min(last, this._active + by));
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this._open) this._popup.show();
    else this._popup.hide();
    this.renderRoot
      .querySelector("li[aria-selected='true']")
      ?.scrollIntoView?.({ block: "nearest" });
  }

  protected override render() {
    const shown = this._text ?? (this.value ? trailOf(this.value.path, this.home) : "");
    return html`<div class="field">
      <label for="place" ?hidden=${!this.label}>${this.label}</label>
      <div class="box">
        <input
          id="place"
          role="combobox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          data-testid="place"
          aria-expanded=${this._open ? "true" : "false"}
          aria-controls="options"
          aria-autocomplete="list"
          aria-invalid=${this.invalid ? "true" : "false"}
          aria-label=${this.label || this.localize("field.location")}
          aria-activedescendant=${this._active < 0 ? nothing : `option-${this._active}`}
          placeholder=${this.localize("place.search")}
          .value=${shown}
          @focus=${this._focused}
          @click=${() => this._show()}
          @input=${this._typed}
          @blur=${this._left}
          @keydown=${this._keyPressed}
        />
        ${this.value && !this._open ? this._renderClear() : nothing}
      </div>
      ${this._renderOptions()}
    </div>`;
  }

  private _renderClear() {
    return html`<button
      type="button"
      class="icon-button"
      aria-label=${this.localize("place.clear")}
      @click=${() => this._choose(undefined)}
    >
      ${icon(mdiClose, 20)}
    </button>`;
  }

  private _renderOptions() {
    const options = this._open ? this._options : [];
    return html`<ul
      id="options"
      role="listbox"
      popover="manual"
      aria-label=${this.label || this.localize("field.location")}
      @pointerdown=${(event: Event) => event.preventDefault()}
    >
      ${options.slice(0, MOST_OPTIONS).map((place, index) =>
        renderPlaceOption({
          place,
          index,
          active: index === this._active,
          home: this.home,
          asTree: !this._text,
          choose: () => this._choose(place),
        }),
      )}
      ${
        options.length > MOST_OPTIONS
          ? html`<li class="hint quiet">${this.localize("place.keep_typing")}</li>`
          : nothing
      }
      ${options.length === 0 ? html`<li class="hint quiet">${this._emptyText()}</li>` : nothing}
    </ul>`;
  }

  private _emptyText(): string {
    if (this._failed) return this.localize("error.load");
    if (!this._places) return this.localize("state.loading");
    return this.localize("place.none");
  }

  public static override styles = [baseStyles, buttonStyles, fieldStyles, placeFieldStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-place-field": PlaceField;
  }
}
