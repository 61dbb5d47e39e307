import assert from "node:assert/strict";
import { EMPTY_PROFILE } from "../domain/profile.ts";
import { masterEmployeeSchema } from "../domain/employee.ts";
import { familyMemberSchema } from "../domain/family.ts";
import { Refusal } from "../domain/errors.ts";
import { smarthrSource } from "./smarthr.ts";
import { wireAddress, wireCrew, wireDependent, wireRole, wireUser } from "./smarthr/test_records.ts";
import { serveSmarthr, TOKEN, type WireCompany, wireCompany } from "./smarthr/test_server.ts";

/** A source on a server whose company `change` makes what the test needs. */
function open(count: number, change: (company: WireCompany) => void = () => {}) {
  const company = wireCompany(count);
  change(company);
  const server = serveSmarthr(company);
  return {
    server,
    source: smarthrSource(server.access),
    paths: () => server.seen.map(({ path }) => path.replace("/api/v1", "")),
    [Symbol.asyncDispose]: server[Symbol.asyncDispose],
  };
}

const everybody = async (source: ReturnType<typeof smarthrSource>, from?: number) =>
  (await Array.fromAsync(source.employees(from))).flat();

const ADDRESS = {
  zip: "106-6217",
  prefecture: "東京都",
  city: "港区",
  street: "六本木3-2-1",
  building: "",
  kana: "トウキョウトミナトクロッポンギ3-2-1",
  country: "",
};

Deno.test("a person comes as the master record, with the first 部署 and the 管理名 of the 事業所", async () => {
  await using it = open(1);
  const [person] = await everybody(it.source);
  assert.deepEqual(masterEmployeeSchema.parse(person), {
    sourceId: "crew-0",
    code: "000001",
    lastName: "須磨",
    firstName: "英知0",
    lastNameKana: "スマ",
    firstNameKana: "エイチ",
    birthOn: "1990-01-23",
    gender: "male",
    department: "本社/営業部",
    employmentType: "正社員",
    employmentPreset: "full_timer",
    establishment: "本社",
    status: "employed",
    resignedOn: null,
    address: ADDRESS,
    account: { email: "suma0@kaisha.example" },
    profile: { ...EMPTY_PROFILE, addressHead: "須磨 英知", addressRelation: "本人", hasSpouse: false },
  });
});

Deno.test("everything that may be missing may be missing, and unknown fields and words do no harm", async () => {
  const required = [
    "id",
    "emp_status",
    "last_name",
    "first_name",
    "last_name_yomi",
    "first_name_yomi",
    "gender",
  ];
  await using it = open(3, (company) => {
    company.crews.at = (i) => {
      const crew = wireCrew(i, {
        brand_new_field: { deep: true },
        widow_type: "special_widow",
        gender: "other",
      });
      if (i === 2) return { ...crew, departments: [], department: null, biz_establishment_id: "gone" };
      if (i === 1) return Object.fromEntries(required.map((name) => [name, crew[name]]));
      return Object.fromEntries(
        Object.entries(crew).map(([name, value]) => [name, required.includes(name) ? value : null]),
      );
    };
  });
  for (const person of await everybody(it.source)) {
    masterEmployeeSchema.parse(person);
    assert.equal(person.department, null);
    assert.equal(person.establishment, null);
    assert.equal(person.gender, null);
    assert.equal(person.profile.widow, null);
  }
  const [bare] = await everybody(it.source);
  assert.deepEqual([bare!.code, bare!.account, bare!.address, bare!.profile], [
    null,
    null,
    null,
    EMPTY_PROFILE,
  ]);
});

Deno.test("words, flags and addresses of a person are the product's", async () => {
  await using it = open(1, (company) => {
    company.crews.at = (i) =>
      wireCrew(i, {
        emp_code: " 000001 ",
        emp_status: "absent",
        resigned_at: "2026-12-31",
        employment_type: null,
        emp_type: "permatemp",
        email: null,
        address: wireAddress({ country_number: "USA", zip_code: "94-105", building: "3F" }),
        resident_card_address: wireAddress({ country_number: null }),
        resident_card_address_head_of_family: "須磨 父",
        resident_card_address_relation_name: "長男",
        handicapped_type: "special_handicapped",
        working_student_flag: true,
        school_name: "年調大学",
        enrolled_at: "2024-04-01",
        widow_type: "single_parent",
        widow_reason_type: "missing",
        having_spouse: true,
      });
  });
  const [person] = await everybody(it.source);
  assert.equal(person!.code, "000001");
  assert.deepEqual([person!.status, person!.resignedOn], ["absent", "2026-12-31"]);
  assert.deepEqual([person!.employmentType, person!.employmentPreset], [null, "permatemp"]);
  assert.deepEqual(person!.account, { email: null });
  assert.deepEqual(person!.address, { ...ADDRESS, zip: "94-105", building: "3F", country: "USA" });
  assert.deepEqual(person!.profile, {
    addressHead: "須磨 英知",
    addressRelation: "本人",
    registeredAddress: ADDRESS,
    registeredHead: "須磨 父",
    registeredRelation: "長男",
    workingStudent: true,
    school: "年調大学",
    enrolledOn: "2024-04-01",
    disability: "special",
    widow: "single_parent",
    widowReason: "missing",
    hasSpouse: true,
  });
});

