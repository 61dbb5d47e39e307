import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { REVIEWED_LABELS } from "../domain/request.ts";
import { chromiumPath } from "./support/programs.ts";
import { answerTheRest, correctSalary, resubmit, startAnswering } from "./support/season/answering.ts";
import { begin } from "./support/season/beginning.ts";
import { ADMIN, arrive, COMPANY, openCompany, targetOf } from "./support/season/company.ts";
import { type Expected, mailboxOf } from "./support/season/mails.ts";
import { closingDay, meetMorning } from "./support/season/morning.ts";
import {
  CONFIRM,
  EXCLUDE,
  moveTo,
  operate,
  REMIND,
  RESET,
  SEND,
  UNCONFIRM,
  updateReviews,
  updateStatus,
} from "./support/season/operations.ts";
import {
  askForCorrection,
  cancelCorrection,
  checkAll,
  doubleCheck,
  sendBack,
  takeBackDoubleCheck,
} from "./support/season/reviewing.ts";
import { saveDeadline, saveMailBody, saveNotice, saveReminder } from "./support/season/settings.ts";
import { collectedOf, reads, stands, type Story, storyOf } from "./support/season/story.ts";
import { sharedBrowser } from "./support/shared.ts";

/** A whole 年末調整 of a small company, from the first sync to what comes after the deadline. */
const chromium = sharedBrowser();

const [GROUP, OPEN_GROUP] = ["本社", "延長"];
/** Who is sent back, who hands in on paper, and who is late. */
const [ONO, PAPER, LATE] = [targetOf(9), targetOf(8), targetOf(18)];

const NOTICE = "提出は早めにお願いします。\n不明な点は総務部まで。";
const BODY = "おつかれさまです。\n年末調整をお願いします。";
const CLOSED = "受け付けは終わりました。確定申告をお願いします。";
const COMMENT = "給与収入を確認してください。\n源泉徴収票と違います。";
const ADDRESS = "住所を確認してください。";

const REQUESTED = `年末調整の依頼が届きました｜${COMPANY}`;
const REMINDED = `【再通知】年末調整の依頼が届きました｜${COMPANY}`;
const RETURNED = `年末調整が差戻されました|${COMPANY}`;
const CONFIRMED = `年末調整の提出内容が確定されました｜${COMPANY}`;
const EXPIRED = `年末調整の提出期限が締め切られました|${COMPANY}`;
const submitted = (group: string) => `${group}年末調整が提出されました｜${COMPANY}`;

const [THIS_YEAR, NEXT_YEAR, BASIC] = [
  REVIEWED_LABELS.this_year_dependants,
  REVIEWED_LABELS.next_year_dependants,
  REVIEWED_LABELS.basic_spouse_adjustment,
];

/** What must have come of an act; the texts of its mails. */
type After = (
  story: Story,
  status: string,
  history: readonly string[],
  ...mails: Expected[]
) => Promise<string[]>;

