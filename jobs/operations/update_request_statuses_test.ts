import assert from "node:assert/strict";
import { NO_INSURANCE } from "../../domain/insurance.ts";
import type { Role } from "../../domain/permission.ts";
import { REQUEST_STATUSES, type RequestStatus } from "../../domain/request.ts";
import { DEFAULT_TENANT_SETTINGS } from "../../domain/tenant_settings.ts";
import { commitChange } from "../../kv/guarded.ts";
import { csvOf, refusals, startUpload, upload } from "../request_csv_fixture.ts";
import {
  askedCompany,
  codeOf,
  countsAgree,
  DOCUMENTS,
  excluded,
  historyOf,
  idOf,
  mailsOf,
  membersOf,
  statesOf,
  write,
  yearOf,
} from "../requests_fixture.ts";
import { findOperation } from "../registry.ts";
import { templateOf } from "../template.ts";
import { ADMIN, cellsOf, type Company, PASSWORD, TENANT, testUser } from "../test_tools.ts";
import { diesTwice } from "../twice_dead_fixture.ts";

const KIND = "update_request_statuses";

const statusCsv = (rows: readonly (readonly [number | string, string])[]) => csvOf("依頼", rows);
const inStatus = (status: RequestStatus) => ({ request: { status } });

Deno.test("1, 2 and 99 do what they say, blank does nothing, and each is told by mail and 操作履歴", async () => {
  await using c = await askedCompany([
    { request: { status: "answered" } },
    {},
    { request: { ...DOCUMENTS, status: "answered", answeredOnce: true } },
    {},
    excluded("paper"),
    { master: { account: { email: null } } },
    { request: { status: "reanswered" }, master: { account: { email: null } } },
  ]);
  const ended = await upload(
    c,
    KIND,
    statusCsv([[1, "1"], [2, "2"], [3, " ９９ "], [4, ""], [5, "1"], [6, "2"], [7, "1"]]),
  );
  const { job, result, files } = ended;
  assert.equal(job.title, "本社の依頼状況の一括更新");
  assert.equal(job.status, "completed");
  assert.equal(
    job.message,
    "3名の依頼を確定しました。2名の依頼を送信しました。1名の依頼を未依頼に戻しました。" +
      "1名は「依頼」が空欄のため変更しませんでした。",
  );
  assert.deepEqual(result.details, [
    "3名の依頼を確定しました。",
    "2名の依頼を送信しました。",
    "1名の依頼を未依頼に戻しました。",
    "2名はメールアドレスが登録されていないため、メールを送信していません。",
    "1名は「依頼」が空欄のため変更しませんでした。",
  ]);
  assert.deepEqual([result.errors, files], [[], []]);
  assert.deepEqual(await statesOf(c), [
    "confirmed",
    "requested",
    "not_requested",
    "not_requested",
    "confirmed paper",
    "requested",
    "confirmed",
  ]);
  // 対象外 hears nothing of 確定.
  assert.deepEqual(await mailsOf(c), ["confirmed 000001@acme.example", "requested 000002@acme.example"]);
  const said = `${ADMIN.email}が依頼を`;
  assert.deepEqual(await Promise.all([1, 2, 3, 4].map((n) => historyOf(c, n))), [
    [`${said}確定にしました`],
    [`${said}依頼中にしました`],
    [`${said}未依頼にしました`],
    [],
  ]);
  await countsAgree(c);
});

/** What each value is possible from (reference/screens.md §7.1). */
const FROM: Record<string, RequestStatus[]> = {
  "1": ["not_requested", "answered", "reanswered"],
  "2": ["not_requested"],
  "99": ["requested", "answering", "answered", "reanswered"],
};

