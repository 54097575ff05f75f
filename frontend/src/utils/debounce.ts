export interface Debounced {
  (): void;
  cancel(): void;
}

/** Call `action` once things have been quiet for `wait` ms, at the latest after `longest` ms. */
export const debounce = (action: () => void, wait: number, longest = Infinity): Debounced => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first: number | undefined;
  const run = () => {
    timer = first = undefined;
    action();
  };
  const schedule = () => {
    const now = Date.now();
    first ??= now;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(wait, first + longest - now)));
  };
  const cancel = () => {
    clearTimeout(timer);
    timer = first = undefined;
  };
  return Object.assign(schedule, { cancel });
};
