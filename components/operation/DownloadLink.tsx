import { Icon } from "../Icon.tsx";

/** A link to a file that is made at once. */
export function DownloadLink({ href, label }: { href: string; label: string }) {
  return (
    <a href={href} download class="inline-flex items-center gap-1 font-bold min-h-[1.75rem]">
      <Icon name="download" />
      {label}
    </a>
  );
}
