import type { ReactiveController, ReactiveControllerHost } from "lit";

const hasFiles = (event: DragEvent): boolean =>
  Boolean(event.dataTransfer?.types.includes("Files"));

/** Lets files be dropped on an element; tells whether some are held over it. */
export class DropController implements ReactiveController {
  public isOver = false;
  private _depth = 0;

  public constructor(
    private readonly _host: ReactiveControllerHost & HTMLElement,
    private readonly _mayDrop: () => boolean,
    private readonly _take: (files: File[]) => void,
  ) {
    _host.addController(this);
  }

  public hostConnected(): void {
    this._host.addEventListener("dragenter", this._entered);
    this._host.addEventListener("dragover", this._held);
    this._host.addEventListener("dragleave", this._left);
    this._host.addEventListener("drop", this._dropped);
  }

  public hostDisconnected(): void {
    this._host.removeEventListener("dragenter", this._entered);
    this._host.removeEventListener("dragover", this._held);
    this._host.removeEventListener("dragleave", this._left);
    this._host.removeEventListener("drop", this._dropped);
    this._show(0);
  }

  private readonly _entered = (event: DragEvent): void => {
    if (this._concerns(event)) this._show(this._depth + 1);
  };

  private readonly _held = (event: DragEvent): void => {
    if (this._concerns(event)) event.preventDefault();
  };

  private readonly _left = (event: DragEvent): void => {
    if (this._concerns(event)) this._show(Math.max(0, this._depth - 1));
  };

  private readonly _dropped = (event: DragEvent): void => {
    if (!this._concerns(event)) return;
    event.preventDefault();
    this._show(0);
    this._take([...(event.dataTransfer?.files ?? [])]);
  };

  private _concerns(event: DragEvent): boolean {
    return hasFiles(event) && this._mayDrop();
  }

  private _show(depth: number): void {
    this._depth = depth;
    if (this.isOver === depth > 0) return;
    this.isOver = depth > 0;
    this._host.requestUpdate();
  }
}