Deno.test("a 在籍状況 that we do not know is no guess", async () => {
  await using it = open(1, (company) => company.crews.at = (i) => wireCrew(i, { emp_status: "loaned" }));
  await assert.rejects(
    everybody(it.source),
    new Refusal("source_unreadable", { where: "従業員情報：emp_status" }),
  );
});

Deno.test("everybody is read a hundred at a time in the order of registration, from any position", async () => {
  await using it = open(250);
  const all = await everybody(it.source);
  assert.deepEqual(all.map(({ sourceId }) => sourceId), Array.from({ length: 250 }, (_, i) => `crew-${i}`));
  const crews = it.server.seen.filter(({ path }) => path.endsWith("/crews"));
  assert.deepEqual(crews.map(({ query }) => query.get("page")), ["1", "2", "3"]);
  assert(crews.every(({ query }) => query.get("per_page") === "100" && query.get("sort") === "created_at"));
  assert(!crews[0]!.query.get("fields")!.includes("bank_accounts"));
  for (const from of [0, 1, 99, 100, 101, 249, 250, 300]) {
    it.server.seen.length = 0;
    assert.deepEqual(await everybody(it.source, from), all.slice(from), `from ${from}`);
    const first = it.server.seen.find(({ path }) => path.endsWith("/crews"))!;
    assert.equal(first.query.get("page"), String(Math.floor(from / 100) + 1));
  }
});

Deno.test("counting reads nobody", async () => {
  await using it = open(123);
  assert.equal(await it.source.countEmployees(), 123);
  assert.deepEqual([...it.server.seen[0]!.query].sort(), [["fields", "id"], ["page", "1"], [
    "per_page",
    "1",
  ]]);
});

Deno.test("a 社員番号 finds its person by exact text, whatever the filter of the server lets through", async () => {
  await using it = open(300, (company) => {
    company.crews.at = (i) => {
      if (i === 5) return wireCrew(i, { emp_code: "A 1&x=2" });
      if (i === 6) return wireCrew(i, { emp_code: "000010", emp_status: "retired" });
      return wireCrew(i);
    };
  });
  const asked = ["000300", "300", "A 1&x=2", "000010", "", " ", "nobody", "0"];
  const people = await it.source.employeesByCode(asked);
  assert.deepEqual(people.map((one) => one?.sourceId ?? null), [
    "crew-299",
    null,
    "crew-5",
    // crew-6 has the same one, and left.
    "crew-9",
    null,
    null,
    null,
    null,
  ]);
  assert.deepEqual(await it.source.employeesByCode([]), []);
});

Deno.test("families come in the order asked, a few requests at a time; who is gone has none", async () => {
  await using it = open(30, (company) => {
    company.dependents = (crew) => {
      if (crew === "crew-1") return null;
      const count = crew === "crew-2" ? 120 : Number(crew.split("-")[1]) % 3;
      return Array.from({ length: count }, (_, n) => wireDependent(crew, n));
    };
  });
  const people = Array.from({ length: 30 }, (_, i) => ({ sourceId: `crew-${i}` }));
  let underWay = 0;
  let peak = 0;
  const source = smarthrSource(it.server.access, {
    async fetch(input, init) {
      peak = Math.max(peak, ++underWay);
      return await fetch(input, init).finally(() => underWay--);
    },
  });
  const families = await source.families(people);
  assert.deepEqual(families.map((family) => family.length), [
    0,
    0,
    120,
    ...people.slice(3).map((_, i) => i % 3),
  ]);
  assert.equal(families[2]![119]!.sourceId, "crew-2-dependent-119");
  for (const family of families) for (const relative of family) familyMemberSchema.parse(relative);
  assert.equal(peak, 4);
  assert.equal(it.server.seen.length, 31);
});

Deno.test("a relative comes with all that the difference lists compare", async () => {
  await using it = open(1, (company) => {
    company.dependents = (crew) => [
      wireDependent(crew, 1, {
        code: "F1",
        relation: null,
        relation_name: "妻",
        is_spouse: true,
        live_together_type: "living_separately",
        address: wireAddress({ country_number: "GBR" }),
        handicapped_type: "special_handicapped_living_together",
        remittance_to_relative: 380_000,
        social_insurance_support_type: "unsupported",
        tax_law_support_type: "special_spousal_exemption",
        tax_deduction_income: 480_000,
        tax_deduction_qualified_reason: "結婚",
      }),
    ];
  });
  const [[relative]] = await it.source.families([{ sourceId: "crew-0" }]) as [[unknown]];
  assert.deepEqual(relative, {
    sourceId: "crew-0-dependent-1",
    code: "F1",
    relation: { name: "妻", preset: null, isChild: false },
    isSpouse: true,
    lastName: "須磨",
    firstName: "孝太郎1",
    lastNameKana: "スマ",
    firstNameKana: "コウタロウ",
    birthOn: "2015-10-01",
    gender: "male",
    livingTogether: false,
    address: { ...ADDRESS, country: "GBR" },
    disability: "special_living_together",
    socialSupport: "unsupported",
    taxSupport: "special_spousal_exemption",
    taxIncome: 480_000,
    taxQualifiedOn: "2015-10-01",
    taxQualifiedReason: "結婚",
    remittance: 380_000,
  });
});

