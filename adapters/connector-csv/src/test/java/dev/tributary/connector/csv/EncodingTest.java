package dev.tributary.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvRecord;
import dev.tributary.connector.csv.format.FaultKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows-1252 | Kürzel,Straße,Größe;1,Müller,5;2,Çelik,6;3,Señor,7",
        "windows-1250 | Nr,Imię,Miasto;1,Łukasz,Gdańsk;2,Paweł,Łódź;3,Małgorzata,Kraków",
        "windows-1251 | Номер,Имя,Город;1,Иван,Москва;2,Анна,Казань;3,Олег,Самара",
        "KOI8-R | Номер,Имя,Город;1,Иван,Москва;2,Анна,Казань;3,Олег,Самара",
        "windows-1253 | Κωδικός,Όνομα;1,Αθήνα;2,Θεσσαλονίκη",
        "windows-31j | 番号,名前,住所;1,山田太郎,東京都新宿区;2,鈴木花子,大阪府大阪市",
        "GB18030 | 编号,名称,价格;1,苹果手机,5000;2,华为电脑,6000",
        "x-windows-949 | 번호,이름,주소;1,김철수,서울특별시;2,이영희,부산광역시",
        "ISO-8859-2 | obec,okres,v;Žďár,Šumperk,3;Třebíč,Kroměříž,zrušeno",
        "IBM852 | miasto,region,v;Łódź,łódzkie,3;Gdańsk,śląskie,5",
        "windows-1250 | telek,megye,v;Győr,Fejér,3;Kőszeg,Csongrád,5",
        "windows-1257 | miestas,v,w;Šiauliai,3,Kėdainiai;Panevėžys,5,Tauragė",
        "ISO-8859-15 | ville,prix,v;Orléans,3 €,1;Besançon,5 €,2",
        "UTF-16LE | id,name,city;1,Ärmel,Łódź;2,Bob,Москва",
        "UTF-16BE | id,name,city;1,Ärmel,Łódź;2,Bob,Москва",
        "UTF-32LE | id,name,city;1,Ärmel,Łódź;2,Bob,Москва",
        "UTF-8 | id,name,city;1,Ärmel,Łódź;2,Bob,Москва"
      })
  void readsText(String charset, String text) {
    Reading reading = Reading.of(text.replace(';', '\n') + "\n", Charset.forName(charset));

    String[] lines = text.split(";");
    assertThat(String.join(",", reading.columns())).isEqualTo(lines[0]);
    assertThat(String.join(",", reading.rows().getLast())).isEqualTo(lines[lines.length - 1]);
  }

  @Test
  void macRomanIsToldFromWindows() {
    Reading reading =
        Reading.of(
            "id,name,city\r1,José Peña,Málaga\r2,François Côté,Québec\r3,Jürgen Müller,Köln\r",
            Charset.forName("x-MacRoman"));

    assertThat(reading.rows().get(1)).containsExactly("2", "François Côté", "Québec");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void aByteOrderMarkDecidesAndIsNoCharacter(String charset) {
    Reading reading = Reading.of("\ufeffid,name\n1,ü\n2,x\n", Charset.forName(charset));

    assertThat(reading.format().charset()).isEqualTo(Charset.forName(charset));
    assertThat(reading.columns()).containsExactly("id", "name");
  }

  @Test
  void aMarkBetweenJoinedFilesIsNoCharacter() {
    Reading reading = Reading.of("\ufeffid,name\n1,Ann\n\ufeffid,name\n2,Bob\n");

    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.skipped()).containsExactly(FaultKind.REPEATED_HEADER);
  }

  @Test
  void bytesOfAnotherEncodingSpoilOnlyTheirRow() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("id,name\n".getBytes(StandardCharsets.UTF_8));
    for (int row = 0; row < 30; row++) {
      bytes.write((row + ",Zürich\n").getBytes(StandardCharsets.UTF_8));
    }
    bytes.write("30,Genève\n".getBytes(StandardCharsets.ISO_8859_1));

    Reading reading = Reading.of(bytes.toByteArray(), CsvConfig.ofDefaults());

    assertThat(reading.faults()).containsExactly(FaultKind.INVALID_BYTES);
    assertThat(reading.rows().getLast()).containsExactly("30", "Genève");
    assertThat(reading.rows().getFirst()).containsExactly("0", "Zürich");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-31j", "windows-1252"})
  void offsetsCountTheBytesOfTheFile(String name) {
    Charset charset = Charset.forName(name);
    String text = "a,b\n1,\"x\ny\"\n22,zz\n333,\n";

    Reading reading = Reading.of(text.getBytes(charset), config(charset));

    for (CsvRecord record : reading.records()) {
      byte[] all = text.getBytes(charset);
      String raw =
          new String(
              all,
              (int) record.startByte(),
              (int) (record.endByte() - record.startByte()),
              charset);
      assertThat(raw).startsWith(record.fields()[0] + ",").endsWith("\n");
    }
    assertThat(reading.records()).extracting(CsvRecord::line).containsExactly(2L, 4L, 5L);
  }

  private static CsvConfig config(Charset charset) {
    return CsvConfig.builder().charset(charset).build();
  }
}
