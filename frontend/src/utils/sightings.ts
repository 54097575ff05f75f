/** How long a code has to be out of sight before it counts as shown again, in milliseconds. */
const AWAY_MS = 1500;

/** Tells a code that has just come into the picture from one that is still there. */
export class Sightings {
  private readonly _seen = new Map<string, number>();

  /** Note that a text is seen now; true when it was not there a moment ago. */
  public isNew(text: string, now: number): boolean {
    const last = this._seen.get(text);
    this._seen.set(text, now);
    return last === undefined || now - last > AWAY_MS;
  }

  public forget(): void {
    this._seen.clear();
  }
}
