import type { Operation } from "../operation.ts";
import { morningDuties } from "./morning_duties.ts";

/** What the system does by itself, as jobs of the engine; no menu sees them. */
export const SYSTEM_OPERATIONS: readonly Operation[] = [morningDuties];
