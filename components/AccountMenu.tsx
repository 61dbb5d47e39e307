import { ROLE_LABELS } from "../domain/permission.ts";
import type { User } from "../domain/user.ts";
import { buttonClass } from "./Button.tsx";
import { cls } from "./cls.ts";
import { Icon } from "./Icon.tsx";

/** Who is signed in, and the way out. A popover of the platform: Esc and a click beside it close it. */
export function AccountMenu({ user }: { user: User }) {
  const name = user.email ?? user.name;
  return (
    <>
      <button
        type="button"
        popovertarget="account-menu"
        aria-label={`アカウント ${name}`}
        class={cls(
          "inline-flex items-center gap-1 min-h-[2.75rem] max-w-[20rem] px-2 text-sm text-surface",
          "bg-main-deep rounded-control",
        )}
      >
        <Icon name="person" class="w-5 h-5 wide:hidden" />
        <span class="hidden wide:inline truncate">{name}</span>
        <Icon name="chevron" />
      </button>
      <div id="account-menu" popover="auto" class="account-menu">
        <p class="font-bold [overflow-wrap:anywhere]">{user.name}</p>
        {user.email !== null && <p class="text-sm [overflow-wrap:anywhere]">{user.email}</p>}
        <p class="text-sm text-ink-soft mb-4">{ROLE_LABELS[user.role]}</p>
        <p class="mb-4">
          <a href="/account/password">パスワードの変更</a>
        </p>
        <p class="mb-4">
          <a href="/account/notifications">通知</a>
        </p>
        <form method="post" action="/logout">
          <button type="submit" class={buttonClass("plain", cls("w-full"))}>サインアウト</button>
        </form>
      </div>
    </>
  );
}
