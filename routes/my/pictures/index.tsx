import { page } from "fresh";
import { PICTURES } from "../../../components/my/addresses.ts";
import { PicturesPage, type PicturesPageProps } from "../../../components/my/PicturesPage.tsx";
import { picturesOf, proofsOf } from "../../../domain/answering/proofs.ts";
import { MOST_PICTURE_BYTES } from "../../../domain/declaration/picture.ts";
import { define } from "../../../web/define.ts";
import { openAnswers } from "../../../web/my/own.ts";
import { pageLines } from "../../../web/my/pages.ts";
import { addPicture } from "../../../web/my/pictures.ts";
import { type Problem, refusalOf } from "../../../web/problems.ts";
import { seeOther } from "../../../web/see_other.ts";

/** 証明書の画像: `GET` lists, `POST` (`kind`, `subject`, `file`) adds one. */
export const handler = define.handlers({
  async GET(ctx) {
    return page(shown(await openAnswers(ctx), null));
  },
  async POST(ctx) {
    try {
      await addPicture(ctx);
    } catch (error) {
      const problem = ctx.state.json ? null : refusalOf(error);
      if (!problem) throw error;
      return page(shown(await openAnswers(ctx), problem), { status: problem.status });
    }
    return seeOther(PICTURES);
  },
});

function shown(
  { member, asking, settings }: Awaited<ReturnType<typeof openAnswers>>,
  problem: Problem | null,
): PicturesPageProps {
  const { pictures } = asking.collected.declaration;
  return {
    pages: pageLines(member.request, asking),
    proofs: proofsOf(asking, settings).map((proof) => ({ proof, pictures: picturesOf(pictures, proof) })),
    most: MOST_PICTURE_BYTES / 1024 / 1024,
    problem,
  };
}

export default define.page<typeof handler>(({ data }) => <PicturesPage {...data} />);
