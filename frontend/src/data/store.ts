import type { HomeAssistant, Unsubscribe } from "../ha/types";
import { SubscriptionController } from "./subscription";
import type { RecoveryKind, Snapshot, StoreInfo, StoreRecovery } from "./types.gen";

export type { RecoveryKind, Snapshot, StoreInfo, StoreRecovery };

export const fetchStore = (hass: HomeAssistant): Promise<StoreInfo> =>
  hass.callWS({ type: "home_inventory/store/info" });

export const createSnapshot = (hass: HomeAssistant): Promise<Snapshot> =>
  hass.callWS({ type: "home_inventory/store/snapshot" });

export const subscribeStore = (
  hass: HomeAssistant,
  onInfo: (info: StoreInfo) => void,
): Promise<Unsubscribe> =>
  hass.connection.subscribeMessage(onInfo, { type: "home_inventory/store/subscribe" });

/** Knows how the store is doing for as long as its element is in the page. */
export class StoreController extends SubscriptionController {
  public info?: StoreInfo;

  protected override subscribe(hass: HomeAssistant): Promise<Unsubscribe> {
    return subscribeStore(hass, (info) => {
      this.info = info;
      this.host.requestUpdate();
    });
  }
}
