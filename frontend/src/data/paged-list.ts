import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { HomeAssistant } from "../ha/types";

/** The most that is asked for at once. */
export const MOST = 1000;

type Host = ReactiveControllerHost & { hass?: HomeAssistant };

interface Entry {
  id: string;
}

/** A part of a long list that an element shows: it pages, refreshes quietly, and lets the last question win. */
export abstract class PagedListController<
  Listed extends Entry,
  Answer extends { total: number },
> implements ReactiveController {
  public entries: Listed[] = [];
  public total = 0;
  /** The answer for the beginning of the list; stays until the next one is there. */
  public answer?: Answer;
  public loading = false;
  public loaded = false;
  public error?: unknown;

  /** Whether the element is in the page. */
  protected isShown = false;

  private _question = 0;

  public constructor(
    protected readonly host: Host,
    public pageSize = 50,
  ) {
    host.addController(this);
  }

  public hostConnected(): void {
    this.isShown = true;
  }

  /** An answer that comes when the element is gone is for nobody. */
  public hostDisconnected(): void {
    this.isShown = false;
    this._question += 1;
    this.loading = false;
  }

  public get hasMore(): boolean {
    return this.entries.length < this.total;
  }

  public async loadMore(): Promise<void> {
    if (this.loading || !this.hasMore) return;
    await this._ask(this.entries.length, this.pageSize);
  }

  /** Ask the same again, as far as has been shown. */
  public async refresh(): Promise<void> {
    if (!this.loaded && !this.error) return;
    await this._ask(0, Math.min(MOST, Math.max(this.entries.length, this.pageSize)));
  }

  /** Forget everything: there is no question any more. */
  public clear(): void {
    this._question += 1;
    this.entries = [];
    this.answer = undefined;
    this.total = 0;
    this.loading = this.loaded = false;
    this.error = undefined;
    this.host.requestUpdate();
  }

  /** Ask something new, for at least `count` entries. The old answer stays until the new one is there. */
  protected async begin(count = 0): Promise<void> {
    await this._ask(0, Math.min(MOST, Math.max(count, this.pageSize)));
  }

  /** Ask Home Assistant for a page. */
  protected abstract fetch(
    hass: HomeAssistant,
    page: { limit: number; offset: number },
  ): Promise<Answer>;

  /** Return what an answer lists. */
  protected abstract entriesOf(answer: Answer): Listed[];

  private async _ask(offset: number, limit: number): Promise<void> {
    const hass = this.host.hass;
    if (!hass) return;
    const question = ++this._question;
    this.loading = true;
    this.host.requestUpdate();
    try {
      const answer = await this.fetch(hass, { limit, offset });
      if (question !== this._question) return;
      this._take(answer, offset);
    } catch (error) {
      if (question !== this._question) return;
      this.error = error;
    }
    this.loading = false;
    this.host.requestUpdate();
  }

  private _take(answer: Answer, offset: number): void {
    const entries = this.entriesOf(answer);
    this.entries = offset === 0 ? entries : withoutDoubles([...this.entries, ...entries]);
    this.total = answer.total;
    if (offset === 0) this.answer = answer;
    this.loaded = true;
    this.error = undefined;
  }
}

/** A page may repeat an entry when something was added in between. */
export const withoutDoubles = <Listed extends Entry>(entries: Listed[]): Listed[] => [
  ...new Map(entries.map((entry) => [entry.id, entry])).values(),
];
