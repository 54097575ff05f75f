/**
 * What all cards share, as one file on the wire.
 *
 * A module goes into the chunk of all that reach it, so whatever is loaded later imports this: else there would be a
 * chunk for every combination of cards. What only one of them needs does not belong here.
 */
import "lit";
import "lit/decorators.js";
import "../components/base-element";
import "../components/icon";
import "../components/location-icon";
import "../components/quantity-text";
import "../components/styles";
import "../data/change";
import "../data/errors";
import "../data/info";
import "../data/item";
import "../data/location";
import "../data/subscribe";
import "../ha/define-element";
import "../ha/main-hass";
import "../ha/navigate";
import "../localize/localize";
import "../utils/debounce";
import "../utils/format";
import "../utils/numbers";
import "../utils/path";
import "./app-language";
import "./card-base";
import "./card-options";
import "./card-styles";
import "./inside";
