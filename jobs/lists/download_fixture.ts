import assert from "node:assert/strict";
import type { Declaration } from "../../domain/declaration/declaration.ts";
import { initialDeclaration } from "../../domain/declaration/initial.ts";
import { Refusal } from "../../domain/errors.ts";
import type { FamilyMember } from "../../domain/family.ts";
import { type Range, ROLES } from "../../domain/permission.ts";
import type { Request } from "../../domain/request.ts";
import { commitChange } from "../../kv/guarded.ts";
import { findOperation } from "../registry.ts";
import { wrapCommitter } from "../engine/test_tools.ts";
import {
  cellsOf,
  type Company,
  type CompanyOptions,
  type Ended,
  openCompany,
  person,
  testUser,
} from "../test_tools.ts";

/** For tests of downloads of lists: 本社, and 店舗 that is newer. */
export const HEAD = "01A";
export const SHOP = "01B";

/** Somebody who is asked. `declared` edits what the master said of them and their family. */
export interface Asked {
  master?: Parameters<typeof person>[1];
  family?: FamilyMember[];
  request?: Partial<Request>;
  declared?(initial: Declaration): Declaration;
}

/** Takes somebody into a group, with their 依頼 and what they declared. */
export async function take(
  c: Company,
  group: string,
  code: string,
  { master: more, family = [], request, declared }: Asked,
): Promise<void> {
  const { members, declarations } = c.stores;
  const change = (compute: Parameters<typeof commitChange>[2]["compute"]) =>
    commitChange(c.files.kv, c.committer, { guards: [members.guard(group)], compute });
  const master = person(code, more);
  await change(() => Promise.resolve(members.add(`id-${code}`, { master, family, carried: null }, group, 1)));
  await change(async () => {
    const [member] = await members.byCodes([code]);
    const declaration = declared?.(initialDeclaration({ self: master, family }));
    return [
      ...members.putRequest(member!, { ...member!.request!, ...request }, []),
      ...(declaration ? declarations.put(member!, declaration) : []),
    ];
  });
}

/** A company with both groups and nobody in them. */
export async function twoGroups(options: CompanyOptions = {}): Promise<Company> {
  const c = await openCompany(options);
  await c.group(HEAD, "本社");
  await c.group(SHOP, "店舗");
  return c;
}

type User = ReturnType<typeof testUser>;

/** Starts an operation for a group, or for all (null), and waits for its end. */
export async function download(
  c: Company,
  operation: string,
  group: string | null,
  { user, fields = [] }: { user?: User; fields?: [string, string][] } = {},
): Promise<Ended> {
  const { id } = await c.accept({ operation, group, fields }, user);
  return await c.ended(id, user);
}

/** The rows of the only file of a job, its header first. */
export async function rowsOf({ files }: Ended): Promise<string[][]> {
  assert.equal(files.length, 1);
  return await cellsOf(files[0]!.bytes);
}

/** A download of one list, as reference/operations.md has it. `asked` is what gives somebody one row in it. */
export interface ListDownload {
  kind: string;
  titles: { group: string; all: string };
  dialog: string;
  /** What the file is called before its time. */
  file: string;
  /** What the message says was made. */
  made: string;
  header: readonly string[];
  /** Where 社員番号 stands. */
  code: string;
  asked: Asked;
}

/** Three people with one row each, of 営業部 but for 000002, and two people in no group. */
async function company({ asked }: ListDownload, options: CompanyOptions = {}): Promise<Company> {
  const c = await twoGroups(options);
  const other = { ...asked, master: { ...asked.master, department: "総務部" } };
  await take(c, HEAD, "000002", other);
  await take(c, HEAD, "000001", asked);
  await take(c, SHOP, "000003", asked);
  await c.members(null, [person("000004"), person("000005")]);
  return c;
}

/**
 * The file of all groups, each batch sealed by a commit of its own, when the worker dies at its commit number `at`,
 * before it is written or after; null: it makes fewer.
 */
async function bytesAfterDeath(list: ListDownload, at: number, written: boolean): Promise<Uint8Array | null> {
  let n = 0;
  let die = () => {};
  const dead = new Promise<never>(() => {});
  await using c = await company(list, {
    sealAfterMs: -1,
    committerOfWorkers: (committer) =>
      wrapCommitter(committer, async (_, commit) => {
        if (n++ !== at) return await commit();
        if (written) await commit();
        die();
        return await dead;
      }),
  });
  die = c.breakWorkers;
  const { job, files } = await download(c, list.kind, null);
  assert.equal(job.status, "completed", job.message);
  return n > at ? files[0]!.bytes : null;
}

