import { appLanguage } from "./cards/app-language";
import { CARDS, type CardName } from "./cards/card-catalog";
import { defineCard, suggestionFor } from "./cards/lazy-card";
import { registerCustomCard } from "./ha/lovelace";
import { loadLanguage, translate } from "./localize/localize";

void loadLanguage(appLanguage());

for (const name of Object.keys(CARDS) as CardName[]) {
  defineCard(CARDS[name], async () => (await import("./cards/card-forms")).SCHEMAS[name]());
  // The texts are asked for when the card picker opens: by then the language is there.
  registerCustomCard({
    type: CARDS[name].tag,
    preview: true,
    getEntitySuggestion: (hass, entityId) => suggestionFor(CARDS[name], hass, entityId),
    get name() {
      return translate(appLanguage(), `card.${name}.name`);
    },
    get description() {
      return translate(appLanguage(), `card.${name}.description`);
    },
  });
}
