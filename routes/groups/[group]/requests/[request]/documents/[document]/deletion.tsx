import { page } from "fresh";
import { FormPage } from "../../../../../../../components/form/FormPage.tsx";
import { PasswordField } from "../../../../../../../components/operation/PasswordField.tsx";
import { requestAddress } from "../../../../../../../components/requests/addresses.ts";
import { DELETE_DOCUMENT, DELETION_EFFECT } from "../../../../../../../components/requests/texts.ts";
import { Refusal } from "../../../../../../../domain/errors.ts";
import { DOCUMENT_KINDS, DOCUMENT_LABELS, type DocumentKind } from "../../../../../../../domain/request.ts";
import { deleteDocument } from "../../../../../../../domain/request_acts/reviewing.ts";
import { define } from "../../../../../../../web/define.ts";
import { placed, type PlacedProblem } from "../../../../../../../web/field_problem.ts";
import { textOf } from "../../../../../../../web/forms.ts";
import { openRequest } from "../../../../../../../web/request_page.ts";
import { safePath } from "../../../../../../../web/safe_path.ts";
import { returnToOf, settleForm } from "../../../../../../../web/settle_form.ts";

interface DeletionPage extends PlacedProblem {
  document: DocumentKind;
  returnTo: string;
}

const WRONG = "wrong_password";

/**
 * Deletes a document of a 依頼 (管理者, as code 99 of row 35): `GET` asks, `POST` (`password`) deletes. A wrong password
 * counts with those of signing in.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const { group, member } = await openRequest(ctx, "admin");
    const home = requestAddress(group.id, member.employee.id);
    const returnTo = safePath(ctx.url.searchParams.get("return_to"), home);
    return page<DeletionPage>({ document: documentOf(ctx.params), returnTo, ...placed(null, WRONG) });
  },
  async POST(ctx) {
    const { user, group, member } = await openRequest(ctx, "admin");
    const { services, tenant } = ctx.state;
    const document = documentOf(ctx.params);
    const home = requestAddress(group.id, member.employee.id);
    return await settleForm<DeletionPage>(ctx, {
      async act(form) {
        await services.accounts.confirmPassword(tenant.id, user.id, textOf(form, "password"));
        await services.requestChanges(tenant).act(group, member.employee.id, user, {
          act: ({ member: { request } }) => deleteDocument(request, document),
        });
      },
      notice: "document_deleted",
      home,
      again: (problem, form) => ({ document, returnTo: returnToOf(form, home), ...placed(problem, WRONG) }),
    });
  },
});

function documentOf({ document }: Record<string, string>): DocumentKind {
  const kind = DOCUMENT_KINDS.find((one) => one === document);
  if (!kind) throw new Refusal("not_found");
  return kind;
}

export default define.page<typeof handler>(({ data: { document, error, ...form } }) => (
  <FormPage {...DELETE_DOCUMENT} {...form} look="danger">
    <p class="font-bold mb-2 [overflow-wrap:anywhere]">{DOCUMENT_LABELS[document]}</p>
    <p class="mb-4">{DELETION_EFFECT}</p>
    <PasswordField id="password" error={error} />
  </FormPage>
));
