import { mdiCameraOffOutline, mdiFlashlight, mdiFlashlightOff } from "@mdi/js";
import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { defineElement } from "../ha/define-element";
import { openBarcodeReader, type BarcodeReader, type ScannedCode } from "../utils/barcode-reader";
import {
  Camera,
  isCameraOffered,
  troubleOf,
  type CameraChoice,
  type CameraTrouble,
} from "../utils/camera";
import { Sightings } from "../utils/sightings";
import { InventoryElement } from "./base-element";
import { cameraScannerStyles } from "./camera-scanner-styles";
import { icon } from "./icon";
import { baseStyles, buttonStyles, fieldStyles } from "./styles";

export { isCameraOffered } from "../utils/camera";
export type { ScannedCode } from "../utils/barcode-reader";
export type ScannedEvent = CustomEvent<ScannedCode>;

/** Between two looks at the picture, in milliseconds: quick enough for a hand, slow enough for a phone's battery. */
const PAUSE_MS = 120;
/** How long the frame shows that something has been read. */
const GLOW_MS = 400;

/**
 * Shows what the camera sees and fires `scanned` with `{text, format}` for every code that comes into the picture, once
 * until it has been out of it. It looks while it is in the page and to be seen; the camera is off otherwise.
 */
@defineElement("home-inventory-camera-scanner")
export class CameraScanner extends InventoryElement {
  /** While true the picture goes on, but nothing is read. */
  @property({ type: Boolean }) public paused = false;

  @state() private _camera?: Camera;
  @state() private _trouble?: CameraTrouble;
  @state() private _choices: CameraChoice[] = [];
  @state() private _isLit = false;
  @state() private _glows = false;
  @state() private _unreadable = false;
  @query("video") private readonly _video?: HTMLVideoElement;

  private readonly _seen = new Sightings();
  private _reader?: BarcodeReader;
  private _isOpening = false;
  private _isShown = false;
  private _timer?: ReturnType<typeof setTimeout>;
  private _glow?: ReturnType<typeof setTimeout>;

  /** An element that is hidden has no size. */
  private readonly _size = new ResizeObserver(([entry]) => {
    this._isShown = (entry?.contentRect.width ?? 0) > 0;
    this._wake();
  });

  public override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this._wake);
    this._size.observe(this);
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this._wake);
    this._size.disconnect();
    this._isShown = false;
    this._stop();
  }

  private get _isWanted(): boolean {
    return this.isConnected && this._isShown && document.visibilityState !== "hidden";
  }

  private readonly _wake = (): void => {
    if (!this._isWanted) this._stop();
    else if (!this._camera && !this._trouble) void this._start();
  };

  private readonly _start = async (id?: string): Promise<void> => {
    if (this._isOpening) return;
    this._trouble = isCameraOffered() ? undefined : "insecure";
    if (this._trouble) return;
    this._isOpening = true;
    try {
      const camera = await Camera.open(id);
      this._isOpening = false;
      if (!this._isWanted) return camera.stop();
      this._camera = camera;
      this._choices = await Camera.list();
      await this._look();
    } catch (error) {
      this._isOpening = false;
      this._stop();
      this._trouble = troubleOf(error);
    }
  };

  private _stop(): void {
    clearTimeout(this._timer);
    clearTimeout(this._glow);
    this._camera?.stop();
    this._camera = undefined;
    this._isLit = this._glows = false;
    this._seen.forget();
  }

  /** Show the picture, and begin to read. */
  private async _look(): Promise<void> {
    await this.updateComplete;
    const { _camera: camera, _video: video } = this;
    if (!camera || !video) return;
    video.srcObject = camera.stream;
    await video.play().catch(() => undefined); // cut off when the picture is taken away again at once
    try {
      this._reader ??= await openBarcodeReader();
      this._unreadable = false;
    } catch {
      this._unreadable = true;
      return;
    }
    if (camera === this._camera) this._next();
  }

  private _next(): void {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => void this._read(), PAUSE_MS);
  }

  private async _read(): Promise<void> {
    const { _camera: camera, _video: video } = this;
    if (!camera || !video) return;
    if (!this.paused) {
      const found = await this._reader?.read(video).catch(() => []);
      if (camera !== this._camera) return;
      for (const code of found ?? []) this._found(code);
    }
    if (camera === this._camera) this._next();
  }

  private _found(code: ScannedCode): void {
    if (!code.text || !this._seen.isNew(code.text, performance.now())) return;
    this._glows = true;
    clearTimeout(this._glow);
    this._glow = setTimeout(() => (this._glows = false), GLOW_MS);
    this.dispatchEvent(new CustomEvent("scanned", { detail: code, bubbles: true, composed: true }));
  }

  private readonly _switchLight = async (): Promise<void> => {
    const lit = !this._isLit;
    try {
      await this._camera?.light(lit);
      this._isLit = lit;
    } catch {
      this._isLit = false;
    }
  };

  private readonly _choose = (event: Event): void => {
    this._stop();
    void this._start((event.target as HTMLSelectElement).value);
  };

  private readonly _retry = (): void => {
    this._trouble = undefined;
    this._unreadable = false;
    if (this._camera) void this._look();
    else void this._start();
  };

  protected override render() {
    if (this._trouble) return this._renderTrouble(this.localize(`scan.camera_${this._trouble}`));
    if (this._unreadable) return this._renderTrouble(this.localize("scan.reader_missing"));
    return html`<div class="picture ${this._glows ? "glows" : ""}" data-testid="camera">
        <video muted playsinline aria-label=${this.localize("scan.picture")}></video>
        <div class="frame" aria-hidden="true"></div>
        ${this._camera?.hasTorch ? this._renderLight() : nothing}
      </div>
      <p class="hint quiet" role="status">
        ${this.localize(this._camera ? "scan.aim" : "scan.starting")}
      </p>
      ${this._choices.length > 1 ? this._renderChoice() : nothing}`;
  }

  private _renderLight() {
    return html`<button
      type="button"
      class="icon-button light"
      data-testid="torch"
      aria-pressed=${this._isLit ? "true" : "false"}
      aria-label=${this.localize("scan.light")}
      @click=${this._switchLight}
    >
      ${icon(this._isLit ? mdiFlashlightOff : mdiFlashlight)}
    </button>`;
  }

  private _renderChoice() {
    return html`<select
      data-testid="camera-choice"
      aria-label=${this.localize("scan.camera")}
      @change=${this._choose}
    >
      ${this._choices.map(
        ({ id, name }, index) =>
          html`<option value=${id} ?selected=${id === this._camera?.id}>
            ${name || this.localize("scan.camera_number", { number: index + 1 })}
          </option>`,
      )}
    </select>`;
  }

  private _renderTrouble(text: string) {
    return html`<div class="trouble" role="status" data-testid="camera-trouble">
      ${icon(mdiCameraOffOutline, 32)}
      <p>${text}</p>
      ${
        this._trouble === "insecure"
          ? nothing
          : html`<button type="button" class="button outlined" @click=${this._retry}>
              ${this.localize("action.retry")}
            </button>`
      }
    </div>`;
  }

  public static override styles = [baseStyles, buttonStyles, fieldStyles, cameraScannerStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-camera-scanner": CameraScanner;
  }
}
