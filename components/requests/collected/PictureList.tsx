import type { Picture } from "../../../domain/declaration/picture.ts";
import { PROOF_LABELS } from "../../../domain/document_settings.ts";
import { Card } from "../../Card.tsx";
import { AbsoluteTime } from "../../RelativeTime.tsx";
import { PAGES_OF } from "../addresses.ts";

/** The pictures of proofs that the employee attached; nothing where there are none. */
export function PictureList({ home, pictures }: { home: string; pictures: readonly Picture[] }) {
  if (pictures.length === 0) return null;
  return (
    <Card title="証明書の画像">
      <ul>
        {pictures.map(({ id, name, kind, at }) => (
          <li key={id} class="py-2 border-b border-dotted last:border-b-0">
            <a
              href={PAGES_OF.picture(home, id)}
              target="_blank"
              class="inline-flex items-center min-h-[1.75rem] [overflow-wrap:anywhere]"
            >
              {name}
              <span class="sr-only">（別のタブで開きます）</span>
            </a>
            <p class="text-sm text-ink-soft">
              {PROOF_LABELS[kind]} <AbsoluteTime at={at} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
