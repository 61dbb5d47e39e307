import type { ComponentChildren } from "preact";
import { Button, type ButtonLook, LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { DocumentTitle } from "../DocumentTitle.tsx";
import { NotificationBar } from "../NotificationBar.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { type Problem, ProblemMessage } from "../ProblemMessage.tsx";

interface Props {
  title: string;
  /** Where the form is sent; the address of this page unless given. */
  action?: string;
  /** Where キャンセル leads, and the person comes back to. */
  returnTo: string;
  /** The words on the main button; null: there is nothing to send. */
  button: string | null;
  look?: ButtonLook;
  /** Why the form just sent was refused; what is about a field is told there instead. */
  problem?: Problem | null;
  children: ComponentChildren;
}

/** A small form as a page of its own: what a FormDialog is without JavaScript. */
export function FormPage({ title, action, returnTo, button, look = "main", problem, children }: Props) {
  return (
    <div class="max-w-[44rem] mx-auto">
      <DocumentTitle title={title} />
      <PageTitle title={title} back={{ href: returnTo, label: "元の画面に戻る" }} />
      {problem && (
        <div class="mb-6">
          <NotificationBar tone="error">
            <ProblemMessage {...problem} />
          </NotificationBar>
        </div>
      )}
      <Card>
        <form method="post" action={action}>
          <input type="hidden" name="return_to" value={returnTo} />
          {children}
          <div class="flex flex-wrap justify-end gap-2 mt-6">
            <LinkButton href={returnTo}>キャンセル</LinkButton>
            {button !== null && <Button type="submit" look={look}>{button}</Button>}
          </div>
        </form>
      </Card>
    </div>
  );
}
