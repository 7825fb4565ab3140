package org.entente.cli;

import org.entente.build.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** Tells the version of the program and of the Java runtime. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "Entente " + ProgramVersion.current(),
      "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
    };
  }
}
