import { openDialog } from "../../components/open-dialog";
import type { DeviceDetail, DeviceFields, DeviceResult } from "../../data/device";
import type { InventoryInfo } from "../../data/info";
import type { HassElement } from "../../ha/types";

export interface DeviceEditorParams {
  info: InventoryInfo;
  detail: DeviceDetail;
  update: (fields: DeviceFields) => Promise<DeviceResult>;
}

/** Let somebody settle what a device is called and what it is. */
export const showDeviceEditor = async (
  host: HassElement,
  params: DeviceEditorParams,
): Promise<DeviceResult | undefined> => {
  await import("./dialog-device-editor");
  return openDialog(host, "home-inventory-dialog-device-editor", params);
};
