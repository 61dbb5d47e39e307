import assert from "node:assert/strict";
import { historyText } from "../domain/history.ts";
import { collectedOf } from "../domain/declaration/collected.ts";
import { type Asked, isAsked } from "../domain/perform.ts";
import {
  COLLECTED_LABELS,
  COLLECTED_PARTS,
  type CollectedPart,
  DOCUMENT_LABELS,
  type DocumentKind,
} from "../domain/request.ts";
import { openDataPages } from "./data_pages_fixture.ts";

const { services, get, post } = await openDataPages(300);
const sample = (await services.tenants.byId("sample"))!;
const stores = services.stores(sample);
const [head] = await stores.groups.list();
const members = (await Array.fromAsync(stores.members.walk(head!.id))).flat().filter(isAsked);
const declarations = await collectedOf(stores, members);

const taken = new Set<string>();

/** Somebody of 本社 who fits and whom no other test took. */
function somebody(fits: (member: Asked, of: typeof declarations[number]) => boolean) {
  const found = members.find((member, i) => !taken.has(member.employee.id) && fits(member, declarations[i]!));
  assert.ok(found, "nobody fits");
  taken.add(found.employee.id);
  return { id: found.employee.id, home: `/groups/${head!.id}/requests/${found.employee.id}` };
}

const isAnswered = ({ request }: Asked) => request.status === "answered";
const memberOf = async (id: string) => (await stores.members.byId(id))! as Asked;
const collected = async (id: string) => (await collectedOf(stores, [await memberOf(id)]))[0]!;
const stored = async (id: string) => ({
  collected: await collected(id),
  request: (await memberOf(id)).request,
  history: await stores.members.history(id),
});

/** The fields of the page's form, as a browser would send them. */
function fieldsOf(document: Document): [string, string][] {
  const form = [...document.querySelectorAll("form")].find((one) => one.querySelector("[name=version]"))!;
  return [...form.querySelectorAll("input, select, textarea")].flatMap((control): [string, string][] => {
    const name = control.getAttribute("name");
    if (!name) return [];
    const type = control.getAttribute("type");
    if ((type === "radio" || type === "checkbox") && !control.hasAttribute("checked")) return [];
    if (control.tagName === "SELECT") {
      const option = control.querySelector("option[selected]") ?? control.querySelector("option");
      return [[name, option?.getAttribute("value") ?? ""]];
    }
    return [[name, control.getAttribute("value") ?? ""]];
  });
}

const withFields = (fields: [string, string][], changed: Record<string, string>): [string, string][] => [
  ...fields.filter(([name]) => !Object.hasOwn(changed, name)),
  ...Object.entries(changed),
];

const edit = (home: string, part: CollectedPart) => `${home}/collected/${part}`;

Deno.test("each tab shows its part, and ［編集］ where it may be edited", async () => {
  const { home } = somebody(isAnswered);
  for (const part of COLLECTED_PARTS) {
    const { document } = await get("check", `${home}?tab=${part}`);
    const tab = document.querySelector("#collected")!;
    const current = tab.querySelector("[aria-current=page]")!;
    assert.equal(current.textContent!.trim(), COLLECTED_LABELS[part]);
    assert.ok(tab.querySelector(`a[href="${edit(home, part)}"]`), part);
  }
  const closed = somebody(({ request }) => request.status === "confirmed");
  const { document } = await get("check", `${closed.home}?tab=self`);
  assert.equal(document.querySelector(`a[href^="${closed.home}/collected"]`), null);
});

Deno.test("what only tells employees something is not asked of staff", async () => {
  const { home } = somebody(isAnswered);
  const { text } = await get("check", edit(home, "self"));
  assert.match(text, /退職予定はありますか？/);
  assert.doesNotMatch(text, /用意するもの/);
});

