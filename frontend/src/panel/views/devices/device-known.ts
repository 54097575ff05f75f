import { mdiCallSplit } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, chipStyles } from "../../../components/styles";
import type {
  AddressTime,
  DeviceDetail,
  DeviceIdentity,
  DeviceSighting,
} from "../../../data/device";
import type { InventoryInfo } from "../../../data/info";
import type { Source } from "../../../data/source";
import { defineElement } from "../../../ha/define-element";
import { devicePath, followLink, hassDevicePath, sourcePath } from "../../../ha/navigate";
import type { TranslationKey } from "../../../localize/localize";
import { formatAge, formatDay, formatMoment } from "../../../utils/format";
import { splitDeviceWithDialog } from "../../device-actions";
import { viewStyles } from "../view-styles";
import { deviceStyles } from "./device-styles";
import { titleOf, worded } from "./device-text";

/** Where a device was seen, by what it is known again, what it hangs on, and what parts it has. */
@defineElement("home-inventory-device-known")
export class DeviceKnown extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public detail!: DeviceDetail;
  @property({ attribute: false }) public sources: Source[] = [];

  private get _tongue(): string {
    return this.hass?.language ?? "en";
  }

  protected override render() {
    return html`${this._renderSightings()} ${this._renderAddresses()} ${this._renderConnections()}
    ${this._renderIdentities()} ${this._renderComponents()}`;
  }

  private _renderSightings() {
    const { sightings } = this.detail;
    if (sightings.length === 0) return nothing;
    return html`<section class="card" data-testid="sightings">
      <h2>${this.localize("device.sightings")}</h2>
      <ul class="rows">
        ${sightings.map((sighting) => this._renderSighting(sighting))}
      </ul>
    </section>`;
  }

  private _renderSighting({ source_id: id, ...seen }: DeviceSighting) {
    return html`<li data-testid="sighting">
      <div class="text">
        <a href=${sourcePath(id)} @click=${followLink}
          >${titleOf(this._tongue, this.sources, id)}</a
        >
        <div class="quiet small">
          ${this.localize("device.seen", {
            last: formatAge(seen.last_seen, this.locale),
            first: formatMoment(seen.first_seen, this.locale),
          })}
          ${seen.missed > 0 ? html`· ${this.localize("device.missed", { count: seen.missed })}` : nothing}
        </div>
        ${this._renderSaid(seen.said ?? {})}
      </div>
      <span class="mono">${seen.addresses.join(", ")}</span>
    </li>`;
  }

  /** What tells devices of one name apart: where their source has them, and by what. */
  private _renderSaid(said: Record<string, unknown>) {
    const text = (key: string) => (typeof said[key] === "string" ? said[key] : "");
    const rows: [TranslationKey, string][] = [
      ["said.place", [text("location2"), text("location")].filter(Boolean).join(" / ")],
      ["said.interface", text("interface_name")],
      ["said.integration", text("integration")],
      ["said.last_change", text("last_change") && formatDay(text("last_change"), this.locale)],
    ];
    return rows.map(([label, value]) =>
      value
        ? html`<div class="quiet small" data-testid=${label}>
            ${this.localize(label)}: ${value}
          </div>`
        : nothing,
    );
  }

  /** Where it was before: on demand, since most devices stay where they are. */
  private _renderAddresses() {
    const history = this.detail.address_history;
    if (history.every(({ until }) => until === null)) return nothing;
    return html`<details class="card" data-testid="address-history">
      <summary>${this.localize("device.address_history", { count: history.length })}</summary>
      <ul class="rows">
        ${history.map((time) => this._renderAddress(time))}
      </ul>
    </details>`;
  }

  private _renderAddress({ address, source_id: id, since, until }: AddressTime) {
    const from = formatMoment(since, this.locale);
    return html`<li data-testid="address-time">
      <div class="text">
        <span class="mono">${address}</span>
        <div class="quiet small">
          ${
            until
              ? this.localize("device.address_was", {
                  from,
                  until: formatMoment(until, this.locale),
                })
              : this.localize("device.address_since", { from })
          }
        </div>
      </div>
      <span class="quiet">${titleOf(this._tongue, this.sources, id)}</span>
    </li>`;
  }

  private _renderConnections() {
    const { device, children } = this.detail;
    const rows: [string, TemplateResult | string | false | null, string][] = [
      [this.localize("device.parent"), device.parent && this._link(device.parent), "parent"],
      [
        this.localize("device.link"),
        device.link && worded(this._tongue, `link.${device.link}`),
        "by",
      ],
      [
        this.localize("device.children"),
        children.length > 0 ? html`${children.map((child) => this._link(child))}` : null,
        "children",
      ],
      [
        this.localize("device.in_hass"),
        this._isInHass(device.hass_device_id) && this._hassLink(device.hass_device_id!),
        "hass",
      ],
    ];
    const known = rows.filter(([, value]) => value);
    if (known.length === 0) return nothing;
    return html`<section class="card">
      <h2>${this.localize("device.connections")}</h2>
      <dl>
        ${known.map(
          ([label, value, id]) =>
            html`<div class="fact" data-testid="connection-${id}">
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }

  private _link({ id, name }: { id: string; name: string }): TemplateResult {
    return html`<a class="other" href=${devicePath(id)} @click=${followLink}>${name}</a>`;
  }

  /** Whether Home Assistant still has it: what it has removed is known here by its old id. */
  private _isInHass(id: string | null): boolean {
    const known = this.hass?.devices;
    return id !== null && (!known || id in known);
  }

  private _hassLink(id: string): TemplateResult {
    return html`<a href=${hassDevicePath(id)} @click=${followLink}
      >${this.localize("device.open_in_hass")}</a
    >`;
  }

  private _renderIdentities() {
    const { identities, device } = this.detail;
    const canSplit = this.info.can_write && identities.length > 1 && !device.archived_at;
    return html`<section class="card" data-testid="identities">
      <h2>${this.localize("device.identities")}</h2>
      <dl>${identities.map((identity) => this._renderIdentity(identity))}</dl>
      ${
        canSplit
          ? html`<div class="actions">
              <button
                class="button outlined"
                data-testid="split"
                @click=${() => void splitDeviceWithDialog(this, this.detail)}
              >
                ${icon(mdiCallSplit, 20)} ${this.localize("device.split")}
              </button>
            </div>`
          : nothing
      }
    </section>`;
  }

  private _renderIdentity({
    kind,
    value,
    strong,
    first_seen: first,
    last_seen: last,
  }: DeviceIdentity) {
    return html`<div class="fact" data-testid="identity">
      <dt>${worded(this._tongue, `identity.${kind}`)}</dt>
      <dd>
        <span class="mono">${value}</span>
        ${strong ? nothing : html`<span class="quiet small">${this.localize("device.weak")}</span>`}
        ${
          first && last
            ? html`<div class="quiet small" data-testid="identity-seen">
                ${this.localize("device.seen", {
                  last: formatAge(last, this.locale),
                  first: formatMoment(first, this.locale),
                })}
              </div>`
            : nothing
        }
      </dd>
    </div>`;
  }

  /** A HomeSeer device may have dozens of features: they open on demand. */
  private _renderComponents() {
    const { components } = this.detail;
    if (components.length === 0) return nothing;
    return html`<details class="card" data-testid="components">
      <summary>${this.localize("device.components", { count: components.length })}</summary>
      <ul class="rows">
        ${components.map(
          ({ name, type }) =>
            html`<li><span class="text">${name}</span><span class="quiet">${type}</span></li>`,
        )}
      </ul>
    </details>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    viewStyles,
    deviceStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--ha-space-4, 16px);
      }
      .other + .other::before {
        content: ", ";
        color: var(--primary-text-color);
      }
      summary {
        cursor: pointer;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-device-known": DeviceKnown;
  }
}