Deno.test("each value takes exactly the 依頼ステータス of the facts; every other row says where it stands", async () => {
  for (const [code, from] of Object.entries(FROM)) {
    await using c = await askedCompany(REQUEST_STATUSES.map(inStatus));
    const ended = await upload(c, KIND, statusCsv(REQUEST_STATUSES.map((_, i) => [i + 1, code])));
    const to = { "1": "confirmed", "2": "requested", "99": "not_requested" }[code];
    const expected = REQUEST_STATUSES.map((status) => from.includes(status) ? to : status);
    assert.deepEqual(await statesOf(c), expected, code);
    const kept = REQUEST_STATUSES.flatMap((status, i) => from.includes(status) ? [] : [codeOf(i + 1)]);
    assert.deepEqual(ended.result.errors.map(({ key }) => key), kept);
    for (const { reason } of ended.result.errors) assert.match(reason, /「[^」]+」|この依頼ステータス/);
    await countsAgree(c);
  }
});

Deno.test("anything else is a refused row, and none of it is done", async () => {
  await using c = await askedCompany(Array.from({ length: 9 }, () => ({})));
  const values = ["3", "0", "-1", "01", "1.0", "依頼中", "constructor", "9 9", "2,"];
  const ended = await upload(c, KIND, statusCsv(values.map((value, i) => [i + 1, value])));
  assert.equal(
    ended.job.message,
    "0名の依頼を変更しました。9件はエラーです（項目の値が正しくありません：8件、列の数が項目名と合いません：1件）。",
  );
  assert.equal(
    ended.result.errors[0]!.reason,
    "項目の値が正しくありません（依頼）。1（確定）、2（依頼中）、99（未依頼）のいずれかにするか、空欄にしてください。",
  );
  assert.deepEqual(new Set(await statesOf(c)), new Set(["not_requested"]));
});

Deno.test("who may use which value: 1 管理者 and 依頼の確定, 2 everybody, 99 管理者", async () => {
  const may: [Role, string[]][] = [
    ["admin", ["1", "2", "99"]],
    ["confirm", ["1", "2"]],
    ["download", ["2"]],
    ["check", ["2"]],
  ];
  for (const [role, codes] of may) {
    await using c = await askedCompany([inStatus("answered"), {}, inStatus("requested")]);
    const user = await c.user(testUser(role, { role }));
    const ended = await upload(c, KIND, statusCsv([[1, "1"], [2, "2"], [3, "99"]]), { user });
    assert.deepEqual(
      await statesOf(c),
      [
        codes.includes("1") ? "confirmed" : "answered",
        "requested",
        codes.includes("99") ? "not_requested" : "requested",
      ],
      role,
    );
    const told = [
      [
        "1",
        "000001 指定する権限がない値です（1）。空欄にするか、「管理者」か「依頼の確定」に依頼してください。",
      ],
      ["99", "000003 指定する権限がない値です（99）。空欄にするか、「管理者」に依頼してください。"],
    ];
    assert.deepEqual(refusals(ended), told.flatMap(([code, text]) => codes.includes(code!) ? [] : [text]));
  }
  await using c = await askedCompany([{}]);
  const nobody = await c.user(testUser("none", { role: "none" }));
  await assert.rejects(upload(c, KIND, statusCsv([[1, "2"]]), { user: nobody }), { code: "forbidden" });
});

Deno.test("a right that went or came between acceptance and start does not count", async () => {
  for (const [before, after] of [["admin", "check"], ["check", "admin"]] as const) {
    await using c = await askedCompany([inStatus("answered")]);
    const user = await c.user(testUser("u1", { role: before }));
    const release = c.hold();
    const { id } = await startUpload(c, KIND, statusCsv([[1, "1"]]), { user });
    const changed = await c.user({ ...user, role: after });
    release();
    const { result } = await c.ended(id, changed);
    assert.match(result.errors[0]!.reason, /^指定する権限がない値です/);
    assert.deepEqual(await statesOf(c), ["answered"]);
  }
});

Deno.test("the password is asked for, and what it opened is not stored with the job", async () => {
  await using c = await askedCompany([{}]);
  for (const password of ["", "wrong"]) {
    await assert.rejects(startUpload(c, KIND, statusCsv([[1, "2"]]), { password }), {
      code: "wrong_password",
    });
  }
  assert.deepEqual(await statesOf(c), ["not_requested"]);
  const { job } = await upload(c, KIND, statusCsv([[1, "2"]]));
  assert.equal(job.status, "completed");
  const all = await Array.fromAsync(c.files.kv.list({ prefix: [] }), ({ value }) => JSON.stringify(value));
  assert.ok(!all.join().includes(PASSWORD));
});

