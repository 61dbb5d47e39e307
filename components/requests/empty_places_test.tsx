import assert from "node:assert/strict";
import type { VNode } from "preact";
import type { ControlView } from "../../domain/answering/fields/view.ts";
import { Said } from "../my/Summary.tsx";
import { draw, textOf, textsOf } from "../render_fixture.ts";
import { reviewColumns } from "../reviews/review_columns.tsx";
import { Table } from "../Table.tsx";
import { REQUEST_COLUMNS } from "./columns.tsx";
import { CorrectionList } from "./CorrectionList.tsx";
import type { RequestRow } from "./request_row.ts";

const ROW: RequestRow = {
  id: "1",
  href: "/",
  code: "000001",
  name: "小野 優斗",
  status: "not_requested",
  statusLabel: "未依頼",
  department: "",
  employmentType: "",
  documents: [],
  exclusion: "",
};

Deno.test("no label of a list stands alone on a phone: what is empty is a dash", () => {
  const list = draw(<Table caption="依頼" columns={REQUEST_COLUMNS} rows={[ROW]} rowKey={({ id }) => id} />);
  assert.deepEqual(textsOf(list, "td").slice(1), ["対象者の部署-", "雇用形態-", "作成書類-", "対象外-"]);
  const review = { department: "", employmentType: "" } as Parameters<
    ReturnType<typeof reviewColumns>[number]["render"]
  >[0];
  const named = reviewColumns("documents").filter(({ key }) => key === "department" || key === "employment");
  assert.deepEqual(named.map(({ render }) => render(review)), ["-", "-"]);
});

Deno.test("a heading of 収集情報 under which nothing was said says so; elsewhere nothing is shown", () => {
  const view: ControlView = {
    view: "control",
    name: "leaving",
    label: "退職予定",
    control: { kind: "radio", options: [{ value: "no", label: "いいえ" }] },
    required: true,
  };
  const [empty, no] = [new Map<string, string[]>(), new Map([["leaving", ["no"]]])];
  const said = (node: VNode) => textOf(draw(node));
  assert.equal(said(<Said views={[view]} texts={empty} nothing="未入力" />), "未入力");
  assert.equal(said(<Said views={[view]} texts={empty} />), "");
  assert.equal(said(<Said views={[view]} texts={no} nothing="未入力" />), "退職予定いいえ");
});

Deno.test("where a correction comes from and when stand apart", () => {
  const at = Date.parse("2026-11-23T08:46:03+09:00");
  const list = draw(
    <CorrectionList
      corrections={[{ from: "basic_spouse_adjustment", parts: ["self"], comment: "住所", at }]}
    />,
  );
  assert.match(textOf(list), /差し戻し 2026\/11\/23 08:46:03/);
});
