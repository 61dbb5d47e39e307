import type { Picture } from "../../domain/declaration/picture.ts";
import { PROOF_LABELS } from "../../domain/document_settings.ts";
import { formatBytes } from "../bytes.ts";
import { Card } from "../Card.tsx";

interface Props {
  /** Address of the 依頼. */
  home: string;
  pictures: readonly Picture[];
}

/** Pictures of proofs that belong to a document: images are shown, a PDF is downloaded. */
export function ProofPictures({ home, pictures }: Props) {
  if (pictures.length === 0) return null;
  return (
    <Card title="証明書の画像">
      <ul class="grid gap-4 wide:grid-cols-2">
        {pictures.map(({ id, kind, name, type, size }) => {
          const href = `${home}/pictures/${id}`;
          return (
            <li key={id} class="min-w-0">
              <p class="text-sm font-bold text-ink-soft">{PROOF_LABELS[kind]}</p>
              {type !== "application/pdf" && (
                <img
                  src={href}
                  alt={`${PROOF_LABELS[kind]}の画像 ${name}`}
                  loading="lazy"
                  class="my-2 max-h-[20rem] max-w-full rounded-control border"
                />
              )}
              <a href={href} class="[overflow-wrap:anywhere]">{name}</a>
              <span class="ml-2 text-sm text-ink-soft whitespace-nowrap">{formatBytes(size)}</span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
