import { expect, test } from 'vitest';
import { loadSimd } from '../../../../src/engine/simd/loadSimd.ts';
test('loads', async () => {
  const t = performance.now();
  const { kernel, reason } = await loadSimd();
  console.log(performance.now() - t);
  expect(reason).toBe(null);
  expect(kernel).not.toBe(null);
});
