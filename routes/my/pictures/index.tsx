import { page } from "fresh";
import { PICTURES } from "../../../components/my/addresses.ts";
import { PicturesPage, type PicturesPageProps } from "../../../components/my/PicturesPage.tsx";
import { picturesOf, proofsOf } from "../../../domain/answering/proofs.ts";
import { MOST_PICTURE_BYTES } from "../../../domain/declaration/picture.ts";
import { define } from "../../../web/define.ts";
import { openAnswers } from "../../../web/my/own.ts";
import { hintsOf, pageLines } from "../../../web/my/pages.ts";
import { addPicture } from "../../../web/my/pictures.ts";
import { type Problem, refusalOf } from "../../../web/problems.ts";
import { seeOther } from "../../../web/see_other.ts";
import type { State } from "../../../web/state.ts";

/** 証明書の画像: `GET` lists, `POST` (`kind`, `subject`, `file`) adds one. */
export const handler = define.handlers({
  async GET(ctx) {
    return page(await shown(ctx.state, await openAnswers(ctx), null));
  },
  async POST(ctx) {
    try {
      await addPicture(ctx);
    } catch (error) {
      const problem = ctx.state.json ? null : refusalOf(error);
      if (!problem) throw error;
      return page(await shown(ctx.state, await openAnswers(ctx), problem), { status: problem.status });
    }
    return seeOther(PICTURES);
  },
});

async function shown(
  state: State,
  opened: Awaited<ReturnType<typeof openAnswers>>,
  problem: Problem | null,
): Promise<PicturesPageProps> {
  const { member, asking, settings } = opened;
  const { pictures } = asking.collected.declaration;
  return {
    pages: pageLines(member.request, asking),
    proofs: proofsOf(asking, settings).map((proof) => ({ proof, pictures: picturesOf(pictures, proof) })),
    hints: await hintsOf(state, opened),
    most: MOST_PICTURE_BYTES / 1024 / 1024,
    problem,
  };
}

export default define.page<typeof handler>(({ data }) => <PicturesPage {...data} />);