Deno.test("people elsewhere are told apart only to who may see them", async () => {
  await using c = await askedCompany([
    { master: { department: "営業部" } },
    { master: { department: "人事部" } },
    { master: { department: "人事部" } },
    { master: { department: "営業部" } },
  ]);
  await write(c, async () => {
    const [third, fourth] = await membersOf(c, [3, 4]);
    return [...c.stores.members.move(third!, "01B"), ...c.stores.members.move(fourth!, "01B")];
  });
  const csv = statusCsv([[1, "2"], [2, "2"], [3, "2"], [4, "2"], ["999999", "2"], ["2", "2"], ["1", "2"]]);
  const range = { kind: "condition" as const, departments: ["営業部"], employmentTypes: [] };
  const narrow = await c.user(testUser("sales", { role: "check", range, employeeCode: codeOf(1) }));
  const unknown = "該当する従業員が見つかりませんでした。社員番号を確認してください。";
  const elsewhere =
    "この依頼グループの従業員ではありません。従業員が登録されている依頼グループの画面から取り込んでください。";
  const zeros = (code: string) => `${unknown.slice(0, -1)}。先頭の0が消えていませんか（例：${code}）。`;
  assert.deepEqual(refusals(await upload(c, KIND, csv, { user: narrow })), [
    `000002 ${unknown}`,
    `000003 ${unknown}`,
    `000004 ${elsewhere}`,
    `999999 ${unknown}`,
    `2 ${unknown}`,
    `1 ${zeros("000001")}`,
  ]);
  assert.deepEqual(refusals(await upload(c, KIND, csv)), [
    "000001 依頼を送信できるのは「未依頼」だけです（現在は依頼中）。もう一度送信するときは、先に未依頼に戻してください。",
    `000003 ${elsewhere}`,
    `000004 ${elsewhere}`,
    `999999 ${unknown}`,
    `2 ${zeros("000002")}`,
    `1 ${zeros("000001")}`,
  ]);
  assert.deepEqual(await statesOf(c, "01B"), ["not_requested", "not_requested"]);
});

Deno.test("99 gives back what was there when 2 sent the request, and loses what came after", async () => {
  await using c = await askedCompany([{ request: { documents: DOCUMENTS.documents! } }]);
  const [before] = await membersOf(c, [1]);
  const insurance = { ...NO_INSURANCE, dc: { amount: 1000, editable: true } };
  await write(c, () => Promise.resolve(c.stores.insurance.put(before!, insurance)));
  await upload(c, KIND, statusCsv([[1, "2"]]));
  await write(c, async () => {
    const [asked] = await membersOf(c, [1]);
    const answered = {
      ...asked!.request,
      status: "answered" as const,
      previousJob: DOCUMENTS.previousJob!,
      documents: {},
    };
    return [
      ...c.stores.insurance.put(asked!, NO_INSURANCE),
      ...c.stores.members.putRequest(asked!, answered, []),
    ];
  });
  await upload(c, KIND, statusCsv([[1, "99"]]));
  const [after] = await membersOf(c, [1]);
  const { housing_loan: _, ...documents } = DOCUMENTS.documents!;
  assert.deepEqual(after!.request, { ...before!.request, documents, acts: 2 });
  assert.deepEqual((await c.stores.insurance.of([idOf(1)]))[0]!.dc, insurance.dc);
  assert.deepEqual(await c.stores.declarations.restorePoints([idOf(1)]), [null]);
});

Deno.test("where 通知設定 says 通知しない 確定 is silent, and that is counted", async () => {
  await using c = await askedCompany([inStatus("answered")]);
  const { settings } = c.stores;
  const notify = { ...DEFAULT_TENANT_SETTINGS.notify, confirmed: false };
  await commitChange(c.files.kv, c.committer, {
    guards: [settings.tenantGuard()],
    compute: () => Promise.resolve(settings.putTenant({ ...DEFAULT_TENANT_SETTINGS, notify })),
  });
  const { result } = await upload(c, KIND, statusCsv([[1, "1"]]));
  assert.deepEqual(result.details, [
    "1名の依頼を確定しました。",
    "1名には、［通知設定］が「通知しない」のため、メールを送信していません。",
  ]);
  assert.deepEqual(await mailsOf(c), []);
});

