import { LinkButton } from "../Button.tsx";
import { cls } from "../cls.ts";

const STEPS = [
  { title: "年末調整設定1/2", label: "対象従業員と依頼グループ", href: "/employees" },
  { title: "年末調整設定2/2", label: "依頼グループの設定", href: "/years/setup" },
] as const;

/** Where the 管理者 is in 年末調整設定; `next`: the button to the second step stands beside it. */
export function SetupSteps({ current, next = false }: { current: 1 | 2; next?: boolean }) {
  return (
    <section aria-label="年末調整設定" class="bg-main-soft rounded-card p-4 mb-6">
      <div class="flex flex-wrap items-center justify-between gap-4">
        <ol class="flex flex-wrap gap-x-6 gap-y-2">
          {STEPS.map(({ title, label, href }, i) => (
            <li key={href} aria-current={i + 1 === current ? "step" : undefined}>
              <a href={href} class={cls(i + 1 === current && "font-bold")}>{title}</a>
              <span class="block text-sm text-ink-soft">{label}</span>
            </li>
          ))}
        </ol>
        {next && <LinkButton look="main" href="/years/setup">次へ</LinkButton>}
      </div>
      {current === 1 && (
        <p class="mt-2">
          対象候補となる従業員と依頼グループを確認しましょう。従業員情報の同期が終わると、一覧に表示されます。
        </p>
      )}
    </section>
  );
}
