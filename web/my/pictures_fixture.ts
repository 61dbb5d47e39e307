import { dueSchema } from "../../jobs/engine/records.ts";
import { settleArtifact } from "../../kv/files/settle.ts";
import { forgetEmployee } from "../../kv/leavings.ts";
import { storedDues } from "../../kv/stored_fixture.ts";
import type { openMy } from "./my_fixture.ts";

type My = Awaited<ReturnType<typeof openMy>>;

/** The smallest file that is taken for a picture. For tests. */
export const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
/** Answers that ask for a picture of one's own 手帳. For tests. */
export const DISABLED = {
  status: {
    "thisYear.disability": "yes",
    "thisYear.disability.kind": "ordinary",
    "thisYear.disability.certificate": "body_3",
    "thisYear.disability.issuedOn": "2020-01-01",
    "thisYear.secondarySalary": "no",
  },
};

/** Adds a picture to the answers of Taro. For tests. */
export function upload(
  my: My,
  bytes: Uint8Array<ArrayBuffer>,
  more: Record<string, string> = {},
  name = "手帳.png",
) {
  const body = new FormData();
  const fields = { kind: "disability", subject: "self", ...more };
  for (const [field, value] of Object.entries(fields)) body.append(field, value);
  body.append("file", new File([bytes], name, { type: "image/png" }));
  return my.ask("taro", "/my/pictures", { method: "POST", body });
}

/** Does what the tick does with files and what people leave, until nothing is due. For tests. */
export async function cleanUp({ files, kv, at }: My) {
  for (let swept = true; swept;) {
    swept = false;
    for (const { key, value } of await storedDues(kv, at())) {
      const entry = dueSchema.parse(value);
      if (entry.kind === "leavings") await forgetEmployee(kv, files.committer, entry, [...key]);
      if (entry.kind === "artifact") await settleArtifact(files, { ...entry, at: Number(key[2]) });
      swept ||= entry.kind === "leavings" || entry.kind === "artifact";
    }
  }
}
