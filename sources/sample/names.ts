/** A part of a name with its ヨミガナ. */
export type Named = readonly [name: string, kana: string];

/** Turns `佐藤 サトウ、…` into pairs. */
function pairs(text: string): Named[] {
  return text.trim().split(/[、\s]*\n\s*|、/).filter(Boolean).map((pair) => {
    const [name, kana] = pair.split(" ");
    return [name ?? "", kana ?? ""] as const;
  });
}

/** 姓. The last line holds characters whose second byte in Shift_JIS is a backslash (表, 能, 十). */
export const FAMILY_NAMES = pairs(`
  佐藤 サトウ、鈴木 スズキ、高橋 タカハシ、田中 タナカ、伊藤 イトウ、渡辺 ワタナベ、山本 ヤマモト、中村 ナカムラ
  小林 コバヤシ、加藤 カトウ、吉田 ヨシダ、山田 ヤマダ、佐々木 ササキ、山口 ヤマグチ、松本 マツモト、井上 イノウエ
  木村 キムラ、林 ハヤシ、斎藤 サイトウ、清水 シミズ、山崎 ヤマザキ、森 モリ、池田 イケダ、橋本 ハシモト
  阿部 アベ、石川 イシカワ、山下 ヤマシタ、中島 ナカジマ、石井 イシイ、小川 オガワ、前田 マエダ、岡田 オカダ
  長谷川 ハセガワ、藤田 フジタ、後藤 ゴトウ、近藤 コンドウ、村上 ムラカミ、遠藤 エンドウ、青木 アオキ、坂本 サカモト
  福田 フクダ、太田 オオタ、西村 ニシムラ、藤井 フジイ、金子 カネコ、岡本 オカモト、藤原 フジワラ、三浦 ミウラ
  中野 ナカノ、原田 ハラダ、松田 マツダ、竹内 タケウチ、小野 オノ、田村 タムラ、中山 ナカヤマ、和田 ワダ
  石田 イシダ、森田 モリタ、上田 ウエダ、原 ハラ、内田 ウチダ、柴田 シバタ、酒井 サカイ、宮崎 ミヤザキ
  横山 ヨコヤマ、高木 タカギ、安藤 アンドウ、宮本 ミヤモト、大野 オオノ、小島 コジマ、谷口 タニグチ、工藤 クドウ
  今井 イマイ、高田 タカダ、増田 マスダ、丸山 マルヤマ、杉山 スギヤマ、村田 ムラタ、大塚 オオツカ、新井 アライ
  表 オモテ、能登 ノト、十川 ソガワ、表谷 オモテヤ
`);

/** 名 of women. */
export const FEMALE_NAMES = pairs(`
  陽子 ヨウコ、恵子 ケイコ、由美 ユミ、真由美 マユミ、智子 トモコ、美咲 ミサキ、久美子 クミコ、裕子 ユウコ
  直美 ナオミ、明美 アケミ、香織 カオリ、愛 アイ、麻衣 マイ、彩 アヤ、千尋 チヒロ、舞 マイ
  結衣 ユイ、葵 アオイ、さくら サクラ、凛 リン、美優 ミユ、七海 ナナミ、花 ハナ、遥 ハルカ
  瞳 ヒトミ、典子 ノリコ、幸子 サチコ、和子 カズコ、洋子 ヨウコ、京子 キョウコ、絵里 エリ、沙織 サオリ
  奈々 ナナ、あゆみ アユミ、めぐみ メグミ、ゆかり ユカリ、琴音 コトネ、詩織 シオリ、茜 アカネ、楓 カエデ
`);

/** 名 of men. */
export const MALE_NAMES = pairs(`
  誠 マコト、浩 ヒロシ、健一 ケンイチ、隆 タカシ、修 オサム、学 マナブ、大輔 ダイスケ、健太 ケンタ
  翔太 ショウタ、拓也 タクヤ、直樹 ナオキ、哲也 テツヤ、和也 カズヤ、達也 タツヤ、亮 リョウ、剛 ツヨシ
  太郎 タロウ、一郎 イチロウ、次郎 ジロウ、蓮 レン、大翔 ヒロト、悠真 ユウマ、陽翔 ハルト、湊 ミナト
  樹 イツキ、大和 ヤマト、颯太 ソウタ、優斗 ユウト、駿 シュン、光 ヒカル、正 タダシ、清 キヨシ
  茂 シゲル、勇 イサム、進 ススム、勝 マサル、昭 アキラ、豊 ユタカ、徹 トオル、稔 ミノル
`);

/**
 * Real names that break careless programs: characters of CP932 beyond JIS X 0208 (髙, 﨑, 濵, 栁), characters that
 * CP932 lacks (𠮷, 鷗, a combining mark, an ideographic variant), names of one and of many characters, Latin and
 * half-width ones, apostrophe and comma.
 */
export const AWKWARD_NAMES: readonly { last: Named; first: Named }[] = [
  { last: ["髙橋", "タカハシ"], first: ["健一", "ケンイチ"] },
  { last: ["山﨑", "ヤマザキ"], first: ["由美", "ユミ"] },
  { last: ["濵田", "ハマダ"], first: ["修", "オサム"] },
  { last: ["𠮷田", "ヨシダ"], first: ["明美", "アケミ"] },
  { last: ["勅使河原", "テシガワラ"], first: ["左右衛門三郎", "サウエモンサブロウ"] },
  { last: ["O'Connor", "オコナー"], first: ["Mary Ann", "メアリーアン"] },
  { last: ["栁澤", "ヤナギサワ"], first: ["彅", "ナギ"] },
  { last: ["森", "モリ"], first: ["鷗外", "オウガイ"] },
  { last: ["ｶﾙﾛｽ", "ｶﾙﾛｽ"], first: ["ﾏﾘｱ", "ﾏﾘｱ"] },
  {
    last: ["ヴァン・デル・ヴェルデン", "ヴァンデルヴェルデン"],
    first: ["ヨハネス・アントニウス", "ヨハネスアントニウス"],
  },
  { last: ["渡邉", "ワタナベ"], first: ["祐\u{E0100}一", "ユウイチ"] },
  { last: ["葛\u{E0100}城", "カツラギ"], first: ["圡", "ツチ"] },
  { last: ["齋藤", "サイトウ"], first: ["か\u3099く", "ガク"] },
  { last: ["Smith, Jr.", "スミス"], first: ["Robert", "ロバート"] },
  { last: ["一", "ニノマエ"], first: ["一", "ハジメ"] },
];
