/** What a screen says of itself: what it is for, what files must look like, what happens next. */
export interface Help {
  points: readonly HelpPoint[];
  /** The heading of the guide (docs/guide.ja.md) that says more; absent on the screens of employees. */
  guide?: string;
}

/** One thing worth knowing, under a word or two. */
export interface HelpPoint {
  title: string;
  text: string;
}
