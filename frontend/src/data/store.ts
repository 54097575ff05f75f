import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Connection, HomeAssistant, Unsubscribe } from "../ha/types";
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

const RETRY_MS = 5000;

type Host = ReactiveControllerHost & { hass?: HomeAssistant };

/** Knows how the store is doing for as long as its element is in the page. */
export class StoreController implements ReactiveController {
  public info?: StoreInfo;

  private _connection?: Connection;
  private _unsubscribe?: Promise<Unsubscribe | undefined>;
  private _retry?: ReturnType<typeof setTimeout>;
  private _connected = false;

  public constructor(private readonly _host: Host) {
    _host.addController(this);
  }

  public hostConnected(): void {
    this._connected = true;
    this._subscribe();
  }

  public hostUpdated(): void {
    if (this._connected && this._host.hass?.connection !== this._connection) {
      this._release();
      this._subscribe();
    }
  }

  public hostDisconnected(): void {
    this._connected = false;
    this._release();
  }

  private _subscribe(): void {
    const hass = this._host.hass;
    if (!hass) return;
    this._connection = hass.connection;
    this._unsubscribe = subscribeStore(hass, this._told).catch(() => {
      this._retryLater();
      return undefined;
    });
  }

  /** The integration may be starting. */
  private _retryLater(): void {
    if (!this._connected) return;
    this._retry = setTimeout(() => {
      this._release();
      this._subscribe();
    }, RETRY_MS);
  }

  private _release(): void {
    clearTimeout(this._retry);
    this._connection = undefined;
    const release = this._unsubscribe;
    this._unsubscribe = undefined;
    void release?.then((unsubscribe) => unsubscribe?.()).catch(() => undefined);
  }

  private readonly _told = (info: StoreInfo): void => {
    this.info = info;
    this._host.requestUpdate();
  };
}
