import {
  mdiArchiveArrowUpOutline,
  mdiArchiveOutline,
  mdiDeleteOutline,
  mdiArrowRightBoldBoxOutline,
  mdiHandExtendedOutline,
  mdiPencilOutline,
} from "@mdi/js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { InventoryElement } from "../../components/base-element";
import "../../components/code-card";
import { icon } from "../../components/icon";
import { itemBadges } from "../../components/item-badges";
import { baseStyles, buttonStyles, chipStyles } from "../../components/styles";
import { describeError } from "../../data/errors";
import type { InventoryInfo } from "../../data/info";
import { fetchItemWithFiles, type AttachmentView } from "../../data/attachment";
import type { Item } from "../../data/item";
import { asShown, OptimisticController } from "../../data/optimistic";
import { concerns, concernsKind, SubscribeController, type Notice } from "../../data/subscribe";
import { defineElement } from "../../ha/define-element";
import { navigate, PANEL_PATH } from "../../ha/navigate";
import type { HomeAssistant } from "../../ha/types";
import { answerOrder } from "../../utils/answer-order";
import { isFocusLost } from "../../utils/focus";
import {
  archiveItemWithUndo,
  deleteItemAfterAsking,
  editItemWithDialog,
  moveItemWithDialog,
  restoreItemWithUndo,
} from "../item-actions";
import { leftToLend } from "../../data/loan";
import { lendItemWithDialog } from "../loan-actions";
import { DropController } from "./files/drop-controller";
import type { ItemFiles } from "./files/item-files";
import { openFile, type OpenFileEvent } from "./files/open-file";
import "./files/item-photos";
import "./item-devices";
import "./item-facts";
import "./item-history";
import "./item-loans";
import "./item-places";
import "./item-similar";
import { renderFailure } from "./render-state";
import { viewStyles } from "./view-styles";
import { dropStyles } from "./files/drop-styles";

