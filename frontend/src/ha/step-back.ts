/** A browser that does not tell of a step back is not waited for longer. */
const LONGEST_MS = 2000;

let going: Promise<void> | undefined;

const goBack = async (): Promise<void> => {
  const done = new Promise((resolve) =>
    window.addEventListener("popstate", resolve, { once: true }),
  );
  history.back();
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, LONGEST_MS))]);
  going = undefined;
};

/** Go back one entry of the browser's history, which takes its time: whoever asks again until then wants the same step. */
export const stepBack = (): Promise<void> => (going ??= goBack());
