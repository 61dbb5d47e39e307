import {
  DOCUMENT_KINDS,
  DOCUMENT_SHORT_LABELS,
  EXCLUSION_LABELS,
  EXCLUSIONS,
  REQUEST_STATUS_LABELS,
  REQUEST_STATUSES,
} from "../../domain/request.ts";
import { ROLL_UP_LABELS, ROLL_UPS } from "../../domain/roll_up.ts";
import type { Option } from "../SelectField.tsx";

function options<T extends string>(values: readonly T[], labels: Record<T, string>): Option[] {
  return values.map((value) => ({ value, label: labels[value] }));
}

/** Values with themselves as words, and one for people without a value. */
export function withNone(values: readonly string[], none: string): Option[] {
  return [...values.map((value) => ({ value, label: value })), { value: "", label: none }];
}

/** What the filters of 依頼一覧 offer. */
export const STATUS_OPTIONS = options(REQUEST_STATUSES, REQUEST_STATUS_LABELS);
export const EXCLUSION_OPTIONS = options(EXCLUSIONS, EXCLUSION_LABELS);
export const DOCUMENT_OPTIONS = options(DOCUMENT_KINDS, DOCUMENT_SHORT_LABELS);
export const ROLL_UP_OPTIONS = options(ROLL_UPS, ROLL_UP_LABELS);
