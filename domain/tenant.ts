import { z } from "zod";

/** One customer company (テナント). `host` names it: the lower-case host name without port. */
export const tenantSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  name: z.string(),
  hosts: z.array(z.string()),
  /** The year that is worked on (西暦); earlier years can be read. */
  year: z.number().int(),
  createdAt: z.number(),
});
export type Tenant = z.infer<typeof tenantSchema>;
