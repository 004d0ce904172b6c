const double = new Float64Array(1);
const doubleWords = new Uint32Array(double.buffer);
const single = new Float32Array(1);
const singleWord = new Int32Array(single.buffer);

/** Upper and lower word of a double's bits, on the little-endian machines that browsers run on. */
export function doubleToWords(value: number): { readonly hi: number; readonly lo: number } {
  double[0] = value;
  return { hi: doubleWords[1]! | 0, lo: doubleWords[0]! };
}

export function wordsToDouble(hi: number, lo: number): number {
  doubleWords[1] = hi;
  doubleWords[0] = lo;
  return double[0]!;
}

/** Bits of a value that is a single already. */
export function singleToWord(value: number): number {
  single[0] = value;
  return singleWord[0]!;
}

export function wordToSingle(word: number): number {
  singleWord[0] = word;
  return single[0]!;
}
