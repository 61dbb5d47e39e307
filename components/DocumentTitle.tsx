import { Head } from "fresh/runtime";

/** The window's title: what the page shows, then the product. */
export function DocumentTitle({ title }: { title: string }) {
  return (
    <Head>
      <title>{`${title}｜年調`}</title>
    </Head>
  );
}
