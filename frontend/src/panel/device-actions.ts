import { showDone, showError } from "../components/undo-toast";
import {
  adoptDevice,
  mergeDevices,
  refuseMerge,
  removeDevice,
  restoreDevice,
  splitMerged,
  splitOff,
  unlinkDevice,
  updateDevice,
  type Device,
  type DeviceDetail,
  type DeviceFields,
  type DeviceResult,
  type DeviceSuggestion,
  type MergedDevice,
} from "../data/device";
import { withDeviceFields } from "../data/guesses";
import type { InventoryInfo } from "../data/info";
import { atOnce } from "../data/optimistic";
import { showConfirm } from "../dialogs/confirm/show-dialog-confirm";
import { showDeviceEditor } from "../dialogs/device-editor/show-dialog-device-editor";
import { showSplitDevice } from "../dialogs/split-device/show-dialog-split-device";
import type { HassElement, HomeAssistant } from "../ha/types";
import { translate, type Placeholders, type TranslationKey } from "../localize/localize";

/** The element that somebody acts in. */
type Host = HassElement & { hass?: HomeAssistant; info: InventoryInfo };

/** Do something, say that it has been done and offer to take it back; undefined when it failed, which is said too. */
const act = async <Result extends { batch: string | null }>(
  host: Host,
  doing: (hass: HomeAssistant) => Promise<Result>,
  key: TranslationKey,
  values: Placeholders,
): Promise<Result | undefined> => {
  const hass = host.hass!;
  try {
    const done = await doing(hass);
    showDone(hass, translate(hass.language, key, values), done.batch);
    return done;
  } catch (error) {
    await showError(hass, error);
    return undefined;
  }
};

/** Make an item of a device. */
export const adoptWithUndo = (host: Host, device: Device) =>
  act(host, (hass) => adoptDevice(hass, device.id), "done.adopted", { name: device.name });

/** Say which item a device is. */
export const linkWithUndo = (host: Host, device: Device, item: { id: string; name: string }) =>
  act(host, (hass) => adoptDevice(hass, device.id, item.id), "done.linked", {
    name: device.name,
    item: item.name,
  });

export const unlinkWithUndo = (host: Host, device: Device) =>
  act(host, (hass) => unlinkDevice(hass, device.id), "done.unlinked", { name: device.name });

export const updateWithUndo = (host: Host, device: Device, fields: DeviceFields) =>
  act(host, (hass) => updateDevice(hass, device.id, fields), "done.saved", { name: device.name });

export const removeWithUndo = (host: Host, device: Device) =>
  act(host, (hass) => removeDevice(hass, device.id), "done.device_removed", { name: device.name });

export const restoreWithUndo = (host: Host, device: Device) =>
  act(host, (hass) => restoreDevice(hass, device.id), "done.restored", { name: device.name });

export const mergeWithUndo = (host: Host, { first, second }: DeviceSuggestion) =>
  act(host, (hass) => mergeDevices(hass, first.id, second.id), "done.merged", {
    name: first.name,
  });

export const refuseWithUndo = (host: Host, { first, second }: DeviceSuggestion) =>
  act(host, (hass) => refuseMerge(hass, first.id, second.id), "done.refused", {
    first: first.name,
    second: second.name,
  });

/** Make a device of its own again of what was made one with another, after asking; true when it was done. */
export const unmergeAfterAsking = async (
  host: Host,
  { name }: Device,
  merged: MergedDevice,
): Promise<boolean> => {
  const hass = host.hass!;
  const say = (key: TranslationKey) => translate(hass.language, key, { name, other: merged.name });
  const done = await showConfirm(host, {
    heading: say("device.unmerge_x"),
    text: say("device.unmerge_text"),
    confirmLabel: say("device.unmerge"),
    confirm: () => splitMerged(hass, merged.batch),
  });
  if (!done) return false;
  showDone(hass, translate(hass.language, "done.unmerged", { name: merged.name }), done.batch);
  return true;
};

export const editDeviceWithDialog = async (host: Host, detail: DeviceDetail): Promise<void> => {
  const done = await showDeviceEditor(host, {
    info: host.info,
    detail,
    update: (fields, path) =>
      atOnce<Device, DeviceResult>(
        {
          noun: "device",
          ids: [detail.device.id],
          change: withDeviceFields(detail, fields, path),
          known:
            ({ device }) =>
            () =>
              device,
        },
        () => updateDevice(host.hass!, detail.device.id, fields),
      ),
  });
  if (!done) return;
  const text = translate(host.hass!.language, "done.saved", { name: done.device.name });
  showDone(host.hass!, text, done.batch);
};

export const splitDeviceWithDialog = async (host: Host, detail: DeviceDetail): Promise<void> => {
  const done = await showSplitDevice(host, {
    detail,
    split: (identities) => splitOff(host.hass!, detail.device.id, identities),
  });
  if (!done) return;
  const text = translate(host.hass!.language, "done.split", { name: detail.device.name });
  showDone(host.hass!, text, done.batch);
};
