import type { z } from "zod";
import { Refusal } from "../../domain/errors.ts";
import type { Access, Ask } from "./exchange.ts";
import { requesterOf } from "./requests.ts";
import { type Surroundings, surroundings } from "./waiting.ts";

/** The most that the API gives at once. */
export const PER_PAGE = 100;

/** A record or a list of records of the API. */
export interface Resource<T> {
  /** Below the base address, each part encoded. */
  path: string;
  /** What it is, in the words of a refusal. */
  noun: string;
  schema: z.ZodType<T>;
  query?: Record<string, string>;
  /** A list that is gone with the record it belongs to: its absence is no wrong address. */
  mayBeGone?: boolean;
}

/** A page of a list. */
export interface Page<T> {
  items: T[];
  /** Of all pages; null: the server does not say. */
  total: number | null;
  /** Number of the next page; null: this was the last. */
  next: number | null;
}

/** Reads records and pages, each through its schema. */
export interface Client {
  /** Null: there is no such record. */
  one<T>(resource: Resource<T>): Promise<T | null>;
  /** Null: there is no such list, such as that of a record which is gone. */
  page<T>(resource: Resource<T>, page: number, perPage?: number): Promise<Page<T> | null>;
}

/** A client of one company's API. */
export function clientOf(access: Access, given: Partial<Surroundings> = {}): Client {
  const request = requesterOf(access, surroundings(given));

  return {
    async one({ schema, ...resource }) {
      const answer = await request(asking(resource));
      return answer && checked(schema, answer.body, resource.noun);
    },

    async page({ schema, ...resource }, page, perPage = PER_PAGE) {
      const ask = asking(resource, { page: String(page), per_page: String(perPage) });
      const answer = await request(ask);
      if (!answer) return null;
      const items = checked(schema.array(), answer.body, resource.noun);
      // A page that does not lead on would be read for ever.
      const next = answer.next !== null && answer.next > page && items.length > 0 ? answer.next : null;
      return { items, total: answer.total, next };
    },
  };
}

function asking(
  { path, noun, query }: Omit<Resource<unknown>, "schema">,
  more: Record<string, string> = {},
): Ask {
  return { path, noun, query: { ...query, ...more } };
}

/** Refuses what does not fit, naming the field and no value. */
function checked<T>(schema: z.ZodType<T>, body: unknown, noun: string): T {
  const { success, data, error } = schema.safeParse(body);
  if (success) return data;
  const field = error.issues[0]?.path.filter((part) => typeof part === "string").join(".");
  throw new Refusal("source_unreadable", { where: field ? `${noun}：${field}` : noun });
}
