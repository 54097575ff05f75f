import { openDialog } from "../../components/open-dialog";
import type { DeviceDetail, DeviceFields, DeviceResult } from "../../data/device";
import type { InventoryInfo } from "../../data/info";
import type { HassElement } from "../../ha/types";

export interface DeviceEditorParams {
  info: InventoryInfo;
  detail: DeviceDetail;
  /** `path` is that of the place, if that is among the fields. */
  update: (fields: DeviceFields, path?: string) => Promise<DeviceResult>;
}

/** Let somebody settle what a device is called and what it is. */
export const showDeviceEditor = async (
  host: HassElement,
  params: DeviceEditorParams,
): Promise<DeviceResult | undefined> => {
  await import("./dialog-device-editor");
  return openDialog(host, "home-inventory-dialog-device-editor", params);
};
