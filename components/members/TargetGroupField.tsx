import { MAX_GROUP_NAME } from "../../domain/group.ts";
import { CONTROL, Field } from "../Field.tsx";

interface Props {
  /** Unique on the page. */
  id: string;
  /** Names that are offered. */
  names: readonly string[];
  value: string;
  error: string | undefined;
}

/** ［所属させる依頼グループ］: one of the groups, or the name of a new one. */
export function TargetGroupField({ id, names, value, error }: Props) {
  return (
    <Field
      id={id}
      name="name"
      label="所属させる依頼グループ"
      hint={`一覧から選ぶか、新しい依頼グループの名前を${MAX_GROUP_NAME}文字以内で入力してください。`}
      required
      error={error}
    >
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            list={`${id}-names`}
            value={value}
            autocomplete="off"
            class={CONTROL}
          />
          <datalist id={`${id}-names`}>
            {names.map((name) => <option key={name} value={name} />)}
          </datalist>
        </>
      )}
    </Field>
  );
}
