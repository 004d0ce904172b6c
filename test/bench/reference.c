/*
 * The count in C, to measure the kernels against: PostgreSQL's row hash of one key column, counted by remainder.
 *
 *   reference plain|blocked int8|uuid|text MODULUS KEYS SEED
 *
 * plain:   key by key, as one would write it, with the remainder by division.
 * blocked: keys in blocks of 1024, in loops that a compiler can turn into vector instructions: no branch, one operation
 *          on arrays after the other. Powers of two are masked, other moduli counted in fraction bins (the same idea as
 *          src/hash/fractionBins.ts), and few partitions into four histograms in turn, so that equal neighbours do
 *          not wait for each other.
 *
 * Keys: int8 1, 2, ...; uuid version 4 from the generator of src/lib/prng.ts; text user_1, user_2, ...
 * Prints the milliseconds of the count and then the rows of every remainder.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROT(x, k) (((x) << (k)) | ((x) >> (32 - (k))))
#define MIX(a, b, c)                                      \
  do {                                                    \
    a -= c; a ^= ROT(c, 4);  c += b;                      \
    b -= a; b ^= ROT(a, 6);  a += c;                      \
    c -= b; c ^= ROT(b, 8);  b += a;                      \
    a -= c; a ^= ROT(c, 16); c += b;                      \
    b -= a; b ^= ROT(a, 19); a += c;                      \
    c -= b; c ^= ROT(b, 4);  b += a;                      \
  } while (0)
#define FINAL(a, b, c)                                    \
  do {                                                    \
    c ^= b; c -= ROT(b, 14);                              \
    a ^= c; a -= ROT(c, 11);                              \
    b ^= a; b -= ROT(a, 25);                              \
    c ^= b; c -= ROT(b, 16);                              \
    a ^= c; a -= ROT(c, 4);                               \
    b ^= a; b -= ROT(a, 14);                              \
    c ^= b; c -= ROT(b, 24);                              \
  } while (0)

#define COMBINE 0x49a0f4dd15e5a8e3ull
#define GOLDEN 0x9e3779b9u

enum { BLOCK = 1024, MAX_BINS = 65536, COPIES = 4 };

typedef struct { uint32_t a, b, c; } State;

static State seeded(uint32_t length) {
  uint32_t a = GOLDEN + length + 3923095u, b = a, c = a;
  a += 0x7a5b2236u;
  b += 0x7996dcfdu;
  MIX(a, b, c);
  return (State){a, b, c};
}

static inline uint32_t mix32(uint32_t h) {
  h = (h ^ (h >> 16)) * 0x85ebca6bu;
  h = (h ^ (h >> 13)) * 0xc2b2ae35u;
  return h ^ (h >> 16);
}

static inline uint32_t random_word(uint32_t seed, uint32_t row) {
  return mix32(mix32(row ^ mix32(seed)) + GOLDEN);
}

/* ---- plain ---- */

static inline uint64_t hash_word(uint32_t word) {
  State s = seeded(4);
  uint32_t a = s.a + word, b = s.b, c = s.c;
  FINAL(a, b, c);
  return ((uint64_t)b << 32) | c;
}

static inline uint64_t hash_bytes(const unsigned char *k, uint32_t length) {
  State s = seeded(length);
  uint32_t a = s.a, b = s.b, c = s.c;
  uint32_t word[3];
  for (; length >= 12; length -= 12, k += 12) {
    memcpy(word, k, 12);
    a += word[0]; b += word[1]; c += word[2];
    MIX(a, b, c);
  }
  switch (length) {
    case 11: c += (uint32_t)k[10] << 24; /* fall through */
    case 10: c += (uint32_t)k[9] << 16;  /* fall through */
    case 9: c += (uint32_t)k[8] << 8;    /* fall through */
    case 8: b += (uint32_t)k[7] << 24;   /* fall through */
    case 7: b += (uint32_t)k[6] << 16;   /* fall through */
    case 6: b += (uint32_t)k[5] << 8;    /* fall through */
    case 5: b += k[4];                   /* fall through */
    case 4: a += (uint32_t)k[3] << 24;   /* fall through */
    case 3: a += (uint32_t)k[2] << 16;   /* fall through */
    case 2: a += (uint32_t)k[1] << 8;    /* fall through */
    case 1: a += k[0];
  }
  FINAL(a, b, c);
  return ((uint64_t)b << 32) | c;
}

static uint64_t plain_int8(uint64_t key) {
  return hash_word((uint32_t)key ^ (uint32_t)(key >> 32));
}

static uint64_t plain_uuid(uint32_t seed, uint32_t row) {
  uint32_t w = random_word(seed, row), word[4];
  word[0] = w;
  word[1] = (mix32(w + GOLDEN) & 0xffff0fffu) | 0x4000u;
  word[2] = (mix32(w + 0x3c6ef372u) & 0x3fffffffu) | 0x80000000u;
  word[3] = mix32(w + 0xdaa66d2bu);
  for (int i = 0; i < 4; i++) word[i] = __builtin_bswap32(word[i]);
  return hash_bytes((const unsigned char *)word, 16);
}

