/** Why there is no picture. */
export type CameraTrouble = "insecure" | "none" | "refused" | "busy";

/** One of the cameras of a device; a browser names them once the user has allowed one. */
export interface CameraChoice {
  id: string;
  name: string;
}

const CHOSEN = "home_inventory_camera";

/** Whether this page may ask for a camera at all: browsers offer none over plain http. */
export const isCameraOffered = (): boolean =>
  window.isSecureContext && Boolean((navigator as { mediaDevices?: MediaDevices }).mediaDevices);

const TROUBLES: Record<string, CameraTrouble> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "none",
  OverconstrainedError: "none",
};

/** Return what an error of the browser means. */
export const troubleOf = (error: unknown): CameraTrouble =>
  TROUBLES[(error as { name?: string } | null)?.name ?? ""] ?? "busy";

interface Capabilities extends MediaTrackCapabilities {
  torch?: boolean;
}

/** A camera that is on: its stream, and what else it can do. */
export class Camera {
  private readonly _track: MediaStreamTrack | undefined;

  private constructor(public readonly stream: MediaStream) {
    this._track = stream.getVideoTracks()[0];
  }

  /** Switch a camera on: the one that is asked for, the one that was chosen before, or one at the back. */
  public static async open(id?: string): Promise<Camera> {
    const wanted = id ?? remembered();
    const size = { width: { ideal: 1280 }, height: { ideal: 960 } };
    const rear = { ...size, facingMode: { ideal: "environment" } };
    try {
      const video = wanted ? { ...size, deviceId: { exact: wanted } } : rear;
      const camera = new Camera(await navigator.mediaDevices.getUserMedia({ video, audio: false }));
      if (id) remember(id);
      return camera;
    } catch (error) {
      // The camera that was chosen may have been unplugged since.
      if (!wanted || id || troubleOf(error) !== "none") throw error;
      return new Camera(await navigator.mediaDevices.getUserMedia({ video: rear, audio: false }));
    }
  }

  public get id(): string | undefined {
    return this._track?.getSettings?.().deviceId;
  }

  /** Whether it has a light that we may switch. */
  public get hasTorch(): boolean {
    const capabilities: Capabilities | undefined = this._track?.getCapabilities?.();
    return Boolean(capabilities?.torch);
  }

  public async light(on: boolean): Promise<void> {
    await this._track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
  }

  public stop(): void {
    for (const track of this.stream.getTracks()) track.stop();
  }

  /** The cameras of this device. */
  public static async list(): Promise<CameraChoice[]> {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices
      .filter(({ kind, deviceId }) => kind === "videoinput" && deviceId)
      .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
  }
}

const remembered = (): string | undefined => {
  try {
    return localStorage.getItem(CHOSEN) ?? undefined;
  } catch {
    return undefined; // a browser that keeps nothing
  }
};

const remember = (id: string): void => {
  try {
    localStorage.setItem(CHOSEN, id);
  } catch {
    // then it is chosen anew each time
  }
};
