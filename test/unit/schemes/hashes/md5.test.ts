import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { md5 } from '../../../../src/schemes/hashes/md5.ts';

test("agrees with Node's MD5 for every length up to 200, wherever the text begins", () => {
  const data = Uint8Array.from({ length: 210 }, (_, i) => (i * 193 + 11) & 255);
  const out = new Uint32Array(4);
  for (let length = 0; length <= 200; length++) {
    const start = length % 7;
    md5(data, start, start + length, out);
    const expected = createHash('md5')
      .update(data.subarray(start, start + length))
      .digest();
    expect(Buffer.from(out.buffer).equals(expected), `length ${length}`).toBe(true);
  }
});
