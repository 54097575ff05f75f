import type { HomeInventoryPanel } from "../src/panel/home-inventory-panel";
import { FakeInventory } from "./fake-inventory";
import { find, mount, settle } from "./mount";

const PANEL = "/home-inventory";
const PATIENCE = 100;

/** Open the panel at an address and wait until it shows something; pages are loaded when they are asked for. */
export const openPanel = async (path: string, shows: string, inventory = new FakeInventory()) => {
  history.replaceState(null, "", PANEL + path);
  const route = { prefix: PANEL, path: path.split("?")[0]! };
  const { element } = await mount<HomeInventoryPanel>(
    "home-inventory-panel",
    { route, narrow: true },
    inventory,
  );
  const root = element.renderRoot as ShadowRoot;
  for (let waited = 0; !find(root, shows) && waited < PATIENCE; waited += 1) await settle(10);
  await settle(50);
  return { root, inventory };
};
