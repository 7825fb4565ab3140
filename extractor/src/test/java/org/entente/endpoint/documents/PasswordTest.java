package org.entente.endpoint.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a password is kept, and how often one may be wrong. */
class PasswordTest {
  @TempDir Path directory;

  @Test
  void isKeptAsAHashThatItsOwnerAloneMayRead() throws IOException {
    String password = Password.invent();
    Path file = directory.resolve(Password.FILE);
    Password.of(password).write(file);
    assertThat(file).content().startsWith("pbkdf2-sha256$600000$").doesNotContain(password);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Password read = Password.read(file);
    assertThat(read.matches(password)).isTrue();
    assertThat(read.matches(password + " ")).isFalse();
    assertThat(read.matches("")).isFalse();
    assertThatThrownBy(() -> Password.of("another").write(file)).isInstanceOf(IOException.class);
  }

  @Test
  void isAnotherEachTime() {
    assertThat(Password.invent()).hasSize(24).isNotEqualTo(Password.invent());
  }

  @Test
  void refusesAFileOfSomethingElse() throws IOException {
    Path file = Files.writeString(directory.resolve("other"), "secret");
    assertThatThrownBy(() -> Password.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other")
        .hasMessageNotContaining("secret");
  }

  @Test
  void hearsNobodyForAWhileAfterWrongTries() {
    AtomicLong now = new AtomicLong();
    Tries tries = new Tries(now::get);
    for (int i = 0; i < 5; i++) {
      assertThat(tries.isHeard("a")).isTrue();
      tries.wrong("a");
    }
    assertThat(tries.isHeard("a")).isFalse();
    assertThat(tries.isHeard("b")).isTrue();
    now.addAndGet(Duration.ofSeconds(61).toNanos());
    assertThat(tries.isHeard("a")).isTrue();
    for (int i = 0; i < 50; i++) {
      tries.wrong("client " + i);
    }
    assertThat(tries.isHeard("b")).isFalse();
  }
}
