import type { HomeAssistant } from "../ha/types";
import { fetchDevices, type Device, type DevicePage, type DeviceQuery } from "./device";
import { PagedListController } from "./paged-list";

/** The part of a long list of devices that an element shows. */
export class DeviceListController extends PagedListController<Device, DevicePage> {
  private _query: DeviceQuery = {};

  /** Ask something new. */
  public async load(query: DeviceQuery): Promise<void> {
    this._query = query;
    await this.begin();
  }

  protected override fetch(
    hass: HomeAssistant,
    page: { limit: number; offset: number },
  ): Promise<DevicePage> {
    return fetchDevices(hass, this._query, page);
  }

  protected override entriesOf(page: DevicePage): Device[] {
    return page.devices;
  }
}
