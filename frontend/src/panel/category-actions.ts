import { showDone, showError } from "../components/undo-toast";
import {
  addCategory,
  mergeCategories,
  removeCategory,
  updateCategory,
  type Category,
  type CategoryResult,
} from "../data/category";
import { atOnce } from "../data/optimistic";
import { showMergeCategory } from "../dialogs/merge-category/show-dialog-merge-category";
import { showCategoryEditor } from "../dialogs/category-editor/show-dialog-category-editor";
import type { HassElement, HomeAssistant } from "../ha/types";
import { translate, type TranslationKey } from "../localize/localize";

type Host = HassElement & { hass?: HomeAssistant };

const say = (host: Host, batch: string | null, key: TranslationKey, name: string): void =>
  showDone(host.hass!, translate(host.hass!.language, key, { name }), batch);

/** The categories that one may hang below: all but itself and what is below it. */
export const parentsFor = (category: Category, all: readonly Category[]): Category[] =>
  all.filter(({ id, path }) => id !== category.id && !path.startsWith(`${category.path} / `));

export const addCategoryWithDialog = async (
  host: Host,
  all: readonly Category[],
): Promise<void> => {
  const done = await showCategoryEditor(host, {
    parents: all,
    save: (name, parent) => addCategory(host.hass!, name, parent),
  });
  if (done) say(host, done.batch, "done.added", done.category.name);
};

export const editCategoryWithDialog = async (
  host: Host,
  category: Category,
  all: readonly Category[],
): Promise<void> => {
  const done = await showCategoryEditor(host, {
    category,
    parents: parentsFor(category, all),
    save: (name, parent) =>
      atOnce<Category, CategoryResult>(
        {
          noun: "category",
          ids: [category.id],
          change: (shown) => ({ ...shown, name }),
          known: (done) => (shown) => ({ ...shown, ...done.category }),
        },
        () => updateCategory(host.hass!, category.id, { name, parent }),
      ),
  });
  if (done) say(host, done.batch, "done.saved", done.category.name);
};

/** Let a category become one with another: all that is in it goes along. */
export const mergeCategoryWithDialog = async (
  host: Host,
  category: Category,
  all: readonly Category[],
): Promise<void> => {
  const guess = { noun: "category", ids: [category.id], change: () => undefined } as const;
  const done = await showMergeCategory(host, {
    category,
    others: parentsFor(category, all),
    merge: (into) => atOnce(guess, () => mergeCategories(host.hass!, category.id, into.id)),
  });
  if (!done) return;
  const values = { name: category.name, into: done.category.name };
  showDone(host.hass!, translate(host.hass!.language, "category_merge.done", values), done.batch);
};

/** Remove one that nothing is in; one tap takes it back. */
export const removeCategoryWithUndo = async (host: Host, category: Category): Promise<void> => {
  try {
    const guess = { noun: "category", ids: [category.id], change: () => undefined } as const;
    const { batch } = await atOnce(guess, () => removeCategory(host.hass!, category.id));
    say(host, batch, "settings.removed_category", category.name);
  } catch (error) {
    await showError(host.hass!, error);
  }
};
