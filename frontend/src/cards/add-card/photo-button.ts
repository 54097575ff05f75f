import { mdiCameraOutline } from "@mdi/js";
import { html, type ReactiveControllerHost } from "lit";
import { icon } from "../../components/icon";
import type { HassElement } from "../../ha/types";
import { translate } from "../../localize/localize";

/** Takes a picture of what is about to be added; shows it until it is sent. */
export class PhotoButton {
  private _photo?: { file: File; url: string } | undefined;

  public constructor(private readonly _host: ReactiveControllerHost & HassElement) {}

  /**
   * Attach the photo to an item, if one was taken; return the batch that did so.
   *
   * The next may be taken while it is on its way.
   */
  public async sendTo(item: string): Promise<string | null | undefined> {
    const { hass } = this._host;
    const { _photo: photo } = this;
    if (!hass || !photo) return undefined;
    this._keep();
    const { attachFile } = await import("../../data/attach-files");
    return (await attachFile(hass, item, photo.file)).batch;
  }

  private readonly _chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this._keep(input.files?.[0]);
    input.value = ""; // so that the same file may be chosen again
  };

  private _keep(file?: File): void {
    if (this._photo) URL.revokeObjectURL(this._photo.url);
    this._photo = file && { file, url: URL.createObjectURL(file) };
    this._host.requestUpdate();
  }

  public render() {
    const { hass } = this._host;
    const key = this._photo ? "card.add.photo_again" : "card.add.photo";
    return html`<label class="icon-button photo">
      ${this._photo ? html`<img src=${this._photo.url} alt="" data-testid="photo-taken" />` : icon(mdiCameraOutline)}
      <input
        type="file"
        class="sr-only"
        data-testid="photo"
        accept="image/*"
        capture="environment"
        aria-label=${hass ? translate(hass.language, key) : ""}
        @change=${this._chosen}
      />
    </label>`;
  }
}
