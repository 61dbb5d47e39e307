import type { Access } from "./exchange.ts";
import { type Wire, wireCrew, wireDependent, wireEstablishment, wireTime, wireUser } from "./test_records.ts";

/** A list on the wire: computed, so that it may be long. */
export interface WireList {
  count: number;
  /** In the order of `created_at`. */
  at(i: number): Wire;
}

/** The company behind the server; tests change it while it is read. */
export interface WireCompany {
  crews: WireList;
  users: WireList;
  dependents(crew: string): Wire[] | null;
  companies: Wire[];
  establishments: Wire[];
  relations: Wire[];
  departments: Wire[];
  employmentTypes: Wire[];
}

/** A request as it came in. */
export interface Seen {
  path: string;
  query: URLSearchParams;
  headers: Headers;
}

export interface TestServer extends AsyncDisposable {
  access: Access;
  company: WireCompany;
  seen: Seen[];
  /** Answers instead of the API; undefined: the API answers. `n` counts requests from 1. */
  instead: (request: Seen, n: number) => Response | undefined | Promise<Response | undefined>;
}

/** The token that the server knows. */
export const TOKEN = "shr_2f9b7c_very-secret";

/** `count` people, each with an account, every third with a child. */
export function wireCompany(count: number): WireCompany {
  return {
    crews: { count, at: wireCrew },
    users: { count, at: wireUser },
    dependents: (crew) => Number(crew.split("-")[1]) % 3 === 0 ? [wireDependent(crew, 1)] : [],
    companies: [{
      id: "company-1",
      name: "株式会社年調",
      code: null,
      corporate_number: "1234567890123",
      owner_id: "crew-0",
    }],
    establishments: [wireEstablishment("biz-1")],
    relations: [
      { id: "relation-2", name: "長男", preset_type: "first_son", is_child: true, position: 2 },
      { id: "relation-1", name: "妻", preset_type: "wife", is_child: false, position: 1 },
      { id: "relation-3", name: "おい", preset_type: null, is_child: null, position: 3 },
    ],
    departments: [{
      id: "dep-2",
      name: "営業部",
      full_name: "本社/営業部",
      position: 1,
      created_at: wireTime(0),
      updated_at: wireTime(0),
    }],
    employmentTypes: [
      { id: "type-1", name: "正社員", preset_type: "full_timer" },
      { id: "type-2", name: "嘱託", preset_type: null },
    ],
  };
}

/**
 * Serves the API on a port of its own as the vendor's documents describe it: Bearer token, pages of 10 unless asked
 * for more and never more than 100, `Link`, `x-total-count`, `sort`, `fields`, and the envelope of errors.
 */
export function serveSmarthr(company: WireCompany): TestServer {
  const seen: Seen[] = [];
  const http = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    const { pathname: path, searchParams: query } = new URL(request.url);
    const one = { path, query, headers: request.headers };
    seen.push(one);
    return await server.instead(one, seen.length) ?? answer(server.company, request);
  });
  const server: TestServer = {
    access: { baseUrl: `http://127.0.0.1:${http.addr.port}/api`, token: TOKEN },
    company,
    seen,
    instead: () => undefined,
    [Symbol.asyncDispose]: () => http.shutdown(),
  };
  return server;
}

/** The envelope of an error (about_api, error codes). */
export function wireError(status: number, type: string, headers: Record<string, string> = {}): Response {
  return Response.json({ code: 0, type, message: "エラーが発生しました", errors: null }, { status, headers });
}

function answer(company: WireCompany, request: Request): Response {
  const url = new URL(request.url);
  if (request.headers.get("authorization") !== `Bearer ${TOKEN}`) return wireError(401, "unauthorized_token");
  const path = url.pathname.replace(/^\/api/, "");
  const one = recordAt(company, path);
  if (one !== undefined) {
    return one ? Response.json(picked(one, url.searchParams)) : wireError(404, "not_found");
  }
  const list = listAt(company, path, url.searchParams);
  return list ? pageOf(list, url) : wireError(404, "not_found");
}

/** Undefined: this is no address of one record. */
function recordAt({ crews, users }: WireCompany, path: string): Wire | null | undefined {
  const [, kind, id] = /^\/v1\/(crews|users)\/([^/]+)$/.exec(path) ?? [];
  if (!kind) return undefined;
  const list = kind === "crews" ? crews : users;
  const i = Number(id!.split("-")[1]);
  return i < list.count ? list.at(i) : null;
}

function listAt(company: WireCompany, path: string, query: URLSearchParams): WireList | null {
  const [, crew] = /^\/v1\/crews\/([^/]+)\/dependents$/.exec(path) ?? [];
  if (crew) return listOf(company.dependents(crew));
  switch (path) {
    case "/v1/crews":
      return inOrder(withCode(company.crews, query.get("emp_code")), query);
    case "/v1/users":
      return inOrder(company.users, query);
    case "/v1/departments":
      return inOrder(listOf(company.departments)!, query);
    case "/v1/companies":
      return listOf(company.companies);
    case "/v1/biz_establishments":
      return listOf(company.establishments);
    case "/v1/dependent_relations":
      return listOf(company.relations);
    case "/v1/employment_types":
      return listOf(company.employmentTypes);
    default:
      return null;
  }
}

function listOf(records: Wire[] | null): WireList | null {
  return records && { count: records.length, at: (i) => records[i]! };
}

/** Nothing says that the filter is exact: it takes whatever contains the text. */
function withCode(list: WireList, code: string | null): WireList {
  if (code === null) return list;
  const all = Array.from({ length: list.count }, (_, i) => list.at(i));
  return listOf(all.filter(({ emp_code }) => String(emp_code ?? "").includes(code)))!;
}

/** Without `sort` the order is nobody's business: here the newest change first. */
function inOrder(list: WireList, query: URLSearchParams): WireList {
  if (query.get("sort") === "created_at") return list;
  return { count: list.count, at: (i) => list.at(list.count - 1 - i) };
}

function pageOf(list: WireList, url: URL): Response {
  const page = Math.max(1, Number(url.searchParams.get("page") ?? 1));
  const per = Math.min(100, Number(url.searchParams.get("per_page") ?? 10));
  const last = Math.max(1, Math.ceil(list.count / per));
  const start = (page - 1) * per;
  const items = Array.from(
    { length: Math.max(0, Math.min(per, list.count - start)) },
    (_, i) => picked(list.at(start + i), url.searchParams),
  );
  const links = [
    link(url, 1, "first"),
    ...page > 1 ? [link(url, page - 1, "prev")] : [],
    ...page < last ? [link(url, page + 1, "next")] : [],
    link(url, last, "last"),
  ];
  return Response.json(items, { headers: { link: links.join(", "), "x-total-count": String(list.count) } });
}

/** As the documents show it: with the host of the company, not the one that was asked. */
function link(url: URL, page: number, rel: string): string {
  const there = new URL(`https://kaisha.smarthr.jp${url.pathname}${url.search}`);
  there.searchParams.set("page", String(page));
  return `<${there}>; rel="${rel}"`;
}

function picked(record: Wire, query: URLSearchParams): Wire {
  const fields = query.get("fields")?.split(",");
  return fields ? Object.fromEntries(fields.map((name) => [name, record[name] ?? null])) : record;
}
