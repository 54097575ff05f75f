/** The theme's colors in a form that a canvas understands, whatever the theme writes. */
export interface Palette {
  text: string;
  quiet: string;
  line: string;
  surface: string;
  page: string;
  primary: string;
  onPrimary: string;
  online: string;
  missing: string;
  offline: string;
}

const VARIABLES: Readonly<Record<keyof Palette, [string, string]>> = {
  text: ["--primary-text-color", "#212121"],
  quiet: ["--secondary-text-color", "#727272"],
  line: ["--divider-color", "rgba(0,0,0,.12)"],
  surface: ["--card-background-color", "#fff"],
  page: ["--primary-background-color", "#fafafa"],
  primary: ["--primary-color", "#03a9f4"],
  onPrimary: ["--text-primary-color", "#fff"],
  online: ["--success-color", "#43a047"],
  missing: ["--error-color", "#db4437"],
  offline: ["--warning-color", "#ffa600"],
};

/** Read the colors where an element stands. */
export const readPalette = (element: HTMLElement): Palette => {
  const probe = document.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const colors: Partial<Palette> = {};
  for (const name of Object.keys(VARIABLES) as (keyof Palette)[]) {
    const [variable, otherwise] = VARIABLES[name];
    probe.style.color = `var(${variable}, ${otherwise})`;
    colors[name] = plainColor(paint, getComputedStyle(probe).color, otherwise);
  }
  probe.remove();
  return colors as Palette;
};

/** Write a color as rgba(): themes use oklch(), color-mix() and more, of which Cytoscape knows nothing. */
const plainColor = (
  paint: CanvasRenderingContext2D | null,
  color: string,
  otherwise: string,
): string => {
  if (!paint) return otherwise;
  paint.canvas.width = paint.canvas.height = 1;
  paint.fillStyle = color;
  paint.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = paint.getImageData(0, 0, 1, 1).data;
  return `rgba(${red},${green},${blue},${(alpha / 255).toFixed(3)})`;
};

/** Call back when the theme may have changed: Home Assistant writes its colors into the root element. */
export const watchTheme = (changed: () => void): (() => void) => {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["style", "class"] });
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    scheme.removeEventListener("change", changed);
  };
};