static uint64_t plain_text(uint64_t number) {
  unsigned char key[32] = "user_", digits[20];
  uint32_t count = 0;
  for (; number > 0; number /= 10) digits[count++] = '0' + number % 10;
  for (uint32_t i = 0; i < count; i++) key[5 + i] = digits[count - 1 - i];
  return hash_bytes(key, 5 + count);
}

static void count_plain(const char *kind, uint64_t m, uint64_t keys, uint32_t seed, uint64_t *rows) {
  if (*kind == 'i') for (uint64_t i = 1; i <= keys; i++) rows[(plain_int8(i) + COMBINE) % m]++;
  if (*kind == 'u') for (uint64_t i = 0; i < keys; i++) rows[(plain_uuid(seed, i) + COMBINE) % m]++;
  if (*kind == 't') for (uint64_t i = 1; i <= keys; i++) rows[(plain_text(i) + COMBINE) % m]++;
}

/* ---- blocked ---- */

static uint32_t bin[BLOCK];
static uint32_t histogram[COPIES][MAX_BINS];
/* Bins: mask + 1 when mask > 0, else fraction bins. */
static uint32_t mask, factor[4], shift;
static uint16_t remainder_of[MAX_BINS];

static void plan(uint32_t m) {
  if ((m & (m - 1)) == 0 && m > 1) {
    mask = m - 1;
    return;
  }
  int64_t f[4], below = 0, above = 0;
  uint64_t power = 1 % m;
  for (int j = 0; j < 4; j++, power = power * 65536 % m) {
    f[j] = ((power << 32) + m / 2) / m;
    int64_t error = f[j] * m - (int64_t)(power << 32);
    if (error < 0) below += error * 65535; else above += error * 65535;
  }
  factor[0] = f[0]; factor[1] = f[1] - 65536 * f[0]; factor[2] = f[2]; factor[3] = f[3] - 65536 * f[2];
  for (uint32_t bits = 11; bits <= 16; bits++) {
    int64_t width = (int64_t)m << (32 - bits), bins = 1 << bits;
    static unsigned char owned[MAX_BINS];
    memset(owned, 0, sizeof owned);
    int shared = 0;
    for (int64_t r = 0; r < m && !shared; r++) {
      int64_t from = ((r << 32) + below + width * bins) / width - bins, to = ((r << 32) + above) / width;
      for (int64_t k = from; k <= to; k++) {
        int64_t at = (k + bins) % bins;
        shared |= owned[at];
        owned[at] = 1;
        remainder_of[at] = r;
      }
    }
    shift = 32 - bits;
    if (!shared) return;
  }
  fprintf(stderr, "no bins for modulus %u\n", m);
  exit(1);
}

/* Inlined with a constant `fractions`, so that each loop is compiled for one way of counting. */
#define INLINED static inline __attribute__((always_inline))

INLINED uint32_t bin_of(uint32_t hash_hi, uint32_t hash_lo, int fractions) {
  uint32_t lo = hash_lo + (uint32_t)COMBINE;
  if (!fractions) return lo & mask;
  uint32_t hi = hash_hi + (uint32_t)(COMBINE >> 32) + (lo < (uint32_t)COMBINE);
  return (lo * factor[0] + hi * factor[2] + (lo >> 16) * factor[1] + (hi >> 16) * factor[3]) >> shift;
}

static void count_block(uint32_t n) {
  uint32_t i = 0;
  if (mask && mask < 64)
    for (; i + COPIES <= n; i += COPIES) for (uint32_t k = 0; k < COPIES; k++) histogram[k][bin[i + k]]++;
  for (; i < n; i++) histogram[0][bin[i]]++;
}

INLINED void hash_words(uint32_t first, int fractions) {
  State s = seeded(4);
  for (uint32_t i = 0; i < BLOCK; i++) {
    uint32_t a = s.a + first + i, b = s.b, c = s.c;
    FINAL(a, b, c);
    bin[i] = bin_of(b, c, fractions);
  }
}

INLINED void hash_uuids(uint32_t seed, uint32_t first, int fractions) {
  State s = seeded(16);
  for (uint32_t i = 0; i < BLOCK; i++) {
    uint32_t w = random_word(seed, first + i);
    uint32_t a = s.a + __builtin_bswap32(w);
    uint32_t b = s.b + __builtin_bswap32((mix32(w + GOLDEN) & 0xffff0fffu) | 0x4000u);
    uint32_t c = s.c + __builtin_bswap32((mix32(w + 0x3c6ef372u) & 0x3fffffffu) | 0x80000000u);
    MIX(a, b, c);
    a += __builtin_bswap32(mix32(w + 0xdaa66d2bu));
    FINAL(a, b, c);
    bin[i] = bin_of(b, c, fractions);
  }
}

