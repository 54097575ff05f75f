import { mdiCloudSyncOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { icon } from "../components/icon";
import type { StoreInfo } from "../data/store";
import type { Locale } from "../ha/types";
import { translate } from "../localize/localize";
import { formatTime } from "../utils/format";

/** Draw that a backup holds changes back; nothing while there is none. */
export const renderBackupBanner = (store: StoreInfo | undefined, locale: Locale) => {
  const text = store?.backup_since ? textOf(store.waiting, store.backup_since, locale) : undefined;
  return html`<div class="banners" role="status" aria-live="polite">
    ${
      text
        ? html`<div class="banner" data-testid="backup-banner">
            ${icon(mdiCloudSyncOutline)}<span>${text}</span>
          </div>`
        : nothing
    }
  </div>`;
};

const textOf = (waiting: number, since: string, locale: Locale): string => {
  const values = { time: formatTime(since, locale) };
  if (!waiting) return translate(locale.language, "backup.running", values);
  return translate(locale.language, "backup.waiting", { ...values, count: waiting });
};

export const bannerStyles = css`
  .banners {
    flex: none;
  }
  .banner {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 12px;
    min-height: 48px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--divider-color);
    background:
      linear-gradient(color-mix(in srgb, var(--info-color, #039be5) 16%, transparent) 0 100%),
      var(--card-background-color, #fff);
    color: var(--primary-text-color);
  }
  .banner svg {
    flex: none;
    color: color-mix(in srgb, var(--info-color, #039be5) 62%, var(--primary-text-color));
  }
`;
