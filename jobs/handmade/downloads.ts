import assert from "node:assert/strict";
import { unzipped } from "../collected_fixture.ts";
import { download } from "../lists/download_fixture.ts";
import type { Company } from "../test_tools.ts";

/** One download: what is asked for, and the lists that come, in the order of their files. */
export interface Case {
  operation: string;
  fields?: Record<string, string>;
  lists: readonly string[];
  /** All groups only. */
  allOnly?: boolean;
  /** Lines that stand above the names of the columns. */
  above?: number;
}

const collected = (item: string, lists: string[], more: Record<string, string> = {}): Case => ({
  operation: "download_collected_information",
  fields: { format: "generic", item, ...more },
  lists,
});
/** Every list that can be downloaded (rows 15 to 26 of reference/operations.md), with every option. */
export const CASES: readonly Case[] = [
  { operation: "download_request_statuses", lists: ["依頼状況一覧"] },
  { operation: "download_document_timestamps", lists: ["書類作成更新日時リスト"] },
  { operation: "download_originals", lists: ["提出原本一覧"] },
  { operation: "download_family_import_file", lists: ["家族情報一括更新用"] },
  {
    operation: "download_differences",
    fields: { list: "this_year" },
    lists: ["今年の本人情報差分リスト", "今年の扶養親族差分リスト"],
  },
  {
    operation: "download_differences",
    fields: { list: "this_and_next_year" },
    lists: ["今年と来年の本人情報差分リスト", "今年と来年の扶養親族差分リスト"],
    allOnly: true,
  },
  {
    operation: "download_collected_information",
    fields: { format: "bugyo" },
    lists: ["OBC奉行インポート用_R08", "OBC奉行インポート用_R09"],
    above: 1,
  },
  collected("previous_jobs", ["前職情報"]),
  collected("housing_loan", ["住宅借入金控除の情報"]),
  collected("insurance", ["保険料控除の情報_横並び"], { layout: "horizontal" }),
  collected("insurance", ["年末調整_保険料控除合計額", "年末調整_保険料控除内訳"], { layout: "vertical" }),
  ...[["this", "今年"], ["next", "来年"]].flatMap(([year, word]) => [
    collected("employee", [`従業員本人の情報_${word}`], { year: year! }),
    collected("all", [`すべての申告情報_${word}`], { year: year!, include_non_dependants: "1" }),
    ...[["1", "含める"], ["0", "含めない"]].flatMap(([included, label]) => [
      collected("spouse", [`配偶者の情報_${word}_${label}`], {
        year: year!,
        include_non_dependants: included!,
      }),
      ...[["horizontal", "横並び"], ["vertical", "縦並び"]].map(([layout, how]) =>
        collected("dependants", [`扶養家族の情報_${word}_${how}_${label}`], {
          year: year!,
          layout: layout!,
          include_non_dependants: included!,
        })
      ),
    ]),
  ]),
];

/** The CSVs that a download of a group, or of all (null), leaves, those of a ZIP taken out. */
export async function csvsOf(
  c: Company,
  { operation, fields = {} }: Case,
  group: string | null,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const given = group && operation === "download_differences" ? {} : fields;
  const { job, files } = await download(c, operation, group, { fields: Object.entries(given) });
  assert.equal(job.status, "completed", job.message);
  const [{ type, bytes }] = files as [typeof files[number]];
  return type === "application/zip"
    ? Object.values(await unzipped(bytes)) as Uint8Array<ArrayBuffer>[]
    : [bytes];
}