Deno.test("saving a form as it was shown writes nothing, whatever the part, of whomever", async () => {
  const people = members.filter(({ request }) =>
    request.status === "answered" || request.status === "reanswered"
  );
  assert.ok(people.length > 5);
  for (const { employee: { id } } of people) {
    const home = `/groups/${head!.id}/requests/${id}`;
    const save = async (part: CollectedPart) => {
      const { document } = await get("check", edit(home, part));
      if (!document.querySelector("[name=version]")) return;
      const answer = await post("check", edit(home, part), fieldsOf(document));
      const said = answer.document.querySelector("[role=alert]")?.textContent;
      assert.equal(answer.status, 303, `${id} ${part} ${said}`);
      assert.match(answer.location!, /notice=collected_saved/);
    };
    const { collected: was } = await stored(id);
    // Whoever lacks a document, or 前職情報, gets it; from then on nothing is written.
    await save("self");
    const settled = await stored(id);
    assert.deepEqual(settled.collected, was);
    for (const part of COLLECTED_PARTS) {
      await save(part);
      assert.deepEqual(await stored(id), settled, `${id} ${part}`);
    }
  }
});

Deno.test("a changed field is saved, told in 操作履歴, and shown in its tab", async () => {
  const { id, home } = somebody((member, { declaration }) =>
    isAnswered(member) && declaration.income.thisYear.incomes !== null &&
    !!member.request.documents.basic_spouse_adjustment && !!member.request.documents.insurance
  );
  const before = await stored(id);
  const { document } = await get("check", edit(home, "self"));
  const sent = withFields(fieldsOf(document), { "income.thisYear.salary": "4,321,000" });
  const answer = await post("check", edit(home, "self"), sent);
  assert.equal(answer.location, `${home}?notice=collected_saved`);
  const after = await stored(id);
  assert.equal(after.collected.declaration.income.thisYear.incomes!.salary, 4_321_000);
  const { income: _, ...others } = after.collected.declaration;
  const { income: __, ...same } = before.collected.declaration;
  assert.deepEqual(others, same);
  const added = after.history.slice(before.history.length).map(historyText);
  assert.equal(added[0], "check@sample.exampleが収集情報を保存しました");
  const updated = (of: DocumentKind) =>
    added.includes(`check@sample.exampleが${DOCUMENT_LABELS[of]}を更新しました`);
  assert.deepEqual([updated("basic_spouse_adjustment"), updated("insurance")], [true, false]);
  const shown = await get("check", answer.location!);
  assert.match(shown.document.body.textContent!, /4,321,000円/);
});

Deno.test("two people do not overwrite each other: the later one is told, and keeps what was typed", async () => {
  const { id, home } = somebody(isAnswered);
  const address = edit(home, "self");
  const one = fieldsOf((await get("check", address)).document);
  const two = fieldsOf((await get("confirm", address)).document);
  const first = await post("check", address, withFields(one, { "name.firstName": "先" }));
  assert.equal(first.status, 303);
  const late = withFields(two, { "name.firstName": "後" });
  for (const _ of [1, 2]) {
    const second = await post("confirm", address, late);
    assert.equal(second.status, 409);
    assert.match(second.document.querySelector("[role=alert]")!.textContent!, /ほかの人または別の画面で/);
    assert.deepEqual(
      fieldsOf(second.document).find(([name]) => name === "name.firstName"),
      ["name.firstName", "後"],
    );
    assert.ok(second.document.querySelector(`a[href="${address}"]`));
  }
  assert.equal((await collected(id)).declaration.self.firstName, "先");
  const again = await post("check", address, withFields(one, { "name.firstName": "先" }));
  assert.equal(again.status, 303, "the same form sent twice is saved once");
});

