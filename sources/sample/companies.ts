import { sampleUlid } from "./draws.ts";

/** One of the made-up companies; everything about its people follows from this. */
export interface SampleCompany {
  /** Tenant id. */
  tenant: string;
  name: string;
  hosts: string[];
  /** The domain of its e-mail addresses. */
  domain: string;
  seed: number;
  /** 西暦 of the adjustment; every date is relative to it. */
  year: number;
  /** How many people its master holds. */
  count: number;
  /** 事業所 and 依頼グループ: 30 %, 20 % and 10 % of the people. The third is past its 受付終了日. */
  sites: readonly [Site, Site, Site];
  /** A 依頼グループ without employees. */
  emptyGroup: string;
}

/** A 事業所 and the group of the same name. */
export interface Site {
  name: string;
  departments: readonly string[];
  /** 受付終了日, YYYY-MM-DD; null: open. */
  closesOn: string | null;
}

/** People of the second tenant: enough for every status. */
const OTHER_EMPLOYEES = 60;
const YEAR = 2026;

/** The sample company (tenant `sample`) with `count` people in its master. */
export function sampleCompany(count: number): SampleCompany {
  return {
    tenant: "sample",
    name: "株式会社サンプル商事",
    hosts: ["localhost", "127.0.0.1", "[::1]"],
    domain: "sample.example",
    seed: 20_260_801,
    year: YEAR,
    count,
    sites: [
      {
        name: "本社",
        departments: ["営業部", "営業部", "総務部", "人事部", "経理部", "情報システム部", "経営企画部"],
        closesOn: null,
      },
      {
        name: "工場",
        departments: ["製造部", "製造部", "製造部", "品質管理部", "生産管理部", "物流部"],
        closesOn: `${YEAR + 1}-01-29`,
      },
      { name: "店舗", departments: ["店舗運営部", "店舗運営部", "営業部"], closesOn: `${YEAR}-11-06` },
    ],
    emptyGroup: "役員",
  };
}

/** The second tenant, so that a stranger's ids are there to be refused. */
export function otherCompany(): SampleCompany {
  return {
    tenant: "other",
    name: "合同会社アザーズ",
    hosts: ["other.localhost"],
    domain: "other.example",
    seed: 20_260_802,
    year: YEAR,
    count: OTHER_EMPLOYEES,
    sites: [
      { name: "本店", departments: ["販売部", "管理部"], closesOn: null },
      { name: "倉庫", departments: ["物流部"], closesOn: null },
      { name: "支店", departments: ["販売部"], closesOn: `${YEAR}-11-06` },
    ],
    emptyGroup: "来年入社",
  };
}

/** When its year-end adjustment was set up: 1 October, 09:00 in Tokyo. */
export function setUpAt(company: SampleCompany): number {
  return Date.UTC(company.year, 9, 1);
}

/** The groups in order of creation: the empty one first, so that lists, newest first, begin with the largest. */
export function sampleGroups(company: SampleCompany) {
  const sites = [...company.sites].reverse();
  return [{ name: company.emptyGroup, closesOn: null }, ...sites].map(({ name, closesOn }, i) => {
    const createdAt = setUpAt(company) + i * 60_000;
    return { v: 1 as const, id: sampleUlid(company.seed, -1 - i, createdAt), name, createdAt, closesOn };
  });
}
