package dev.tributary.connector.csv.internal.encoding;

/** Tells text of East Asia from noise. */
final class EastAsianText {
  /** The ideographs that make up much of everyday text and of column names. */
  private static final String COMMON =
      "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心"
          + "多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样"
          + "名称编号日期时间价格数量地址省市区县类型状态备注电话性别年龄单位金额总计产品客户订单代码北京上海广东"
          + "日本国年月時分会社名前住所電話番号金額商品数量価格東京都道府県市区町村大阪名古屋株式会社合計単位備考"
          + "個時來說們為這國會對後學開發動電話號碼價數總計產訂單臺灣北中南高雄縣鄉鎮";

  private EastAsianText() {}

  /** Points for a character of a double-byte encoding; each stands for two bytes. */
  static double points(char character) {
    if (character == '\uFFFD' || Character.isISOControl(character) || isPrivate(character)) {
      return -6;
    }
    if (character >= '\u3040' && character <= '\u30FF') {
      return 2.0;
    }
    if (character >= '\u4E00' && character <= '\u9FFF') {
      return COMMON.indexOf(character) >= 0 ? 2.2 : 0.9;
    }
    if (character >= '\uAC00' && character <= '\uD7AF') {
      return 1.9;
    }
    return isPunctuation(character) ? 1.8 : -1;
  }

  private static boolean isPrivate(char character) {
    return character >= '\uE000' && character < '\uF900';
  }

  private static boolean isPunctuation(char character) {
    return (character >= '\u3000' && character < '\u3040')
        || (character >= '\uFF00' && character < '\uFF61');
  }
}
