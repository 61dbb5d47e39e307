/** The part of papaparse 5.7 that `csv_read.ts` uses; the package has no types of its own. */
declare const Papa: {
  /** Its core parser: no guessing, no BOM handling. */
  Parser: new (options: { delimiter: string; newline: "\n" }) => {
    parse(text: string): { data: string[][]; errors: { row: number }[] };
  };
};
export default Papa;
