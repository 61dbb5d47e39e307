import { Refusal } from "../../../../../../domain/errors.ts";
import { inRange } from "../../../../../../domain/permission.ts";
import { define } from "../../../../../../web/define.ts";
import { openGroup } from "../../../../../../web/group_page.ts";
import { pictureResponse } from "../../../../../../web/picture_response.ts";

/** A picture of a proof that an employee submitted, for staff who see the 依頼. */
export const handler = define.handlers({
  async GET(ctx) {
    const { stores, group, range } = await openGroup(ctx, "review");
    const member = await stores.members.byId(ctx.params.request ?? "");
    if (!member?.request || member.employee.groupId !== group.id) throw new Refusal("not_found");
    if (!range || !inRange(range, member.employee)) throw new Refusal("not_found");
    const [declaration] = await stores.declarations.of([member.employee.id]);
    const picture = declaration?.pictures.find(({ id }) => id === ctx.params.picture);
    if (!picture) throw new Refusal("not_found");
    const { services, tenant } = ctx.state;
    return pictureResponse(picture, await services.pictures(tenant).open(member.employee.id, picture.id));
  },
});
