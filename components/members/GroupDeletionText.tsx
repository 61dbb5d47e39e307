const EFFECTS = [
  "依頼グループの設定と、アンケートのヒントメッセージも削除されます。",
  "従業員が所属している依頼グループは削除できません。",
];

/** Which group is about to be deleted, and what goes with it. */
export function GroupDeletionText({ name }: { name: string }) {
  return (
    <>
      <p class="mb-2 font-bold [overflow-wrap:anywhere]">{name}</p>
      {EFFECTS.map((text) => <p key={text} class="mb-2">{text}</p>)}
    </>
  );
}
