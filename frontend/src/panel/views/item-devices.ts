import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../components/base-element";
import { renderStatus } from "../../components/device-status";
import { baseStyles, chipStyles } from "../../components/styles";
import { fetchDevices, type Device } from "../../data/device";
import { concernsKind, SubscribeController } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { devicePath, followLink } from "../../ha/navigate";
import { answerOrder } from "../../utils/answer-order";
import { formatAge } from "../../utils/format";
import { deviceStyles } from "./devices/device-styles";
import { viewStyles } from "./view-styles";

/** More devices than this one item is not. */
const MOST = 50;

/** The devices that an item is: how they are doing, where they answer, when they were there. Nothing for most items. */
@defineElement("home-inventory-item-devices")
export class ItemDevices extends InventoryElement {
  @property() public itemId!: string;

  @state() private _devices: Device[] = [];

  public constructor() {
    super();
    new SubscribeController(this, (notices) => {
      if (concernsKind(notices, "device")) void this._load();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has("itemId")) return;
    this._devices = [];
    void this._load();
  }

  private readonly _asks = answerOrder();

  /** An item whose devices can't be read is shown without them. */
  private async _load(): Promise<void> {
    const { hass, itemId } = this;
    if (!hass) return;
    const isLate = this._asks();
    const page = { limit: MOST, offset: 0 };
    const found = await fetchDevices(hass, { item: itemId }, page).catch(() => undefined);
    if (itemId === this.itemId && found && !isLate()) this._devices = found.devices;
  }

  protected override render() {
    const { _devices: devices } = this;
    if (devices.length === 0) return nothing;
    return html`<section class="card" data-testid="item-devices">
      <h2>${this.localize("item.devices", { count: devices.length })}</h2>
      <ul class="rows">
        ${devices.map((device) => this._renderDevice(device))}
      </ul>
    </section>`;
  }

  private _renderDevice(device: Device) {
    return html`<li data-testid="item-device">
      <div class="text">
        <a href=${devicePath(device.id)} @click=${followLink}>${device.name}</a>
        <div class="quiet small">${this._seen(device)}</div>
      </div>
      <div class="tags">
        ${device.addresses[0] ? html`<span class="mono">${device.addresses[0]}</span>` : nothing}
        ${renderStatus(this.hass?.language ?? "en", device.status)}
      </div>
    </li>`;
  }

  private _seen({ last_seen: seen }: Device): string {
    if (!seen) return this.localize("device.never_seen");
    return this.localize("device.last_seen", { when: formatAge(seen, this.locale) });
  }

  public static override styles = [
    baseStyles,
    chipStyles,
    viewStyles,
    deviceStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-devices": ItemDevices;
  }
}
