import type { HomeAssistant, Unsubscribe } from "../ha/types";
import { SubscriptionController } from "./subscription";
import type { ImportStep } from "./types.gen";

/** Knows how far the import of this user has come, for as long as its element is in the page. */
export class ImportController extends SubscriptionController {
  public step?: ImportStep;

  protected override subscribe(hass: HomeAssistant): Promise<Unsubscribe> {
    return hass.connection.subscribeMessage<ImportStep>(
      (step) => {
        this.step = step;
        this.host.requestUpdate();
      },
      { type: "home_inventory/import/watch" },
    );
  }
}
