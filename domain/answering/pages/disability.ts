import {
  CERTIFICATE_LABELS,
  certificatesOf,
  type Disability,
  type DisabilityKind,
} from "../../declaration/disability.ts";
import { checked, optional, question } from "../fields/branches.ts";
import { choice, day, oneOfThese, text } from "../fields/controls.ts";
import { all, type Fields } from "../fields/fields.ts";

const KINDS = { ordinary: "一般の障害者", special: "特別障害者" } as const;

const BLANK: Disability = { kind: "ordinary", certificate: null, detail: "", issuedOn: null };

/**
 * 障害者 with the 手帳, of the item `disability`. 設問 `whether` and `which` are those of the employee, the spouse or a
 * relative. 同居特別障害者 is not asked: it follows from 同居.
 */
export function disability(
  whether: number,
  which: number,
  label: string,
): Fields<{ disability: Disability | null }> {
  return question(
    whether,
    optional("disability", { label, blank: BLANK }, question(which, certificate())),
  );
}

function certificate(): Fields<Disability> {
  return checked(
    all<Disability>(
      kindField(),
      choice("certificate", "手帳の種類", CERTIFICATE_LABELS, { look: "select", required: true }),
      text("detail", "手帳の種類（「その他」の場合）", "title"),
      day("issuedOn", "手帳の交付年月日", { required: true }),
    ),
    fitting,
  );
}

/** 同居特別障害者 shows as 特別障害者. */
function kindField(): Fields<Disability> {
  const field = oneOfThese<"kind", "ordinary" | "special">("kind", "障害者の区分", KINDS);
  return {
    views: field.views,
    texts: ({ kind }) => field.texts({ kind: kind === "ordinary" ? "ordinary" : "special" }),
    read: (value, sent, wrong) => {
      const { kind } = field.read(
        { kind: "ordinary" as DisabilityKind & ("ordinary" | "special") },
        sent,
        wrong,
      );
      return { ...value, kind };
    },
  };
}

function fitting({ kind, certificate, detail }: Disability) {
  if (certificate && !certificatesOf(kind).includes(certificate)) {
    return {
      name: "certificate",
      message: "障害者の区分に合わない手帳です。区分か手帳を選び直してください。",
    };
  }
  if (certificate === "other" && detail === "") {
    return {
      name: "detail",
      message: "手帳の種類が入力されていません。「その他」の内容を入力してください。",
    };
  }
  return null;
}
