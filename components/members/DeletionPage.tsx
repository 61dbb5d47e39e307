import type { MenuItem } from "../../jobs/service.ts";
import { FormPage } from "../form/FormPage.tsx";
import { OperationPage } from "../operation/OperationPage.tsx";
import { countText, withFirst } from "./count_text.ts";
import { DeletionText } from "./DeletionText.tsx";
import type { FormField } from "./selection_fields.ts";
import { DELETE_PEOPLE } from "./texts.ts";

interface Props {
  question:
    | { kind: "some"; people: { id: string; code: string; name: string }[]; returnTo: string }
    | {
      kind: "all";
      count: { matching: number; deletable: number };
      item: MenuItem;
      extra: FormField[];
      operationKey: string;
      returnTo: string;
    };
}

/** The question before people are deleted, as a page: of the ticked ones, or of all who match (row 11). */
export function DeletionPage({ question }: Props) {
  if (question.kind === "all") {
    const { count, item, extra, operationKey, returnTo } = question;
    return (
      <OperationPage
        item={withFirst(item, countText(count))}
        group={null}
        extra={extra}
        operationKey={operationKey}
        returnTo={returnTo}
      />
    );
  }
  return (
    <FormPage {...DELETE_PEOPLE} look="danger" returnTo={question.returnTo}>
      <DeletionText people={question.people} />
    </FormPage>
  );
}