Deno.test("the error CSV is what was refused; corrected and uploaded again, nobody is met twice", async () => {
  await using c = await askedCompany([{}, {}, inStatus("answered"), {}]);
  const csv = "依頼,社員番号\r\n2,000001\r\n5,000002\r\n2,000003\r\n1,'=4\r\n2,000004\r\n2,000004\r\n";
  const first = await upload(c, KIND, csv, { name: "送信.csv" });
  const [file] = first.files;
  assert.deepEqual([file?.name, file?.type], ["送信_エラー.csv", "text/csv; charset=shift_jis"]);
  const cells = await cellsOf(file!.bytes, "shift_jis");
  assert.deepEqual(cells.map((row) => row.slice(0, 2)), [
    ["依頼", "社員番号"],
    ["5", "000002"],
    ["2", "000003"],
    ["1", "'=4"],
    ["2", "000004"],
    ["2", "000004"],
  ]);
  assert.equal(cells[0]![2], "エラー内容");
  assert.equal(first.result.errors[2]!.key, "=4");
  assert.equal(first.job.message.split("。")[0], "1名の依頼を送信しました");
  const corrected = cells.filter((_, i) => i !== 3 && i !== 5)
    .map(([code, who, why]) => [code === "5" ? "2" : who === "000003" ? "1" : code, who, why].join(","));
  const again = await upload(c, KIND, `${corrected.join("\r\n")}\r\n`, { name: file!.name });
  assert.deepEqual([again.job.status, again.job.message], [
    "completed",
    "1名の依頼を確定しました。2名の依頼を送信しました。",
  ]);
  assert.deepEqual(await statesOf(c), ["requested", "requested", "confirmed", "requested"]);
  const mails = ["requested 000001", "requested 000002", "confirmed 000003", "requested 000004"];
  assert.deepEqual(await mailsOf(c), mails.map((mail) => `${mail}@acme.example`).sort());
  for (const n of [1, 2, 3, 4]) assert.equal((await historyOf(c, n)).length, 1);
});

Deno.test("the template is Shift_JIS with the header and one example", async () => {
  const input = findOperation(KIND)!.input;
  assert.ok(input && !("by" in input) && input.type === "csv");
  assert.equal(input.template.name, "依頼一括更新用CSVサンプル.csv");
  assert.deepEqual(await cellsOf(templateOf(input), "shift_jis"), [["社員番号", "依頼"], ["000123", "2"]]);
});

Deno.test("同じ内容で再実行 asks for the password again, and meets nobody twice", async () => {
  await using c = await askedCompany([{}, {}]);
  const { id } = await startUpload(c, KIND, statusCsv([[1, "2"], [2, "2"]]));
  await c.ended(id);
  const asker = { tenant: TENANT, user: ADMIN };
  await assert.rejects(c.service.rerun(asker, id, null, "wrong"), { code: "wrong_password" });
  const again = await c.service.rerun(asker, id, null, PASSWORD);
  const { job } = await c.ended(again.id);
  assert.equal(
    job.message,
    "0名の依頼を変更しました。2件はエラーです（依頼を送信できるのは「未依頼」だけです：2件）。",
  );
  assert.equal((await mailsOf(c)).length, 2);
});

Deno.test("workers die twice: requests, mails, history, points and counts are as of one clean run", async () => {
  const statuses: RequestStatus[] = ["not_requested", "answered", "requested", "confirmed"];
  const people = Array.from({ length: 240 }, (_, i) => inStatus(statuses[i % 4]!));
  const rows = people.map((_, i): [number, string] => [i + 1, ["2", "1", "99", "1"][i % 4]!]);
  await diesTwice(async (deadly) => {
    await using c: Company = await askedCompany(people, deadly(() => c.breakWorkers()));
    const ended = await upload(c, KIND, statusCsv(rows));
    await countsAgree(c);
    return { ended, stored: [await yearOf(c), await mailsOf(c)] };
  });
});
