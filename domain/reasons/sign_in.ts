import { type Reason, reason } from "./reason.ts";

const NO_SIGN_IN = "サインインできませんでした";
const UNTRIED = "外部IDの設定を確認できませんでした";
const KEPT = "変更できませんでした";
const ASK_ADMIN = "管理者に［設定］の［サインイン］の確認を依頼してください";
const AGAIN = "サインイン画面から、もう一度やり直してください";

/** Signing in through an identity provider (OpenID Connect), and its settings. */
export const SIGN_IN = {
  identity_expired: reason(
    400,
    NO_SIGN_IN,
    "サインインの途中で時間が過ぎたか、別の画面で始めたサインインと入れ替わりました",
    AGAIN,
  ),
  identity_denied: reason(
    401,
    NO_SIGN_IN,
    "外部IDのサービスで、サインインが取り消されたか、利用が許可されていません",
    "もう一度やり直し、変わらない場合は外部IDの担当者に確認してください",
  ),
  identity_invalid: reason(
    502,
    NO_SIGN_IN,
    "外部IDのサービスからの応答を、正しいものと確認できませんでした",
    `もう一度やり直し、変わらない場合は${ASK_ADMIN}`,
  ),
  identity_unreachable: reason(
    503,
    NO_SIGN_IN,
    "外部IDのサービスに接続できません",
    `しばらく待ってからやり直し、変わらない場合は${ASK_ADMIN}`,
  ),
  identity_unverified: reason(
    403,
    NO_SIGN_IN,
    "外部IDのサービスが、メールアドレスを本人のものと確認していません",
    "外部IDの担当者に、メールアドレスの確認を依頼してください",
  ),
  identity_unknown: reason(
    403,
    NO_SIGN_IN,
    "外部IDのメールアドレスに対応する有効なアカウントがありません",
    "管理者にアカウントの招待を依頼してください",
  ),
  identity_other: reason(
    403,
    NO_SIGN_IN,
    "このメールアドレスのアカウントは、別の外部IDと結び付いています",
    "管理者に、アカウントの画面で外部IDとの結び付きの解除を依頼してください",
  ),
  passwords_off: reason(
    403,
    NO_SIGN_IN,
    "この会社では、パスワードでのサインインを使っていません",
    "サインイン画面から、外部IDでサインインしてください",
  ),
  issuer_unreachable: reason(
    502,
    UNTRIED,
    "発行者（issuer）に接続できません",
    "発行者のアドレスと、このサーバーから接続できることを確認してください",
  ),
  issuer_invalid: reason(
    502,
    UNTRIED,
    "発行者（issuer）の応答がOpenID Connectの設定情報として正しくありません",
    "発行者のアドレスを、外部IDのサービスに表示されているとおりに入力してください",
  ),
  issuer_differs: reason(
    502,
    UNTRIED,
    "入力した発行者と、サービスが名乗る発行者が違います（{found}）",
    "サービスが名乗る発行者を入力してください。会社ごとに分かれていない発行者は使えません",
  ),
  issuer_lacks: reason(
    502,
    UNTRIED,
    "外部IDのサービスが{what}に対応していません",
    "OpenID Connectの認可コードフローに対応したサービスを指定してください",
  ),
  issuer_keys: reason(
    502,
    UNTRIED,
    "署名を確認するための公開鍵（JWKS）を取得できません",
    "外部IDのサービスの設定を確認してください",
  ),
  client_refused: reason(
    502,
    UNTRIED,
    "クライアントIDまたはクライアントシークレットが受け付けられませんでした",
    "外部IDのサービスに登録した値を、もう一度入力してください",
  ),
  client_secret_unopened: reason(
    500,
    NO_SIGN_IN,
    "保存されているクライアントシークレットを復号できません",
    "管理者に、［設定］の［サインイン］でのクライアントシークレットの再登録を依頼してください",
  ),
  passwords_first: reason(
    409,
    KEPT,
    "パスワードでのサインインを止めている間は、外部IDの設定を変更できません",
    "先に、パスワードでのサインインを使う設定に戻してください",
  ),
  identity_unproven: reason(
    409,
    KEPT,
    "今の設定で、あなた自身が外部IDでサインインしたことがまだありません",
    "先に、［外部IDでサインインして確認する］から確認してください",
  ),
  no_way_in: reason(
    409,
    KEPT,
    "サインインできる管理者が1人もいなくなります",
    "先に、パスワードでサインインできる管理者を用意してください",
  ),
} satisfies Record<string, Reason>;