Deno.test("before the request 世帯主 and 来年の収入 have to be there, and documents are made", async () => {
  const { id, home } = somebody(({ request }) =>
    request.status === "not_requested" && request.exclusion === null
  );
  const address = edit(home, "self");
  const blank = {
    "address.thisYear.home.head": "",
    "address.thisYear.home.relation": "",
    "income.nextYear.total": "",
    "income.thisYear.salary": "",
  };
  const fields = fieldsOf((await get("check", address)).document);
  const refused = await post("check", address, withFields(fields, blank));
  assert.equal(refused.status, 422);
  const at = [...refused.document.querySelectorAll("[role=alert] a")].map((link) =>
    link.getAttribute("href")
  );
  assert.deepEqual(at, [
    "#address.thisYear.home.head",
    "#address.thisYear.home.relation",
    "#income.nextYear.total",
  ]);
  const filled = withFields(fields, {
    "address.thisYear.home.head": "見本 太郎",
    "address.thisYear.home.relation": "本人",
    "income.nextYear.total": "3000000",
  });
  const saved = await post("check", address, filled);
  assert.equal(saved.status, 303, saved.document.querySelector("[role=alert]")?.textContent ?? "");
  const after = await stored(id);
  assert.equal(after.collected.declaration.self.thisYear.home.head, "見本 太郎");
  assert.equal(after.collected.declaration.income.nextYear.total, 3_000_000);
  assert.equal(after.request.status, "not_requested");
  assert.equal(after.request.documents.this_year_dependants?.status, "waiting");
  assert.deepEqual(after.collected.declaration.answers, {}, "staff answer no 設問");
});

Deno.test("nothing is edited while the employee works on it, or after 確定", async () => {
  for (const status of ["requested", "answering", "correcting", "confirmed"]) {
    const { id, home } = somebody(({ request }) => request.status === status);
    const before = await stored(id);
    assert.equal((await get("check", edit(home, "self"))).status, 422, status);
    const sent = await post("check", edit(home, "self"), [["name.firstName", "x"]]);
    assert.equal(sent.status, 422);
    assert.match(sent.text, /依頼中・入力中・修正依頼中・確定の間は編集できません/);
    assert.deepEqual(await stored(id), before);
  }
});

Deno.test("staff add a contract as 担当者, close it to the employee, change 団体保険, and take one out", async () => {
  const { id, home } = somebody((member, { insurance }) =>
    isAnswered(member) && insurance.contracts.some(({ source, kind }) =>
      source === "group" && kind === "life"
    ) &&
    insurance.contracts.length < 15
  );
  const part = edit(home, "insurance");
  const before = (await collected(id)).insurance.contracts;
  const form = fieldsOf((await get("check", `${part}/life/new`)).document);
  const contract = withFields(form, {
    company: "みどり生命",
    type: "終身",
    holder: "見本 花子",
    generation: "new",
    amount: "50000",
    policyNumber: "NEW-1",
    editable: "no",
  });
  assert.equal(
    (await post("check", `${part}/life/new`, contract)).location,
    `${part}?notice=collected_saved`,
  );
  assert.equal((await post("check", `${part}/life/new`, contract)).status, 303, "sent twice");
  const added = (await collected(id)).insurance.contracts;
  assert.equal(added.length, before.length + 1);
  const { source, editable, policyNumber, amount } = added.at(-1)!;
  assert.deepEqual({ source, editable, policyNumber, amount }, {
    source: "staff",
    editable: false,
    policyNumber: "NEW-1",
    amount: 50_000,
  });

  const group = before.find(({ source, kind }) => source === "group" && kind === "life")!;
  const address = `${part}/life/${group.id}`;
  const open = withFields(fieldsOf((await get("check", address)).document), {
    editable: group.editable ? "no" : "yes",
    policyNumber: "団体-9",
  });
  assert.equal((await post("check", address, open)).status, 303);
  const changed = (await collected(id)).insurance.contracts.find((one) => one.id === group.id)!;
  assert.deepEqual(changed, { ...group, editable: !group.editable, policyNumber: "団体-9" });

  const asked = await get("check", `${address}/removal`);
  assert.match(asked.document.body.textContent!, /削除しますか？/);
  const removal = fieldsOf(asked.document);
  assert.equal((await post("check", `${address}/removal`, removal)).status, 303);
  assert.ok((await collected(id)).insurance.contracts.every((one) => one.id !== group.id));
  assert.equal((await get("check", `${address}/removal`)).status, 404);
  const nameless = await post("check", `${part}/life/new`, withFields(form, { company: "" }));
  assert.equal(nameless.status, 422);
});