/** One item: what it is, where it is, what is known of it, and what happened to it. */
@defineElement("home-inventory-item-detail")
export class ItemDetail extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property() public itemId!: string;

  @state() private _item?: Item;
  @state() private _attachments: AttachmentView[] = [];
  @state() private _error?: string;
  /** Goes up with every notice about the item, so that the history is read again. */
  @state() private _revision = 0;
  @query("[data-testid=restore], [data-testid=archive]") private readonly _takesBack?: HTMLElement;

  private _wasArchived?: boolean;

  @query("home-inventory-item-files") private readonly _files?: ItemFiles;
  private readonly _drop: DropController;

  public constructor() {
    super();
    new SubscribeController(this, (notices) => this._noticed(notices));
    new OptimisticController(this);
    const canAttach = () => this.info.can_write && this._item?.archived === false;
    this._drop = new DropController(this, canAttach, (files) => void this._files?.take(files));
  }

  protected override firstUpdated(): void {
    void import("./files/item-files"); // below what one looks at first
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has("itemId")) return;
    this._item = this._error = undefined;
    this._attachments = [];
    void this._load();
  }

  private _noticed(notices: readonly Notice[]): void {
    const isOurs = concerns(notices, this.itemId);
    if (!isOurs && !concernsKind(notices, "location", "category")) return;
    if (isOurs) this._revision += 1;
    void this._load();
  }

  private readonly _asks = answerOrder();
  private readonly _load = async (): Promise<void> => {
    const { hass, itemId } = this;
    if (!hass) return;
    const isLate = this._asks();
    try {
      const { item, attachments } = await fetchItemWithFiles(hass, itemId);
      if (itemId !== this.itemId || isLate()) return;
      this._item = item;
      this._attachments = attachments;
      this._error = undefined;
    } catch (error) {
      if (itemId !== this.itemId || isLate()) return;
      this._item = undefined;
      this._error = await describeError(hass, error);
    }
  };

  private readonly _delete = async (): Promise<void> => {
    const deleted = this._item && (await deleteItemAfterAsking(this, this._item));
    if (deleted) navigate(`${PANEL_PATH}/items${location.search}`, { replace: true });
  };

  protected override render() {
    if (this._error) {
      return renderFailure(this._error, this.localize("action.retry"), () => void this._load());
    }
    const item = this._item && asShown("item", this._item);
    if (!this.hass || !item) {
      return html`<div class="state" role="status">${this.localize("state.loading")}</div>`;
    }
    return html`<article
      class="page ${this._drop.isOver ? "dropping" : ""}"
      data-testid="item-detail"
      @open-file=${({ detail }: OpenFileEvent) => void openFile(this.hass!, detail)}
    >
      ${this._drop.isOver ? html`<p class="drop" role="status">${this.localize("files.drop_here")}</p>` : nothing}
      <home-inventory-item-photos
        .hass=${this.hass}
        .item=${item}
        .attachments=${this._attachments}
        ?hidden=${!item.photo}
      ></home-inventory-item-photos>
      ${this._renderHead(this.hass, item)}
      <home-inventory-item-places
        .hass=${this.hass}
        .info=${this.info}
        .item=${item}
        @item-changed=${(event: CustomEvent<Item>) => (this._item = event.detail)}
      ></home-inventory-item-places>
      <home-inventory-item-loans
        .hass=${this.hass}
        .info=${this.info}
        .item=${item}
      ></home-inventory-item-loans>
      <home-inventory-item-files
        .hass=${this.hass}
        .info=${this.info}
        .item=${item}
        .attachments=${this._attachments}
      ></home-inventory-item-files>
      ${this._renderMore(item)}
    </article>`;
  }

  /** What is known of it, what is like it, and what happened to it. */
  private _renderMore(item: Item) {
    return html`<home-inventory-item-devices
        .hass=${this.hass}
        .itemId=${item.id}
      ></home-inventory-item-devices>
      <home-inventory-item-facts
        .hass=${this.hass}
        .info=${this.info}
        .item=${item}
      ></home-inventory-item-facts>
      <home-inventory-item-similar
        .hass=${this.hass}
        .info=${this.info}
        .itemId=${item.id}
      ></home-inventory-item-similar>
      <home-inventory-code-card
        .hass=${this.hass}
        .code=${item.code}
        .itemId=${item.id}
      ></home-inventory-code-card>
      <home-inventory-item-history
        .hass=${this.hass}
        .info=${this.info}
        .item=${item}
        .revision=${this._revision}
      ></home-inventory-item-history>`;
  }

  private _renderHead(hass: HomeAssistant, item: Item) {
    return html`<section class="card">
      <h1 data-testid="item-name">${item.name}</h1>
      <div class="tags">
        <span class="code" data-testid="item-code">${item.code}</span>
        ${itemBadges(hass, item, this.info.warning_days)}
      </div>
      ${item.description ? html`<p>${item.description}</p>` : nothing}
      ${this.info.can_write ? this._renderActions(item) : nothing}
    </section>`;
  }

  private _renderActions(item: Item) {
    const actions = item.archived
      ? [this._button("restore", mdiArchiveArrowUpOutline, () => restoreItemWithUndo(this, item))]
      : [
          this._button(
            "move",
            mdiArrowRightBoldBoxOutline,
            () => moveItemWithDialog(this, item),
            "primary",
          ),
          ...(leftToLend(item) > 0
            ? [this._button("lend", mdiHandExtendedOutline, () => lendItemWithDialog(this, item))]
            : []),
          this._button("edit", mdiPencilOutline, () => editItemWithDialog(this, item)),
          this._button("archive", mdiArchiveOutline, () => archiveItemWithUndo(this, item)),
        ];
    if (this.info.is_admin && item.archived) {
      actions.push(this._button("delete", mdiDeleteOutline, this._delete, "danger"));
    }
    return html`<div class="actions">${keyed(item.archived, actions)}</div>`;
  }

  private _button(
    name: "move" | "lend" | "edit" | "archive" | "restore" | "delete",
    path: string,
    act: () => Promise<void>,
    look: "primary" | "danger" | "outlined" = "outlined",
  ): TemplateResult {
    return html`<button
      class="button ${look} ${look === "danger" ? "outlined" : ""}"
      data-testid=${name}
      @click=${() => void act()}
    >
      ${icon(path, 20)} ${this.localize(`action.${name}`)}
    </button>`;
  }

  /** Where the button that was pressed has gone, the one that takes it back has the focus. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const isArchived = this._item && asShown("item", this._item)?.archived;
    const isOther = this._wasArchived !== undefined && isArchived !== this._wasArchived;
    if (isOther && isFocusLost()) this._takesBack?.focus();
    this._wasArchived = isArchived;
  }

  public static override styles = [baseStyles, buttonStyles, chipStyles, viewStyles, dropStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-item-detail": ItemDetail;
  }
}
