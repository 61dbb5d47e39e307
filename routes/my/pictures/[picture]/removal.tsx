import { page } from "fresh";
import { FormPage } from "../../../../components/form/FormPage.tsx";
import { PICTURES } from "../../../../components/my/addresses.ts";
import { define } from "../../../../web/define.ts";
import { openAnswers } from "../../../../web/my/own.ts";
import { ownPicture, removePicture } from "../../../../web/my/pictures.ts";
import { seeOther } from "../../../../web/see_other.ts";

/** Takes a picture away: `GET` asks, `POST` does it. */
export const handler = define.handlers({
  async GET(ctx) {
    const { working } = await openAnswers(ctx);
    return page({ name: ownPicture(working.collected.declaration.pictures, ctx.params.picture).name });
  },
  async POST(ctx) {
    await removePicture(ctx);
    return seeOther(PICTURES);
  },
});

export default define.page<typeof handler>(({ data: { name } }) => (
  <FormPage title="画像の削除" returnTo={PICTURES} button="削除" look="danger">
    <p>「{name}」を削除しますか？　この操作は元に戻せません。</p>
  </FormPage>
));
