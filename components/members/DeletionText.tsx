import { DELETION_EFFECT } from "./texts.ts";

interface Props {
  people: readonly { id: string; code: string; name: string }[];
}

/** Who is about to be deleted and what that means, with the fields that name them. */
export function DeletionText({ people }: Props) {
  return (
    <>
      <p class="mb-2 font-bold">{people.length}名の従業員を削除しますか？</p>
      <ul
        tabIndex={0}
        aria-label="削除する従業員"
        class="mb-4 pl-6 list-disc max-h-[12rem] overflow-y-auto [overflow-wrap:anywhere]"
      >
        {people.map(({ id, code, name }) => (
          <li key={id}>
            {name}（{code}）<input type="hidden" name="ids" value={id} />
          </li>
        ))}
      </ul>
      {DELETION_EFFECT.map((text) => <p key={text} class="mb-2">{text}</p>)}
    </>
  );
}
