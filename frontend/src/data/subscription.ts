import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Connection, HomeAssistant, Unsubscribe } from "../ha/types";

const RETRY_MS = 5000;

export type SubscribingHost = ReactiveControllerHost & { hass?: HomeAssistant };

/**
 * Subscribes for as long as its element is in the page: anew over another connection, and again later where it is
 * refused, as the integration may be starting or being loaded again.
 */
export abstract class SubscriptionController implements ReactiveController {
  protected connection?: Connection;

  private _unsubscribe?: Promise<Unsubscribe | undefined>;
  private _retry?: ReturnType<typeof setTimeout>;
  private _connected = false;
  private _wasConnected = false;

  /** Made as a field of its element, that is before it is connected. */
  public constructor(protected readonly host: SubscribingHost) {
    host.addController(this);
  }

  public hostConnected(): void {
    this._connected = true;
    this._begin();
    if (this._wasConnected) this.missed(); // as when Home Assistant puts a panel back that was hidden for minutes
    this._wasConnected = true;
  }

  public hostUpdated(): void {
    if (this._connected && this.host.hass?.connection !== this.connection) {
      this._end();
      this._begin();
    }
  }

  public hostDisconnected(): void {
    this._connected = false;
    this._end();
  }

  /** Ask Home Assistant to tell. */
  protected abstract subscribe(hass: HomeAssistant): Promise<Unsubscribe>;

  /** Forget what came over the connection: it is not listened to any more. */
  protected release(): void {
    /* Most have nothing to forget. */
  }

  /** Know that something may have been missed: nobody told for a while. */
  protected missed(): void {
    /* Whoever is told everything at the beginning misses nothing. */
  }

  private _begin(): void {
    const hass = this.host.hass;
    if (!hass) return;
    this.connection = hass.connection;
    this._unsubscribe = this.subscribe(hass).catch(() => {
      this._retryLater();
      return undefined;
    });
  }

  private _retryLater(): void {
    if (!this._connected) return;
    this._retry = setTimeout(() => {
      this._end();
      this._begin();
      this.missed();
    }, RETRY_MS);
  }

  private _end(): void {
    clearTimeout(this._retry);
    this.release();
    this.connection = undefined;
    const release = this._unsubscribe;
    this._unsubscribe = undefined;
    void release?.then((unsubscribe) => unsubscribe?.()).catch(() => undefined);
  }
}
