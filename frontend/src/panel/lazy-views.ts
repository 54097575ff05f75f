import type { Section } from "./router";

/** The pages that few people open every day: they are loaded when the address asks for one. */
const LOADERS: Partial<Record<Section, () => Promise<unknown>>> = {
  devices: () => import("./views/devices/devices-view"),
  networks: () => import("./views/networks/networks-view"),
  sources: () => import("./views/sources/sources-view"),
};

const loaded = new Set<Section>();

/** Whether a page can be drawn right now. */
export const isLoaded = (section: Section): boolean => !LOADERS[section] || loaded.has(section);

/** Load what a page needs; fails when it can't be fetched, and may then be tried again. */
export const loadView = async (section: Section): Promise<void> => {
  await LOADERS[section]?.();
  loaded.add(section);
};
