import { ROLE_LABELS, ROLES } from "../../domain/permission.ts";
import { Button } from "../Button.tsx";
import { SelectField } from "../SelectField.tsx";
import { TextField } from "../TextField.tsx";

/** 権限 to choose from. */
export const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }));

type Field = "name" | "email" | "code" | "role";

interface Props {
  values: Record<Field, string>;
  errors: Partial<Record<Field, string>>;
}

/** The fields of an invitation, inside a form. */
export function InviteFields({ values, errors }: Props) {
  return (
    <>
      <TextField
        name="name"
        label="氏名"
        value={values.name}
        error={errors.name}
        autocomplete="off"
        maxLength={100}
        required
      />
      <TextField
        name="email"
        label="メールアドレス"
        hint="社員番号だけでサインインする人は空欄にします。"
        value={values.email}
        error={errors.email}
        autocomplete="off"
        inputMode="email"
        maxLength={254}
      />
      <TextField
        name="code"
        label="社員番号"
        hint="社員番号でもサインインできるようにするときに入力します。"
        value={values.code}
        error={errors.code}
        autocomplete="off"
        maxLength={50}
      />
      <SelectField name="role" label="権限" value={values.role} error={errors.role} options={ROLE_OPTIONS} />
      <div>
        <Button type="submit" look="main">招待</Button>
      </div>
    </>
  );
}
