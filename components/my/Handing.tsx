import { Card } from "../Card.tsx";
import { Label } from "../StatusLabel.tsx";
import type { HomeProps } from "./Home.tsx";

type Props = Pick<HomeProps, "documents" | "originals" | "mountingSheet">;

/** The documents that were made with ［要印刷］ or ［印刷不要］, and the originals to hand in. */
export function Handing({ documents, originals, mountingSheet }: Props) {
  return (
    <>
      {documents.length > 0 && (
        <Card title="作成された書類">
          <ul>
            {documents.map(({ label, print }) => (
              <li
                key={label}
                class="flex flex-wrap items-center justify-between gap-2 py-2 border-b border-dotted last:border-b-0"
              >
                <span>{label}</span>
                {print !== null && <PrintLabel print={print} />}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {originals.length > 0 && <Originals originals={originals} mountingSheet={mountingSheet} />}
    </>
  );
}

function PrintLabel({ print }: { print: boolean }) {
  return print ? <Label tone="warning">要印刷</Label> : <Label tone="outline">印刷不要</Label>;
}

/** The originals that have to reach the company on paper. */
export function Originals({ originals, mountingSheet }: Pick<Props, "originals" | "mountingSheet">) {
  return (
    <Card title="会社に提出する原本">
      <ul class="list-disc pl-6">
        {originals.map((name, i) => <li key={i}>{name}</li>)}
      </ul>
      {mountingSheet && (
        <p class="mt-4">生命保険等の証明書の原本は、会社から受け取った台紙に貼って提出してください。</p>
      )}
    </Card>
  );
}
