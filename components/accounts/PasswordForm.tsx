import { MIN_PASSWORD } from "../../domain/password.ts";
import { Button } from "../Button.tsx";
import { TextField } from "../TextField.tsx";

/** The fields of /account/password. */
export type PasswordField = "present" | "password" | "again";

interface Props {
  /** What the person signs in with, for password managers. */
  identifier: string;
  /** Of which field, and 原因。対処。 of what is wrong with it. */
  error: { field: PasswordField; text: string } | null;
}

/** Asks for the present password and twice for the next one. */
export function PasswordForm({ identifier, error }: Props) {
  const errorOf = (field: PasswordField) => error?.field === field ? error.text : undefined;
  return (
    <form method="post" action="/account/password" class="grid gap-6 max-w-[28rem]">
      <p>
        変更すると、この端末を含むすべてのサインインが終わります。新しいパスワードでサインインし直してください。
      </p>
      <input type="hidden" name="username" autocomplete="username" value={identifier} />
      <TextField
        name="present"
        label="今のパスワード"
        error={errorOf("present")}
        type="password"
        autocomplete="current-password"
        required
      />
      <TextField
        name="password"
        label="新しいパスワード"
        hint={`${MIN_PASSWORD}文字以上。日本語や空白も使えます。`}
        error={errorOf("password")}
        type="password"
        autocomplete="new-password"
        required
      />
      <TextField
        name="again"
        label="新しいパスワード（確認）"
        error={errorOf("again")}
        type="password"
        autocomplete="new-password"
        required
      />
      <div>
        <Button type="submit" look="main">変更</Button>
      </div>
    </form>
  );
}
