import { z } from "zod";
import type { MasterEmployee } from "../../domain/employee.ts";
import type { Profile } from "../../domain/profile.ts";
import { WIDOW_REASONS, WIDOW_TYPES } from "../../domain/profile.ts";
import { address, day, flag, text, textOrNull, word } from "./fields.ts";

/** 従業員 of the API, as far as this product uses it. */
const shape = {
  id: z.string(),
  user_id: textOrNull,
  biz_establishment_id: textOrNull,
  biz_establishment: z.object({ name: z.string() }).nullish(),
  emp_code: textOrNull,
  emp_type: textOrNull,
  employment_type: z.object({ name: z.string(), preset_type: textOrNull }).nullish(),
  emp_status: z.enum(["employed", "absent", "retired"]),
  last_name: text,
  first_name: text,
  last_name_yomi: text,
  first_name_yomi: text,
  birth_at: day,
  gender: word(["male", "female"]),
  address,
  address_head_of_family: text,
  address_relation_name: text,
  email: textOrNull,
  resident_card_address: address,
  resident_card_address_head_of_family: text,
  resident_card_address_relation_name: text,
  resigned_at: day,
  having_spouse: flag,
  department: textOrNull,
  departments: z.array(z.object({ name: text, full_name: textOrNull }).nullable()).nullish(),
  handicapped_type: word(["ordinary_handicapped", "special_handicapped"]),
  working_student_flag: flag,
  school_name: text,
  enrolled_at: day,
  widow_type: word(WIDOW_TYPES),
  widow_reason_type: word(WIDOW_REASONS),
};

export const crewSchema = z.object(shape);
export type Crew = z.infer<typeof crewSchema>;

/** The value of `fields`: the rest (bank accounts, pension numbers, pictures) never leaves the source. */
export const CREW_FIELDS = Object.keys(shape).join(",");

/** A person of the API as the product knows them. @param establishments id → 管理名 */
export function masterOf(crew: Crew, establishments: ReadonlyMap<string, string>): MasterEmployee {
  return {
    sourceId: crew.id,
    code: crew.emp_code?.trim() ?? null,
    lastName: crew.last_name,
    firstName: crew.first_name,
    lastNameKana: crew.last_name_yomi,
    firstNameKana: crew.first_name_yomi,
    birthOn: crew.birth_at,
    gender: crew.gender,
    department: departmentOf(crew),
    employmentType: crew.employment_type?.name ?? null,
    employmentPreset: crew.employment_type?.preset_type ?? crew.emp_type,
    establishment: crew.biz_establishment?.name ?? establishments.get(crew.biz_establishment_id ?? "") ??
      null,
    status: crew.emp_status,
    resignedOn: crew.resigned_at,
    address: crew.address,
    account: crew.user_id === null ? null : { email: crew.email },
    profile: profileOf(crew),
  };
}

/** The first 部署 and never a 兼務先; `department` says the same in the old shape. */
function departmentOf({ departments, department }: Crew): string | null {
  const first = departments?.[0];
  return first?.full_name ?? (first?.name || department);
}

const DISABILITY = { ordinary_handicapped: "ordinary", special_handicapped: "special" } as const;

function profileOf(crew: Crew): Profile {
  return {
    addressHead: crew.address_head_of_family,
    addressRelation: crew.address_relation_name,
    registeredAddress: crew.resident_card_address,
    registeredHead: crew.resident_card_address_head_of_family,
    registeredRelation: crew.resident_card_address_relation_name,
    workingStudent: crew.working_student_flag,
    school: crew.school_name,
    enrolledOn: crew.enrolled_at,
    disability: crew.handicapped_type && DISABILITY[crew.handicapped_type],
    widow: crew.widow_type,
    widowReason: crew.widow_reason_type,
    hasSpouse: crew.having_spouse,
  };
}
