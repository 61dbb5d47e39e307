import assert from "node:assert/strict";
import { Button } from "./Button.tsx";
import { ErrorPage } from "./ErrorPage.tsx";
import { NotificationBar } from "./NotificationBar.tsx";
import { draw, textOf, textsOf } from "./render_fixture.ts";
import { SelectField } from "./SelectField.tsx";
import { type Column, Table } from "./Table.tsx";
import { Tabs } from "./Tabs.tsx";
import { TextField } from "./TextField.tsx";

Deno.test("a field is tied to its label, hint and error", () => {
  const page = draw(
    <TextField name="email" label="メール" hint="半角" error="正しくありません。" required />,
  );
  const input = page.querySelector("input")!;
  assert.match(textOf(page.querySelector("label[for=email]")), /メール ?必須/);
  assert.equal(input.getAttribute("aria-invalid"), "true");
  const described = input.getAttribute("aria-describedby")!.split(" ").map((id) =>
    textOf(page.getElementById(id))
  );
  assert.deepEqual(described, ["半角", "正しくありません。"]);
});

Deno.test("a field without error is not invalid and describes nothing", () => {
  const input = draw(<TextField name="a" label="あ" />).querySelector("input")!;
  assert.equal(input.getAttribute("aria-invalid"), null);
  assert.equal(input.getAttribute("aria-describedby"), null);
});

Deno.test("a select keeps its value", () => {
  const options = [{ value: "", label: "すべて" }, { value: "a", label: "本社" }];
  const page = draw(<SelectField name="g" label="グループ" value="a" options={options} />);
  assert.deepEqual(textsOf(page, "option[selected]"), ["本社"]);
});

Deno.test("a button does not send a form unless it is told to", () => {
  assert.equal(draw(<Button>閉じる</Button>).querySelector("button")?.getAttribute("type"), "button");
  assert.equal(
    draw(<Button type="submit">送る</Button>).querySelector("button")?.getAttribute("type"),
    "submit",
  );
});

Deno.test("a table keeps its roles when it is drawn as a list, and names its columns there", () => {
  const columns: Column<{ id: string; n: number }>[] = [
    { key: "id", label: "番号", rowHeader: true, render: (row) => row.id },
    { key: "n", label: "件数", numeric: true, render: (row) => row.n },
  ];
  const page = draw(
    <Table caption="見本" columns={columns} rows={[{ id: "a", n: 3 }]} rowKey={(row) => row.id} />,
  );
  assert.equal(textOf(page.querySelector("caption")), "見本");
  assert.deepEqual(
    [...page.querySelectorAll("[role]")].map((element) => element.getAttribute("role")),
    ["table", "rowgroup", "row", "columnheader", "columnheader", "rowgroup", "row", "rowheader", "cell"],
  );
  assert.equal(textOf(page.querySelector("td")), "件数3");
  assert.equal(page.querySelector("td [aria-hidden]")?.textContent, "件数");
});

Deno.test("a message of success waits for its turn, an error does not", () => {
  assert.equal(
    draw(<NotificationBar tone="success">済</NotificationBar>).querySelector("[role]")?.getAttribute("role"),
    "status",
  );
  assert.equal(
    draw(<NotificationBar tone="error">否</NotificationBar>).querySelector("[role]")?.getAttribute("role"),
    "alert",
  );
  assert.equal(
    draw(<NotificationBar tone="error" live={false}>否</NotificationBar>).querySelector("[role]"),
    null,
  );
});

Deno.test("tabs mark the current one", () => {
  const tabs = [{ href: "/a", label: "甲", current: false }, { href: "/b", label: "乙", current: true }];
  const page = draw(<Tabs label="表示" tabs={tabs} />);
  assert.deepEqual(textsOf(page, "[aria-current=page]"), ["乙"]);
});

Deno.test("an error page says what happened once, why, and what to do", () => {
  const page = draw(
    <ErrorPage status={404} event="ページが見つかりません" cause="削除されました" remedy="戻ってください" />,
  );
  assert.deepEqual(textsOf(page, "h1"), ["ページが見つかりません"]);
  assert.match(textOf(page), /削除されました。戻ってください。/);
  assert.match(textOf(page.querySelector("title")), /ページが見つかりません｜年調/);
});
