import { html, nothing } from "lit";
import type { Location } from "../data/location";
import { addressOf, depthOf, parentPath } from "../utils/path";
import { icon } from "./icon";
import { locationIcon } from "./location-icon";

interface Option {
  place: Location;
  index: number;
  active: boolean;
  home?: string;
  /** Indented under its parent; otherwise its path is written out. */
  asTree: boolean;
  choose: () => void;
}

export const renderPlaceOption = ({ place, index, active, home, asTree, choose }: Option) => {
  const around = asTree ? "" : addressOf(parentPath(place.path), home);
  return html`<li
    id="option-${index}"
    role="option"
    data-testid="place-option"
    aria-selected=${active ? "true" : "false"}
    style="padding-inline-start:${12 + (asTree ? Math.min(6, depthOf(place.path)) * 20 : 0)}px"
    @click=${choose}
  >
    ${icon(locationIcon(place.kind), 20)}
    <span class="option-name">${place.name}</span>
    ${around ? html`<span class="quiet option-path">${around}</span>` : nothing}
  </li>`;
};
