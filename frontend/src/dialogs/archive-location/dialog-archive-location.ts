import { html, nothing } from "lit";
import { state } from "lit/decorators.js";
import { InventoryDialog } from "../../components/dialog-base";
import "../../components/place-field";
import type { Place, PlaceChangedEvent } from "../../components/place-field";
import type { LocationResult } from "../../data/location";
import { defineElement } from "../../ha/define-element";
import type { ArchiveLocationParams } from "./show-dialog-archive-location";

@defineElement("home-inventory-dialog-archive-location")
export class DialogArchiveLocation extends InventoryDialog<ArchiveLocationParams, LocationResult> {
  @state() private _to?: Place;

  public override connectedCallback(): void {
    super.connectedCallback();
    this._to = this.params.parent;
  }

  private get _hasContents(): boolean {
    return this.params.location.item_count + this.params.location.child_count > 0;
  }

  protected override async submit(): Promise<LocationResult | undefined> {
    if (this._hasContents && !this._to) {
      this._error = this.localize("error.place_required");
      return undefined;
    }
    return this.aside(this.params.archive(this._hasContents ? this._to?.id : undefined));
  }

  protected override render() {
    const { location } = this.params;
    return this.renderFrame({
      heading: this.localize("location.archive_x", { name: location.name }),
      submitLabel: this.localize("action.archive"),
      testId: "archive-dialog",
      body: html`
        <p>
          ${this.localize(this._hasContents ? "location.archive_full" : "location.archive_empty")}
        </p>
        ${
          this._hasContents
            ? html`<home-inventory-place-field
                .hass=${this.hass}
                .label=${this.localize("location.contents_to")}
                .without=${location.id}
                .value=${this._to}
                @place-changed=${(event: PlaceChangedEvent) => (this._to = event.detail.value)}
              ></home-inventory-place-field>`
            : nothing
        }
      `,
    });
  }
}
