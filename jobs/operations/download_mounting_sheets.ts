import { collectedOf } from "../../domain/declaration/collected.ts";
import { Refusal } from "../../domain/errors.ts";
import type { Group } from "../../domain/group.ts";
import { mountedOriginals } from "../../domain/mounted_originals.ts";
import { isAsked } from "../../domain/perform.ts";
import { isHandedIn } from "../../domain/request.ts";
import type { Section } from "../../formats/pdf/document.ts";
import { openFont } from "../../formats/pdf/font.ts";
import { withoutMissing } from "../../formats/pdf/missing.ts";
import { MOUNTING_TITLE } from "../../sheets/mounting/mod.ts";
import { mountingSection } from "../../sheets/mounting/section.ts";
import { codeAfter } from "../group_order.ts";
import type { Job, Position } from "../job.ts";
import { lostRows } from "../lost_characters.ts";
import { defineOperation } from "../operation.ts";
import { fileStamp } from "../tokyo_day.ts";

const WHO = "「回答済み」「再回答」「確定」で、台紙に貼る証明書の原本がある従業員";

/** Row 27: 生命保険等証明書原本の台紙をダウンロード, of one group; a page an employee, or as many as the certificates need. */
export const downloadMountingSheets = defineOperation({
  kind: "download_mounting_sheets",
  screen: "requests",
  menu: "ダウンロード",
  label: "生命保険等証明書原本の台紙をダウンロード",
  scope: "group",
  permission: "data",
  rerun: "free",
  title: (group) => `${group?.name ?? ""}${MOUNTING_TITLE}`,
  dialog: {
    title: `${MOUNTING_TITLE}のダウンロード`,
    description: [
      "従業員が保険料の証明書などの原本を貼って提出する台紙を、社員番号の順に並べた1つのPDFファイルで作成します。",
      "「回答済み」「再回答」「確定」の依頼のうち、台紙に貼る原本があるものが含まれます。画面の検索や絞り込みの条件は反映されません。",
    ],
    button: "ダウンロード",
  },
  async run(job) {
    if (!job.group) throw new Error("row 27 is started for a group");
    const name = `${MOUNTING_TITLE}_${job.group.name}_${fileStamp(job.acceptedAt)}.pdf`;
    const company = await job.data.outbox.company();
    // Looked at twice: how many sheets there are, and which characters they lack, is known before the first is drawn.
    await countSheets(job, job.group, company);
    const sheets = job.counted("written");
    if (sheets === 0) throw new Refusal("no_pages", { who: WHO });
    job.expect(sheets);
    const title = `${job.group.name} ${MOUNTING_TITLE}`;
    await job.pdf({ name, title, author: company }, sectionsOf(job, job.group, company));
    return job.summary({ done: { written: `名分の${MOUNTING_TITLE}を作成しました。` } });
  },
});

/** Somebody with a 台紙. */
interface Mounted {
  /** 社員番号. */
  code: string;
  section: Section;
}

/** Counts those who have a 台紙, and says which of them the font lacks characters for. */
async function countSheets(job: Job, group: Group, company: string): Promise<void> {
  const font = await openFont();
  for await (const { end, mounted } of batchesOf(job, group, company, codeAfter(group.id, job.position))) {
    const refused = mounted.flatMap(({ code, section: { sheets } }) => {
      const lost = sheets.flatMap((sheet) => withoutMissing(sheet, font).lost);
      return lostRows(code, [{ document: MOUNTING_TITLE, lost }]);
    });
    await job.reached(end, 0, mounted.length, {}, refused);
  }
}

async function* sectionsOf(
  job: Job,
  group: Group,
  company: string,
): AsyncGenerator<Section, void, undefined> {
  for await (const { mounted } of batchesOf(job, group, company, null)) {
    for (const { section } of mounted) yield section;
  }
}

/** The members of the group behind a 社員番号, by 社員番号; of each batch those who have a 台紙. */
async function* batchesOf(
  { data, sees }: Job,
  group: Group,
  company: string,
  after: string | null,
): AsyncGenerator<{ end: Position; mounted: Mounted[] }, void, undefined> {
  for await (const batch of data.members.walk(group.id, after)) {
    const members = batch.filter(isAsked).filter(({ employee, request }) =>
      sees(employee) && isHandedIn(request)
    );
    const collected = await collectedOf(data, members);
    const mounted = members.flatMap(({ employee }, i): Mounted[] => {
      const items = mountedOriginals(collected[i]!);
      if (items.length === 0) return [];
      const section = mountingSection(employee, items, { company, group: group.name });
      return [{ code: employee.code, section }];
    });
    yield { end: { group: group.id, code: batch.at(-1)!.employee.code }, mounted };
  }
}
