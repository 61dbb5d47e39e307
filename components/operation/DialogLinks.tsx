import type { DialogSpec } from "../../jobs/service.ts";
import { DownloadLink } from "./DownloadLink.tsx";

/** Files that a dialog offers beside the sample. */
export function DialogLinks({ links }: { links: DialogSpec["links"] }) {
  if (links.length === 0) return null;
  return (
    <ul>
      {links.map(({ href, label }) => (
        <li key={href}>
          <DownloadLink href={href} label={label} />
        </li>
      ))}
    </ul>
  );
}
