package org.entente.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window, as Debian's packages {@code chromium chromium-driver} install it. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ChromeDriver driver;
  private final Path downloads;
  private final URI home;
  private final String axe;

  private Browser(ChromeDriver driver, Path downloads, URI home, String axe) {
    this.driver = driver;
    this.downloads = downloads;
    this.home = home;
    this.axe = axe;
  }

  /** Tells whether there is a Chromium on this machine. */
  static boolean isThere() {
    return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
  }

  /**
   * Starts the browser.
   *
   * @param home address of the server
   * @param downloads where files go
   */
  static Browser start(URI home, Path downloads) throws IOException {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--force-prefers-reduced-motion",
        "--window-size=1280,900");
    options.setExperimentalOption(
        "prefs", Map.of("download.default_directory", downloads.toString()));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    try (InputStream in = Browser.class.getResourceAsStream(AXE)) {
      String axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Browser(new ChromeDriver(service, options), downloads, home, axe);
    }
  }

  /** Sets the size of the page, as a phone, tablet or desk has it. */
  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  /** Says which colours the reader prefers. */
  void prefer(String theme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
  }

  /** Opens an address of the server and waits until everything is shown. */
  void open(String address) {
    driver.get("about:blank"); // or another address after # would be the same page
    driver.get(home.resolve("/") + address);
    settle();
  }

  /** Waits until no part of the page waits for an answer. */
  void settle() {
    await(
        d ->
            run(
                "return Boolean(document.querySelector('h1, .failure')"
                    + " && !document.querySelector('[aria-busy=true], .waiting'))"));
  }

  /** Waits for an element and returns it. */
  WebElement find(String css) {
    return await(
        d -> {
          List<WebElement> found = d.findElements(By.cssSelector(css));
          return found.isEmpty() ? null : found.get(0);
        });
  }

  /** Returns the elements that are there at this moment. */
  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Waits until something is so, and returns it; fails where it does not come to be. */
  <T> T await(Function<WebDriver, T> condition) {
    return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50)).until(condition);
  }

  /** Runs a script in the page and returns what it returns. */
  @SuppressWarnings("unchecked")
  <T> T run(String script, Object... arguments) {
    return (T) driver.executeScript(script, arguments);
  }

  String title() {
    return driver.getTitle();
  }

  String address() {
    return driver.getCurrentUrl();
  }

  void back() {
    driver.navigate().back();
    settle();
  }

  /** Types keys at what has the focus. */
  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Waits for a downloaded file and returns what it holds. */
  String downloaded(String name) throws IOException {
    Path file = downloads.resolve(name);
    await(d -> Files.exists(file));
    return Files.readString(file);
  }

  /** Returns the serious findings of axe on the page as it is. */
  List<String> barriers() {
    driver.executeScript(axe);
    List<String> found = new ArrayList<>();
    Object result =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + " axe.run(document, {resultTypes: ['violations']}).then(r => done(JSON.stringify("
                + "r.violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v =>"
                + " v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' — ' +"
                + " (n.any[0] || n.all[0] || n.none[0] || {}).message).join(' | ')))))");
    json(result).forEach(node -> found.add(node.asText()));
    return found;
  }

  private static JsonNode json(Object text) {
    try {
      return JSON.readTree(String.valueOf(text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns what the browser complained of since it was last asked, but for its advice on how to
   * draw faster.
   */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .filter(message -> !message.startsWith("rendering "))
        .toList();
  }

  /** Returns the addresses outside of the server that were asked for since it was last asked. */
  List<String> strangers() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> json(entry.getMessage()).path("message"))
        .filter(message -> message.path("method").asText().equals("Network.requestWillBeSent"))
        .map(message -> message.path("params").path("request").path("url").asText())
        .filter(url -> !url.startsWith(home.toString()))
        .filter(url -> !url.matches("(data|blob|about):.*"))
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
