import type { HomeAssistant, Unsubscribe } from "../ha/types";
import { debounce } from "../utils/debounce";
import { type SubscribingHost, SubscriptionController } from "./subscription";
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

/**
 * Keeps an element told about changes for as long as it is in the page.
 *
 * Notices that come close together are handed over together. After the connection was lost the element is called
 * without any notice: whatever it shows may be old by then.
 */
export class SubscribeController extends SubscriptionController {
  private _notices: Notice[] = [];

  public constructor(
    host: SubscribingHost,
    private readonly _onChange: (notices: readonly Notice[]) => void,
  ) {
    super(host);
  }

  protected override subscribe(hass: HomeAssistant): Promise<Unsubscribe> {
    hass.connection.addEventListener("ready", this._reconnected);
    return subscribeChanges(hass, (notice) => {
      this._notices.push(notice);
      this._deliver();
    });
  }

  protected override release(): void {
    this._deliver.cancel();
    this._notices = [];
    this.connection?.removeEventListener("ready", this._reconnected);
  }

  protected override missed(): void {
    this._reconnected();
  }

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
