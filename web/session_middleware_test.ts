import assert from "node:assert/strict";
import { EVERYONE, type Range } from "../domain/permission.ts";
import { PASSWORD } from "../kv/accounts_fixture.ts";
import { committerOf } from "../kv/commit.ts";
import { storesOf } from "../kv/stores.ts";
import { addTestMembers, testMaster } from "../kv/test_year.ts";
import { openApp } from "./app_fixture.tsx";

/** What a route gets as the range of somebody whose account says `range`. */
async function rangeInRoute(range: Range, employeeCode: string | null): Promise<Range> {
  using app = await openApp(
    (app) => app.get("/me", (ctx) => Response.json(ctx.state.user?.range)),
    {},
    { stores: (tenant) => storesOf(app.kv, tenant) },
  );
  const stores = storesOf(app.kv, { id: "kaisha", year: 2026 });
  await addTestMembers({ kv: app.kv, committer: committerOf(app.kv), stores }, null, [testMaster("000001")]);
  const person = { email: "x@kaisha.example", name: "x", role: "check" as const, range, employeeCode };
  await app.accounts.create("kaisha", person, PASSWORD);
  const { token } = await app.accounts.signIn("kaisha", person.email, PASSWORD, null);
  return await (await app.ask("/me", { session: token })).json();
}

const OWN_DEPARTMENT: Range = {
  kind: "condition",
  departments: [],
  employmentTypes: [],
  ownDepartment: "both",
};

Deno.test("a route gets the range of the person who asks: 本人, and their 部署 by name", async () => {
  const self = { code: "000001", department: "営業部", employmentType: "正社員" };
  assert.deepEqual(await rangeInRoute(OWN_DEPARTMENT, "000001"), {
    kind: "condition",
    departments: ["営業部"],
    below: ["営業部"],
    employmentTypes: [],
    ownDepartment: "none",
    self,
  });
  assert.deepEqual(await rangeInRoute({ kind: "own" }, "000001"), { kind: "own", self });
});

Deno.test("who is no target of the adjustment reaches nobody, unless it is everybody", async () => {
  for (const code of [null, "999999"]) {
    assert.deepEqual(await rangeInRoute(OWN_DEPARTMENT, code), { kind: "own", self: null });
    assert.deepEqual(await rangeInRoute(EVERYONE, code), EVERYONE);
  }
});