Deno.test("a relative is added, and 企業型確定拠出年金 with who may edit it", async () => {
  const { id, home } = somebody((member, { declaration }) =>
    isAnswered(member) && declaration.family.people.length < 5
  );
  const family = edit(home, "family");
  const page = await get("check", `${family}/people/new`);
  const relation = page.document.querySelector("[name=relation] option[value]:not([value=''])")!;
  const person = withFields(fieldsOf(page.document), {
    lastName: "見本",
    firstName: "次郎",
    relation: relation.getAttribute("value")!,
    birthOn: "2015-05-05",
    "thisYear.support": "yes",
  });
  assert.equal((await post("check", `${family}/people/new`, person)).status, 303);
  const added = (await collected(id)).declaration.family.people.at(-1)!;
  assert.deepEqual([added.lastName, added.firstName, added.birthOn], ["見本", "次郎", "2015-05-05"]);
  const insurance = edit(home, "insurance");
  const fields = fieldsOf((await get("check", insurance)).document);
  const dc = withFields(fields, { "dc.dc.amount": "12000", "dc.dc.editable": "no" });
  assert.equal((await post("check", insurance, dc)).status, 303);
  assert.deepEqual((await collected(id)).insurance.dc, { amount: 12_000, editable: false });
});

Deno.test("前職 stays whatever is said of other employers: it is taken out entry by entry", async () => {
  const { id, home } = somebody((member, { declaration }) =>
    isAnswered(member) && declaration.previousJob.jobs.length > 0
  );
  const address = edit(home, "previous_job");
  const { jobs } = (await collected(id)).declaration.previousJob;
  const fields = fieldsOf((await get("check", address)).document);
  const sent = withFields(fields, { "employers.otherEmployer": "no" });
  assert.equal((await post("check", address, sent)).status, 303);
  const { otherEmployer, jobs: left } = (await collected(id)).declaration.previousJob;
  assert.deepEqual([otherEmployer, left], [false, jobs]);
});

Deno.test("what no form of ours sends is refused and changes nothing", async () => {
  const { id, home } = somebody((member, { declaration }) =>
    isAnswered(member) && declaration.family.people.length > 0
  );
  const before = await stored(id);
  const [person] = before.collected.declaration.family.people;
  const address = `${edit(home, "family")}/people/${person!.id}`;
  const fields = fieldsOf((await get("check", address)).document);
  const living = fields.filter(([name]) => name !== "thisYear.living");
  assert.equal((await post("check", address, living)).status, 400);
  for (const path of ["nothing", "family/nothing/new", "family/people/nobody", "self/people/new"]) {
    assert.equal((await get("check", `${home}/collected/${path}`)).status, 404, path);
  }
  assert.equal((await post("check", `${edit(home, "family")}/people/new`, [["item_id", "x"]])).status, 400);
  assert.deepEqual(await stored(id), before);
});

Deno.test("アンケート回答履歴 is for who answered", async () => {
  const answered = somebody((member, { declaration }) =>
    isAnswered(member) && Object.keys(declaration.answers).length > 0
  );
  const { document } = await get("check", `${answered.home}/answers`);
  const [number, answer] = Object.entries((await collected(answered.id)).declaration.answers)[0]!;
  assert.match(document.querySelector("dl")!.textContent!, new RegExp(`設問${number}`));
  assert.ok(document.querySelector("dl")!.textContent!.includes(answer));
  assert.ok((await get("check", answered.home)).document.querySelector(`a[href="${answered.home}/answers"]`));
  for (const status of ["not_requested", "requested"]) {
    const { home } = somebody(({ request }) => request.status === status);
    assert.equal((await get("check", `${home}/answers`)).status, 404);
    assert.equal((await get("check", home)).document.querySelector(`a[href="${home}/answers"]`), null);
  }
});
