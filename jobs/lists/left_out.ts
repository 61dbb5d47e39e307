import type { ErrorFile } from "../operation.ts";

const EVENT = "この依頼グループを出力できませんでした。";

/** The file beside a download of all groups that says which could not be written, and why (operations.md "Status"). */
export const LEFT_OUT_GROUPS: ErrorFile = {
  name: "出力できなかった依頼グループ.csv",
  table: (_job, refused) => ({
    header: ["依頼グループ", "理由"],
    encoding: "utf-8",
    rows: (async function* () {
      for await (const batch of refused) yield batch.map(({ key, reason }) => [key, EVENT + reason]);
    })(),
  }),
};
