import type { ReactiveController, ReactiveControllerHost } from "lit";
import { DragGhost } from "./drag-ghost";

/** How far a mouse has to go before it drags, and how far a finger may stray while it presses. */
const SLACK_PX = 8;
const LONG_PRESS_MS = 450;
const HOVER_MS = 600;
const EDGE_PX = 48;
const SCROLL_PX = 12;

/** What may be done with what is dragged, where the pointer is: text says it, `drop` does it. */
export interface Verdict {
  text: string;
  /** Missing where it is refused. */
  drop?: () => void;
}

export interface DragRules<What> {
  /** Return what an element stands for; undefined if it is not to be dragged. */
  read: (element: HTMLElement) => { what: What; name: string } | undefined;
  /** Return what would happen on an element; undefined if nothing would, and nothing has to be said. */
  judge: (what: What, target: HTMLElement) => Verdict | undefined;
  /** Somebody waits over an element: it may open. */
  hover?: (target: HTMLElement) => void;
}

interface Drag<What> {
  what: What;
  name: string;
  pointer: number;
  from: { x: number; y: number };
  ghost?: DragGhost;
  timer?: ReturnType<typeof setTimeout>;
  target?: HTMLElement;
  verdict?: Verdict;
  hover?: ReturnType<typeof setTimeout>;
}

/**
 * Lets things be dragged with the mouse, or with a finger after a long press, from any element with `data-drag` inside the
 * host to any with `data-drop`, through shadow roots. The element under the pointer gets `data-over="yes"` or `"no"`.
 *
 * The browser's own drag and drop knows no touch, and draws pictures of rows.
 */
export class DragController<What> implements ReactiveController {
  private _drag?: Drag<What>;

  public constructor(
    private readonly _host: ReactiveControllerHost & HTMLElement,
    private readonly _rules: DragRules<What>,
  ) {
    _host.addController(this);
  }

  public hostConnected(): void {
    this._host.addEventListener("pointerdown", this._pressed);
    this._host.addEventListener("dragstart", this._nativeDrag);
    this._host.addEventListener("contextmenu", this._menu);
    // A listener that may keep the page from scrolling has to say so.
    this._host.addEventListener("touchmove", this._touchMoved, { passive: false });
    window.addEventListener("pointermove", this._moved);
    window.addEventListener("pointerup", this._released);
    window.addEventListener("pointercancel", this._cancel);
    window.addEventListener("keydown", this._key, { capture: true });
  }

  public hostDisconnected(): void {
    this._cancel();
    this._host.removeEventListener("pointerdown", this._pressed);
    this._host.removeEventListener("dragstart", this._nativeDrag);
    this._host.removeEventListener("contextmenu", this._menu);
    this._host.removeEventListener("touchmove", this._touchMoved);
    window.removeEventListener("pointermove", this._moved);
    window.removeEventListener("pointerup", this._released);
    window.removeEventListener("pointercancel", this._cancel);
    window.removeEventListener("keydown", this._key, { capture: true });
  }

