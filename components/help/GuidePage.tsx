import type { ComponentChildren } from "preact";
import { cls } from "../cls.ts";
import { PageTitle } from "../PageTitle.tsx";
import { Names } from "./Names.tsx";
import { type Block, blocksOf, type Inline } from "./markdown.ts";

/** The guide for administrators as a page: its parts at the left, the text at the right. */
export function GuidePage({ text }: { text: string }) {
  const blocks = blocksOf(text);
  const [title, lead] = blocks;
  if (title?.kind !== "heading" || lead?.kind !== "paragraph") {
    throw new Error("the guide begins with its title and a paragraph");
  }
  const parts = partsOf(blocks.slice(2));
  return (
    <>
      <PageTitle title={title.text} lead={<Line pieces={lead.text} />} />
      <div class="grid gap-6 items-start wide:gap-8 wide:grid-cols-[17rem_minmax(0,1fr)]">
        <nav
          aria-label="目次"
          class="bg-surface rounded-card shadow-card p-4 wide:sticky wide:top-4 print:hidden"
        >
          <h2 class="text-sm font-bold text-ink-soft mb-2">目次</h2>
          <ol>
            {parts.map(({ heading }) => (
              <li key={heading}>
                <a href={`#${encodeURIComponent(heading)}`} class="inline-flex items-center min-h-[2.25rem]">
                  {heading}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div class="bg-surface rounded-card shadow-card p-4 wide:p-8 min-w-0">
          {parts.map(({ heading, blocks }) => (
            <section key={heading} class="mt-10 first:mt-0">
              <h2 id={heading} class="text-xl mb-4">{heading}</h2>
              {blocks.map((block, i) => <BlockView key={i} block={block} />)}
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

/** What stands under each heading of the second level. */
function partsOf(blocks: Block[]): { heading: string; blocks: Block[] }[] {
  const parts: { heading: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === 2) parts.push({ heading: block.text, blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading":
      return <h3 id={block.text} class="text-lg mt-6 mb-2">{block.text}</h3>;
    case "paragraph":
      return (
        <p class="mb-4 max-w-[46rem]">
          <Line pieces={block.text} />
        </p>
      );
    case "list":
      return <List ordered={block.ordered} items={block.items} />;
    case "table":
      return <GuideTable {...block} />;
  }
}

const LIST = cls("pl-6 mb-4 max-w-[46rem]");

function List({ ordered, items }: { ordered: boolean; items: Inline[][] }) {
  const lines = items.map((pieces, i) => (
    <li key={i} class="mb-2">
      <Line pieces={pieces} />
    </li>
  ));
  return ordered
    ? <ol class={cls("list-decimal", LIST)}>{lines}</ol>
    : <ul class={cls("list-disc", LIST)}>{lines}</ul>;
}

function GuideTable({ head, rows }: { head: Inline[][]; rows: Inline[][][] }) {
  return (
    <table class="w-full max-w-[46rem] mb-4 border-b">
      <thead>
        <tr class="bg-head text-sm">
          {head.map((cell, i) => (
            <th key={i} scope="col" class="px-3 py-2 text-left font-bold">
              <Line pieces={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i} class="border-t">
            {row.map((cell, column) => (
              <Cell key={column} first={column === 0}>
                <Line pieces={cell} />
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ first, children }: { first: boolean; children: ComponentChildren }) {
  return first
    ? (
      <th scope="row" class="px-3 py-2 text-left font-bold align-top w-[34%] [word-break:auto-phrase]">
        {children}
      </th>
    )
    : <td class="px-3 py-2 align-top">{children}</td>;
}

function Line({ pieces }: { pieces: Inline[] }) {
  return (
    <>
      {pieces.map((piece, i) => {
        if (typeof piece === "string") return <Names key={i} text={piece} />;
        if ("strong" in piece) return <strong key={i}>{piece.strong}</strong>;
        return <a key={i} href={piece.href}>{piece.text}</a>;
      })}
    </>
  );
}
