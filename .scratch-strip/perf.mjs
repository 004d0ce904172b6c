import { chromium } from 'playwright-core';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 820, height: 800 } });
await page.goto('http://127.0.0.1:5392/?theme=light&t=3.5&from=8&to=12');
await page.waitForSelector('[data-box]');
console.log(await page.evaluate(async () => {
  const [{ prepareDots }, { drawDots, drawBeforeDots }, { computeDotGeometry }, { computeStripFrame }, { computeStripModel }, { planChange }, kp] = await Promise.all([
    import('/@fs/work/main/src/scene/dots.ts'), import('/@fs/work/main/src/scene/drawDots.ts'), import('/@fs/work/main/src/scene/dotGeometry.ts'), import('/@fs/work/main/src/scene/stripFrame.ts'), import('/@fs/work/main/src/scene/stripModel.ts'), import('/@fs/work/main/src/planner/planChange.ts'), import('/@fs/work/main/src/scene/keyPosition.ts')]);
  const N = 100000; const rnd = new Uint32Array(2 * N); for (let i = 0; i < 2 * N; i += 10000) crypto.getRandomValues(rnd.subarray(i, i + 10000));
  const sample = { rows: new Float64Array(N), hashHi: rnd.slice(0, N), hashLo: rnd.slice(N) };
  const L = (m) => Array.from({ length: m }, (_, remainder) => ({ modulus: m, remainder, name: 'p' + m + '_' + remainder }));
  const out = {};
  for (const [a, b] of [[1, 2], [8, 16], [8, 12]]) for (const ratio of [1, 2]) {
    const plan = planChange(L(a), L(b), 'copy').value;
    const model = computeStripModel({ plan, change: { total: N, from: L(a).map(() => 0), to: L(b).map(() => 0), stay: L(b).map(() => 0), fromMissing: 0, toMissing: 0, flows: [] } });
    const t0 = performance.now(); const dots = prepareDots(sample, model); const prep = performance.now() - t0;
    const t1 = performance.now(); kp.keyPositions(sample, model.chains.from); const pos = performance.now() - t1;
    const frame = computeStripFrame(800, 450);
    const g = computeDotGeometry(model, frame, { pixelRatio: ratio, diameter: 2, top: frame.beforeY });
    const H = (frame.afterY + frame.boxHeight - frame.beforeY) * ratio;
    const image = new ImageData(800 * ratio, H); const pixels = new Uint32Array(image.data.buffer);
    const canvas = document.createElement('canvas'); canvas.width = 800 * ratio; canvas.height = H; const ctx = canvas.getContext('2d');
    const palette = { colours: new Uint32Array(9).fill(0xff123456), fromHue: new Uint8Array(a), toHue: new Uint8Array(b) };
    const times = [], puts = [];
    for (let i = 0; i < 60; i++) { const t = plan.steps.length * (i + .5) / 60; const s = performance.now(); pixels.fill(0); drawDots({ pixels, width: 800 * ratio, height: H }, dots, t, g, palette); const m = performance.now(); ctx.putImageData(image, 0, 0); times.push(m - s); puts.push(performance.now() - m); await new Promise(requestAnimationFrame); }
    const med = (x) => { x.sort((p, q) => p - q); return x[5].toFixed(2) + "/" + x[30].toFixed(2); };
    out[a + '->' + b + '@' + ratio] = { prep: prep.toFixed(1), pos: pos.toFixed(1), draw: med(times), put: med(puts), max: times.at(-1).toFixed(2) };
  }
  return out;
}));
await browser.close();