  private readonly _pressed = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary || this._drag) return;
    const element = inPath(event, "drag");
    const read = element && this._rules.read(element);
    if (!read) return;
    const drag: Drag<What> = {
      ...read,
      pointer: event.pointerId,
      from: { x: event.clientX, y: event.clientY },
    };
    if (event.pointerType !== "mouse") {
      drag.timer = setTimeout(() => this._begin(drag, drag.from), LONG_PRESS_MS);
    }
    this._drag = drag;
  };

  private readonly _moved = (event: PointerEvent): void => {
    const drag = this._drag;
    if (drag?.pointer !== event.pointerId) return;
    const at = { x: event.clientX, y: event.clientY };
    if (!drag.ghost) {
      if (Math.hypot(at.x - drag.from.x, at.y - drag.from.y) < SLACK_PX) return;
      if (drag.timer) return this._cancel(); // a finger that scrolls
      this._begin(drag, at);
    }
    this._look(drag, at);
  };

  private _begin(drag: Drag<What>, at: { x: number; y: number }): void {
    drag.ghost = new DragGhost();
    drag.ghost.name = drag.name;
    drag.ghost.moveTo(at.x, at.y);
    document.body.append(drag.ghost);
    this._host.toggleAttribute("dragging", true);
    if (drag.timer) navigator.vibrate?.(20);
  }

  private _look(drag: Drag<What>, at: { x: number; y: number }): void {
    drag.ghost!.moveTo(at.x, at.y);
    const path = pathAt(at.x, at.y);
    scrollAtEdge(path, at.y);
    const target = path.find((element) => element.dataset.drop !== undefined);
    if (target === drag.target) return;
    this._leave(drag);
    drag.target = target;
    drag.verdict = target && this._rules.judge(drag.what, target);
    drag.ghost!.text = drag.verdict?.text ?? "";
    drag.ghost!.refused = drag.verdict !== undefined && !drag.verdict.drop;
    if (!target) return;
    if (drag.verdict) target.dataset.over = drag.verdict.drop ? "yes" : "no";
    drag.hover = setTimeout(() => this._rules.hover?.(target), HOVER_MS);
  }

  private _leave(drag: Drag<What>): void {
    clearTimeout(drag.hover);
    if (drag.target) delete drag.target.dataset.over;
  }

  private readonly _released = (event: PointerEvent): void => {
    const drag = this._drag;
    if (drag?.pointer !== event.pointerId) return;
    const { ghost, verdict } = drag;
    this._cancel();
    if (!ghost) return;
    // What was dragged is a link: letting it go is no click on it.
    const stop = (click: Event) => (click.preventDefault(), click.stopPropagation());
    window.addEventListener("click", stop, { capture: true, once: true });
    setTimeout(() => window.removeEventListener("click", stop, { capture: true }));
    verdict?.drop?.();
  };

  private readonly _cancel = (): void => {
    const drag = this._drag;
    if (!drag) return;
    clearTimeout(drag.timer);
    this._leave(drag);
    drag.ghost?.remove();
    this._host.toggleAttribute("dragging", false);
    this._drag = undefined;
  };

  private readonly _key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this._drag?.ghost) return;
    event.stopPropagation();
    this._cancel();
  };

  private readonly _touchMoved = (event: TouchEvent): void => {
    if (this._drag?.ghost) event.preventDefault();
  };

  private readonly _nativeDrag = (event: Event): void => {
    if (inPath(event, "drag")) event.preventDefault();
  };

  private readonly _menu = (event: Event): void => {
    if (this._drag?.timer) event.preventDefault(); // a long press asks for it, too
  };
}

const isElement = (target: EventTarget): target is HTMLElement => target instanceof HTMLElement;

const inPath = (event: Event, name: "drag" | "drop"): HTMLElement | undefined =>
  event
    .composedPath()
    .filter(isElement)
    .find(({ dataset }) => dataset[name] !== undefined);

/** The elements at a point, the innermost first, through all shadow roots. */
const pathAt = (x: number, y: number): HTMLElement[] => {
  const path: HTMLElement[] = [];
  let node: Node | null = document.elementFromPoint(x, y);
  while (node instanceof Element && node.shadowRoot) {
    const inner: Element | null = node.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === node) break;
    node = inner;
  }
  while (node) {
    if (node instanceof HTMLElement) path.push(node);
    node = node instanceof ShadowRoot ? node.host : (node.parentNode ?? null);
  }
  return path;
};

/** Whoever drags to the edge of a list wants to see more of it. */
const scrollAtEdge = (path: readonly HTMLElement[], y: number): void => {
  const list = path.find(
    (element) =>
      element.scrollHeight > element.clientHeight + 1 &&
      ["auto", "scroll"].includes(getComputedStyle(element).overflowY),
  );
  if (!list) return;
  const { top, bottom } = list.getBoundingClientRect();
  if (y < top + EDGE_PX) list.scrollBy(0, -SCROLL_PX);
  else if (y > bottom - EDGE_PX) list.scrollBy(0, SCROLL_PX);
};
