import type { Group } from "../domain/group.ts";
import type { Permission } from "../domain/permission.ts";
import type { RangedEmployee } from "../domain/range.ts";
import type { MyNumberStore } from "../domain/my_number_store.ts";
import type { ReasonCode, ReasonParams } from "../domain/reasons.ts";
import type { Stores } from "../domain/stores.ts";
import type { Actor } from "../domain/user.ts";
import type { Guard, Write } from "../domain/write.ts";
import type { Charset } from "../formats/charset.ts";
import type { Section as PdfSection } from "../formats/pdf/document.ts";
import type { MasterSource } from "../sources/source.ts";
import type { Position } from "./engine/records.ts";
import type { Row } from "./input.ts";
import type { PdfOptions } from "./pdf_file.ts";

export type { Position } from "./engine/records.ts";

/** What can be refused by itself: a row of an import, or a ticked 依頼. */
export interface Unit {
  /** Line of the input, or a running number. */
  line: number;
  /** What names it to people: the 社員番号. */
  key: string;
  /** Already refused while it was read. */
  problem?: { code: ReasonCode; params: ReasonParams };
  /** Where the next attempt goes on after this unit; its line unless given. */
  position?: Position;
}

/** What a change to one unit comes to. `count` is the word, or the words, under which it is counted in the summary. */
export type Change =
  | { count: string | readonly string[]; writes: Write[] }
  | { refuse: ReasonCode; params?: ReasonParams }
  /** Left alone by a rule; not an error, but counted. */
  | { skip: string };

/**
 * How units change stored data. The engine reads the guards, then `read`, then computes and commits; when somebody
 * wrote in between it reads and computes again, so `change` is pure. Units are read before the ones in front of them
 * are written: no two units of a job may change the same data.
 */
export interface Effect<U extends Unit, Current> {
  /**
   * What the changes rest on. A function answers what the change of each unit rests on: for units spread over many
   * groups. A write that counts on a guard which its unit did not name is computed again.
   */
  guards: Guard[] | ((units: readonly U[]) => Promise<Guard[][]>);
  read(units: readonly U[]): Promise<Current[]>;
  change(unit: U, current: Current): Change;
}

/** A CSV file that the job leaves as an attachment. */
export interface CsvFile {
  /** Appends rows; the header was written when the file was begun. */
  write(rows: readonly (readonly string[])[]): Promise<void>;
}

/** A ZIP that the job leaves as an attachment: made of its files when the operation is over, so that they never lie bare. */
export interface ZipFile {
  /**
   * Begins a CSV of the ZIP, or goes on with it after its last sealed part. Several are written side by side; they lie
   * in the ZIP in the order of these calls, which every attempt makes alike. Names are made safe, and unique.
   */
  csv(options: CsvOptions): Promise<CsvFile>;
  /** Goes on with the whole files of the ZIP after the last sealed one. A ZIP has one bundle, or CSVs. */
  bundle(): Promise<Bundle>;
}

/** Files that are known whole and compressed already, one after another. */
export interface Bundle {
  /** Appends a file. Names are made safe, and unique, when the ZIP is made. */
  add(name: string, bytes: Uint8Array): Promise<void>;
}

export interface CsvOptions {
  name: string;
  /** A row in front of the header, of a file that has two. */
  above?: readonly string[];
  header: readonly string[];
  encoding: "utf-8" | "shift_jis";
  /** Formula-like cells get an apostrophe: for files that people open (design §9). */
  neutralise: boolean;
}

/** A part of a download that is whole in the files or, when it cannot be written, not in them: a 依頼グループ. */
export interface Section {
  /** What names it to people; no two are named alike. */
  key: string;
  /** The place behind it. */
  end: Position;
  /** True when it is over at the place to go on from. */
  isPassed(position: Position | null): boolean;
  /** True for a place in its middle. */
  holds(position: Position | null): boolean;
}

/** A row of a download that something is wrong with, or somebody of whom a file is missing or not as it should be. */
export interface RefusedRow {
  /** Of its file, where that has lines. */
  line?: number;
  /** 社員番号. */
  key: string;
  code: ReasonCode;
  params: ReasonParams;
}

/** How a job ended; made by `job.summary`. */
export interface Outcome {
  status: "completed" | "completed_with_errors";
  message: string;
  details: string[];
}

