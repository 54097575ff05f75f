import { afterEach, describe, expect, it, vi } from "vitest";
import { Camera, isCameraOffered, troubleOf } from "./camera";

const stream = (id: string) => {
  const track = { stop: vi.fn(), getSettings: () => ({ deviceId: id }) };
  return { getTracks: () => [track], getVideoTracks: () => [track], track };
};
const offer = (getUserMedia: (wanted: MediaStreamConstraints) => unknown, secure = true) => {
  vi.stubGlobal("isSecureContext", secure);
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia } });
};

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe("the camera", () => {
  it("is offered on a safe page only", () => {
    offer(() => undefined);
    expect(isCameraOffered()).toBe(true);
    offer(() => undefined, false);
    expect(isCameraOffered()).toBe(false);
  });

  it.each([
    ["NotAllowedError", "refused"],
    ["NotFoundError", "none"],
    ["NotReadableError", "busy"],
  ])("says what %s means", (name, trouble) => {
    expect(troubleOf(new DOMException("", name))).toBe(trouble);
  });

  it("is the one that was chosen before, and one at the back when that is gone", async () => {
    const asked: unknown[] = [];
    const answer = (wanted: MediaStreamConstraints) => {
      asked.push((wanted.video as MediaTrackConstraints).deviceId);
      if (asked.length === 2) throw new DOMException("", "NotFoundError");
      return Promise.resolve(stream("rear"));
    };
    offer(answer);
    await Camera.open("webcam");
    const camera = await Camera.open();
    expect(asked).toEqual([{ exact: "webcam" }, { exact: "webcam" }, undefined]);
    expect(camera.id).toBe("rear");
  });

  it("is off when it has been stopped", async () => {
    const given = stream("rear");
    offer(() => Promise.resolve(given));
    (await Camera.open()).stop();
    expect(given.track.stop).toHaveBeenCalledOnce();
  });
});
