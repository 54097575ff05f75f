import type { Core, ElementDefinition, EventObject, NodeSingular } from "cytoscape";
import type { TopologyNode } from "../../../data/topology";
import { debounce } from "../../../utils/debounce";
import { loadCytoscape } from "./cytoscape";
import { readPalette, type Palette } from "./topology-colors";
import { placeAll, Seating, type Point } from "./topology-layout";
import { nodeIcon } from "./topology-look";
import { recallMoved, recallViewport, rememberMoved, rememberViewport } from "./topology-memory";
import { iconImage, topologyStyle } from "./topology-style";
import { everythingBelow, type TopologyTree } from "./topology-tree";

const ANIMATION_MS = 300;
const CLOSEST = 2.5;
const FARTHEST = 0.02;
/** How near one comes to a node that was looked for. */
const READING_ZOOM = 1;
const ROOM_PX = 24;

const QUIET_MS = 80;
/** Sizes of names in the map's pixels, and how large they should be on the screen. */
const HUB_NAMES = [
  { selector: ".hub", least: 12, most: 64, seen: 12 },
  { selector: "[kind != 'device']", least: 16, most: 90, seen: 14 },
] as const;

const movesLittle = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The map as Cytoscape draws it: nodes, lines, what is hidden, and where somebody has put what. */
export class TopologyGraph {
  private _tree?: TopologyTree;
  private _palette: Palette;
  private _labels = true;
  private readonly _seating = new Seating();
  private readonly _moved = recallMoved();
  private _offsets: ReadonlyMap<string, Point> = new Map();
  private _dragged?: { from: Point; below: { node: NodeSingular; start: Point }[] };

  /** Once the map stands: how large the names of hubs are depends on how near one is. */
  private readonly _moves = debounce(() => {
    rememberViewport({ zoom: this._cy.zoom(), pan: { ...this._cy.pan() } });
    this._sizeNames();
  }, QUIET_MS);

  private constructor(
    private readonly _cy: Core,
    private readonly _box: HTMLElement,
    private readonly _chosen: (id: string | undefined) => void,
  ) {
    this._palette = readPalette(_box);
    _cy.on("tap", (event) => this._tapped(event));
    _cy.on("grab", "node", (event) => this._grabbed(event.target as NodeSingular));
    _cy.on("drag", "node", (event) => this._draggedOn(event.target as NodeSingular));
    _cy.on("dragfree", "node", (event) => this._dropped(event.target as NodeSingular));
    _cy.on("viewport", () => this._moves());
  }

  /** Begin an empty map. Fails when what draws it can't be fetched. */
  public static async open(
    box: HTMLElement,
    chosen: (id: string | undefined) => void,
  ): Promise<TopologyGraph> {
    const cytoscape = await loadCytoscape();
    const cy = cytoscape({
      container: box,
      minZoom: FARTHEST,
      maxZoom: CLOSEST,
      boxSelectionEnabled: false,
      autounselectify: true,
      // While the map is moved it is moved as a picture; it is drawn anew when it stands.
      textureOnViewport: true,
    });
    return new TopologyGraph(cy, box, chosen);
  }

  public close(): void {
    this._moves.cancel();
    this._cy.destroy();
  }

  public resize(): void {
    this._cy.resize();
  }

  /** Draw in the colors of the theme that is set now. */
  public paint(): void {
    this._palette = readPalette(this._box);
    this._cy.batch(() => {
      this._cy
        .nodes()
        .forEach((node) => void node.data("icon", this._icon(this._node(node.id())!)));
    });
    this._cy.style(topologyStyle(this._palette, this._labels));
    this._sizeNames();
  }

  public showLabels(labels: boolean): void {
    if (labels === this._labels) return;
    this._labels = labels;
    this._cy.style(topologyStyle(this._palette, labels));
    this._sizeNames();
  }

  /** Show what there is now: what was there stays where it is. */
  public show(tree: TopologyTree): void {
    const isFirst = this._tree === undefined;
    this._tree = tree;
    this._offsets = this._seating.arrange(tree);
    const points = placeAll(tree, this._offsets, this._moved);
    this._cy.batch(() => {
      this._cy.nodes().forEach((node) => {
        if (!tree.nodes.has(node.id())) node.remove();
      });
      for (const node of tree.nodes.values()) this._put(node, points.get(node.id)!);
      for (const id of tree.nodes.keys()) this._tie(id);
    });
    if (!isFirst) return this._sizeNames();
    this.paint();
    const before = recallViewport();
    if (before) this._cy.viewport(before);
    else this.fit(false);
  }

  /** Hide what does not fit. */
  public hide(shown: ReadonlySet<string>): void {
    this._cy.batch(() => {
      this._cy.nodes().forEach((node) => void node.toggleClass("hidden", !shown.has(node.id())));
    });
  }

  public mark(chosen: string | undefined, found: ReadonlySet<string>): void {
    this._cy.batch(() => {
      this._cy.nodes().forEach((node) => {
        node.toggleClass("chosen", node.id() === chosen).toggleClass("found", found.has(node.id()));
      });
    });
  }

  public fit(animated = true): void {
    const eles = this._cy.elements(":visible");
    if (!animated || movesLittle()) this._cy.fit(eles, ROOM_PX);
    else this._cy.animate({ fit: { eles, padding: ROOM_PX } }, { duration: ANIMATION_MS });
  }

