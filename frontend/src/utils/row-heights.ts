const BLOCK = 256;

/**
 * How high the rows of a long list are, and so where each begins: what has not been drawn yet is as high as is guessed.
 *
 * Sums are kept by blocks, so that a list of 100,000 rows is looked through in some hundreds of steps.
 */
export class RowHeights {
  private _heights = new Float64Array(0);
  private _blocks = new Float64Array(0);

  public constructor(
    count = 0,
    private _guess = 1,
  ) {
    this.resize(count);
  }

  public get count(): number {
    return this._heights.length;
  }

  public get total(): number {
    return this._blocks.reduce((sum, height) => sum + height, 0);
  }

  /** Have more or fewer rows; those that stay keep their heights. */
  public resize(count: number): void {
    if (count === this._heights.length) return;
    const heights = new Float64Array(count).fill(this._guess);
    heights.set(this._heights.subarray(0, count));
    this._heights = heights;
    this._blocks = new Float64Array(Math.ceil(count / BLOCK));
    heights.forEach((height, row) => (this._blocks[Math.floor(row / BLOCK)]! += height));
  }

  /** Say how high a row really is; returns by how much that differs from what was thought. */
  public set(row: number, height: number): number {
    const known = this._heights[row];
    if (known === undefined) return 0;
    this._heights[row] = height;
    this._blocks[Math.floor(row / BLOCK)]! += height - known;
    return height - known;
  }

  /** Where a row begins; behind the last one, where the list ends. */
  public top(row: number): number {
    const end = Math.min(row, this.count);
    const block = Math.floor(end / BLOCK);
    let top = 0;
    for (let one = 0; one < block; one += 1) top += this._blocks[one]!;
    for (let one = block * BLOCK; one < end; one += 1) top += this._heights[one]!;
    return top;
  }

  /** Which row is at a height; the first or the last one beyond the ends. */
  public at(height: number): number {
    let rest = height;
    let row = 0;
    for (const block of this._blocks) {
      if (rest < block) break;
      rest -= block;
      row += BLOCK;
    }
    while (row < this.count && rest >= this._heights[row]!) rest -= this._heights[row++]!;
    return Math.max(0, Math.min(row, this.count - 1));
  }
}
