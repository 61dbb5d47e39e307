import type { Collected } from "../declaration/collected.ts";
import { type Fields, type Read, readFields, type Texts, textsOf } from "./fields/fields.ts";
import type { View } from "./fields/view.ts";
import type { Asking } from "./page.ts";

/** An entry of a list of the questionnaire, as it is shown. */
export interface Row {
  id: string;
  title: string;
  detail: string;
  /** False: what the company gave, which the employee reads only. */
  editable: boolean;
  /** Something that has to be filled in is not. */
  lacking: boolean;
  /** All that is said of it. */
  views: readonly View[];
  texts: Texts;
}

/** A list that people add to and take from: relatives, contracts, previous jobs. */
export interface ItemList {
  id: string;
  /** What is listed, such as 家族. */
  label: string;
  /** The 設問 above it. */
  question: number;
  rows(asking: Asking): Row[];
  /** True while another one may be added. */
  hasRoom(asking: Asking): boolean;
  /** What the form of an entry shows; null: no such entry, or none to edit. An unknown id with `isNew` is a new one. */
  form(asking: Asking, id: string, isNew: boolean): ItemForm | null;
  /** Without the entry; null: no such entry, or none to take away. */
  without(asking: Asking, id: string): Collected | null;
}

/** The form of one entry. */
export interface ItemForm {
  title: string;
  views: readonly View[];
  texts: Texts;
  read(sent: Texts): Read<Collected>;
}

/** What a list is made of. */
export interface ItemSpec<T extends { id: string }> {
  id: string;
  label: string;
  question: number;
  items(collected: Collected): readonly T[];
  put(collected: Collected, items: T[]): Collected;
  blank(id: string, asking: Asking): T;
  fields(asking: Asking): Fields<T>;
  title(item: T): string;
  detail(item: T): string;
  editable?(item: T): boolean;
  /** True when one more would be too many. */
  isFull(collected: Collected, asking: Asking): boolean;
}

/** A list of entries with stable ids. */
export function itemList<T extends { id: string }>(spec: ItemSpec<T>): ItemList {
  const { items, put, editable = () => true } = spec;
  const find = ({ collected }: Asking, id: string) => items(collected).find((one) => one.id === id);

  function stored(collected: Collected, item: T): Collected {
    const others = items(collected);
    const known = others.some(({ id }) => id === item.id);
    return put(collected, known ? others.map((one) => one.id === item.id ? item : one) : [...others, item]);
  }

  function row(asking: Asking, item: T): Row {
    const fields = spec.fields(asking);
    const texts = textsOf(fields, item);
    const lacking = "errors" in readFields(fields, item, texts);
    return {
      views: fields.views,
      texts,
      id: item.id,
      title: spec.title(item),
      detail: spec.detail(item),
      editable: editable(item),
      lacking: lacking && editable(item),
    };
  }

  return {
    id: spec.id,
    label: spec.label,
    question: spec.question,
    rows: (asking) => items(asking.collected).map((item) => row(asking, item)),
    hasRoom: (asking) => !spec.isFull(asking.collected, asking),
    form(asking, id, isNew) {
      const known = find(asking, id);
      if (known && !editable(known)) return null;
      if (!known && (!isNew || spec.isFull(asking.collected, asking))) return null;
      const item = known ?? spec.blank(id, asking);
      const fields = spec.fields(asking);
      return {
        title: known ? `${spec.label}の変更` : `${spec.label}の追加`,
        views: fields.views,
        texts: textsOf(fields, item),
        read(sent) {
          const read = readFields(fields, item, sent);
          return "errors" in read ? read : { value: stored(asking.collected, read.value) };
        },
      };
    },
    without(asking, id) {
      const known = find(asking, id);
      if (!known || !editable(known)) return null;
      return put(asking.collected, items(asking.collected).filter((one) => one.id !== id));
    },
  };
}