Deno.test("会社情報 has the name of the 代表者, of whom nothing else is read", async () => {
  await using it = open(1);
  assert.deepEqual(await it.source.company(), {
    name: "株式会社年調",
    representative: "須磨 英知0",
    representativeKana: "スマ エイチ",
    corporateNumber: "1234567890123",
  });
  assert.equal(
    it.server.seen[1]!.query.get("fields"),
    "id,last_name,first_name,last_name_yomi,first_name_yomi",
  );
  it.server.company.companies[0]!.owner_id = null;
  assert.equal((await it.source.company()).representative, "");
  it.server.company.companies[0]!.owner_id = "crew-99";
  assert.equal((await it.source.company()).representative, "");
});

Deno.test("事業所, 続柄, 部署 and 雇用形態 come whole", async () => {
  await using it = open(1);
  assert.deepEqual(await it.source.establishments(), [
    { sourceId: "biz-1", name: "本社", taxOffice: "麻布", payerAddress: ADDRESS },
  ]);
  assert.deepEqual(await it.source.relations(), [
    { sourceId: "relation-1", name: "妻", preset: "wife", isChild: false },
    { sourceId: "relation-2", name: "長男", preset: "first_son", isChild: true },
    { sourceId: "relation-3", name: "おい", preset: null, isChild: false },
  ]);
  assert.deepEqual(await it.source.departments(), [
    { sourceId: "dep-2", name: "営業部", fullName: "本社/営業部" },
  ]);
  assert.deepEqual(await it.source.employmentTypes(), [
    { sourceId: "type-1", name: "正社員", preset: "full_timer" },
    { sourceId: "type-2", name: "嘱託", preset: null },
  ]);
});

Deno.test("権限 are those that somebody holds, each once a batch, with their range", async () => {
  const query = { department_ids: ["dep-2"] };
  const scopes = ["crews_scope_all", "crews_scope_own", "crews_scope_condition", "crews_scope_department"];
  await using it = open(150, (company) => {
    company.users.at = (i) => {
      if (i === 4) return wireUser(i, { role: null });
      const scope = scopes[i % 4]!;
      const role = wireRole(scope, { crews_scope: scope, crews_scope_query: i % 4 === 2 ? query : null });
      return wireUser(i, { role });
    };
  });
  const batches = await Array.fromAsync(it.source.roles());
  assert.deepEqual(batches.map((batch) => batch.length), [4, 4]);
  assert.deepEqual(
    new Map(batches.flat().map(({ sourceId, scope }) => [sourceId, scope])),
    new Map<string, unknown>([
      ["crews_scope_all", { kind: "all" }],
      ["crews_scope_own", { kind: "own" }],
      ["crews_scope_condition", { kind: "condition", query }],
      ["crews_scope_department", { kind: "condition", query: { crews_scope: "crews_scope_department" } }],
    ]),
  );
});

Deno.test("an account is found by 社員番号 in two requests", async () => {
  await using it = open(400);
  const account = await it.source.account({ email: "other@kaisha.example", employeeCode: "000400" });
  assert.deepEqual(account, {
    sourceId: "user-399",
    email: "Suma399@kaisha.example",
    roleId: "role-member",
    employeeCode: "000400",
  });
  assert.deepEqual(it.paths(), ["/crews", "/users/user-399"]);
});

Deno.test("an account is found by e-mail page by page up to the match, capitals or not", async () => {
  await using it = open(400);
  const account = await it.source.account({ email: "SUMA150@kaisha.example", employeeCode: null });
  assert.deepEqual([account?.sourceId, account?.employeeCode], ["user-150", "000151"]);
  assert.deepEqual(it.paths(), ["/users", "/users", "/crews/crew-150"]);
  assert.equal(await it.source.account({ email: "nobody@kaisha.example", employeeCode: "nobody" }), null);
  assert.equal(await it.source.account({ email: null, employeeCode: null }), null);
});

Deno.test("every request carries the token in its header and nowhere else, and only reads", async () => {
  await using it = open(3);
  await everybody(it.source);
  await it.source.account({ email: null, employeeCode: "000001" });
  for (const { headers, path, query } of it.server.seen) {
    assert.equal(headers.get("authorization"), `Bearer ${TOKEN}`);
    assert(!`${path}?${query}`.includes(TOKEN));
  }
});
