/** Pixels of the longest side of a photo that is sent. */
const LONGEST = 2048;
const QUALITY = 0.86;
/** Pictures that may move or have gaps, which a JPEG has not, and that no camera writes places into. */
const KEPT_AS_THEY_ARE = ["image/gif", "image/png"];

export const isPicture = (file: Blob): boolean =>
  file.type.startsWith("image/") && file.type !== "image/svg+xml";

/** How large a picture is when it is made small: its longest side as long as allowed, never longer than it was. */
export const sizeWithin = (
  width: number,
  height: number,
  longest = LONGEST,
): { width: number; height: number } => {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
};

/**
 * Return a photo as it is sent: upright, at most 2,048 pixels long, without what the camera has written into it.
 *
 * What the browser can't read (HEIC in most of them) is sent as it is.
 */
export const shrinkPhoto = async (file: Blob): Promise<Blob> => {
  if (!isPicture(file)) return file;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return file;
  }
  try {
    const { width, height } = sizeWithin(bitmap.width, bitmap.height);
    if (width === bitmap.width && KEPT_AS_THEY_ARE.includes(file.type)) return file;
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width, height });
    const context = canvas.getContext("2d");
    if (!context) return file;
    context.fillStyle = "#fff";
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = "high";
    context.drawImage(bitmap, 0, 0, width, height);
    const small = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, "image/jpeg", QUALITY),
    );
    return small ?? file;
  } finally {
    bitmap.close();
  }
};
