import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";

interface Props {
  children: ComponentChildren;
  hidden: ComponentChildren;
}

/** Shows its children at once and `hidden` when asked. */
export default function Panel({ children, hidden }: Props) {
  const open = useSignal(false);
  const clicks = useSignal(0);
  return (
    <section>
      <Head>
        <title>{`Panel ${clicks}`}</title>
      </Head>
      <button type="button" class="toggle" onClick={() => open.value = !open.value}>toggle</button>
      <button type="button" class="rename" onClick={() => clicks.value++}>rename</button>
      <div class="children">{children}</div>
      {open.value && <div class="hidden">{hidden}</div>}
    </section>
  );
}
