import { cls } from "../cls.ts";
import { Icon } from "../Icon.tsx";
import { guideAddress } from "./guide_address.ts";
import type { Help } from "./help.ts";
import { Names } from "./Names.tsx";

/** この画面の使い方: what the screen is for, folded away until it is asked for. Works without JavaScript. */
export function ScreenHelp({ points, guide }: Help) {
  return (
    <details class="group mt-2 print:hidden">
      <summary
        class={cls(
          "inline-flex items-center gap-1 min-h-[1.75rem] text-sm font-bold text-main rounded-control",
          "hover:text-main-deep",
        )}
      >
        <Icon name="help" />
        この画面の使い方
        <Icon name="chevron" class="w-4 h-4 group-open:rotate-180" />
      </summary>
      <div class="mt-2 bg-surface rounded-card shadow-card p-4 wide:p-6">
        <dl class="grid gap-x-6 gap-y-1 wide:gap-y-3 wide:grid-cols-[13rem_minmax(0,1fr)]">
          {points.map(({ title, text }) => (
            <>
              <dt class="font-bold">{title}</dt>
              <dd class="mb-3 wide:mb-0 max-w-[44rem]">
                <Names text={text} />
              </dd>
            </>
          ))}
        </dl>
        {guide !== undefined && (
          <p class="mt-4">
            <a href={guideAddress(guide)}>使い方ガイドの「{guide}」を読む</a>
          </p>
        )}
      </div>
    </details>
  );
}
