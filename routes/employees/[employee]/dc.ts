import { Refusal } from "../../../domain/errors.ts";
import { define } from "../../../web/define.ts";
import { openEmployee } from "../../../web/employee_page.ts";
import { readForm, textOf } from "../../../web/forms.ts";
import { seeOther } from "../../../web/see_other.ts";

/** 従業員による情報の編集 of 企業型確定拠出年金掛金: `editable` is 1 (許可する) or 0 (許可しない). */
export const handler = define.handlers({
  async POST(ctx) {
    const { services, tenant } = ctx.state;
    const { member: { employee } } = await openEmployee(ctx);
    const editable = textOf(await readForm(ctx.req), "editable");
    if (editable !== "1" && editable !== "0") {
      throw new Refusal("bad_request", { what: "従業員による情報の編集" });
    }
    await services.insuranceEdits(tenant).allowDcEdit(employee.id, editable === "1");
    return seeOther(`/employees/${employee.id}?changed=dc`);
  },
});
