/** How long the PDF is kept after the browser has opened its print dialog; Safari returns before it has read it. */
const KEPT_MS = 60_000;

/**
 * Hand a PDF to the browser's print dialog, without leaving the page.
 *
 * Raises an error when it can't be fetched.
 */
export const printPdf = async (path: string): Promise<void> => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${response.status}`);
  const address = URL.createObjectURL(await response.blob());
  const frame = document.createElement("iframe");
  frame.style.cssText = "position:fixed;width:0;height:0;border:0";
  frame.title = "PDF";
  frame.src = address;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  frame.contentWindow?.focus();
  frame.contentWindow?.print();
  setTimeout(() => {
    frame.remove();
    URL.revokeObjectURL(address);
  }, KEPT_MS);
};

/** Open a PDF beside this page. Where the browser does not allow that, nothing happens: a link has to be offered as well. */
export const openPdf = (path: string): void => {
  window.open(path, "_blank", "noopener");
};
