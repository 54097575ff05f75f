import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { HomeAssistant } from "../ha/types";
import type { ItemQuery } from "./item";
import { MOST } from "./paged-list";
import { findHits, type Hit, type SearchAnswer } from "./search";

/** How many entries are read at once. */
export const PAGE = 50;

/** So many pages are read beyond what is looked at, on either side. */
const AHEAD = 2;
/** So many pages are asked for at a time: who drags the scroll bar passes many that nobody wants to see. */
const AT_A_TIME = 3;
/** What nobody looks at yet is read when a question has stood for so long: who types has the next letter's answer sooner. */
const AHEAD_AFTER_MS = 250;
/** While the index is being made, more can be found a little later, and nobody tells. */
const ASK_AGAIN_MS = 2000;

type Host = ReactiveControllerHost & { hass?: HomeAssistant };

/**
 * All that was found, however much it is, of which only what is looked at is read.
 *
 * What was there stays until the answer to the next question is there. Pages are read as they are wanted; after a change
 * those in sight are read again and the others are forgotten.
 */
export class HitWindow implements ReactiveController {
  /** What has been read, by the number of its page. A new map whenever something has come. */
  public pages: ReadonlyMap<number, Hit[]> = new Map();
  /** The answer for the beginning of the list. */
  public answer?: SearchAnswer;
  public loading = false;
  public loaded = false;
  public error?: unknown;

  private _query: ItemQuery = {};
  private _question = 0;
  private _wanted: number[] = [0];
  /** The first and the last page that are looked at. */
  private _inSight: readonly [number, number] = [0, 0];
  private _isSettled = false;
  private _settling?: ReturnType<typeof setTimeout>;
  private readonly _running = new Set<number>();
  private _again?: ReturnType<typeof setTimeout>;

  public constructor(private readonly _host: Host) {
    _host.addController(this);
  }

  public hostConnected(): void {
    /* The element asks when it knows what for. */
  }

  /** An answer that comes when the element is gone is for nobody. */
  public hostDisconnected(): void {
    this._question += 1;
    this.loading = false;
    this._running.clear();
    clearTimeout(this._again);
    clearTimeout(this._settling);
  }

  /** How many entries there are, read or not. */
  public get total(): number {
    return this.answer?.total ?? 0;
  }

  public at(index: number): Hit | undefined {
    return this.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Ask something new; what stands around an entry is read at once, too. */
  public async load(query: ItemQuery, around = 0): Promise<void> {
    this._query = query;
    this._wanted = [...new Set([0, Math.floor(around / PAGE)])];
    this._isSettled = false;
    clearTimeout(this._settling);
    await this._ask();
    this._settling = setTimeout(() => {
      this._isSettled = true;
      this._readOn();
    }, AHEAD_AFTER_MS);
  }

  /** Ask the same again: something has changed. */
  public async refresh(): Promise<void> {
    if (this.loaded || this.error) await this._ask();
  }

  /** Say which entries are looked at. */
  public readonly want = (first: number, last: number): void => {
    const from = Math.max(0, Math.floor(first / PAGE) - AHEAD);
    const to = Math.min(Math.floor(last / PAGE) + AHEAD, Math.ceil(this.total / PAGE) - 1);
    this._inSight = [Math.floor(first / PAGE), Math.floor(last / PAGE)];
    const middle = (first + last) / 2 / PAGE;
    this._wanted = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
    this._wanted.sort((a, b) => Math.abs(a + 0.5 - middle) - Math.abs(b + 0.5 - middle));
    this._readOn();
  };

  /** Return the ids of the items among some entries, reading what was not read yet. */
  public async itemIds(first: number, last: number): Promise<string[]> {
    const { hass } = this._host;
    const ids: string[] = [];
    for (let offset = first; hass && offset <= last; offset += MOST) {
      const limit = Math.min(MOST, last - offset + 1);
      const { results } = await findHits(hass, this._query, { limit, offset }, false);
      ids.push(...results.filter(({ type }) => type === "item").map(({ id }) => id));
      if (results.length < limit) break;
    }
    return ids;
  }

  private async _ask(): Promise<void> {
    const { hass } = this._host;
    if (!hass) return;
    const question = ++this._question;
    this._running.clear();
    this.loading = true;
    this._host.requestUpdate();
    clearTimeout(this._again);
    try {
      const wanted = [...new Set([0, ...this._wanted.slice(0, AT_A_TIME)])];
      const answers = await Promise.all(wanted.map((page) => this._fetch(hass, page)));
      if (question !== this._question) return;
      this.pages = new Map(answers.map(({ results }, index) => [wanted[index]!, results]));
      this._take(answers[0]!);
    } catch (error) {
      if (question !== this._question) return;
      this.error = error;
    }
    this.loading = false;
    this._host.requestUpdate();
    this._readOn();
  }

  private _take(answer: SearchAnswer): void {
    this.answer = answer;
    this.loaded = true;
    this.error = undefined;
    if (answer.indexing && this._query.query) {
      this._again = setTimeout(() => void this.refresh(), ASK_AGAIN_MS);
    }
  }

  private _fetch(hass: HomeAssistant, page: number): Promise<SearchAnswer> {
    return findHits(hass, this._query, { limit: PAGE, offset: page * PAGE }, page === 0);
  }

  /** Read the pages that are wanted and not there, the nearest first. */
  private _readOn(): void {
    if (!this.loaded || this.loading) return;
    for (const page of this._wanted) {
      if (this._running.size >= AT_A_TIME) return;
      if (this.pages.has(page) || this._running.has(page)) continue;
      if (this._isSettled || this._isInSight(page)) void this._read(page);
    }
  }

  private _isInSight(page: number): boolean {
    return page >= this._inSight[0] && page <= this._inSight[1];
  }

  private async _read(page: number): Promise<void> {
    const { hass } = this._host;
    if (!hass) return;
    const question = this._question;
    this._running.add(page);
    const answer = await this._fetch(hass, page).catch(() => undefined);
    if (question !== this._question) return;
    this._running.delete(page);
    if (!answer) return; // it is asked for again when one scrolls on
    this.pages = new Map([...this.pages, [page, answer.results]]);
    this._host.requestUpdate();
    this._readOn();
  }
}
