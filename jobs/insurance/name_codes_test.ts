import assert from "node:assert/strict";
import fc from "fast-check";
import { Refusal } from "../../domain/errors.ts";
import type { Member, Stores } from "../../domain/stores.ts";
import { employeeCodes, nameCodesOf } from "./name_codes.ts";

/** Groups of people, each as `walk` answers it; a 社員番号 in two groups was moved from one to the other meanwhile. */
function storesOf(...groups: string[][]): Pick<Stores, "groups" | "members"> {
  const members = (codes: string[]) => codes.map((code) => ({ employee: { code } }) as Member);
  return {
    groups: { list: () => Promise.resolve(groups.map((_, i) => ({ id: String(i) }))) },
    members: {
      async *walk(id: string | null) {
        if (id !== null) yield await Promise.resolve(members(groups[Number(id)]!));
      },
      placesOf: (codes: string[]) =>
        Promise.resolve(codes.map((code) => groups.some((group) => group.includes(code)) ? "0" : undefined)),
    },
  } as unknown as Stores;
}

const find = async (format: "linc" | "sonpo", nameCodes: string[], data: ReturnType<typeof storesOf>) =>
  await employeeCodes(nameCodes, await nameCodesOf(format, data, false), data.members);

Deno.test("LINC: 330, 0330 and 00330 match, 30 and A330 do not", async () => {
  for (const code of ["330", "0330", "00330"]) {
    const data = storesOf([code, "30", "A330", "1000"]);
    assert.deepEqual(await find("linc", ["0000000330", "0000000033"], data), [code, null]);
  }
  assert.deepEqual(await find("linc", ["0000000330"], storesOf(["30", "A330"])), [null]);
});

Deno.test("損保標準: 330 matches, 30 and A330 do not", async () => {
  const data = storesOf(["330", "30", "A330"]);
  assert.deepEqual(await find("sonpo", ["330", "0330", "A330"], data), ["330", null, "A330"]);
});

Deno.test("LINC: every numeric 社員番号 is found by its 氏名コード, whatever their widths", async () => {
  const digits = fc.tuple(fc.nat(99_999), fc.integer({ min: 5, max: 10 }));
  const people = fc.uniqueArray(digits, { selector: ([n]) => n, minLength: 1, maxLength: 20 });
  await fc.assert(fc.asyncProperty(people, async (people) => {
    const codes = people.map(([n, width]) => String(n).padStart(width, "0"));
    const nameCodes = people.map(([n]) => String(n).padStart(10, "0"));
    assert.deepEqual(await find("linc", nameCodes, storesOf(codes)), codes);
  }));
});

Deno.test("社員番号 that differ in zeros only are refused, unless part of the file is registered; a moved person is one", async () => {
  const twins = storesOf(["0330"], ["000330"]);
  await assert.rejects(
    nameCodesOf("linc", twins, false),
    (error) =>
      error instanceof Refusal && error.code === "dat_zeros" && error.params.codes === "0330、000330",
  );
  await nameCodesOf("linc", twins, true);
  await nameCodesOf("sonpo", twins, false);
  await nameCodesOf("linc", storesOf(["0330"], ["0330"]), false);
  await nameCodesOf("linc", storesOf(["A1", "0A1"]), false);
});
