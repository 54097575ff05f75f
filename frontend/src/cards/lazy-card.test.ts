import { afterEach, expect, it, vi } from "vitest";
import { fakeHass } from "../../dev/fake-hass";
import { FakeInventory } from "../../dev/fake-inventory";
import { find, settle, textOf } from "../../dev/mount";
import "../cards";
import type { CardConfigForm, LovelaceCard, LovelaceCardConfig } from "../ha/lovelace";
import { translate, type TranslationKey } from "../localize/localize";
import { CARDS, type CardName } from "./card-catalog";

type CardClass = CustomElementConstructor & {
  getStubConfig: (hass: unknown) => Promise<LovelaceCardConfig>;
  getConfigForm: () => Promise<CardConfigForm>;
};
type Card = LovelaceCard<LovelaceCardConfig>;

/** A card is compiled when it is loaded for the first time. */
const LOADS = { timeout: 4000 };
const NAMES = Object.keys(CARDS) as CardName[];
const classOf = (name: CardName) => customElements.get(CARDS[name].tag) as CardClass;

afterEach(() => document.body.replaceChildren());

it.each(NAMES)("offers the %s card in the picker, with a name, a text and a preview", (name) => {
  const entry = window.customCards?.find(({ type }) => type === CARDS[name].tag);

  expect(entry).toMatchObject({ preview: true });
  expect([entry!.name, entry!.description].join()).not.toContain("card.");
});

it.each([
  ["sensor.home_low_stock", "home_inventory", "low_stock", ["stock"]],
  ["sensor.home_warranties", "home_inventory", "warranties_expiring", ["warranty"]],
  ["sensor.home_value", "home_inventory", "total_value", []],
  ["sensor.low_stock", "another", "low_stock", []],
])("suggests what goes with %s", (entityId, platform, translation_key, suggested) => {
  const hass = fakeHass(new FakeInventory());
  hass.entities = { [entityId]: { platform, translation_key } };

  const suggestions = window.customCards!.map((card) => card.getEntitySuggestion(hass, entityId));

  expect(suggestions.filter(Boolean).map((one) => one!.config.type)).toEqual(
    suggested.map((name) => `custom:home-inventory-${name}-card`),
  );
});

it.each(NAMES)("draws the %s card as the picker would", async (name) => {
  const hass = fakeHass(new FakeInventory());
  const card = document.createElement(CARDS[name].tag) as Card;
  card.setConfig(await classOf(name).getStubConfig(hass));
  card.hass = hass;
  document.body.append(card);
  const isDrawn = () => expect(card.firstElementChild?.localName).toBe(`${CARDS[name].tag}-body`);
  await vi.waitFor(isDrawn, LOADS);
  await settle();

  expect(textOf(find(document.body, "error"))).toBe("");
  expect(card.getGridOptions().min_columns).toBe(6);
});

it.each(NAMES)("has an editor of the %s card for everything that it can be told", async (name) => {
  const { schema, computeLabel } = await classOf(name).getConfigForm();

  const names = schema.map((field) => field.name);
  const labels = schema.map((field) => computeLabel(field));

  expect(names.sort()).toEqual(Object.keys(CARDS[name].options).sort());
  expect(labels).toEqual(
    schema.map((field) => translate("en", `card.option.${field.name}` as TranslationKey)),
  );
  expect(labels.join()).not.toContain("card.");
});

it.each([
  ["search", { results: "many" }, "“How many to show” (results) has to be a number."],
  ["location", { inside: "yes" }, "has to be true or false."],
  ["stock", { items: "Axe" }, "has to be a list of texts."],
  ["add", { title: 7 }, "has to be a text."],
] as const)("says what is wrong with a configuration of the %s card", async (name, wrong, said) => {
  const { assertConfig } = await classOf(name).getConfigForm();
  const config = { type: `custom:${CARDS[name].tag}`, ...wrong } as unknown as LovelaceCardConfig;
  const card = document.createElement(CARDS[name].tag) as Card;

  expect(() => assertConfig(config)).toThrow(said);
  expect(() => card.setConfig(config)).toThrow(said);
});

it("leaves alone what the dashboard notes with a card", () => {
  const card = document.createElement(CARDS.add.tag) as Card;

  card.setConfig({ type: "custom:x", grid_options: { columns: 6 } } as LovelaceCardConfig);

  expect(card.getCardSize()).toBe(4);
});
