import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Connection, HomeAssistant, Unsubscribe } from "../ha/types";
import { debounce } from "../utils/debounce";
import type { Noun, Notice } from "./types.gen";

export type { Notice };

export const subscribeChanges = (
  hass: HomeAssistant,
  onNotice: (notice: Notice) => void,
): Promise<Unsubscribe> =>
  hass.connection.subscribeMessage(onNotice, { type: "home_inventory/subscribe" });

/** Tell whether notices may be about a record; without notices (after a reconnect) anything may be. */
export const concerns = (notices: readonly Notice[], id: string): boolean =>
  notices.length === 0 ||
  notices.some(
    (notice) =>
      notice.truncated ||
      notice.changes.some((change) => change.id === id || change.item_id === id),
  );

/** Tell whether notices may be about any record of a kind. */
export const concernsKind = (notices: readonly Notice[], ...kinds: Noun[]): boolean =>
  notices.length === 0 ||
  notices.some(
    (notice) => notice.truncated || notice.changes.some((change) => kinds.includes(change.kind)),
  );

const QUIET_MS = 120;
const LONGEST_MS = 1000;
const RETRY_MS = 5000;

type Host = ReactiveControllerHost & { hass?: HomeAssistant };

/**
 * Keeps an element told about changes for as long as it is in the page.
 *
 * Notices that come close together are handed over together. After the connection was lost the element is called
 * without any notice: whatever it shows may be old by then.
 */
export class SubscribeController implements ReactiveController {
  private _connection?: Connection;
  private _unsubscribe?: Promise<Unsubscribe | undefined>;
  private _retry?: ReturnType<typeof setTimeout>;
  private _notices: Notice[] = [];
  private _connected = false;

  public constructor(
    private readonly _host: Host,
    private readonly _onChange: (notices: readonly Notice[]) => void,
  ) {
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
    this._connection.addEventListener("ready", this._reconnected);
    const subscribed = subscribeChanges(hass, this._noticed);
    this._unsubscribe = subscribed.catch(() => {
      this._retryLater();
      return undefined;
    });
  }

  /** The integration may be starting, or being reloaded. */
  private _retryLater(): void {
    if (!this._connected) return;
    this._retry = setTimeout(() => {
      this._release();
      this._subscribe();
      this._reconnected();
    }, RETRY_MS);
  }

  private _release(): void {
    clearTimeout(this._retry);
    this._deliver.cancel();
    this._notices = [];
    this._connection?.removeEventListener("ready", this._reconnected);
    this._connection = undefined;
    const release = this._unsubscribe;
    this._unsubscribe = undefined;
    void release?.then((unsubscribe) => unsubscribe?.()).catch(() => undefined);
  }

  private readonly _noticed = (notice: Notice): void => {
    this._notices.push(notice);
    this._deliver();
  };

  private readonly _reconnected = (): void => {
    this._notices = [];
    this._deliver();
  };

  private readonly _deliver = debounce(
    () => {
      const notices = this._notices;
      this._notices = [];
      this._onChange(notices);
    },
    QUIET_MS,
    LONGEST_MS,
  );
}
