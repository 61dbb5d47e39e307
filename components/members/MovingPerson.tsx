import { MOVE_EFFECT } from "./texts.ts";

interface Props {
  name: string;
  code: string;
  /** The present 依頼グループ; null: none. */
  group: string | null;
}

/** Who is put into another group, and what becomes of their 依頼. */
export function MovingPerson({ name, code, group }: Props) {
  return (
    <>
      <p class="mb-2 font-bold [overflow-wrap:anywhere]">{name}（{code}）</p>
      <p class="mb-2 [overflow-wrap:anywhere]">現在の依頼グループ：{group ?? "なし"}</p>
      <p class="mb-4">{MOVE_EFFECT}</p>
    </>
  );
}
