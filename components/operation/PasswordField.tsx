import { TextField } from "../TextField.tsx";

/** Asks for the person's own password again. @param id unique on the page */
export function PasswordField({ id, error }: { id: string; error: string | undefined }) {
  return (
    <TextField
      id={id}
      name="password"
      type="password"
      label="パスワード"
      hint="ご本人の操作であることを確かめるため、サインインに使っているパスワードをもう一度入力してください。"
      autocomplete="current-password"
      required
      error={error}
    />
  );
}
