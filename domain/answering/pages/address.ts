import type { Address } from "../../address.ts";
import { at } from "../fields/branches.ts";
import { alikeValues } from "../fields/canonical.ts";
import { listed, text, zip } from "../fields/controls.ts";
import { all, type Fields } from "../fields/fields.ts";

/** The prefectures, from north to south (全国地方公共団体コード). */
export const PREFECTURES = (
  "北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 " +
  "新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 " +
  "鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県"
).split(" ");

const BLANK: Address = { zip: "", prefecture: "", city: "", street: "", building: "", kana: "", country: "" };

/** An address in Japan; null: not said. */
export function address<K extends string>(key: K): Fields<Record<K, Address | null>> {
  const must = { required: true };
  return addressAt<K>(
    key,
    (read) => ({ ...read, country: "" }),
    all<Address>(
      zip("zip", must),
      listed("prefecture", "都道府県", PREFECTURES, must),
      text("city", "市区町村", "line", must),
      text("street", "丁目・番地", "line", must),
      text("building", "建物名・部屋番号", "line"),
      text("kana", "住所のヨミガナ", "long", { note: "都道府県から番地まで、カタカナで入力してください。" }),
    ),
  );
}

/** An address abroad; null: not said. */
export function addressAbroad<K extends string>(key: K): Fields<Record<K, Address | null>> {
  return addressAt<K>(
    key,
    (read) => ({ ...read, zip: "", prefecture: "" }),
    all<Address>(
      text("country", "国コード", "word", { required: true, note: "アルファベット3文字（例：USA）" }),
      text("city", "都市・州", "line", { required: true }),
      text("street", "通り・番地", "line", { required: true }),
      text("building", "建物名・部屋番号", "line"),
      text("kana", "住所のヨミガナ", "long"),
    ),
  );
}

function addressAt<K extends string>(
  key: K,
  settle: (read: Address) => Address,
  fields: Fields<Address>,
): Fields<Record<K, Address | null>> {
  type T = Record<K, Address | null>;
  return at<T, Address>(
    key,
    (value) => value[key] ?? BLANK,
    (value, next) => ({ ...value, [key]: alikeValues(next, BLANK) ? null : settle(next) }),
    [fields],
  );
}
