import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { compileAssemblyScript } from '../../../../src/engine/simd/build/compileAssemblyScript.ts';
import { checkKernel } from '../../../../src/engine/simd/checkKernel.ts';
import { loadSimd } from '../../../../src/engine/simd/loadSimd.ts';
import { createSimdCounter } from '../../../../src/engine/simd/simdCounter.ts';
import type { SimdExports } from '../../../../src/engine/simd/simdExports.ts';
import { counterOf, drained, expectedCounts, firstDifference, keysOf, residues, simdKernel } from './reference.ts';

const entry = fileURLToPath(new URL('../../../../src/engine/simd/assembly/index.ts', import.meta.url));
const { binary } = await compileAssemblyScript(entry);

afterEach(() => {
  vi.unstubAllGlobals();
});

test('two builds of the module are the same, byte for byte, and small', async () => {
  const again = await compileAssemblyScript(entry);
  expect(Buffer.compare(binary, again.binary)).toBe(0);
  expect(binary.length).toBeLessThan(34_000);
});

test('the module needs nothing from outside', async () => {
  const module = await WebAssembly.compile(binary);
  expect(WebAssembly.Module.imports(module)).toEqual([]);
});

test('a kernel that proves itself comes without a reason', async () => {
  const { kernel, reason } = await loadSimd();
  expect(kernel?.name).toBe('simd');
  expect(reason).toBeNull();
});

test('garbage instead of a module gives no kernel and the reason', async () => {
  const { kernel, reason } = await loadSimd(async () => new Uint8Array([0, 97, 115, 109, 9, 9, 9, 9]));
  expect(kernel).toBeNull();
  expect(reason).toContain('CompileError');
});

test('a module that cannot be fetched gives no kernel and the reason', async () => {
  const { kernel, reason } = await loadSimd(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(kernel).toBeNull();
  expect(reason).toContain('Failed to fetch');
});

test('an answer that is an error gives no kernel and the reason', async () => {
  vi.stubGlobal('fetch', async () => new Response('gone', { status: 404 }));
  const { kernel, reason } = await loadSimd();
  expect(kernel).toBeNull();
  expect(reason).toContain('404');
});

test('where WebAssembly is missing there is no kernel, and the reason says so', async () => {
  vi.stubGlobal('WebAssembly', undefined);
  expect(await loadSimd()).toEqual({ kernel: null, reason: 'there is no WebAssembly here' });
});

test('a module that hashes wrongly is found out and not used', async () => {
  // The low word of the constant of the combine step, as it stands in the code, with one bit turned over.
  const wrong = Buffer.from(binary);
  const constant = Buffer.from([0xe3, 0xa8, 0xe5, 0x15]);
  let found = 0;
  for (let at = wrong.indexOf(constant); at >= 0; at = wrong.indexOf(constant, at + 1), found++) wrong[at]! ^= 4;
  expect(found).toBeGreaterThan(0);
  const { kernel, reason } = await loadSimd(async () => new Uint8Array(wrong));
  expect(kernel).toBeNull();
  expect(reason).toMatch(/^the SIMD kernel is wrong: \d+ rows of .* with remainder \d+ of \d+, not \d+$/);
});

test('the self-check names the first wrong count', async () => {
  const honest = await simdKernel();
  const wrong = checkKernel({
    name: 'simd',
    createCounter(keys, from, to, tallies) {
      const counter = counterOf(honest, keys, tallies, from, to);
      const isText = keys.columns[0]!.type === 'text';
      return { ...counter, count: (firstRow, count) => counter.count(firstRow, isText ? count - 1 : count) };
    },
  });
  expect(wrong).toContain('rows of text with remainder');
});

test('a kernel that refuses what it is for is not used', () => {
  expect(checkKernel({ name: 'simd', createCounter: () => null })).toBe('it refuses consecutive');
});

test('counters of one kernel do not disturb each other, and draining begins again at 0', async () => {
  const kernel = await simdKernel();
  const [series, ids] = [
    keysOf([{ name: 'k', type: 'int8', source: { kind: 'serial', start: 1, stride: 1 } }]),
    keysOf([{ name: 'k', type: 'uuid', source: { kind: 'uuidv4' } }]),
  ];
  const tallies = [residues(1000)];
  const [first, second] = [counterOf(kernel, series, tallies), counterOf(kernel, ids, tallies)];
  first.count(0, 9000);
  second.count(0, 500);
  first.count(9000, 9000);
  expect(firstDifference(drained(first, tallies), expectedCounts(series, tallies, [[0, 18_000]]))).toBeNull();
  expect(firstDifference(drained(second, tallies), expectedCounts(ids, tallies, [[0, 500]]))).toBeNull();
  first.count(100, 5000);
  expect(firstDifference(drained(first, tallies), expectedCounts(series, tallies, [[100, 5000]]))).toBeNull();
  const kept = [new Float64Array(1000).fill(2)];
  second.drain(kept);
  expect(kept[0]!.every((rows) => rows === 2)).toBe(true);
});

test('histograms larger than the limit are refused', async () => {
  const kernel = await simdKernel();
  const keys = keysOf([{ name: 'k', type: 'int8', source: { kind: 'serial', start: 1, stride: 1 } }]);
  expect(kernel.createCounter(keys, [], [], [residues(2 ** 26 + 1)])).toBeNull();
});

test('a count of bigints stays within one megabyte, however many there are', async () => {
  const { instance } = await WebAssembly.instantiate(binary);
  const wasm = instance.exports as unknown as SimdExports;
  const keys = keysOf([{ name: 'k', type: 'int8', source: { kind: 'serial', start: 1, stride: 1 } }], 2 ** 40);
  const counter = createSimdCounter(wasm, keys, [], [], [residues(1024)]);
  counter?.count(0, 2 ** 24);
  counter?.count(2 ** 40 - 2 ** 24, 2 ** 24);
  expect(drained(counter!, [residues(1024)])[0]!.reduce((sum, rows) => sum + rows, 0)).toBe(2 ** 25);
  expect(wasm.memory.buffer.byteLength).toBeLessThanOrEqual(2 ** 20);
});
