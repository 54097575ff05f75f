import "./cards/add-card/add-card";
import { ADD_CARD } from "./cards/add-card/const";
import { appLanguage } from "./cards/card-form";
import { SEARCH_CARD } from "./cards/search-card/const";
import "./cards/search-card/search-card";
import { registerCustomCard } from "./ha/lovelace";
import { loadLanguage, translate } from "./localize/localize";

void loadLanguage(appLanguage());

// The texts are asked for when the card picker opens: by then the language is there.
registerCustomCard({
  type: SEARCH_CARD,
  preview: true,
  get name() {
    return translate(appLanguage(), "card.search.name");
  },
  get description() {
    return translate(appLanguage(), "card.search.description");
  },
});
registerCustomCard({
  type: ADD_CARD,
  preview: true,
  get name() {
    return translate(appLanguage(), "card.add.name");
  },
  get description() {
    return translate(appLanguage(), "card.add.description");
  },
});