Deno.test({
  name: "a season: every act with the status, the history and the mails that it leaves",
  ignore: chromiumPath === null,
  async fn() {
    await using company = await openCompany(chromium.browser);
    const { admin } = company;
    const box = mailboxOf(company.smtp);
    const after: After = async (story, status, history, ...mails) => {
      const texts = await box.take(...mails);
      await stands(story, status, ...history);
      return texts;
    };

    await begin(admin, [[ONO, GROUP], [PAPER, GROUP], [LATE, GROUP], [targetOf(11), OPEN_GROUP]]);
    await saveNotice(admin, GROUP, NOTICE);
    await saveMailBody(admin, GROUP, BODY);
    await saveReminder(admin, GROUP, closingDay(8), 2);
    await saveDeadline(admin, GROUP, closingDay(9), CLOSED);

    const ono = await storyOf(admin, ONO, GROUP);
    const synced = await collectedOf(ono);
    await operate(ono, SEND);
    const [request] = await after(ono, "依頼中", [`${ADMIN}が依頼を依頼中にしました`], [
      ONO.email,
      REQUESTED,
    ]);
    ok(request!.includes(BODY), request!);
    const late = await storyOf(admin, LATE, GROUP);
    await updateStatus(late, "2", "1名の依頼を送信しました。");
    await after(late, "依頼中", [`${ADMIN}が依頼を依頼中にしました`], [LATE.email, REQUESTED]);
    await operate(late, REMIND);
    await after(late, "依頼中", [`${ADMIN}が依頼を再通知しました`], [LATE.email, REMINDED]);

    const onos = await arrive(company, ONO, request!);
    await reads(onos, "依頼中", "年末調整の依頼が届いています");
    await onos.getByText(NOTICE.split("\n")[0]!).waitFor();
    await onos.getByText(`受付終了日：${closingDay(9).replaceAll("-", "/")}（午前8時まで）`).waitFor();
    await startAnswering(onos);
    await after(ono, "入力中", []);
    await answerTheRest(onos);
    const name = `${ONO.code} ${ONO.name}`;
    await after(ono, "回答済み", [`${name}が依頼を回答済みにしました`], [ADMIN, submitted(GROUP)]);
    await reads(onos, "回答済み", "回答を提出しました");

    await doubleCheck(ono, "basic_spouse_adjustment");
    await after(ono, "回答済み", [`${ADMIN}が${BASIC}をダブルチェック待ちにしました`]);
    await takeBackDoubleCheck(ono, "basic_spouse_adjustment");
    await after(ono, "回答済み", [`${ADMIN}が${BASIC}のダブルチェック待ちを取り消しました`]);
    await sendBack(ono, "basic_spouse_adjustment", COMMENT);
    const returned = [`${ADMIN}が${BASIC}を差し戻しにしました\n${COMMENT}`];
    const [back] = await after(ono, "修正依頼中", returned, [ONO.email, RETURNED]);
    ok(back!.includes(COMMENT), back!);

    const lates = await arrive(company, LATE, request!);
    await startAnswering(lates);
    await after(late, "入力中", []);
    await saveReminder(admin, GROUP, closingDay(2), 2);
    await saveDeadline(admin, GROUP, closingDay(), CLOSED);
    await meetMorning(company.app);
    await after(
      late,
      "回答期限切れ",
      ["設定した受付終了日を過ぎたため、システムにより依頼が［回答期限切れ］に変更されました"],
      [LATE.email, EXPIRED],
      [ONO.email, REMINDED],
    );
    await reads(lates, "回答期限切れ", "受け付けは終了しました");
    await lates.getByText(CLOSED).waitFor();
    await after(ono, "修正依頼中", ["システムが依頼を再通知しました"]);

    // Who was sent back corrects it after the deadline too.
    await reads(onos, "修正依頼中", "入力内容が差し戻されました");
    await correctSalary(onos, "4900000");
    await after(ono, "修正依頼中", []);
    await resubmit(onos);
    const corrected = [`${name}が収集情報を保存しました`, `${name}が${BASIC}を更新しました`];
    await after(ono, "再回答", corrected, [ADMIN, submitted(GROUP)]);
    await askForCorrection(ono, "本人情報", ADDRESS);
    const asked = [`${ADMIN}が収集情報を修正依頼しました\n${ADDRESS}`];
    await after(ono, "修正依頼中", asked, [ONO.email, RETURNED]);
    await cancelCorrection(ono);
    await after(ono, "再回答", [`${ADMIN}が収集情報の修正依頼を取り消しました`]);

    await updateReviews(ono, "1", "2");
    await after(ono, "再回答", [
      `${ADMIN}が${THIS_YEAR}をチェック済みにしました`,
      `${ADMIN}が${NEXT_YEAR}をダブルチェック待ちにしました`,
    ]);
    await checkAll(ono, 2);
    await after(ono, "再回答", [
      `${ADMIN}が${NEXT_YEAR}をチェック済みにしました`,
      `${ADMIN}が${BASIC}をチェック済みにしました`,
    ]);
    await operate(ono, CONFIRM);
    await after(ono, "確定", [`${ADMIN}が依頼を確定にしました`], [ONO.email, CONFIRMED]);
    await reads(onos, "確定", "提出内容が確定しました");
    await operate(ono, UNCONFIRM);
    await after(ono, "再回答", [`${ADMIN}が依頼を確定取り消ししました`]);
    await operate(ono, RESET);
    await after(ono, "未依頼", [`${ADMIN}が依頼を未依頼にしました`]);
    deepStrictEqual(await collectedOf(ono), synced);
    await reads(onos, "未依頼", "年末調整の依頼はまだ届いていません");

    const paper = await storyOf(admin, PAPER, GROUP);
    await operate(paper, EXCLUDE);
    await after(paper, "確定", [`${ADMIN}が依頼を対象外にしました`]);

    await moveTo(admin, LATE, OPEN_GROUP);
    const moved = await storyOf(admin, LATE, OPEN_GROUP, late.history);
    await after(moved, "入力中", [
      `${ADMIN}が「回答期限切れ」の依頼を移動しました。移動先の依頼グループの締切設定にあわせて、依頼は［入力中］に変更されました`,
    ]);
    await answerTheRest(lates);
    const answered = [`${LATE.code} ${LATE.name}が依頼を回答済みにしました`];
    await after(moved, "回答済み", answered, [ADMIN, submitted(OPEN_GROUP)]);
    strictEqual(box.untaken(), 0);
  },
});
