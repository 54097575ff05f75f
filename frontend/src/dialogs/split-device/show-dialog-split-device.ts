import { openDialog } from "../../components/open-dialog";
import type { DeviceDetail, DeviceIdentity, DeviceResult } from "../../data/device";
import type { HassElement } from "../../ha/types";

export interface SplitDeviceParams {
  detail: DeviceDetail;
  split: (identities: DeviceIdentity[]) => Promise<DeviceResult>;
}

/** Ask what of a device is another one. */
export const showSplitDevice = async (
  host: HassElement,
  params: SplitDeviceParams,
): Promise<DeviceResult | undefined> => {
  await import("./dialog-split-device");
  return openDialog(host, "home-inventory-dialog-split-device", params);
};
