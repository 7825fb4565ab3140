package org.entente.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Asks for JSON. Safe for use by many threads, which share one pace. */
public final class WebClient {
  /** No answer that is asked for here is nearly as long. */
  private static final int LONGEST = 32 << 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OkHttpClient client;

  /** Creates a client. */
  public WebClient(WebSettings settings) {
    this.client = builder(settings).build();
  }

  /** Returns the builder of a client that is as polite, for a library that makes its own. */
  public static OkHttpClient.Builder builder(WebSettings settings) {
    return new OkHttpClient.Builder()
        .connectTimeout(settings.connect())
        .readTimeout(settings.read())
        .writeTimeout(settings.read())
        .callTimeout(settings.wholeCall())
        .retryOnConnectionFailure(false)
        .addInterceptor(new PoliteInterceptor(settings));
  }

  /**
   * Reads an address.
   *
   * @throws IOException when there is no answer, or none that is JSON
   */
  public JsonNode get(String address) throws IOException {
    return json(new Request.Builder().url(address));
  }

  /** Sends a form and reads the answer, as {@link #get}. */
  public JsonNode post(String address, Map<String, String> form) throws IOException {
    FormBody.Builder body = new FormBody.Builder();
    form.forEach(body::add);
    return json(new Request.Builder().url(address).post(body.build()));
  }

  private JsonNode json(Request.Builder request) throws IOException {
    try (Response response =
        client.newCall(request.header("Accept", "application/json").build()).execute()) {
      byte[] bytes = response.body().byteStream().readNBytes(LONGEST);
      JsonNode node = JSON.readTree(bytes);
      if (node == null || node.isMissingNode()) {
        throw new IOException("an empty answer");
      }
      return node;
    }
  }
}
