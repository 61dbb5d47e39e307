import { EVERYONE } from "../../../domain/permission.ts";
import { accountsOf } from "../../../kv/accounts.ts";
import { tenantsOf } from "../../../kv/tenants.ts";
import { PASSWORD } from "../client.ts";
import { openDatabase } from "./database.ts";

export const THIRD = { host: "third.localhost", email: "admin@third.example" };

/** Adds a company without employees to a database that no process has open. */
export async function addThirdTenant(dir: string): Promise<void> {
  using db = await openDatabase(dir);
  const { host, email } = THIRD;
  await tenantsOf(db.kv, db.committer).create({ id: "third", name: "第三商事", hosts: [host], year: 2026 });
  const accounts = accountsOf(db.kv, db.committer, { sessionSecret: crypto.randomUUID() });
  const person = { email, name: "三田 三郎", employeeCode: null, role: "admin" as const, range: EVERYONE };
  await accounts.create("third", person, PASSWORD);
}
