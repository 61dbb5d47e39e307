/** The part of `document` that is used. */
export type VisiblePage = Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;

/**
 * Keeps something going while the page is visible: `begin` starts it and returns how to stop it, each time the page
 * is shown. Returns how to stop for good.
 */
export function whileVisible(begin: () => () => void, page: VisiblePage = document): () => void {
  let stop: (() => void) | null = null;

  function end() {
    stop?.();
    stop = null;
  }

  function look() {
    if (page.visibilityState !== "visible") end();
    else stop ??= begin();
  }

  page.addEventListener("visibilitychange", look);
  look();
  return () => {
    page.removeEventListener("visibilitychange", look);
    end();
  };
}
