/** A mail that a server took. */
export interface TakenMail {
  from: string;
  to: string[];
  /** As it came, without the last dot. */
  raw: string;
}

/** What a server answers to a command: a line, no answer at all, or the end of the connection. Null: as usual. */
export type Answer = string | "stall" | "drop" | null;

export interface SmtpServer extends AsyncDisposable {
  readonly port: number;
  /** `smtp://127.0.0.1:port`. */
  readonly url: string;
  /** What it took, in order. */
  readonly mails: readonly TakenMail[];
  /** Connections that were ever made, and the most at one time. */
  readonly connections: { all: number; most: number };
  /** Decides what is answered from now on; `text` is the command, or `.` for the end of a mail's text. */
  answer(how: (text: string) => Answer): void;
  /** Stops listening and breaks all connections. */
  down(): Promise<void>;
  /** Listens again on the same port. */
  up(): void;
}

const encoder = new TextEncoder();

/** A mail server on the loopback that takes everything, unless told otherwise. */
export function startSmtp(port = 0): SmtpServer {
  const mails: TakenMail[] = [];
  const connections = { all: 0, most: 0 };
  const open = new Set<Deno.TcpConn>();
  let decide: (text: string) => Answer = () => null;
  let listener = Deno.listen({ hostname: "127.0.0.1", port });
  let serving = accept();

  async function accept() {
    const held: Promise<void>[] = [];
    for await (const connection of listener) held.push(serve(connection));
    await Promise.all(held);
  }

  async function serve(connection: Deno.TcpConn) {
    open.add(connection);
    connection.setNoDelay(true);
    connections.all++;
    connections.most = Math.max(connections.most, open.size);
    try {
      await talk(connection);
    } catch {
      // The other side, or `down`, broke the connection.
    } finally {
      open.delete(connection);
      end(connection);
    }
  }

  async function talk(connection: Deno.TcpConn) {
    const say = async (text: string) => void await connection.write(encoder.encode(`${text}\r\n`));
    const mail = { from: "", to: [] as string[] };
    let data: string[] | null = null;
    const greeting = decide("");
    if (greeting === "drop") return;
    if (greeting !== "stall") await say(greeting ?? "220 test");
    for await (const line of linesOf(connection)) {
      if (data !== null && line !== ".") {
        data.push(line.startsWith(".") ? line.slice(1) : line);
        continue;
      }
      const other = decide(line);
      if (other === "drop") return;
      if (other === "stall") continue;
      if (line === "." && data !== null) {
        if (other === null) mails.push({ from: mail.from, to: mail.to, raw: data.join("\n") });
        data = null;
      }
      await say(other ?? usual(line, mail.to.length > 0));
      if (other !== null) continue;
      const address = /<(.*)>/.exec(line)?.[1] ?? "";
      if (/^MAIL/i.test(line)) Object.assign(mail, { from: address, to: [] });
      else if (/^RCPT/i.test(line)) mail.to.push(address);
      else if (/^DATA/i.test(line) && mail.to.length > 0) data = [];
      else if (/^QUIT/i.test(line)) return;
    }
  }

  return {
    get port() {
      return (listener.addr as Deno.NetAddr).port;
    },
    get url() {
      return `smtp://127.0.0.1:${this.port}`;
    },
    mails,
    connections,
    answer: (how) => void (decide = how),
    async down() {
      listener.close();
      for (const connection of open) end(connection);
      await serving;
    },
    up() {
      listener = Deno.listen({ hostname: "127.0.0.1", port: (listener.addr as Deno.NetAddr).port });
      serving = accept();
    },
    async [Symbol.asyncDispose]() {
      await this.down();
    },
  };
}

/** Its stream may have closed it already. */
function end(connection: Deno.TcpConn) {
  try {
    connection.close();
  } catch (error) {
    if (!(error instanceof Deno.errors.BadResource)) throw error;
  }
}

function usual(line: string, addressed: boolean): string {
  if (/^EHLO/i.test(line)) return "250-test\r\n250-PIPELINING\r\n250 8BITMIME";
  if (/^DATA/i.test(line)) return addressed ? "354 go on" : "554 no valid recipients";
  if (/^QUIT/i.test(line)) return "221 bye";
  return "250 ok";
}

async function* linesOf(connection: Deno.TcpConn) {
  let rest = "";
  for await (const text of connection.readable.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\r\n");
    rest = lines.pop()!;
    yield* lines;
  }
}

/** The headers of a mail by lower-case name, as people read them, and its text. */
export function readMail(raw: string): { headers: Map<string, string>; text: string } {
  const [head = "", ...rest] = raw.split("\n\n");
  const headers = new Map(
    head.replace(/\n[ \t]+/g, " ").split("\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())];
    }),
  );
  const body = rest.join("\n\n");
  const text = decoded(body, headers.get("content-transfer-encoding") ?? "7bit");
  return { headers, text };
}

/** Encoded words (RFC 2047). */
function words(value: string): string {
  return value.replace(/\?=\s+=\?/g, "?==?").replace(
    /=\?utf-8\?([bq])\?([^?]*)\?=/gi,
    (_, kind: string, text: string) =>
      kind.toLowerCase() === "b" ? utf8(Uint8Array.fromBase64(text)) : quoted(text.replaceAll("_", " ")),
  );
}

function decoded(body: string, encoding: string): string {
  if (encoding === "base64") return utf8(Uint8Array.fromBase64(body));
  return encoding === "quoted-printable" ? quoted(body.replace(/=\n/g, "")) : body;
}

function quoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return utf8(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
