import type { PreviousJob } from "../declaration/previous_job.ts";
import { SLIP_LABELS } from "../declaration/previous_job.ts";
import { type Part, rowsOf, textBox, yenBox } from "./box.ts";
import { dayText } from "./values.ts";

/** 前職情報 as ［前職情報をチェック］ shows it: what each 源泉徴収票 says. It is no form: payroll takes it over. */
export function previousJobPart(jobs: readonly PreviousJob[]): Part {
  return rowsOf("previous_job", "前職情報", {
    paperRows: 0,
    rows: jobs.map((job, n) => ({
      title: `${n + 1}社目 ${job.name}`.trim(),
      boxes: [
        textBox("slip", "源泉徴収票の所在", job.slip && SLIP_LABELS[job.slip]),
        textBox("name", "支払者の氏名又は名称", job.name),
        textBox(
          "address",
          "支払者の住所又は所在地",
          [job.zip && `〒${job.zip}`, job.address].filter((text) => text !== "").join(" "),
        ),
        textBox("phone", "支払者の電話番号", job.phone),
        textBox("left", "退職年月日", dayText(job.leftOn)),
        textBox("last_paid", "最終給与支給日", dayText(job.lastPaidOn)),
        yenBox("paid", "支払金額", job.paid),
        yenBox("withheld", "源泉徴収税額", job.withheld),
        yenBox("social", "社会保険料等の金額", job.socialInsurance),
        yenBox("mutual_aid", "小規模企業共済等の額", job.mutualAid),
      ],
    })),
  });
}
