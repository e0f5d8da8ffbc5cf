package dev.tributary.core.internal.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES in Galois/counter mode (NIST SP 800-38D) with 96 random bits before each text and a tag of
 * 128 bits after it. The id of the key is authenticated as well. Thread-safe.
 */
public final class AesGcm {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final byte[] keyId;

  /**
   * Makes a cipher.
   *
   * @param keyId the id of the key
   * @param key 16, 24 or 32 bytes
   * @throws IllegalArgumentException if the key has another length
   */
  public AesGcm(String keyId, byte[] key) {
    if (key.length != 16 && key.length != 24 && key.length != 32) {
      throw new IllegalArgumentException(
          "key '" + keyId + "' has " + key.length + " bytes; use 32 random bytes in Base64");
    }
    this.key = new SecretKeySpec(key, "AES");
    this.keyId = keyId.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Encrypts.
   *
   * @param plain the text
   * @param random where the nonce comes from
   * @return nonce, ciphertext and tag in Base64
   */
  public String encrypt(String plain, SecureRandom random) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
      System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
      return Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no AES-GCM", impossible);
    }
  }

  /**
   * Decrypts.
   *
   * @param sealed as {@link #encrypt} made it
   * @return the text
   * @throws GeneralSecurityException if it was made with another key or id, or was changed
   */
  public String decrypt(String sealed) throws GeneralSecurityException {
    byte[] all;
    try {
      all = Base64.getDecoder().decode(sealed);
    } catch (IllegalArgumentException malformed) {
      throw new GeneralSecurityException("not Base64", malformed);
    }
    if (all.length < NONCE_BYTES + TAG_BITS / 8) {
      throw new GeneralSecurityException("too short");
    }
    Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES));
    byte[] plain = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
    return new String(plain, StandardCharsets.UTF_8);
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(keyId);
    return cipher;
  }
}
