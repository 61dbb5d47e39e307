import assert from "node:assert/strict";
import { addTestMembers, openTestYear } from "../kv/test_year.ts";
import { masterOf, person } from "./test_tools.ts";
import { zeroPadded } from "./zero_padded.ts";

async function found(codes: string[], members: string[], masters: string[]) {
  using year = await openTestYear();
  await addTestMembers(year, null, members.map((code) => person(code)));
  const source = masterOf(masters.map((code) => person(code)));
  return Object.fromEntries(await zeroPadded(codes, { data: year.stores, source }));
}

Deno.test("a number that lost its zeros finds the one it was, among targets and in the master", async () => {
  const codes = ["1", "02", "3", "x1", "", "12345678901234"];
  assert.deepEqual(await found(codes, ["000001"], ["0002", "3"]), { "1": "000001", "02": "0002" });
});

Deno.test("of several the shortest is named", async () => {
  assert.deepEqual(await found(["7"], ["000007"], ["007"]), { "7": "007" });
});

Deno.test("twelve digits are tried at most, and only digits", async () => {
  assert.deepEqual(await found(["1", "１"], ["000000000001"], ["0000000000001"]), { "1": "000000000001" });
  assert.deepEqual(await found(["1"], [], ["0000000000001"]), {});
});

Deno.test("nothing asked, nothing looked up", async () => {
  const refuse = () => Promise.reject(new Error("looked up"));
  using year = await openTestYear();
  const members = {
    ...year.stores.members,
    byCodes: (codes: readonly string[]) => codes.length === 0 ? Promise.resolve([]) : refuse(),
  };
  const source = {
    ...masterOf([]),
    employeesByCode: (codes: readonly string[]) => codes.length === 0 ? Promise.resolve([]) : refuse(),
  };
  assert.equal((await zeroPadded(["x"], { data: { ...year.stores, members }, source })).size, 0);
});
