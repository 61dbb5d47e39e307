import { cls } from "./cls.ts";

const PATHS = {
  chevron: "M4 6l4 4 4-4",
  back: "M10 3L5 8l5 5",
  next: "M6 3l5 5-5 5",
  close: "M4 4l8 8M12 4l-8 8",
  check: "M3 8.5l3.2 3.2L13 5",
  warning: "M8 2.2L14.6 13.6H1.4zM8 6.4v3.4M8 11.6v.1",
  error: "M8 1.6a6.4 6.4 0 100 12.8A6.4 6.4 0 008 1.6zM8 4.8v3.8M8 11v.1",
  info: "M8 1.6a6.4 6.4 0 100 12.8A6.4 6.4 0 008 1.6zM8 7.4v3.8M8 4.9V5",
  help:
    "M8 1.6a6.4 6.4 0 100 12.8A6.4 6.4 0 008 1.6zM6.1 6.3a1.95 1.95 0 113.1 1.6C8.4 8.5 8 8.8 8 9.5M8 11.6v.1",
  download: "M8 2v7.4M4.8 6.6L8 9.8l3.2-3.2M2.6 11v2.6h10.8V11",
  file: "M4 1.8h5.2L12.4 5v9.2H4zM9 2v3.2h3.2",
  run: "M13.6 8A5.6 5.6 0 118 2.4",
  menu: "M2 4h12M2 8h12M2 12h12",
  person: "M8 8.2a3 3 0 100-6 3 3 0 000 6zM2.4 14.2a5.6 5.6 0 0111.2 0",
  stop: "M1.8 8a6.2 6.2 0 1012.4 0A6.2 6.2 0 001.8 8zM5 8h6",
} as const;
export type IconName = keyof typeof PATHS;

/** A line icon as large as the text beside it; always decoration, so a name must stand next to it. */
export function Icon({ name, class: classes = cls("w-4 h-4") }: { name: IconName; class?: string }) {
  return (
    <svg
      class={classes}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
