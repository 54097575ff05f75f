import "../src/cards";
import "../src/panel";
import type { LovelaceCard, LovelaceCardConfig } from "../src/ha/lovelace";
import type { HomeInventoryPanel } from "../src/panel/home-inventory-panel";
import { fakeHass } from "./fake-hass";
import { FakeInventory } from "./fake-inventory";

/** The panel at /home-inventory, the cards at /cards; `?dark`, `?lang=de` and `?read-only` change what is shown. */
const options = new URLSearchParams(location.search);
const inventory = new FakeInventory();
inventory.canWrite = !options.has("read-only");
const hass = fakeHass(inventory, options.get("lang") ?? "en");
document.documentElement.classList.toggle("dark", options.has("dark"));

const showCards = () => {
  const page = document.createElement("div");
  page.className = "cards";
  for (const [tag, config] of [
    ["home-inventory-search-card", { title: "Where is …" }],
    ["home-inventory-add-card", { title: "Add to the inventory" }],
    ["home-inventory-location-card", { location: "Garage" }],
    ["home-inventory-warranty-card", {}],
    ["home-inventory-stock-card", { location: "Kitchen" }],
    ["home-inventory-stock-card", { low_only: true }],
    ["home-inventory-search-card", {}],
    ["home-inventory-add-card", { location: "Nowhere" }],
  ] as const) {
    const card = document.createElement(tag) as LovelaceCard<LovelaceCardConfig>;
    card.setConfig({ type: `custom:${tag}`, ...config });
    card.hass = hass;
    page.append(card);
  }
  document.body.append(page);
};

const showPanel = () => {
  const panel: HomeInventoryPanel = document.createElement("home-inventory-panel");
  const route = () => {
    const prefix = "/home-inventory";
    panel.narrow = innerWidth < 870;
    panel.route = { prefix, path: location.pathname.slice(prefix.length) };
  };
  window.addEventListener("location-changed", route);
  window.addEventListener("popstate", route);
  route();
  panel.hass = hass;
  document.body.append(panel);
};

if (location.pathname.startsWith("/cards")) showCards();
else showPanel();
