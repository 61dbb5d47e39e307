import type { MenuItem } from "../../jobs/service.ts";

interface Props {
  item: MenuItem;
  /** Group id, or null for operations on everything. */
  group: string | null;
  /** Idempotency key (ULID): the same form sent twice is one job. */
  operationKey: string;
  /** Where the person comes back to. */
  returnTo: string;
  /** Fields of the page that the operation works on, such as the chosen people. */
  extra?: readonly (readonly [name: string, value: string])[];
}

/** The hidden fields of a started operation. They stand before the file, which must be the last field. */
export function OperationFields({ item, group, operationKey, returnTo, extra = [] }: Props) {
  return (
    <>
      <input type="hidden" name="operation" value={item.kind} />
      {group !== null && <input type="hidden" name="group" value={group} />}
      <input type="hidden" name="key" value={operationKey} />
      <input type="hidden" name="return_to" value={returnTo} />
      {extra.map(([name, value]) => (
        <input
          key={`${name}=${value}`}
          type="hidden"
          name={name}
          value={value}
        />
      ))}
    </>
  );
}
