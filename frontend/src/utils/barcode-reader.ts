/** What stood on something that was held in front of the camera. */
export interface ScannedCode {
  text: string;
  /** The kind of code, as browsers name it: "qr_code", "ean_13", "code_128" and the like. */
  format: string;
}

/** Reads the codes in what a camera shows right now. */
export interface BarcodeReader {
  read(video: HTMLVideoElement): Promise<ScannedCode[]>;
}

/** The kinds of codes that are looked for; more of them take longer and are misread more easily. */
export const FORMATS = [
  "qr_code",
  "ean_13",
  "ean_8",
  "upc_a",
  "upc_e",
  "code_128",
  "code_39",
  "data_matrix",
] as const;

/** Without these a browser's own reader is of no use here. */
const NEEDED = ["qr_code", "ean_13", "upc_a", "code_128"];

interface Detected {
  rawValue: string;
  format: string;
}

/** The browser's own reader, where there is one: https://wicg.github.io/shape-detection-api/. */
interface BarcodeDetectorClass {
  new (options: { formats: string[] }): { detect(video: HTMLVideoElement): Promise<Detected[]> };
  getSupportedFormats(): Promise<string[]>;
}

const openOwnReader = async (): Promise<BarcodeReader | undefined> => {
  const Detector = (window as { BarcodeDetector?: BarcodeDetectorClass }).BarcodeDetector;
  if (!Detector) return undefined;
  try {
    const known = await Detector.getSupportedFormats();
    if (!NEEDED.every((format) => known.includes(format))) return undefined;
    const detector = new Detector({ formats: FORMATS.filter((format) => known.includes(format)) });
    return {
      read: async (video) =>
        (await detector.detect(video)).map(({ rawValue, format }) => ({ text: rawValue, format })),
    };
  } catch {
    return undefined; // a phone without the service that reads them says so only when it is asked
  }
};

/** Return a reader: the browser's own, or one that is fetched from our own folder. Fails when that can't be fetched. */
export const openBarcodeReader = async (): Promise<BarcodeReader> =>
  (await openOwnReader()) ?? (await import("./zxing-reader")).openZxingReader();
