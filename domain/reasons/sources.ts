import { type Reason, reason } from "./reason.ts";

/** 事象 of a job or a connection test that could not read the master. */
const UNREAD = "基本機能の情報を取得できませんでした";

/** The master source: refusals (somebody has to change something) and outages (waiting helps). */
export const SOURCES = {
  source_token_invalid: reason(
    502,
    UNREAD,
    "SmartHRのアクセストークンが無効です",
    "SmartHRでアクセストークンを発行し直し、［設定］の［データ連携］に登録してください",
  ),
  source_forbidden: reason(
    502,
    UNREAD,
    "アクセストークンに{what}を参照する権限がありません",
    "SmartHRでアクセストークンの権限を確認してください",
  ),
  source_ip_forbidden: reason(
    502,
    UNREAD,
    "SmartHRのIPアドレス制限により、接続が許可されませんでした",
    "SmartHRで、このサーバーのIPアドレスからの接続を許可してください",
  ),
  source_not_found: reason(
    502,
    UNREAD,
    "アクセス先にSmartHRのAPIが見つかりません",
    "［設定］の［データ連携］でサブドメインを確認してください",
  ),
  source_unreadable: reason(
    502,
    UNREAD,
    "基本機能からの応答を読み取れませんでした（{where}）",
    "［設定］の［データ連携］でアクセス先を確認してください。正しい場合は、サポートにお知らせください",
  ),
  source_company_missing: reason(
    502,
    UNREAD,
    "基本機能に会社情報が登録されていません",
    "SmartHRの［共通設定］で会社情報を登録してください",
  ),
  source_address_refused: reason(
    422,
    UNREAD,
    "このアクセス先には接続できません",
    "［設定］の［データ連携］でサブドメインを確認してください",
  ),
  source_token_unopened: reason(
    500,
    UNREAD,
    "保存されているアクセストークンを復号できません",
    "［設定］の［データ連携］でアクセストークンを登録し直してください",
  ),
  source_busy: reason(
    503,
    UNREAD,
    "SmartHRのAPIの利用回数が上限に達しています",
    "1時間ほど待ってから、同じ操作をやり直してください",
  ),
  source_maintenance: reason(
    503,
    UNREAD,
    "SmartHRがメンテナンス中です",
    "メンテナンスが終わってから、同じ操作をやり直してください",
  ),
} satisfies Record<string, Reason>;
