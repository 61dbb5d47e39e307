import { workingOf } from "../../../../domain/answering/draft.ts";
import { define } from "../../../../web/define.ts";
import { openOwn } from "../../../../web/my/own.ts";
import { ownPicture } from "../../../../web/my/pictures.ts";
import { pictureResponse } from "../../../../web/picture_response.ts";

/** A picture of one's own answers. */
export const handler = define.handlers({
  async GET(ctx) {
    const own = await openOwn(ctx);
    const { collected, stored } = await workingOf(own.stores, own.member);
    const all = [...collected.declaration.pictures, ...stored.declaration.pictures];
    const picture = ownPicture(all, ctx.params.picture);
    const { services, tenant } = ctx.state;
    return pictureResponse(picture, await services.pictures(tenant).open(own.member.employee.id, picture.id));
  },
});
