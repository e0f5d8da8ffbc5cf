package dev.tributary.api.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the body of an answer and hangs up as soon as it is larger than allowed. Made for each
 * answer.
 */
public final class CappedBody implements HttpResponse.BodySubscriber<byte[]> {
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final long most;
  private Flow.@Nullable Subscription subscription;

  private CappedBody(long most) {
    this.most = most;
  }

  /**
   * Takes in bodies of a limited size.
   *
   * @param most the most bytes of one
   * @return what to send a request with; its answer fails with what {@link #tooLarge} recognises
   */
  public static HttpResponse.BodyHandler<byte[]> of(long most) {
    return head -> new CappedBody(most);
  }

  /**
   * Tells whether an answer failed because it was too large.
   *
   * @param failure what the request failed with
   * @return whether that is the reason
   */
  public static boolean tooLarge(Throwable failure) {
    return failure instanceof TooLargeException || failure.getCause() instanceof TooLargeException;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription begun) {
    subscription = begun;
    begun.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      content.writeBytes(bytes);
    }
    if (subscription == null) {
      return;
    }
    if (content.size() > most) {
      subscription.cancel();
      body.completeExceptionally(new TooLargeException(most));
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(content.toByteArray());
  }

  /** The body is larger than allowed. */
  private static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
      super("more than " + most + " bytes");
    }
  }
}
