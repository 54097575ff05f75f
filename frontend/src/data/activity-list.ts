import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { HomeAssistant } from "../ha/types";
import { fetchChanges, type Batch, type ChangeQuery } from "./change";

type Host = ReactiveControllerHost & { hass?: HomeAssistant };

/** How many batches are read at once, if nothing else is wanted. */
const PAGE = 40;

/** The part of the history that an element shows: older pages begin where the last one has ended, new batches come on top. */
export class ActivityListController implements ReactiveController {
  public batches: Batch[] = [];
  public more = false;
  public loading = false;
  public loaded = false;
  public error?: unknown;

  private _query: ChangeQuery = {};
  private _question = 0;

  public constructor(
    private readonly _host: Host,
    private readonly _page = PAGE,
  ) {
    _host.addController(this);
  }

  /** An answer that comes when the element is gone is for nobody. */
  public hostDisconnected(): void {
    this._question += 1;
    this.loading = false;
  }

  public load(query: ChangeQuery): Promise<void> {
    this._query = query;
    return this._ask(query, () => []);
  }

  public loadMore(): Promise<void> {
    const last = this.batches.at(-1);
    if (this.loading || !this.more || !last) return Promise.resolve();
    return this._ask({ ...this._query, before: last.batch }, () => this.batches);
  }

  /** Read what is newest again; older pages never change but for what has been undone meanwhile. */
  public async refresh(): Promise<void> {
    if (!this.loaded) return;
    const { batches, more } = this;
    await this._ask(this._query, () => []);
    const oldest = this.batches.at(-1);
    const known = batches.findIndex(({ batch }) => batch === oldest?.batch);
    if (this.error || known < 0 || !this.more) return;
    const undone = new Map(
      this.batches.flatMap(({ batch, undoes }) => (undoes ? [[undoes, batch] as const] : [])),
    );
    const older = batches
      .slice(known + 1)
      .map((batch) => ({ ...batch, undone_by: undone.get(batch.batch) ?? batch.undone_by }));
    this.batches = [...this.batches, ...older];
    this.more = more;
    this._host.requestUpdate();
  }

  private async _ask(query: ChangeQuery, before: () => Batch[]): Promise<void> {
    const { hass } = this._host;
    if (!hass) return;
    const question = ++this._question;
    this.loading = true;
    this._host.requestUpdate();
    try {
      const page = await fetchChanges(hass, query, { limit: this._page });
      if (question !== this._question) return;
      this.batches = [...before(), ...page.batches];
      this.more = page.more;
      this.loaded = true;
      this.error = undefined;
    } catch (error) {
      if (question !== this._question) return;
      this.error = error;
    }
    this.loading = false;
    this._host.requestUpdate();
  }
}
