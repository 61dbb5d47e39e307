import assert from "node:assert/strict";
import fc from "fast-check";
import { allows, EVERYONE, NOBODY, type Permission } from "./permission.ts";
import { NO_SCOPES, rightsOf, type RoleDefinition, roleOf, SCOPES } from "./role.ts";

const ROLE: RoleDefinition = {
  v: 1,
  id: "r1",
  name: "労務担当",
  preset: null,
  scopes: NO_SCOPES,
  range: { kind: "condition", departments: ["営業部"], employmentTypes: [] },
  rangeNote: null,
  inSource: true,
  syncedAt: 0,
};
const ticks = fc.record({ review: fc.boolean(), data: fc.boolean(), confirm: fc.boolean() });

Deno.test("the highest tick counts, and holds what the lower ones do; nothing ticked is 権限なし", () => {
  fc.assert(fc.property(ticks, (scopes) => {
    const role = roleOf({ preset: null, scopes });
    const highest = SCOPES.findLastIndex((scope) => scopes[scope]);
    for (const [i, scope] of SCOPES.entries()) {
      assert.equal(allows(role, scope satisfies Permission), i <= highest, `${role} ${scope}`);
    }
    assert(!allows(role, "admin"), "no tick makes a 管理者");
  }));
});

Deno.test("the source's 管理者 is one whatever is ticked, and reaches everybody", () => {
  fc.assert(fc.property(ticks, (scopes) => {
    const account = { role: "none" as const, range: ROLE.range, roleId: "r1" };
    const rights = rightsOf(account, { ...ROLE, preset: "admin", scopes });
    assert.deepEqual(rights, { role: "admin", range: EVERYONE });
  }));
});

Deno.test("an account has role and range of its 権限, else its own; a 管理者 is not limited", () => {
  const own = { role: "confirm" as const, range: EVERYONE };
  const held = { ...own, roleId: "r1" };
  assert.deepEqual(rightsOf({ ...own, roleId: null }, null), own);
  assert.deepEqual(rightsOf(held, ROLE), { role: "none", range: ROLE.range });
  const admin = { role: "admin" as const, range: ROLE.range, roleId: null };
  assert.deepEqual(rightsOf(admin, null), { role: "admin", range: EVERYONE });
  assert.deepEqual(rightsOf({ ...admin, roleId: "gone" }, null), { role: "none", range: NOBODY });
});
