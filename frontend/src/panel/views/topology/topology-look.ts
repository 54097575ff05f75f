import {
  mdiAccessPointNetwork,
  mdiBluetooth,
  mdiDevices,
  mdiEthernet,
  mdiFileDocumentOutline,
  mdiHelpNetworkOutline,
  mdiHomeAssistant,
  mdiHomeAutomation,
  mdiLan,
  mdiRouterNetwork,
  mdiWifi,
  mdiZWave,
  mdiZigbee,
  mdiHexagonMultipleOutline,
} from "@mdi/js";
import type { DeviceStatus } from "../../../data/device";
import type { SourceKind } from "../../../data/source";
import type { Medium, TopologyNode } from "../../../data/topology";

export const MEDIUM_ICONS: Readonly<Record<Medium, string>> = {
  ethernet: mdiEthernet,
  wifi: mdiWifi,
  network: mdiHelpNetworkOutline,
  zwave: mdiZWave,
  zigbee: mdiZigbee,
  bluetooth: mdiBluetooth,
  thread: mdiHexagonMultipleOutline,
  other: mdiDevices,
};

const SOURCE_ICONS: Readonly<Record<SourceKind, string>> = {
  homeseer: mdiHomeAutomation,
  network: mdiLan,
  hass: mdiHomeAssistant,
  scan: mdiFileDocumentOutline,
};

/** Each status has a shape of its own: the color only helps. Cytoscape's names, drawn again in the legend. */
export const STATUS_SHAPES = {
  online: "ellipse",
  offline: "diamond",
  missing: "triangle",
  unknown: "round-rectangle",
} as const satisfies Record<DeviceStatus, string>;

/** The same shapes for a box of 24 by 24. */
export const STATUS_PATHS: Readonly<Record<DeviceStatus, string>> = {
  online: "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0 -18z",
  offline: "M12 2L22 12L12 22L2 12z",
  missing: "M12 3L22 21L2 21z",
  unknown: "M6 4h12a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2z",
};

/** The icon of a node: how a device is connected, what kind of source it is. */
export const nodeIcon = (node: TopologyNode): string => {
  const { kind, medium, source_kind: source, is_router: isRouter } = node;
  if (isRouter) return mdiRouterNetwork;
  if (kind === "device") return MEDIUM_ICONS[medium ?? "other"];
  return source ? SOURCE_ICONS[source] : mdiAccessPointNetwork;
};
