import {
  DEVICE_STATUSES,
  type AddressConflict,
  type Device,
  type DeviceOverview,
  type DeviceStatus,
  type DeviceSuggestion,
} from "../src/data/device";

interface Known {
  devices: Device[];
  recent: string[];
  conflicts: AddressConflict[];
  suggestions: DeviceSuggestion[];
}

/** Add up the devices of the fake as the backend does. */
export const makeOverview = ({ devices, recent, ...open }: Known): DeviceOverview => {
  const inUse = devices.filter(({ ignored, archived_at: gone }) => !ignored && !gone);
  const at = (status: DeviceStatus) => inUse.filter((one) => one.status === status);
  const page = (found: Device[]) => ({ devices: found.slice(0, 5), total: found.length });
  const statuses = DEVICE_STATUSES.map((status) => [status, at(status).length]);
  return {
    total: inUse.length,
    statuses: Object.fromEntries(statuses) as DeviceOverview["statuses"],
    new: page(inUse.filter(({ id }) => recent.includes(id))),
    missing: page(at("missing")),
    conflicts: open.conflicts,
    suggestions: open.suggestions.length,
  };
};