/* Keys of one length, up to 23 bytes: six words a key, one array a word; the words of c's tail are shifted already. */
static uint32_t text_words[6][BLOCK + 128];

INLINED void hash_texts(uint32_t length, int fractions) {
  State s = seeded(length);
  const uint32_t *w0 = text_words[0], *w1 = text_words[1], *w2 = text_words[2];
  const uint32_t *w3 = text_words[3], *w4 = text_words[4], *w5 = text_words[5];
#define EACH_KEY(STEPS)                                     \
  for (uint32_t i = 0; i < BLOCK; i++) {                    \
    uint32_t a = s.a + w0[i], b = s.b + w1[i], c = s.c + w2[i]; \
    STEPS;                                                  \
    FINAL(a, b, c);                                         \
    bin[i] = bin_of(b, c, fractions); \
  }
  if (length < 12) EACH_KEY()
  else if (length == 12) EACH_KEY(MIX(a, b, c))
  else if (length <= 16) EACH_KEY(MIX(a, b, c); a += w3[i])
  else EACH_KEY(MIX(a, b, c); a += w3[i]; b += w4[i]; c += w5[i])
}

/* The words of a key whose last two digits are 0, and what those digits add, computed once a hundred keys and once a length. */
static void words_of(const unsigned char *key, uint32_t length, uint32_t *word) {
  unsigned char bytes[24] = {0};
  memcpy(bytes, key, length);
  memcpy(word, bytes, 24);
  if (length < 12) word[2] <<= 8; else word[5] <<= 8;
}

static void fill_texts(uint64_t number, uint32_t n, uint32_t length) {
  static uint32_t digits[6][100], filled;
  if (filled != length) {
    for (uint32_t j = 0; j < 100; j++) {
      unsigned char key[24] = {0};
      key[length - 1] = '0' + j % 10;
      if (length > 6) key[length - 2] = '0' + j / 10;
      uint32_t word[6];
      words_of(key, length, word);
      for (int k = 0; k < 6; k++) digits[k][j] = word[k];
    }
    filled = length;
  }
  for (uint32_t done = 0; done < n;) {
    uint64_t lead = number / 100;
    uint32_t from = number % 100, count = 100 - from < n - done ? 100 - from : n - done, word[6];
    unsigned char key[24] = "user_";
    for (uint32_t at = length - 2; at > 5; lead /= 10) key[--at] = '0' + lead % 10;
    key[length - 1] = 0;
    if (length > 6) key[length - 2] = 0;
    words_of(key, length, word);
    for (uint32_t k = 0; k < (length + 3) / 4; k++)
      for (uint32_t j = 0; j < count; j++) text_words[k][done + j] = word[k] + digits[k][from + j];
    done += count;
    number += count;
  }
}

static void count_blocked(const char *kind, uint32_t m, uint64_t keys, uint32_t seed, uint64_t *rows) {
  plan(m);
  uint64_t limit = 10;
  uint32_t length = 6;
  for (uint64_t done = 0; done < keys;) {
    uint64_t n = keys - done < BLOCK ? keys - done : BLOCK;
    if (*kind == 'i') mask ? hash_words(done + 1, 0) : hash_words(done + 1, 1);
    if (*kind == 'u') mask ? hash_uuids(seed, done, 0) : hash_uuids(seed, done, 1);
    if (*kind == 't') {
      if (done + 1 == limit) limit *= 10, length++;
      if (limit - done - 1 < n) n = limit - done - 1;
      fill_texts(done + 1, n, length);
      mask ? hash_texts(length, 0) : hash_texts(length, 1);
    }
    count_block(n);
    done += n;
  }
  for (int copy = 0; copy < COPIES; copy++)
    for (uint32_t k = 0; k < MAX_BINS; k++) rows[mask ? k & mask : remainder_of[k]] += histogram[copy][k];
}

int main(int argc, char **argv) {
  if (argc != 6) return 2;
  uint32_t m = strtoul(argv[3], 0, 10);
  uint64_t keys = strtoull(argv[4], 0, 10), *rows = calloc(m, sizeof *rows);
  uint32_t seed = strtoul(argv[5], 0, 10);
  struct timespec begin, end;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  if (*argv[1] == 'p') count_plain(argv[2], m, keys, seed, rows);
  else count_blocked(argv[2], m, keys, seed, rows);
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf("%.6f\n", (end.tv_sec - begin.tv_sec) * 1e3 + (end.tv_nsec - begin.tv_nsec) / 1e6);
  for (uint32_t k = 0; k < m; k++) printf("%llu\n", (unsigned long long)rows[k]);
  return 0;
}
