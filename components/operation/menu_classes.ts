import { cls } from "../cls.ts";

/** The panel of a dropdown. */
export const MENU_LIST = cls(
  "absolute z-10 mt-1 py-2 min-w-[16rem] max-w-[calc(100vw-2rem)] bg-surface rounded-control shadow-float",
);
/** One entry of a dropdown. */
export const MENU_ITEM = cls(
  "block w-full px-4 py-2 min-h-[2.75rem] text-left text-ink no-underline hover:bg-main-soft hover:text-ink",
  "focus-visible:bg-main-soft",
);
