import { mdiCubeOutline, mdiDevices, mdiMapMarkerOutline, mdiViewDashboardOutline } from "@mdi/js";
import "./views/items-view";

/** The tabs of the panel. A tab with more than one section shows these as pages below the bar. */
export const GROUPS = {
  overview: { icon: mdiViewDashboardOutline },
  items: { icon: mdiCubeOutline },
  locations: { icon: mdiMapMarkerOutline },
  devices: { icon: mdiDevices },
} as const;
export type Group = keyof typeof GROUPS;

/** One section: an element that gets `hass`, `info`, `store` and `wide`, loaded when the address first asks for it. */
interface SectionView {
  group: Group;
  tag: string;
  /** The property that takes the id behind the section in the address. */
  record?: string;
  /** Whether it is reached by a link or a button only, and not from the bar of its tab. */
  unlisted?: boolean;
  /** The section under whose name it stands in the bar. */
  within?: string;
  load?: () => Promise<unknown>;
}

const TABLE = {
  overview: {
    group: "overview",
    tag: "home-inventory-overview-view",
    load: () => import("./views/overview-view"),
  },
  activity: {
    group: "overview",
    tag: "home-inventory-activity-view",
    load: () => import("./views/activity/activity-view"),
  },
  import: {
    group: "overview",
    tag: "home-inventory-import-view",
    record: "token",
    load: () => import("./views/import/import-view"),
  },
  reports: {
    group: "overview",
    tag: "home-inventory-reports-view",
    load: () => import("./views/reports/reports-view"),
  },
  export: {
    group: "overview",
    tag: "home-inventory-export-view",
    unlisted: true,
    within: "import",
    load: () => import("./views/export/export-view"),
  },
  settings: {
    group: "overview",
    tag: "home-inventory-settings-view",
    load: () => import("./views/settings/settings-view"),
  },
  items: { group: "items", tag: "home-inventory-items-view", record: "itemId" },
  stock: {
    group: "items",
    tag: "home-inventory-stock-view",
    load: () => import("./views/stock/stock-view"),
  },
  locations: {
    group: "locations",
    tag: "home-inventory-locations-view",
    record: "locationId",
    load: () => import("./views/locations-view"),
  },
  "put-away": {
    group: "locations",
    tag: "home-inventory-put-away-view",
    load: () => import("./views/put-away/put-away-view"),
  },
  labels: {
    group: "locations",
    tag: "home-inventory-labels-view",
    load: () => import("./views/labels/labels-view"),
  },
  scan: {
    group: "locations",
    tag: "home-inventory-scan-view",
    unlisted: true,
    load: () => import("./views/scan/scan-view"),
  },
  code: {
    group: "locations",
    tag: "home-inventory-code-view",
    record: "code",
    unlisted: true,
    load: () => import("./views/scan/code-view"),
  },
  devices: {
    group: "devices",
    tag: "home-inventory-devices-view",
    record: "deviceId",
    load: () => import("./views/devices/devices-view"),
  },
  networks: {
    group: "devices",
    tag: "home-inventory-networks-view",
    record: "sourceId",
    load: () => import("./views/networks/networks-view"),
  },
  topology: {
    group: "devices",
    tag: "home-inventory-topology-view",
    record: "nodeId",
    load: () => import("./views/topology/topology-view"),
  },
  sources: {
    group: "devices",
    tag: "home-inventory-sources-view",
    record: "sourceId",
    load: () => import("./views/sources/sources-view"),
  },
} as const satisfies Record<string, SectionView>;

export type Section = keyof typeof TABLE;

export const SECTIONS: Readonly<Record<Section, SectionView>> = TABLE;

export const isSection = (text: string | undefined): text is Section =>
  text !== undefined && Object.hasOwn(SECTIONS, text);

/** The sections of a tab, in the order in which they are shown. */
export const sectionsOf = (group: Group): Section[] =>
  (Object.keys(SECTIONS) as Section[]).filter(
    (section) => !SECTIONS[section].unlisted && SECTIONS[section].group === group,
  );

const loaded = new Set<Section>();

/** Whether a section can be drawn right now. */
export const isLoaded = (section: Section): boolean =>
  !SECTIONS[section].load || loaded.has(section);

/** Load what a section needs; fails when it can't be fetched, and may then be tried again. */
export const loadSection = async (section: Section): Promise<void> => {
  await SECTIONS[section].load?.();
  loaded.add(section);
};
