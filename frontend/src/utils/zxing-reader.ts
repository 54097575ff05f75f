import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasm from "zxing-wasm/reader/zxing_reader.wasm";
import type { BarcodeReader } from "./barcode-reader";

/** How many pixels the longer side of a picture keeps: enough for a label at arm's length, and quick on an old phone. */
const LONGEST = 1280;

const FORMATS = {
  QRCode: "qr_code",
  EAN13: "ean_13",
  EAN8: "ean_8",
  UPCA: "upc_a",
  UPCE: "upc_e",
  Code128: "code_128",
  Code39: "code_39",
  DataMatrix: "data_matrix",
} as const;
type Format = keyof typeof FORMATS;

/** Return a reader that needs nothing of the browser but WebAssembly; it comes from our folder, never from elsewhere. */
export const openZxingReader = async (): Promise<BarcodeReader> => {
  const address = new URL(wasm, import.meta.url).href;
  await prepareZXingModule({ overrides: { locateFile: () => address }, fireImmediately: true });
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  return {
    read: async (video) => {
      const { videoWidth: width, videoHeight: height } = video;
      if (!context || !width || !height) return [];
      const scale = Math.min(1, LONGEST / Math.max(width, height));
      const { canvas } = context;
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const image = context.getImageData(0, 0, canvas.width, canvas.height);
      const found = await readBarcodes(image, {
        formats: Object.keys(FORMATS) as Format[],
        maxNumberOfSymbols: 4,
      });
      return found
        .filter(({ isValid }) => isValid)
        .map(({ text, format }) => ({ text, format: FORMATS[format as Format] ?? format }));
    },
  };
};