async function codesOf(ended: Ended, { header, code, file }: ListDownload): Promise<string[]> {
  const [first, ...rows] = await rowsOf(ended);
  assert.deepEqual(first, header);
  assert.equal(ended.files[0]!.name, `${file}_20261102100000.csv`);
  assert.deepEqual([...ended.files[0]!.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  return rows.map((cells) => `${cells[0]} ${cells[header.indexOf(code)]}`);
}

/** The tests that every such download stands. */
export function testListDownload(list: ListDownload): void {
  const { kind, titles, made } = list;
  const done = (n: number) => `${n}名分の${made}を作成しました。`;

  Deno.test(`${kind} of one group: by 社員番号, under its 処理名 and file name`, async () => {
    await using c = await company(list);
    const ended = await download(c, kind, HEAD);
    assert.deepEqual(
      [ended.job.title, ended.job.status, ended.job.message],
      [titles.group, "completed", done(2)],
    );
    assert.deepEqual(await codesOf(ended, list), ["本社 000001", "本社 000002"]);
    assert.deepEqual(ended.result.details, [done(2)]);
  });

  Deno.test(`${kind} of all: groups joined, newest first; who is in none is counted, not listed`, async () => {
    await using c = await company(list);
    const ended = await download(c, kind, null);
    const left = "対象外のため処理しなかった従業員が2名います。";
    assert.deepEqual(
      [ended.job.title, ended.job.status, ended.job.message],
      [titles.all, "completed", `${done(3)}${left}`],
    );
    assert.deepEqual(await codesOf(ended, list), ["店舗 000003", "本社 000001", "本社 000002"]);
    assert.deepEqual(ended.result.details, [
      done(3),
      "2名はどの依頼グループにも登録されていないため、一覧に含まれていません。",
    ]);
  });

  Deno.test(`${kind} without a row: the header alone, and 完了`, async () => {
    await using c = await twoGroups();
    for (const group of [HEAD, null]) {
      const ended = await download(c, kind, group);
      assert.deepEqual([ended.job.status, ended.job.message], ["completed", done(0)]);
      assert.deepEqual(await codesOf(ended, list), []);
    }
  });

  Deno.test(`${kind}: filters of the screen never narrow it, the range of a role does`, async () => {
    await using c = await company(list);
    const fields: [string, string][] = [["q", "000001"], ["status", "requested"], ["department", "総務部"]];
    const filtered = await download(c, kind, HEAD, { fields });
    assert.deepEqual(await codesOf(filtered, list), ["本社 000001", "本社 000002"]);

    const range: Range = { kind: "condition", departments: ["営業部"], employmentTypes: [] };
    const user = await c.user(testUser("range", { role: "download", range, employeeCode: "000001" }));
    const narrow = await download(c, kind, HEAD, { user });
    assert.deepEqual(await codesOf(narrow, list), ["本社 000001"]);
    assert.equal(narrow.job.message, done(1));
  });

  Deno.test(`${kind}: at whatever commit its worker dies, the file is that of one clean run`, async () => {
    await using c = await company(list);
    const { files: [clean] } = await download(c, kind, null);
    for (const written of [false, true]) {
      let at = 0;
      for (;; at++) {
        const bytes = await bytesAfterDeath(list, at, written);
        if (bytes === null) break;
        assert.deepEqual(bytes, clean!.bytes, `commit ${at}`);
      }
      assert.ok(at >= 2, "each group is sealed");
    }
  });

  Deno.test(`${kind}: the dialog has the name that it is known under`, () => {
    assert.equal(findOperation(kind)!.dialog.title, list.dialog);
  });

  Deno.test(`${kind}: 管理者, 依頼の確定 and データダウンロード of a group; 管理者 alone of all`, async () => {
    await using c = await twoGroups();
    const may: Record<string, string[]> = {};
    for (const role of ROLES) {
      const user = await c.user(testUser(role, { role }));
      may[role] = [];
      for (const [target, group] of [["group", HEAD], ["all", null]] as const) {
        const accepted = await c.accept({ operation: kind, group }, user).catch((error) => {
          assert.ok(error instanceof Refusal && error.code === "forbidden", String(error));
        });
        if (accepted) may[role].push(target);
      }
    }
    assert.deepEqual(may, {
      admin: ["group", "all"],
      confirm: ["group"],
      download: ["group"],
      check: [],
      none: [],
    });
  });
}
