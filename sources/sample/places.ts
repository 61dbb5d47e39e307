import type { Address } from "../../domain/address.ts";
import type { Draws } from "./draws.ts";

/** 都道府県, 市区町村, 町名, 郵便番号, and the ヨミガナ of the whole. */
export type Place = readonly [prefecture: string, city: string, town: string, zip: string, kana: string];

/** Where the people of the sample company live; house numbers are drawn. */
export const PLACES: readonly Place[] = [
  ["北海道", "札幌市中央区", "旭ケ丘", "064-0941", "サッポロシチュウオウクアサヒガオカ"],
  ["宮城県", "仙台市青葉区", "一番町", "980-0811", "センダイシアオバクイチバンチョウ"],
  ["茨城県", "水戸市", "宮町", "310-0015", "ミトシミヤマチ"],
  ["埼玉県", "さいたま市大宮区", "桜木町", "330-0854", "サイタマシオオミヤクサクラギチョウ"],
  ["埼玉県", "川口市", "本町", "332-0012", "カワグチシホンチョウ"],
  ["千葉県", "千葉市中央区", "中央", "260-0013", "チバシチュウオウクチュウオウ"],
  ["千葉県", "船橋市", "本町", "273-0005", "フナバシシホンチョウ"],
  ["東京都", "千代田区", "神田神保町", "101-0051", "チヨダクカンダジンボウチョウ"],
  ["東京都", "新宿区", "西新宿", "160-0023", "シンジュククニシシンジュク"],
  ["東京都", "渋谷区", "神宮前", "150-0001", "シブヤクジングウマエ"],
  ["東京都", "世田谷区", "三軒茶屋", "154-0024", "セタガヤクサンゲンヂャヤ"],
  ["東京都", "杉並区", "阿佐谷南", "166-0004", "スギナミクアサガヤミナミ"],
  ["東京都", "八王子市", "旭町", "192-0083", "ハチオウジシアサヒチョウ"],
  ["神奈川県", "横浜市西区", "みなとみらい", "220-0012", "ヨコハマシニシクミナトミライ"],
  ["神奈川県", "川崎市中原区", "新丸子町", "211-0005", "カワサキシナカハラクシンマルコマチ"],
  ["長野県", "松本市", "中央", "390-0811", "マツモトシチュウオウ"],
  ["静岡県", "静岡市葵区", "追手町", "420-0853", "シズオカシアオイクオウテマチ"],
  ["愛知県", "名古屋市中区", "栄", "460-0008", "ナゴヤシナカクサカエ"],
  [
    "京都府",
    "京都市中京区",
    "河原町通四条上る米屋町",
    "604-8026",
    "キョウトシナカギョウクカワラマチドオリシジョウアガルコメヤチョウ",
  ],
  ["大阪府", "大阪市北区", "梅田", "530-0001", "オオサカシキタクウメダ"],
  ["大阪府", "堺市堺区", "南瓦町", "590-0078", "サカイシサカイクミナミカワラマチ"],
  ["兵庫県", "神戸市中央区", "加納町", "650-0001", "コウベシチュウオウクカノウチョウ"],
  ["岡山県", "岡山市北区", "中山下", "700-0821", "オカヤマシキタクナカサンゲ"],
  ["広島県", "広島市中区", "基町", "730-0011", "ヒロシマシナカクモトマチ"],
  ["香川県", "高松市", "番町", "760-0017", "タカマツシバンチョウ"],
  ["福岡県", "福岡市中央区", "天神", "810-0001", "フクオカシチュウオウクテンジン"],
  ["鹿児島県", "鹿児島市", "中央町", "890-0053", "カゴシマシチュウオウチョウ"],
  ["沖縄県", "那覇市", "久茂地", "900-0015", "ナハシクモジ"],
];

/** 建物名; the empty one is a house of one's own. */
export const BUILDINGS: readonly string[] = [
  "",
  "",
  "コーポさくら",
  "メゾン青葉",
  "第2グリーンハイツ",
  "サンライズマンションＡ棟",
  "県営住宅3号棟",
];

/** An address in one of these places. */
export function drawAddress(draws: Draws): Address {
  const [prefecture, city, town, zip, kana] = draws.pick(PLACES);
  const building = draws.pick(BUILDINGS);
  return {
    zip,
    prefecture,
    city,
    street: `${town}${1 + draws.int(9)}-${1 + draws.int(30)}-${1 + draws.int(20)}`,
    building: building && `${building}${101 + draws.int(9) * 100 + draws.int(8)}`,
    kana,
    country: "",
  };
}

const abroad = (country: string, zip: string, city: string, street: string): Address => ({
  zip,
  prefecture: "",
  city,
  street,
  building: "",
  kana: "",
  country,
});

/** Where relatives abroad live. */
export const FOREIGN_PLACES: readonly Address[] = [
  abroad("USA", "97201", "Portland, OR", "1200 Sample Avenue"),
  abroad("VNM", "700000", "Ho Chi Minh City", "12 Duong Mau"),
  abroad("PHL", "6000", "Cebu City", "34 Halimbawa Street"),
  abroad("GBR", "SW1A 1AA", "London", "1 Example Road"),
];