/** What the summary says. Counts come from the job; texts are the operation's. */
export interface SummaryTexts {
  /**
   * `count` word of a change → the sentence after its number, such as `名を追加しました。`, or around it (`{n}`); in this
   * order.
   */
  done: Record<string, string>;
  /** 結果詳細 where it has sentences of its own; words that `done` lacks are told where there are some. */
  lines?: Record<string, string>;
  /** `skip` word → its line in 結果詳細, after the number. */
  skipped?: Record<string, string>;
  /** All that were skipped, in the list line, around their number (`{n}`); unless given, that they are no targets. */
  left?: string;
}

/** One run of an operation, as the operation sees it. Everything here survives a crash of the process. */
export interface Job {
  readonly id: string;
  readonly year: number;
  /** Null: all groups, or the whole feature. */
  readonly group: Group | null;
  readonly actor: Actor;
  /** When it was accepted; the time in file names, so that every attempt names them alike. */
  readonly acceptedAt: number;
  /** The operation's own fields of the form. */
  readonly options: Readonly<Record<string, string | string[]>>;
  readonly data: Stores;
  /** True when this employee lies in the runner's 操作できる範囲; nobody's data goes into a file otherwise. */
  sees(employee: RangedEmployee): boolean;
  /** True when the runner holds this permission now, and held it when the job was accepted. */
  may(permission: Permission): boolean;
  readonly source: MasterSource;
  /** 個人番号, sealed; apart from `data`, which pages have too. */
  readonly myNumbers: MyNumberStore;
  /** The encoding of files that 給与奉行 takes in; from the configuration. */
  readonly bugyoEncoding: Charset;
  /** Where the last attempt's last commit stood; null: from the start. */
  readonly position: Position | null;
  /** Aborts when the job was lost, stopped or must be handed back. */
  readonly signal: AbortSignal;

  /** The uploaded file from its start, byte by byte; for what is no CSV. */
  bytes(): AsyncIterable<Uint8Array>;
  /** The rows of the input after the checkpoint, in batches; rows that cannot be read carry their problem. */
  rows(): AsyncIterable<Row[]>;
  /** Changes stored data unit by unit, in as few commits as the limits allow, exactly once (design §4.2). */
  apply<U extends Unit, Current>(units: readonly U[], effect: Effect<U, Current>): Promise<void>;
  /** Begins a CSV attachment, or goes on with it after its last sealed part. */
  csv(options: CsvOptions): Promise<CsvFile>;
  /** A ZIP attachment of this name. */
  zip(name: string): ZipFile;
  /**
   * Draws a PDF attachment. Each section is a unit that is done. Unlike rows, pages cannot be gone on with: an attempt that
   * ends before the last one leaves nothing of them, and the next asks for all sections again.
   */
  pdf(options: PdfOptions, sections: AsyncIterable<PdfSection>): Promise<void>;
  /** Says how many units there will be. */
  expect(total: number): void;
  /**
   * Says that `passed` more units were looked at and `written` of them are in the files; `position` is the place to
   * go on from, should this attempt end here. `counts` are added to words of the operation's own, such as the rows of
   * one of several files. `refused`: rows that are in the files, but not as they should be.
   */
  reached(
    position: Position,
    passed: number,
    written?: number,
    counts?: Readonly<Record<string, number>>,
    refused?: readonly RefusedRow[],
  ): Promise<void>;
  /**
   * Carries out the sections of a download one after another, each behind the position that `work` is given, calling
   * `reached` as it goes. One that cannot be written, whatever of it was, is taken back out of the files, refused with its
   * reason, and the others go on; so `work` keeps nothing in variables, and may be called for a section again.
   */
  sections<S extends Section>(
    sections: readonly S[],
    work: (section: S, from: Position | null) => Promise<void>,
  ): Promise<void>;
  /**
   * Why a part of a download cannot be made, for `reached`; what is no Refusal is logged. Throws on what is no fault of
   * the part: another attempt may not meet it.
   */
  failure(error: unknown): { code: ReasonCode; params: ReasonParams };
  /** Says how many were left alone by a rule that is known beforehand; replaces what it said before. */
  skipped(why: string, count: number): void;
  /** How many units came to this `count` word, or were counted under it by `reached`, earlier attempts included. */
  counted(word: string): number;
  /** The end: status, list line and 結果詳細 out of the counts. */
  summary(texts: SummaryTexts): Outcome;
}
