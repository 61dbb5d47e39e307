/** Most file systems take 255 bytes of a name; browsers and ZIP tools add to it. */
const MAX_NAME_BYTES = 200;

/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
/** Separators, what Windows forbids, control and bidirectional formatting characters. */
// deno-lint-ignore no-control-regex
const FORBIDDEN = /[/\\:*?"<>|\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A name that every system can store: NFC, no path, nothing forbidden, at most 200 bytes of UTF-8 with its extension
 * kept. `fallback` stands for a name of which nothing is left.
 */
export function safeFileName(name: string, fallback = "download"): string {
  const clean = trimEnds(name.toWellFormed().normalize("NFC").replace(FORBIDDEN, "_"));
  const bare = clean === "" ? fallback : clean;
  const usable = RESERVED.test(bare) ? `_${bare}` : bare;
  const [stem, extension] = split(usable);
  return trimEnds(cutBytes(stem, MAX_NAME_BYTES - bytesOf(extension))) + extension;
}

/** `元の名前.csv` and `_エラー` → `元の名前_エラー.csv`; a long name is shortened, the suffix never. */
export function withSuffix(name: string, suffix: string): string {
  const [stem, extension] = split(safeFileName(name));
  return cutBytes(stem, MAX_NAME_BYTES - bytesOf(suffix + extension)) + suffix + extension;
}

/**
 * Gives safe names that differ in any system, in the order of the calls: a name that was given already, in whatever
 * case, gets a number (`一覧.csv` → `一覧(2).csv`).
 */
export function distinctFileNames(): (name: string) => string {
  /** Names that were given, and how often each was asked for. */
  const given = new Map<string, number>();
  return (name) => {
    const first = safeFileName(name);
    let free = first;
    for (let n = given.get(folded(first)) ?? 0; given.has(folded(free));) {
      free = withSuffix(first, `(${++n})`);
      given.set(folded(first), n);
    }
    given.set(folded(free), 1);
    return free;
  };
}

/** Windows and macOS tell no small letters from capitals. */
function folded(name: string): string {
  return name.toUpperCase().toLowerCase();
}

/**
 * The value of Content-Disposition for a file of that name (RFC 6266): an ASCII name for old programs, the true one in
 * UTF-8 (RFC 8187). `inline`: to be shown, and saved under the name.
 */
export function contentDisposition(name: string, type: "attachment" | "inline" = "attachment"): string {
  const safe = safeFileName(name);
  // A percent sign is decoded by some browsers (RFC 6266 appendix D).
  const ascii = safe.replace(/[^\x20-\x7e]+|%/g, "_");
  return `${type}; filename="${ascii}"; filename*=UTF-8''${encodeExtended(safe)}`;
}

/** RFC 8187 attr-char: what encodeURIComponent leaves, less `'()*`. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Windows drops dots and spaces at the end; dots in front hide a file. */
function trimEnds(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/g, "");
}

/** Stem and extension; what is no plain extension belongs to the stem. */
function split(name: string): [string, string] {
  const at = name.search(/\.[A-Za-z0-9]{1,10}$/);
  return at > 0 ? [name.slice(0, at), name.slice(at)] : [name, ""];
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The longest beginning of `text`, in whole characters, that takes at most `limit` bytes. */
function cutBytes(text: string, limit: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(Math.max(0, limit)));
  return text.slice(0, read);
}
