import { MAX_GROUP_NAME } from "../../domain/group.ts";
import { TextField } from "../TextField.tsx";

interface Props {
  /** Unique on the page. */
  id: string;
  value?: string;
  error: string | undefined;
}

/** The name of a 依頼グループ. Its length is checked by the server: `maxlength` would cut what is pasted. */
export function GroupNameField({ id, value, error }: Props) {
  return (
    <TextField
      id={id}
      name="name"
      label="依頼グループ名"
      hint={`${MAX_GROUP_NAME}文字以内`}
      required
      autocomplete="off"
      value={value}
      error={error}
    />
  );
}
