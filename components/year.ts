export { japaneseYear } from "../domain/japanese_year.ts";
