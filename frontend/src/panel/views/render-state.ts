import { mdiAlertCircleOutline } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../components/icon";

interface State {
  icon: string;
  text: string;
  action?: TemplateResult | typeof nothing;
  testId?: string;
}

/** Draw what stands where there is nothing to show. */
export const renderState = ({ icon: path, text, action, testId }: State) =>
  html`<div class="state" data-testid=${testId ?? "empty"}>
    ${icon(path, 48)}
    <p>${text}</p>
    ${action ?? nothing}
  </div>`;

/** Draw that something could not be loaded. */
export const renderFailure = (text: string, retryLabel: string, retry: () => void) =>
  renderState({
    icon: mdiAlertCircleOutline,
    text,
    testId: "load-error",
    action: html`<button class="button outlined" @click=${retry}>${retryLabel}</button>`,
  });

/** Draw that something is on its way. */
export const renderLoading = (text: string) => html`<div class="state" role="status">${text}</div>`;
