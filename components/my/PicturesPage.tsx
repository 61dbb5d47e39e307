import type { ProofAsked } from "../../domain/answering/proofs.ts";
import type { Picture } from "../../domain/declaration/picture.ts";
import { PROOF_LABELS } from "../../domain/document_settings.ts";
import { Button, LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { DocumentTitle } from "../DocumentTitle.tsx";
import { Required } from "../Field.tsx";
import { PageTitle } from "../PageTitle.tsx";
import type { Problem } from "../ProblemMessage.tsx";
import { Label } from "../StatusLabel.tsx";
import { CONFIRMATION, PICTURES } from "./addresses.ts";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { Hint, type Hints } from "./Hint.tsx";
import { type PageLine, PageNav } from "./PageNav.tsx";

export interface PicturesPageProps {
  pages: readonly PageLine[];
  proofs: readonly { proof: ProofAsked; pictures: readonly Picture[] }[];
  /** The largest file, in MB. */
  most: number;
  hints: Hints;
  problem: Problem | null;
}

/** 証明書の画像: what is asked for, what is there, and a form for one more of each. */
export function PicturesPage({ pages, proofs, most, hints, problem }: PicturesPageProps) {
  return (
    <div class="max-w-[48rem] mx-auto">
      <DocumentTitle title={`${problem ? "エラー：" : ""}証明書の画像｜アンケート`} />
      <PageNav pages={pages} current="pictures" />
      <div class="mt-6">
        <PageTitle
          title="証明書の画像"
          lead={`JPEG・PNG・PDFのファイルを添付できます（1つ${most}MBまで）。画像を見られるのは、あなたと会社の担当者だけです。`}
        />
      </div>
      <Hint question={99} hints={hints} />
      <ErrorSummary errors={new Map()} views={[]} problem={problem} />
      {proofs.length === 0 && (
        <Card>
          <p>回答の内容から、画像が必要な証明書はありません。</p>
        </Card>
      )}
      {proofs.map(({ proof, pictures }, i) => <ProofCard key={i} n={i} proof={proof} pictures={pictures} />)}
      <div class="flex justify-end mt-8">
        <LinkButton look="main" href={CONFIRMATION}>確認と提出へ進む</LinkButton>
      </div>
    </div>
  );
}

function ProofCard({ n, proof, pictures }: { n: number; proof: ProofAsked; pictures: readonly Picture[] }) {
  const { kind, subject, of, required } = proof;
  const title = of === "" ? PROOF_LABELS[kind] : `${PROOF_LABELS[kind]}：${of}`;
  return (
    <Card>
      <h2 class="flex flex-wrap items-center gap-2 font-bold">
        {title} {required ? <Required /> : <Label tone="outline">任意</Label>}
      </h2>
      <ul>
        {pictures.map((picture) => (
          <li key={picture.id} class="flex flex-wrap items-center gap-4 py-2 border-b border-dotted">
            <a href={`${PICTURES}/${picture.id}`} target="_blank" class="flex-1 [overflow-wrap:anywhere]">
              {picture.name}
              <span class="sr-only">（別のタブで開きます）</span>
            </a>
            <LinkButton
              href={`${PICTURES}/${picture.id}/removal`}
              aria-label={`${picture.name}を削除`}
            >
              削除
            </LinkButton>
          </li>
        ))}
      </ul>
      <form method="post" encType="multipart/form-data" class="grid gap-3 mt-4">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="subject" value={subject ?? ""} />
        <label for={`file-${n}`} class="font-bold">{title}の画像</label>
        <input
          id={`file-${n}`}
          name="file"
          type="file"
          accept="image/jpeg,image/png,application/pdf"
          class="file-input"
        />
        <div>
          <Button type="submit" aria-label={`${title}の画像を添付`}>添付</Button>
        </div>
      </form>
    </Card>
  );
}
