import type { Performed } from "../domain/perform.ts";

/** 結果詳細 of an act that sends mails: who got none, by the words of `mailWords`. */
export const MAIL_LINES = {
  no_address: "{n}名はメールアドレスが登録されていないため、メールを送信していません。",
  off: "{n}名には、［通知設定］が「通知しない」のため、メールを送信していません。",
};

/** The words under which somebody is counted besides who got no mail: none where it was posted, or none was due. */
export function mailWords(mail: Performed["mail"]): (keyof typeof MAIL_LINES)[] {
  return mail === "no_address" || mail === "off" ? [mail] : [];
}
