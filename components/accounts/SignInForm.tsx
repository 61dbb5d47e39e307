import { Button, LinkButton } from "../Button.tsx";
import { TextField } from "../TextField.tsx";

interface PasswordProps {
  identifier: string;
  returnTo: string;
}

/** Signing in with a password. */
export function PasswordSignIn({ identifier, returnTo }: PasswordProps) {
  return (
    <form method="post" action="/login" class="grid gap-6">
      <input type="hidden" name="return_to" value={returnTo} />
      <TextField
        name="email"
        label="メールアドレスまたは社員番号"
        value={identifier}
        autocomplete="username"
        required
      />
      <TextField
        name="password"
        label="パスワード"
        type="password"
        autocomplete="current-password"
        required
      />
      <Button type="submit" look="main">サインイン</Button>
    </form>
  );
}

interface ProviderProps {
  /** In the company's own words. */
  label: string;
  returnTo: string;
  /** Passwords are another way. */
  beside: boolean;
}

/** The way to the company's identity provider: a link, since a form may not lead to another site. */
export function ProviderSignIn({ label, returnTo, beside }: ProviderProps) {
  const query = returnTo === "/" ? "" : `?${new URLSearchParams({ return_to: returnTo })}`;
  return (
    <div class="grid">
      <LinkButton href={`/login/oidc${query}`} look={beside ? "plain" : "main"}>
        <span class="[overflow-wrap:anywhere]">{label}</span>
      </LinkButton>
    </div>
  );
}
