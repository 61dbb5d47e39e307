import { cls } from "../cls.ts";

/** The panel of a dropdown: under its trigger, on a phone at the foot of the screen. */
export const MENU_LIST = cls(
  "fixed inset-x-4 bottom-4 z-10 max-h-[80vh] overflow-y-auto py-2 bg-surface rounded-control shadow-float",
  "wide:absolute wide:inset-x-auto wide:bottom-auto wide:mt-1 wide:w-max wide:min-w-[16rem] wide:max-w-[24rem]",
);
/** One entry of a dropdown. */
export const MENU_ITEM = cls(
  "block w-full px-4 py-2 min-h-[2.75rem] text-left text-ink no-underline hover:bg-main-soft hover:text-ink",
  "focus-visible:bg-main-soft",
);
