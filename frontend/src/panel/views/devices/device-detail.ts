import { mdiDeleteOutline, mdiRestore } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, chipStyles, fieldStyles } from "../../../components/styles";
import { renderStatus } from "../../../components/device-status";
import {
  factOf,
  fetchDevice,
  type Device,
  type DeviceDetail,
  type DeviceField,
} from "../../../data/device";
import { describeError } from "../../../data/errors";
import type { InventoryInfo } from "../../../data/info";
import { asShown, OptimisticController } from "../../../data/optimistic";
import type { Source } from "../../../data/source";
import { concerns, concernsKind, SubscribeController, type Notice } from "../../../data/subscribe";
import { defineElement } from "../../../ha/define-element";
import { answerOrder } from "../../../utils/answer-order";
import { formatMoment } from "../../../utils/format";
import { removeWithUndo, restoreWithUndo, updateWithUndo } from "../../device-actions";
import { renderFailure, renderLoading } from "../render-state";
import { viewStyles } from "../view-styles";
import "./device-facts";
import type { FieldClearedEvent } from "./device-facts";
import "./device-item";
import "./device-known";
import "./device-merges";
import { deviceStyles } from "./device-styles";
import "./device-suggestions";
import { productOf, renderBattery } from "./device-text";

/** One device: how it is doing, which item it is, what is known of it and who says so. */
@defineElement("home-inventory-device-detail")
export class DeviceDetailPage extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public sources: Source[] = [];
  @property() public deviceId!: string;

  @state() private _detail?: DeviceDetail;
  @state() private _error?: string;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => this._noticed(notices));
    new OptimisticController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has("deviceId")) return;
    this._detail = this._error = undefined;
    void this._load();
  }

  private _noticed(notices: readonly Notice[]): void {
    const isAbout = concerns(notices, this.deviceId) || concernsKind(notices, "device", "location");
    const item = this._detail?.device.item?.id;
    if (isAbout || (item !== undefined && concerns(notices, item))) void this._load();
  }

  private readonly _asks = answerOrder();
  private readonly _load = async (): Promise<void> => {
    const { hass, deviceId } = this;
    if (!hass) return;
    const isLate = this._asks();
    try {
      const detail = await fetchDevice(hass, deviceId);
      if (deviceId !== this.deviceId || isLate()) return;
      this._detail = detail;
      this._error = undefined;
    } catch (error) {
      if (deviceId !== this.deviceId || isLate()) return;
      this._detail = undefined;
      this._error = await describeError(hass, error);
    }
  };

  /** Show a change before it is made, and take it back when it is not. */
  private async _change(after: DeviceDetail, doing: () => Promise<unknown>): Promise<void> {
    const before = this._detail;
    this._detail = after;
    if ((await doing()) !== undefined) return;
    if (this._detail === after) this._detail = before;
  }

  private _toggle(flag: "sleeps" | "ignored", value: boolean): void {
    const detail = this._detail!;
    const after = { ...detail, device: { ...detail.device, [flag]: value } };
    void this._change(after, () => updateWithUndo(this, detail.device, { [flag]: value }));
  }

  private readonly _cleared = ({ detail: field }: FieldClearedEvent): void => {
    const detail = this._detail!;
    const fact = factOf(detail, field);
    const value = field === "name" ? (fact?.offered ?? detail.device.name) : fact?.offered;
    const change: Partial<Device> =
      field === "location"
        ? { path: null, location_id: value ?? null }
        : { [field]: value ?? null };
    const after = {
      ...detail,
      device: { ...detail.device, ...change },
      facts: withoutFact(detail.facts, field),
    };
    void this._change(after, () => updateWithUndo(this, detail.device, { [field]: null })).then(
      this._load,
    );
  };

  protected override render() {
    if (this._error) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._load());
    }
    const known = this._detail;
    const detail = known && { ...known, device: asShown("device", known.device) ?? known.device };
    if (!this.hass || !detail) return renderLoading(this.localize("state.loading"));
    const { hass, info, sources } = this;
    return html`<article class="page" data-testid="device-detail">
      ${this._renderHead(detail.device)}
      <home-inventory-device-suggestions
        quiet
        ?hidden=${detail.suggestions.length === 0}
        .hass=${hass}
        .info=${info}
        .suggestions=${detail.suggestions}
      ></home-inventory-device-suggestions>
      <home-inventory-device-item
        .hass=${hass}
        .info=${info}
        .detail=${detail}
        @device-changed=${this._load}
      ></home-inventory-device-item>
      <home-inventory-device-facts
        .hass=${hass}
        .info=${info}
        .detail=${detail}
        .sources=${sources}
        @field-cleared=${this._cleared}
      ></home-inventory-device-facts>
      <home-inventory-device-known
        .hass=${hass}
        .info=${info}
        .detail=${detail}
        .sources=${sources}
      ></home-inventory-device-known>
      <home-inventory-device-merges
        ?hidden=${detail.merges.length === 0}
        .hass=${hass}
        .info=${info}
        .detail=${detail}
        @device-changed=${this._load}
      ></home-inventory-device-merges>
      ${info.can_write ? this._renderActions(detail.device) : nothing}
    </article>`;
  }

  private _renderHead(device: Device) {
    const about = [device.type, productOf(device)].filter(Boolean).join(" · ");
    return html`<section class="card">
      <h1 data-testid="device-name">${device.name}</h1>
      <div class="tags">
        ${renderStatus(this.hass?.language ?? "en", device.status)}
        ${renderBattery(this.hass!, device)}
        ${device.is_random_mac ? this._badge("device.random_mac") : nothing}
        ${device.ignored ? this._badge("device.ignored") : nothing}
        ${device.archived_at ? this._badge("device.removed") : nothing}
        ${device.addresses.map((address) => html`<span class="mono">${address}</span>`)}
      </div>
      ${about ? html`<p>${about}</p>` : nothing}
      <p class="quiet" data-testid="last-seen">${this._seen(device)}</p>
    </section>`;
  }

  private _badge(label: "device.random_mac" | "device.ignored" | "device.removed") {
    return html`<span class="badge">${this.localize(label)}</span>`;
  }

  private _seen({ last_seen: seen, missing_since: missing }: Device): string {
    if (missing) {
      return this.localize("device.missing_since", { when: formatMoment(missing, this.locale) });
    }
    if (!seen) return this.localize("device.never_seen");
    return this.localize("device.last_seen", { when: formatMoment(seen, this.locale) });
  }

  private _renderActions(device: Device) {
    if (device.archived_at) {
      return html`<section class="card">
        ${this._button("restore", mdiRestore, () => restoreWithUndo(this, device))}
      </section>`;
    }
    return html`<section class="card">
      ${this._renderSwitch("sleeps", device.sleeps)}
      ${this._renderSwitch("ignored", device.ignored)}
      <div class="actions">
        ${this._button("remove", mdiDeleteOutline, () => removeWithUndo(this, device))}
      </div>
    </section>`;
  }

  private _button(name: "remove" | "restore", path: string, act: () => Promise<unknown>) {
    return html`<button
      class="button outlined"
      data-testid=${name}
      @click=${() => void act().then(this._load)}
    >
      ${icon(path, 20)} ${this.localize(name === "remove" ? "device.remove" : "action.restore")}
    </button>`;
  }

  private _renderSwitch(flag: "sleeps" | "ignored", value: boolean) {
    return html`<label class="check">
      <input
        type="checkbox"
        role="switch"
        data-testid="switch-${flag}"
        .checked=${value}
        @change=${(event: Event) => this._toggle(flag, (event.target as HTMLInputElement).checked)}
      />
      ${this.localize(flag === "sleeps" ? "device.sleeps" : "device.ignore")}
    </label>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    chipStyles,
    viewStyles,
    deviceStyles,
    css`
      .check {
        margin-top: 4px;
      }
    `,
  ];
}

/** The facts without one of them, under whichever of its names it is there. */
const withoutFact = (facts: DeviceDetail["facts"], field: DeviceField): DeviceDetail["facts"] => {
  const names: string[] = [field, field === "type" ? "device_type" : `${field}_id`];
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));
};

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-device-detail": DeviceDetailPage;
  }
}
