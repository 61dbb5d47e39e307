import { EXCLUSION_LABELS } from "../../domain/request.ts";
import { LinkButton } from "../Button.tsx";
import { absoluteTime } from "../relative_time.ts";
import { answerAddress, CONFIRMATION, DECLARATION, RESTART } from "./addresses.ts";
import type { HomeProps } from "./Home.tsx";
import { PageLines, progressText } from "./PageNav.tsx";

/** What the employee can do now, in words and buttons. */
export function NextStep(props: HomeProps) {
  const { status, canAnswer } = props;
  switch (status) {
    case "not_requested":
      return <p>会社から依頼が届くと、このページで回答できるようになります。</p>;
    case "requested":
    case "answering":
      return canAnswer ? <Answering {...props} /> : null;
    case "correcting":
      return <Correcting {...props} />;
    case "answered":
    case "reanswered":
      return <Answered />;
    case "confirmed":
      return <Confirmed {...props} />;
    case "expired":
      return null;
  }
}

function Answering({ status, pages, next }: HomeProps) {
  return (
    <>
      <p>
        {status === "requested"
          ? "アンケートに答えると、年末調整に必要な書類が作成されます。途中で保存して、あとから続けることもできます。"
          : progressText(pages)}
      </p>
      <div class="flex flex-wrap gap-2 mt-4">
        <LinkButton look="main" href={next === null ? CONFIRMATION : answerAddress(next)}>
          {status === "requested"
            ? "アンケートを始める"
            : next === null
            ? "確認して提出する"
            : "続きから入力する"}
        </LinkButton>
      </div>
      {status === "answering" && <Pages pages={pages} />}
    </>
  );
}

function Pages({ pages }: Pick<HomeProps, "pages">) {
  return (
    <section class="mt-6">
      <h3 class="font-bold mb-2">アンケートの画面</h3>
      <PageLines pages={pages} />
    </section>
  );
}

function Correcting(props: HomeProps) {
  const { corrections, restarted, pages, next } = props;
  if (restarted) return <Answering {...props} status="answering" />;
  const first = next ?? pages[0]?.id;
  return (
    <>
      <p>内容を確認して修正し、もう一度提出してください。</p>
      <ul class="grid gap-4 mt-4">
        {corrections.map((one, i) => (
          <li key={i}>
            <Correction {...one} />
          </li>
        ))}
      </ul>
      <div class="flex flex-wrap items-center gap-4 mt-4">
        <LinkButton look="main" href={first ? answerAddress(first) : CONFIRMATION}>
          入力内容を修正する
        </LinkButton>
        <a href={RESTART}>アンケートをもう一度回答することもできます</a>
      </div>
      <Pages pages={pages} />
    </>
  );
}

function Correction({ title, parts, comment, at }: HomeProps["corrections"][number]) {
  return (
    <div class="border-l-4 border-warn pl-4">
      <p class="font-bold">{title}</p>
      <p class="text-sm text-ink-soft">
        修正項目：{parts === "" ? "-" : parts}（<time dateTime={new Date(at).toISOString()}>
          {absoluteTime(at)}
        </time>）
      </p>
      {comment !== "" && <p class="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{comment}</p>}
    </div>
  );
}

function Answered() {
  return (
    <>
      <p>担当者が内容を確認します。修正が必要なときは、このページとメールでお知らせします。</p>
      <div class="flex flex-wrap items-center gap-4 mt-4">
        <LinkButton href={DECLARATION}>提出した内容を見る</LinkButton>
        <a href={RESTART}>アンケートをもう一度回答する</a>
      </div>
    </>
  );
}

function Confirmed({ exclusion }: HomeProps) {
  if (exclusion !== null) {
    return <p>理由：{EXCLUSION_LABELS[exclusion]}。くわしくは会社の担当者に確認してください。</p>;
  }
  return (
    <>
      <p>年末調整の手続きは終わりました。内容は変更できません。</p>
      <div class="mt-4">
        <LinkButton href={DECLARATION}>提出した内容を見る</LinkButton>
      </div>
    </>
  );
}
