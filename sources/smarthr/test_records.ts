/**
 * Records as the vendor's definition describes them, with fields that we never ask for and the nulls of real data.
 * For the loopback server.
 */

/** A record on the wire. */
export type Wire = Record<string, unknown>;

/** An Address; `more` changes fields. */
export function wireAddress(more: Wire = {}): Wire {
  return {
    country_number: "JP",
    zip_code: "1066217",
    pref: "東京都",
    city: "港区",
    street: "六本木3-2-1",
    building: null,
    literal_yomi: "トウキョウトミナトクロッポンギ3-2-1",
    ...more,
  };
}

/** A moment, so many minutes after the company began. */
export function wireTime(minutes: number): string {
  return new Date(Date.UTC(2020, 0, 1) + minutes * 60_000).toISOString();
}

/** The `i`th person (0: the first) who was registered. */
export function wireCrew(i: number, more: Wire = {}): Wire {
  return {
    id: `crew-${i}`,
    user_id: `user-${i}`,
    biz_establishment_id: "biz-1",
    emp_code: String(i + 1).padStart(6, "0"),
    emp_type: "full_timer",
    employment_type: { id: "type-1", name: "正社員", preset_type: "full_timer", code: null },
    emp_status: "employed",
    last_name: "須磨",
    first_name: `英知${i}`,
    last_name_yomi: "スマ",
    first_name_yomi: "エイチ",
    business_last_name: null,
    birth_at: "1990-01-23",
    gender: "male",
    tel_number: "0312345678",
    address: wireAddress(),
    address_head_of_family: "須磨 英知",
    address_relation_name: "本人",
    email: `suma${i}@kaisha.example`,
    resident_card_address: null,
    resident_card_address_head_of_family: null,
    resident_card_address_relation_name: null,
    position: null,
    entered_at: "2015-04-01",
    resigned_at: null,
    basic_pension_number: "1234567890",
    bank_accounts: [{ account_number: "1234567" }],
    having_spouse: false,
    department: "本社/営業部",
    departments: [
      { id: "dep-2", name: "営業部", full_name: "本社/営業部", position: 1, code: null },
      { id: "dep-9", name: "人事部", full_name: "本社/人事部", position: 2, code: null },
    ],
    handicapped_type: null,
    working_student_flag: null,
    school_name: null,
    enrolled_at: null,
    widow_type: null,
    widow_reason_type: null,
    custom_fields: [],
    created_at: wireTime(i),
    updated_at: wireTime(1_000_000 - i),
    ...more,
  };
}

/** The `n`th relative of somebody. */
export function wireDependent(crew: string, n: number, more: Wire = {}): Wire {
  return {
    id: `${crew}-dependent-${n}`,
    crew_id: crew,
    relation_name: "長男",
    relation: { id: "relation-5", name: "長男", preset_type: "first_son", is_child: true, position: 5 },
    is_spouse: false,
    last_name: "須磨",
    first_name: `孝太郎${n}`,
    last_name_yomi: "スマ",
    first_name_yomi: "コウタロウ",
    birth_at: "2015-10-01",
    gender: "male",
    job: null,
    live_together_type: "living_together",
    address: null,
    handicapped_type: null,
    remittance_to_relative: null,
    social_insurance_support_type: "supported",
    tax_law_support_type: "supported",
    tax_deduction_income: 0,
    tax_deduction_qualified_at: "2015-10-01",
    tax_deduction_qualified_reason: null,
    code: null,
    created_at: wireTime(0),
    updated_at: wireTime(0),
    ...more,
  };
}

/** A Role. */
export function wireRole(id: string, more: Wire = {}): Wire {
  return {
    id,
    name: id,
    description: "",
    crews_scope: "crews_scope_all",
    crews_scope_query: null,
    session_timeout_in: null,
    preset_type: null,
    ...more,
  };
}

/** The account of the `i`th person. */
export function wireUser(i: number, more: Wire = {}): Wire {
  return {
    id: `user-${i}`,
    email: `Suma${i}@kaisha.example`,
    notification_email: `suma${i}@kaisha.example`,
    admin: i === 0,
    role: wireRole(i === 0 ? "role-admin" : "role-member", i === 0 ? { preset_type: "admin" } : {}),
    crew_id: `crew-${i}`,
    addons: [],
    invitation_created_at: null,
    has_password: true,
    created_at: wireTime(i),
    updated_at: wireTime(1_000_000 - i),
    ...more,
  };
}

/** A BizEstablishment. */
export function wireEstablishment(id: string, more: Wire = {}): Wire {
  return {
    id,
    hel_ins_type: "kyokai_kenpo",
    hel_ins_name: null,
    company_id: "company-1",
    name: "本社",
    soc_ins_name: "株式会社年調",
    lab_ins_name: "株式会社年調",
    jurisdiction_tax: "麻布",
    salary_payer_address: wireAddress(),
    created_at: wireTime(0),
    updated_at: wireTime(0),
    ...more,
  };
}
