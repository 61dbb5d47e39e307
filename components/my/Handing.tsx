import { LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { Label } from "../StatusLabel.tsx";
import { MOUNTING_SHEET } from "./addresses.ts";
import type { HomeProps } from "./Home.tsx";

type Props = Pick<HomeProps, "documents" | "originals" | "mountingSheet">;

/** The documents that were made with ［要印刷］ or ［印刷不要］, and the originals to hand in. */
export function Handing({ documents, originals, mountingSheet }: Props) {
  return (
    <>
      {documents.length > 0 && (
        <Card title="作成された書類">
          <ul>
            {documents.map(({ label, href, print }) => (
              <li
                key={label}
                class="flex flex-wrap items-center justify-between gap-2 py-2 border-b border-dotted last:border-b-0"
              >
                <a href={href}>{label}（PDF）</a>
                {print !== null && <PrintLabel print={print} />}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {originals.length > 0 && <Originals originals={originals} mounting={mountingSheet ? "now" : null} />}
    </>
  );
}

function PrintLabel({ print }: { print: boolean }) {
  return print ? <Label tone="warning">要印刷</Label> : <Label tone="outline">印刷不要</Label>;
}

interface OriginalsProps {
  originals: readonly string[];
  /** When there is a 台紙: once the answers are submitted, or now; null: none is used, or nothing goes on it. */
  mounting: "later" | "now" | null;
}

/** The originals that have to reach the company on paper. */
export function Originals({ originals, mounting }: OriginalsProps) {
  return (
    <Card title="会社に提出する原本">
      <ul class="list-disc pl-6">
        {originals.map((name, i) => <li key={i}>{name}</li>)}
      </ul>
      {mounting === "later" && (
        <p class="mt-4">
          保険料の証明書などの原本は、台紙に貼って提出します。台紙は、回答を提出したあとに開けるようになります。
        </p>
      )}
      {mounting === "now" && (
        <>
          <p class="mt-4">保険料の証明書などの原本は、台紙を印刷し、貼って提出してください。</p>
          <div class="mt-4">
            <LinkButton href={MOUNTING_SHEET}>生命保険等証明書原本の台紙（PDF）</LinkButton>
          </div>
        </>
      )}
    </Card>
  );
}