  public zoomBy(factor: number): void {
    const level = Math.min(CLOSEST, Math.max(FARTHEST, this._cy.zoom() * factor));
    const renderedPosition = { x: this._cy.width() / 2, y: this._cy.height() / 2 };
    if (movesLittle()) this._cy.zoom({ level, renderedPosition });
    else this._cy.animate({ zoom: { level, renderedPosition } }, { duration: ANIMATION_MS / 2 });
  }

  /** Bring a node into the middle, near enough to read it. */
  public centre(id: string): void {
    this._moveTo(id, Math.max(this._cy.zoom(), READING_ZOOM));
  }

  /** Bring a node into the middle if it is at the edge or outside. */
  public reveal(id: string): void {
    const at = this.whereIs(id);
    if (!at) return;
    const { x, y } = at;
    const isIn = (place: number, size: number) => place > ROOM_PX && place < size - ROOM_PX;
    if (!isIn(x, this._cy.width()) || !isIn(y, this._cy.height()))
      this._moveTo(id, this._cy.zoom());
  }

  private _moveTo(id: string, zoom: number): void {
    const node = this._cy.getElementById(id);
    if (node.empty()) return;
    this._cy.stop();
    if (movesLittle()) this._cy.zoom(zoom).center(node);
    else this._cy.animate({ center: { eles: node }, zoom }, { duration: ANIMATION_MS });
  }

  /** Forget what was moved by hand. */
  public arrange(): void {
    this._moved.clear();
    rememberMoved(this._moved);
    const points = placeAll(this._tree!, this._offsets, this._moved);
    this._cy.batch(() => {
      this._cy.nodes().forEach((node) => void node.position(points.get(node.id())!));
    });
    this.fit();
  }

  /** Where a node is on the screen, seen from the map's corner. */
  public whereIs(id: string): Point | undefined {
    const node = this._cy.getElementById(id);
    return node.empty() ? undefined : (node as NodeSingular).renderedPosition();
  }

  /** What others hang on is named also from afar. */
  private _sizeNames(): void {
    const zoom = this._cy.zoom();
    this._cy.batch(() => {
      for (const { selector, least, most, seen } of HUB_NAMES) {
        const size = Math.min(most, Math.max(least, seen / zoom));
        this._cy.nodes(selector).style({ "font-size": size, "text-max-width": `${size * 9}px` });
      }
    });
  }

  private _node(id: string): TopologyNode | undefined {
    return this._tree?.nodes.get(id);
  }

  private _put(node: TopologyNode, position: Point): void {
    const { id, kind, name, status, medium } = node;
    const data = { id, kind, name, status, medium, icon: this._icon(node) };
    let drawn = this._cy.getElementById(id);
    if (drawn.empty()) {
      // Cytoscape keeps the point that it is given.
      const added: ElementDefinition = { group: "nodes", data, position: { ...position } };
      drawn = this._cy.add(added);
    } else {
      drawn.data(data);
      if (!drawn.grabbed()) (drawn as NodeSingular).position(position);
    }
    drawn.toggleClass("hub", kind === "device" && this._tree!.lowers.has(id));
  }

  private _tie(id: string): void {
    const upper = this._tree!.uppers.get(id);
    const edge = `${id} up`;
    const drawn = this._cy.getElementById(edge);
    const data = { tie: upper?.tie, medium: this._node(id)?.medium };
    if (drawn.nonempty()) {
      if (drawn.data("target") === upper?.id) return void drawn.data(data);
      drawn.remove();
    }
    if (!upper) return;
    this._cy.add({ group: "edges", data: { ...data, id: edge, source: id, target: upper.id } });
  }

  private _icon(node: TopologyNode): string {
    const { text, onPrimary } = this._palette;
    return iconImage(nodeIcon(node), node.kind === "device" ? text : onPrimary);
  }

  private _tapped({ target, cy }: EventObject): void {
    if (target === cy) this._chosen(undefined);
    else if ((target as NodeSingular).isNode()) this._chosen((target as NodeSingular).id());
  }

  /** What hangs on a node comes with it. */
  private _grabbed(node: NodeSingular): void {
    const below = everythingBelow(this._tree!, node.id()).map((id) => {
      const each = this._cy.getElementById(id) as NodeSingular;
      return { node: each, start: { ...each.position() } };
    });
    this._dragged = { from: { ...node.position() }, below };
  }

  private _draggedOn(node: NodeSingular): void {
    const { from, below } = this._dragged!;
    const at = node.position();
    const [x, y] = [at.x - from.x, at.y - from.y];
    this._cy.batch(() => {
      for (const { node: each, start } of below) each.position({ x: start.x + x, y: start.y + y });
    });
  }

  private _dropped(node: NodeSingular): void {
    const at = node.position();
    const upper = this._tree!.uppers.get(node.id());
    const around = upper
      ? (this._cy.getElementById(upper.id) as NodeSingular).position()
      : { x: 0, y: 0 };
    this._moved.delete(node.id());
    this._moved.set(node.id(), { x: at.x - around.x, y: at.y - around.y });
    rememberMoved(this._moved);
  }
}
