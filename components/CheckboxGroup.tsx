import type { Option } from "./SelectField.tsx";

interface Props {
  name: string;
  legend: string;
  options: readonly Option[];
  /** The values that are ticked. */
  values: readonly string[];
}

/** A choice of several; a long list scrolls in its own frame. */
export function CheckboxGroup({ name, legend, options, values }: Props) {
  return (
    <fieldset>
      <legend class="font-bold mb-1">{legend}</legend>
      <div class="max-h-[13rem] overflow-y-auto border border-edge rounded-control px-3 py-1">
        {options.map(({ value, label }) => (
          <label key={value} class="flex items-center gap-2 min-h-[2rem]">
            <input
              type="checkbox"
              name={name}
              value={value}
              checked={values.includes(value)}
              class="w-4 h-4 flex-none"
            />
            <span class="[overflow-wrap:anywhere]">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
