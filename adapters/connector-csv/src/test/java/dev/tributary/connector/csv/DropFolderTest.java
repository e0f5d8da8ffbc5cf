package dev.tributary.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourceFault;
import dev.tributary.api.connector.SourcePosition;
import dev.tributary.api.settings.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropFolderTest {
  private static final String TWO = "id,name,n\n1,a,10\n2,b,20\n";

  @TempDir Path temp;
  private DropFolder drops;

  @BeforeEach
  void openFolder() {
    drops = new DropFolder(temp);
  }

  @Nested
  class Settling {
    @Test
    void aNewFileIsLeftAloneUntilItRests() {
      drops.write("a.csv", TWO);

      assertThat(drops.run()).isEmpty();
      drops.rest();
      assertThat(drops.run()).containsExactly("1,a,10", "2,b,20");
      assertThat(drops.run()).isEmpty();
    }

    @Test
    void aNewFileOfAFollowedFolderIsReadAtOnceButForItsLastLine() {
      drops.with("follow", true).write("a.csv", TWO + "3,c");

      assertThat(drops.run()).containsExactly("1,a,10", "2,b,20");
      drops.append("a.csv", ",30\n");
      assertThat(drops.run()).containsExactly("3,c,30");
    }

    @Test
    void aLastLineWithoutEndIsTakenOnceTheFileRests() {
      drops.write("a.csv", TWO + "3,c,30");
      drops.rest();

      assertThat(drops.run()).containsExactly("1,a,10", "2,b,20", "3,c,30");
    }

    @Test
    void aLastLineThatGoesOnAfterAllIsReadAgainAsAWhole() {
      drops.write("a.csv", TWO + "3,c,3");
      drops.rest();
      drops.run();

      drops.append("a.csv", "0\n4,d,40\n");

      assertThat(drops.run()).containsExactly("3,c,30", "4,d,40");
    }

    @Test
    void namesOfUnfinishedFilesAreNotRead() {
      for (String name :
          new String[] {"a.csv.part", "b.csv.tmp", ".c.csv", "d.csv.crdownload", "e.csv~"}) {
        drops.write(name, TWO);
      }
      drops.rest();

      assertThat(drops.with("include", "*").run()).isEmpty();
    }

    @Test
    void aDoneMarkerReleasesAFileAtOnce() {
      drops.with("done_marker", ".done").write("a.csv", TWO);
      drops.rest();

      assertThat(drops.run()).isEmpty();
      drops.write("a.csv.done", "");
      assertThat(drops.run()).hasSize(2);
    }
  }

  @Nested
  class Growing {
    @Test
    void onlyAppendedRowsArrive() {
      drops.write("a.csv", TWO);
      drops.rest();
      drops.run();

      drops.append("a.csv", "3,c,30\n4,d");

      assertThat(drops.run()).containsExactly("3,c,30");
      drops.append("a.csv", ",40\n");
      assertThat(drops.run()).containsExactly("4,d,40");
    }

    @Test
    void aHeaderAloneWaitsForRows() {
      drops.write("a.csv", "id;name;n\n");
      drops.rest();
      assertThat(drops.run()).isEmpty();

      drops.append("a.csv", "1;a,b;10\n2;c;20\n");
      drops.rest();

      assertThat(drops.run()).containsExactly("1,a,b,10", "2,c,20");
    }

    @Test
    void aReplacedFileIsReadFromTheStart() {
      drops.write("a.csv", TWO);
      drops.rest();
      drops.run();

      drops.write("a.csv", "id,name,n\n7,x,70\n8,y,80\n9,z,90\n");
      drops.rest();

      assertThat(drops.run()).containsExactly("7,x,70", "8,y,80", "9,z,90");
    }

    @Test
    void aFileRewrittenInPlaceIsReadFromTheStart() {
      drops.write("a.csv", TWO);
      drops.rest();
      drops.run();

      drops.rest();
      drops.write("a.csv", TWO.replace("2,b,20", "2,b,21"));
      drops.rest();

      assertThat(drops.run()).containsExactly("1,a,10", "2,b,21");
    }

    @Test
    void aTouchedFileIsNotReadAgain() throws IOException {
      drops.write("a.csv", TWO);
      drops.rest();
      drops.run();

      drops.touch(temp.resolve("a.csv"));
      drops.rest();

      assertThat(drops.run()).isEmpty();
    }

    @Test
    void wideEncodingsGoOnAtTheRightByte() {
      drops.with("encoding", "UTF-16LE");
      drops.write("a.csv", "id,name\n1,ä\n2,日本\n".getBytes(StandardCharsets.UTF_16LE));
      drops.rest();
      drops.run();

      drops.write("a.csv", "id,name\n1,ä\n2,日本\n3,ö\n".getBytes(StandardCharsets.UTF_16LE));

      assertThat(drops.run()).containsExactly("3,ö");
    }
  }

  @Nested
  class SameContent {
    @Test
    void aCopyUnderAnotherNameIsOneLoad() {
      drops.write("a.csv", TWO);
      drops.write("b.csv", TWO);
      drops.rest();

      assertThat(drops.run()).hasSize(2);
      drops.write("c.csv", TWO);
      drops.rest();
      assertThat(drops.run()).isEmpty();
    }

    @Test
    void aRenamedFileGoesOnWhereItStood() throws IOException {
      drops.write("a.csv", TWO);
      drops.rest();
      drops.run();

      Files.move(temp.resolve("a.csv"), temp.resolve("old.csv"));
      drops.append("old.csv", "3,c,30\n");
      drops.write("a.csv", "id,name,n\n4,d,40\n");
      drops.rest();

      assertThat(drops.run()).containsExactlyInAnyOrder("3,c,30", "4,d,40");
      assertThat(drops.states).containsOnlyKeys("a.csv", "old.csv");
    }

    @Test
    void aFileDroppedAgainAfterItWasTakenAwayIsOneLoad() throws IOException {
      drops.write("a.csv", TWO);
      drops.rest();
      drops.run();
      Files.delete(temp.resolve("a.csv"));
      drops.run();

      drops.write("a.csv", TWO);
      drops.rest();

      assertThat(drops.run()).isEmpty();
    }

    @Test
    void filesThatShareTheirBeginningAreAllRead() {
      drops.write("a.csv", "id,name\n1,a\n");
      drops.write("b.csv", "id,name\n1,a\n2,b\n");
      drops.rest();

      assertThat(drops.run()).containsExactly("1,a", "1,a", "2,b");
    }
  }

  @Nested
  class Trouble {
    @Test
    void oneBrokenFileStopsNoOtherAndIsReportedUntilItChanges() {
      drops.write("a.csv", "<html>404</html>");
      drops.write("b.csv", TWO);
      drops.rest();

      assertThat(drops.run()).hasSize(2);
      assertThat(drops.faults).extracting(SourceFault::place).containsExactly("a.csv");
      assertThat(drops.faults.getFirst().code()).isEqualTo(ConnectorError.MALFORMED);

      assertThat(drops.run()).isEmpty();
      assertThat(drops.faults).hasSize(1);

      drops.write("a.csv", "id,name,n\n5,e,50\n");
      drops.rest();
      assertThat(drops.run()).containsExactly("5,e,50");
      assertThat(drops.faults).isEmpty();
    }

    @Test
    void aTruncatedArchiveGivesItsRowsOnceAndItsFaultEveryTime() {
      StringBuilder text = new StringBuilder("id,n\n");
      for (int row = 0; row < 60_000; row++) {
        text.append(row).append(',').append(Integer.toHexString(row * 7919)).append('\n');
      }
      byte[] whole = DropFolder.gzip(text.toString());
      drops.write("a.csv.gz", Arrays.copyOf(whole, whole.length / 2));
      drops.rest();

      int first = drops.run().size();
      assertThat(first).isGreaterThan(1000);
      assertThat(drops.faults.getFirst().message()).contains("cut off after byte");
      assertThat(drops.run()).isEmpty();
      assertThat(drops.faults).hasSize(1);

      drops.write("a.csv.gz", whole);
      drops.rest();
      drops.run();
      assertThat(drops.rows.stream().distinct()).hasSize(60_000);
    }

    @Test
    void damagedRowsAreRejectedWithTheirPlace() {
      drops.write("a.csv", "id,name,n\n1,a,10\n2,b\n3,c,30\n");
      drops.rest();

      assertThat(drops.run()).containsExactly("1,a,10", "3,c,30");
      RejectedRow row = drops.rejected.getFirst();
      assertThat(row.raw()).isEqualTo("2,b");
      assertThat(row.reason()).isEqualTo("too_few_fields");
      assertThat(row.position()).isEqualTo(new SourcePosition.InFile("a.csv", 3, 17));
    }

    @Test
    void damagedRowsAreRepairedWhereThatIsAskedFor() {
      drops.with("damaged_rows", "repair").write("a.csv", "id,name,n\n1,a,10\n2,b\n3,c,30\n");
      drops.rest();

      assertThat(drops.run()).containsExactly("1,a,10", "2,b,", "3,c,30");
    }

    @Test
    void everyFaultOfTheSettingsIsTold() {
      drops
          .with("settle", "soon")
          .with("encoding", "utf-99")
          .with("quote", "ab")
          .with("fodler", "x");

      assertThatThrownBy(drops::run)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll("settle", "utf-99", "quote", "did you mean 'folder'?");
    }
  }

  @Nested
  class Choosing {
    @Test
    void compressedFilesAndFoldersBelowAreRead() {
      drops.with("recursive", true);
      drops.write("2026/a.csv.gz", DropFolder.gzip(TWO));
      drops.rest();

      assertThat(drops.run()).hasSize(2);
    }

    @Test
    void filesAreChosenByPattern() {
      drops.with("include", List.of("x*.csv")).with("exclude", List.of("*old*"));
      drops.write("x.csv", TWO);
      drops.write("x-old.csv", TWO.replace("a", "z"));
      drops.write("y.csv", TWO.replace("a", "y"));
      drops.rest();

      assertThat(drops.run()).hasSize(2);
    }

    @Test
    void manySmallFilesShareABatch() {
      for (int file = 0; file < 20; file++) {
        drops.write("f" + file + ".csv", "id,v\n" + file + ",x" + file + "\n");
      }
      drops.rest();

      assertThat(drops.run(1)).hasSize(20);
    }

    @Test
    void filesOfOtherColumnsAreReadWithTheirOwn() {
      drops.write("a.csv", TWO);
      drops.write("b.csv", "id;city\n1;Rome\n2;Oslo\n");
      drops.rest();

      assertThat(drops.run()).containsExactly("1,a,10", "2,b,20", "1,Rome", "2,Oslo");
    }
  }
}
