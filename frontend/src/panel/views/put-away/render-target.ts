import { html, nothing } from "lit";
import { icon } from "../../../components/icon";
import { locationIcon } from "../../../components/location-icon";
import type { Location } from "../../../data/location";
import type { HomeAssistant } from "../../../ha/types";
import { translate } from "../../../localize/localize";
import { addressOf, parentPath } from "../../../utils/path";
import "./slot-grid";
import type { SlotChosenEvent } from "./slot-grid";

interface Target {
  place: Location;
  slot: Location | undefined;
  slots: Location[];
  name: string;
  home: string;
}

/** Show where things go: the place, and the slots of a box. */
export const renderTarget = (
  hass: HomeAssistant,
  { place, slot, slots, name, home }: Target,
  choose: (slot: Location | undefined) => void,
) =>
  html`<div class="target" data-testid="put-away-place">
      ${icon(locationIcon(place.kind), 32)}
      <span>
        <strong>${name}</strong>
        <span class="quiet">${addressOf(parentPath(place.path), home)}</span>
      </span>
      <span class="code">${(slot ?? place).code}</span>
    </div>
    ${
      slots.length > 0
        ? html`<home-inventory-slot-grid
            .hass=${hass}
            .slots=${slots}
            .chosen=${slot?.id}
            @slot-chosen=${(event: SlotChosenEvent) => choose(event.detail)}
          ></home-inventory-slot-grid>`
        : nothing
    }
    <p class="quiet">${translate(hass.language, "put_away.next_place")}</p>`;
