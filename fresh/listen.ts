import type { ListenOptions } from "./app.ts";
import type { Handler } from "./handler.ts";

const FIRST_PORT = 8000;
const LAST_PORT = 8019;

/** Serves `handler` and resolves once it listens. `hostnames` are used where the options name none. */
export function serve(
  handler: Handler,
  options: ListenOptions,
  hostnames: string[] = ["0.0.0.0", "::1"],
): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const [hostname, ...others] = options.hostname === undefined ? hostnames : [options.hostname];
  open(handler, { ...options, hostname }, (address) => {
    announce(address, options);
    for (const other of others) also(handler, { ...options, hostname: other, port: address.port });
    resolve(address.port);
  });
  return promise;
}

type Listening = (address: Deno.NetAddr) => void;

function open(handler: Handler, options: ListenOptions, onListen: Listening): Deno.HttpServer {
  const wanted = options.port ?? envPort();
  for (let port = wanted ?? FIRST_PORT;; port++) {
    try {
      return Deno.serve({ ...options, port, onListen } as Deno.ServeTcpOptions, handler);
    } catch (error) {
      const free = wanted === undefined && port < LAST_PORT && error instanceof Deno.errors.AddrInUse;
      if (!free) throw error;
    }
  }
}

/** One more address of the same server, e.g. IPv6 beside IPv4; a machine without IPv6 does without. */
function also(handler: Handler, options: ListenOptions): void {
  try {
    Deno.serve({ ...options, onListen: () => {} } as Deno.ServeTcpOptions, handler);
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) {
      console.warn(`Another program listens on [${options.hostname}]:${options.port}`);
    } else if (!isMissingFamily(error)) throw error;
  }
}

function isMissingFamily(error: unknown): boolean {
  return error instanceof Deno.errors.AddrNotAvailable ||
    (error instanceof Error && /address family|EAFNOSUPPORT/i.test(error.message));
}

function envPort(): number | undefined {
  const value = Deno.env.get("PORT");
  if (value === undefined || value === "") return undefined;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new RangeError(`PORT is not a port: "${value}"`);
  }
  return port;
}

function announce(address: Deno.NetAddr, options: ListenOptions): void {
  if (options.onListen) return options.onListen(address);
  const local = ["0.0.0.0", "::", "127.0.0.1", "::1"].includes(address.hostname);
  const scheme = options.cert ? "https" : "http";
  console.log(`Listening on ${scheme}://${local ? "localhost" : address.hostname}:${address.port}/`);
}
