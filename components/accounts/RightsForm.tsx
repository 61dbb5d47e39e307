import type { RoleDefinition } from "../../domain/role.ts";
import type { User } from "../../domain/user.ts";
import { Button } from "../Button.tsx";
import { SelectField } from "../SelectField.tsx";
import { ROLE_OPTIONS } from "./InviteFields.tsx";
import { RangeFields } from "./RangeFields.tsx";

interface Props {
  account: User;
  /** 権限 of the source to choose from. */
  roles: readonly RoleDefinition[];
  departments: readonly string[];
  employmentTypes: readonly string[];
}

const STATES = [{ value: "on", label: "有効" }, { value: "off", label: "無効" }];

/** What an account may do: by a 権限 of the source, or on its own. */
export function RightsForm({ account, roles, departments, employmentTypes }: Props) {
  const own = { value: "", label: "このアカウントだけの設定" };
  const options = [own, ...roles.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <form method="post" class="grid gap-6 max-w-[36rem]">
      <p>変更すると、この人のサインインはすべて終わります。</p>
      <SelectField
        name="active"
        label="状態"
        hint="無効にすると、サインインできなくなります。"
        value={account.active ? "on" : "off"}
        options={STATES}
      />
      <SelectField
        name="role_id"
        label="権限"
        hint="基本機能の権限を選ぶと、機能操作範囲と操作できる範囲は［権限設定］のとおりになります。"
        value={account.roleId ?? ""}
        options={options}
      />
      <fieldset class="grid gap-6 border border-line rounded-control p-4">
        <legend class="font-bold px-1">このアカウントだけの設定</legend>
        <SelectField
          name="role"
          label="機能操作範囲"
          hint="管理者の操作できる範囲は、つねにすべての従業員です。"
          value={account.role}
          options={ROLE_OPTIONS}
        />
        <RangeFields range={account.range} departments={departments} employmentTypes={employmentTypes} />
      </fieldset>
      <div>
        <Button type="submit" look="main">変更</Button>
      </div>
    </form>
  );
}
