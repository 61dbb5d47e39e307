import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import { sampleJob } from "../components/jobs/job_fixture.ts";
import type { State } from "./state.ts";
import { acceptedJob, withAccepted } from "./accepted.ts";

function stateOf(email: string): State {
  const detail = (_: unknown, id: string) =>
    id === "J1"
      ? Promise.resolve({ job: sampleJob({ id, title: "取り込み", actor: "a@x.example" }), result: null })
      : Promise.reject(new Refusal("job_not_found"));
  return {
    services: { jobs: { detail } },
    user: { id: "u", email },
    tenant: { id: "t" },
  } as unknown as State;
}
const page = (query: string) => new URL(`http://localhost/employees${query}`);

Deno.test("the page one comes back to names the job, and only a path of this site is taken", () => {
  assert.equal(withAccepted("/employees?text=a&accepted=old", "J1"), "/employees?text=a&accepted=J1");
  assert.equal(withAccepted("https://evil.example/", "J1"), "/?accepted=J1");
  assert.equal(withAccepted(undefined, "J1"), "/?accepted=J1");
});

Deno.test("the message is for who started the job, in the words of the job", async () => {
  assert.deepEqual(await acceptedJob(stateOf("a@x.example"), page("?accepted=J1")), {
    id: "J1",
    title: "取り込み",
  });
  assert.equal(await acceptedJob(stateOf("b@x.example"), page("?accepted=J1")), null);
});

Deno.test("an address that names no job, or none that one sees, shows no message", async () => {
  assert.equal(await acceptedJob(stateOf("a@x.example"), page("")), null);
  assert.equal(await acceptedJob(stateOf("a@x.example"), page("?accepted=<b>J2")), null);
});
