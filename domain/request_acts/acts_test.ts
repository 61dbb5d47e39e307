import assert from "node:assert/strict";
import fc from "fast-check";
import {
  DOCUMENT_KINDS,
  newRequest,
  type Request,
  REQUEST_STATUSES,
  type RequestStatus,
} from "../request.ts";
import { isRefused } from "./acted.ts";
import {
  ACT_KINDS,
  type ActKind,
  ACTS,
  type Details,
  momentOf,
  play,
  type Played,
  someAct,
  type TestAct,
} from "./acts_fixture.ts";
import { STAFF_EXCLUSIONS } from "./asking.ts";
import { TABLE } from "./table_fixture.ts";

/** All that acts may be told, so chosen that nothing but the 依頼ステータス stands in their way. */
const WILLING: Details = {
  of: "this_year_dependants",
  document: "next_year_dependants",
  parts: ["self"],
  comment: "確認してください",
  needed: { documents: DOCUMENT_KINDS, previousJob: true },
  candidate: "otsu_candidate",
  changed: true,
  changedOf: [],
  reason: "otsu",
  open: true,
};

/** How a 依頼 comes to each status. */
const PATHS: Record<RequestStatus, ActKind[]> = {
  not_requested: ["saveCollected"],
  requested: ["send"],
  answering: ["send", "startAnswering"],
  answered: ["send", "startAnswering", "submit"],
  correcting: ["send", "startAnswering", "submit", "requestCorrection"],
  reanswered: ["send", "startAnswering", "submit", "requestCorrection", "resubmit"],
  confirmed: ["send", "startAnswering", "submit", "confirm"],
  expired: ["send", "startAnswering", "expire"],
};

/** What an act needs besides: something to take back. */
function before(kind: ActKind, status: RequestStatus): ActKind[] {
  if (kind === "cancelReturn" && status === "correcting") return ["sendBack"];
  return kind === "reset" && status === "not_requested" ? ["exclude", "unconfirm"] : [];
}

const played = (kinds: ActKind[]) =>
  kinds.reduce<Played>((so, kind, n) => play(so, { kind, details: WILLING }, momentOf(n)), {
    request: newRequest("e1"),
    point: {},
  });

Deno.test("every act is possible from exactly the 依頼ステータス of the table", () => {
  for (const kind of ACT_KINDS) {
    for (const status of REQUEST_STATUSES) {
      const { request, point } = played([...PATHS[status], ...before(kind, status)]);
      assert.equal(request.status, status);
      const acted = ACTS[kind](request, WILLING, momentOf(10), point);
      assert.equal(!isRefused(acted), status in TABLE[kind], `${kind} from ${status}`);
    }
  }
});

/** What the table makes of a 依頼, in as few words as it takes. */
interface Model {
  status: RequestStatus;
  /** Where it stood before 確定, 回答期限切れ or 修正依頼中. */
  before: RequestStatus | null;
  /** What is to be corrected. */
  open: Set<string>;
  restarted: boolean;
}

/** What was really made, and how often an act was done. */
interface Real extends Played {
  n: number;
}

const ENTERS: readonly ActKind[] = ["exclude", "confirm", "expire", "sendBack", "requestCorrection"];

/** Moves the model as the table says, the act having been done. */
function follow(model: Model, { kind, details }: TestAct) {
  const leads = TABLE[kind][model.status]!;
  if (ENTERS.includes(kind) && model.status !== leads) model.before = model.status;
  if (kind === "sendBack") model.open.add(details.of);
  if (kind === "requestCorrection") model.open.add("request");
  if (kind === "cancelReturn") model.open.delete(details.of);
  if (kind === "cancelCorrections") model.open.delete("request");
  if (kind === "restart") model.restarted = true;
  if (kind === "resubmit") Object.assign(model, { open: new Set(), restarted: false });
  if (kind === "reset" || kind === "resetByCsv") {
    Object.assign(model, { open: new Set(), restarted: false, before: null });
  }
  const kept = model.status === "correcting" ? model.open.size > 0 || model.restarted : !details.open;
  if (leads === "before") {
    const stays = kind !== "unconfirm" && kept;
    if (!stays) model.status = model.before!;
  } else if (leads !== "same") model.status = leads;
}

function frozen(request: Request): Request {
  return JSON.parse(JSON.stringify(request), (_, value) => Object.freeze(value));
}

function command(act: TestAct): fc.Command<Model, Real> {
  return {
    check: () => true,
    run(model, real) {
      const { request, point } = { request: frozen(real.request), point: real.point };
      const acted = ACTS[act.kind](request, act.details, momentOf(real.n++), point);
      if (isRefused(acted)) {
        assert.deepEqual(play(real, act, 0), { request: real.request, point });
        return;
      }
      assert.ok(model.status in TABLE[act.kind], `${act.kind} from ${model.status}`);
      follow(model, act);
      Object.assign(real, play(real, act, momentOf(real.n - 1)));
      compare(model, real.request);
    },
    toString: () => `${act.kind}(${JSON.stringify(act.details)})`,
  };
}

/** What has to be true of every 依頼 that acts make. */
function compare(model: Model, request: Request) {
  assert.equal(request.status, model.status);
  assert.deepEqual(new Set(request.corrections.map(({ from }) => from)), model.open);
  assert.equal(request.restarted, model.restarted);
  const excluded = STAFF_EXCLUSIONS.some((reason) => reason === request.exclusion);
  const wasConfirmed = ["confirmed", "not_requested", "answered", "reanswered", "correcting"];
  if (excluded) assert.ok(wasConfirmed.includes(request.status), request.status);
  // What is kept for an undo is kept for as long as it can be undone.
  const before = { confirmed: "beforeConfirmation", expired: "beforeExpiry" } as const;
  for (const [status, field] of Object.entries(before)) {
    assert.equal(request[field] !== null, request.status === status, field);
  }
  const corrected = request.status === "correcting" && !request.restarted;
  assert.equal(request.beforeCorrection !== null, corrected);
  // 差し戻し stands with the 依頼 that was sent back, and is told of once.
  const reviews = Object.entries({ ...request.documents, previous_job: request.previousJob });
  const returned = reviews.filter(([, review]) => review?.status === "returned").map(([of]) => of);
  const told = request.corrections.map(({ from }) => from).filter((from) => from !== "request");
  assert.deepEqual(
    told.filter((from) => !request.restarted || returned.includes(from)).sort(),
    returned.sort(),
  );
  assert.equal(
    reviews.every(([, review]) =>
      !review || (review.status === "returned") === (review.beforeReturn !== null)
    ),
    true,
  );
}

Deno.test("no path of acts leaves the table, and a refused act changes nothing", () => {
  const commands = fc.commands([someAct.map(command)], { maxCommands: 200, size: "max" });
  fc.assert(
    fc.property(commands, (acts) => {
      const model: Model = { status: "not_requested", before: null, open: new Set(), restarted: false };
      fc.modelRun(() => ({ model, real: { request: newRequest("e1"), point: {}, n: 0 } }), acts);
    }),
    { numRuns: 500 },
  );
});
