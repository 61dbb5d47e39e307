import { ulid } from "ulid";
import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import type { Picture } from "../domain/declaration/picture.ts";
import type { PictureStore } from "../domain/stores.ts";
import { SIGNATURE_BYTES, signedType } from "../domain/declaration/picture_type.ts";
import { remove, set } from "./commit.ts";
import { readArtifact } from "./files/artifact.ts";
import { bytesOf } from "./files/bytes.ts";
import { discardWriting } from "./files/discard.ts";
import { type Draft, newDraft } from "./files/draft.ts";
import type { Files } from "./files/files.ts";
import { streamOf } from "./files/stream.ts";
import type { YearRef } from "./groups.ts";
import { sysKeys, yearKeys } from "./keys.ts";
import { asWrite } from "./write.ts";

/** A picture as it was stored; kept when answers name it within ten minutes. */
export type TakenPicture = Pick<Picture, "id" | "type" | "size">;

/** The bytes of pictures of one tenant and year. */
export interface Pictures {
  /**
   * Stores what an employee shows while it streams by, encrypted like every file. Refuses `picture_type` for what is no
   * JPEG, PNG or PDF by its content, and what the stream errors with; nothing of it stays then. `id`: a new one unless
   * given.
   */
  take(employee: string, body: ReadableStream<Uint8Array>, id?: string): Promise<TakenPicture>;
  /** The picture of an employee. Refuses `picture_gone` for one that is not there, or is somebody else's. */
  open(employee: string, id: string): Promise<TakenPicture & { body: ReadableStream<Uint8Array> }>;
}

/** The pictures among `files`. */
export function picturesOf(files: Files, { id: tenant, year }: YearRef): Pictures {
  return {
    async take(employee, body, id = ulid(now())) {
      const { type, pieces } = await typed(body);
      const draft = await newDraft({ ...files, tenant, ttlMs: null }, {
        id,
        job: null,
        purpose: "picture",
        holder: { year, employee },
        n: 0,
        name: "",
        type,
        owner: "",
      });
      await committed(files, draft, draft.begin);
      try {
        for await (const piece of pieces) await draft.write(piece);
        await committed(files, draft, await draft.publish());
      } catch (error) {
        await draft.abandon();
        await discardWriting(files, tenant, id);
        throw error;
      }
      return { id, type, size: draft.size };
    },
    async open(employee, id) {
      const [{ value: record }, kept] = await Promise.all([
        readArtifact(files.kv, tenant, id),
        files.kv.get(yearKeys.picture(tenant, year, employee, id)),
      ]);
      if (record?.purpose !== "picture" || record.state !== "ready" || kept.versionstamp === null) {
        throw new Refusal("picture_gone");
      }
      const bytes = await bytesOf(files, tenant, record, null);
      const body = streamOf(Infinity).start(bytes, () => Promise.resolve());
      return { id, type: record.type as Picture["type"], size: record.size, body };
    },
  };
}

async function committed({ committer }: Files, draft: Draft, change: Draft["begin"]): Promise<void> {
  const result = await committer.commit(change);
  if (!result.ok) throw new Refusal("picture_gone");
  draft.committed(result.versionstamp);
}

/** The type of a file by its first bytes, and all of its bytes. */
async function typed(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  const held: Uint8Array[] = [];
  let size = 0;
  while (size < SIGNATURE_BYTES) {
    const { value, done } = await reader.read();
    if (done) break;
    held.push(value.slice());
    size += value.length;
  }
  const head = new Uint8Array(held.flatMap((piece) => [...piece.subarray(0, SIGNATURE_BYTES)]));
  const type = signedType(head);
  if (type === null) {
    await reader.cancel().catch(() => {});
    throw new Refusal("picture_type");
  }
  return { type, pieces: piecesOf(held, reader) };
}

async function* piecesOf(held: Uint8Array[], reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    yield* held;
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** Tells a duty about pictures alone from that about everything of a deleted employee (kv/leavings.ts). */
export const UNNAMED_PICTURES = "pictures";

/** Which pictures answers name, of one tenant and year. */
export function pictureStore(kv: Deno.Kv, { id: tenant, year }: YearRef): PictureStore {
  return {
    async kept(employee) {
      const entries = kv.list({ prefix: yearKeys.pictures(tenant, year, employee) });
      return await Array.fromAsync(entries, ({ key }) => String(key.at(-1)));
    },
    keep: (employee, id) => [asWrite(set(yearKeys.picture(tenant, year, employee, id), { v: 1 }))],
    drop: (employee, id) => [
      asWrite(remove(yearKeys.picture(tenant, year, employee, id))),
      // The clean-up finds that nothing names it, and shreds it.
      asWrite(set(sysKeys.due(now(), id), { v: 1, kind: "artifact", tenant, id })),
    ],
    dropUnnamed: (employee) => {
      const key = sysKeys.due(now(), `pictures-${employee}`);
      const rest = [String(year), UNNAMED_PICTURES];
      return [asWrite(set(key, { v: 1, kind: "leavings", tenant, id: employee, rest }))];
    },
  };
}
