package dev.tributary.api.alert;

import java.util.List;
import java.util.Optional;

/** Times during which nobody is told of certain alerts. Thread-safe. */
public interface Silences {

  /**
   * Lists silences, those that end last first.
   *
   * @param ended whether to list those that have ended as well
   * @return the silences
   */
  List<Silence> list(boolean ended);

  /**
   * Finds a silence.
   *
   * @param id its id
   * @return the silence, if there is one
   */
  Optional<Silence> find(String id);

  /**
   * Makes a silence.
   *
   * @param silence the silence; its id is chosen here
   * @return the silence as it is stored
   */
  Silence add(Silence silence);

  /**
   * Ends a silence now.
   *
   * @param id its id
   * @return the silence
   * @throws dev.tributary.api.error.PlatformException if there is none
   */
  Silence end(String id);
}
