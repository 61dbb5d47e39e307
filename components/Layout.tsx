import type { ComponentChildren } from "preact";
import type { Tenant } from "../domain/tenant.ts";
import type { User } from "../domain/user.ts";
import { JobNotice } from "../islands/JobNotice.tsx";
import { AcceptedMessage } from "./AcceptedMessage.tsx";
import { Header } from "./Header.tsx";
import { NotificationBar } from "./NotificationBar.tsx";

interface Props {
  tenant: Tenant;
  user: User | null;
  path: string;
  /** The operation that was just accepted, when the page follows one. */
  accepted: { id: string; title: string } | null;
  /** What was done at once just now, in a sentence. */
  notice?: string | null;
  /** Jobs of this person that run. */
  running?: string[];
  children: ComponentChildren;
}

/** Id of the live region where islands say what was accepted. */
export const FLASH_ID = "flash";

/** The frame of every page: skip link, header, messages, content. */
export function Layout({ tenant, user, path, accepted, notice = null, running = [], children }: Props) {
  return (
    <>
      <a href="#main" class="skip-link">本文へ移動</a>
      <Header tenant={tenant} user={user} path={path} />
      <div id={FLASH_ID} role="status" class="frame empty:hidden pt-4">
        {accepted && <AcceptedMessage {...accepted} live={false} />}
        {notice !== null && <NotificationBar tone="success" live={false}>{notice}</NotificationBar>}
      </div>
      {user && <JobNotice user={user.id} running={accepted ? [...running, accepted.id] : running} />}
      <main id="main" tabIndex={-1} class="frame py-6 wide:py-8">{children}</main>
    </>
  );
}
