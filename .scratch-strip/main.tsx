import { createRoot } from 'react-dom/client';
import { useEffect, useMemo, useState } from 'react';
import '../src/ui/tokens.css';
import '../src/ui/global.css';
import { runBatch } from '../src/engine/runBatch.ts';
import { planChange } from '../src/planner/planChange.ts';
import { costStep } from '../src/planner/costs.ts';
import { computeStripModel } from '../src/scene/stripModel.ts';
import { advance, INITIAL_CLOCK, play } from '../src/scene/clock.ts';
import { StripStage } from '../src/views/strip/StripStage.tsx';
import { Timeline } from '../src/views/timeline/Timeline.tsx';

const q = new URLSearchParams(location.search);
const from = q.get('from') ?? '8', to = q.get('to') ?? '16';
if (q.get('theme')) document.documentElement.dataset.theme = q.get('theme')!;
const layoutOf = (text: string) => (text.includes(':') ? text.split(' ').map((p) => ({ modulus: Number(p.split(':')[0]), remainder: Number(p.split(':')[1]) })) : Array.from({ length: Number(text) }, (_, remainder) => ({ modulus: Number(text), remainder })))
  .sort((a, b) => a.modulus - b.modulus || a.remainder - b.remainder).map((b) => ({ ...b, name: `orders_${b.modulus}_${b.remainder}` }));
const fmt = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');
const a = layoutOf(from), b = layoutOf(to);
const planned = planChange(a, b, (q.get('recipe') ?? 'copy') as 'copy');
if (!planned.ok) throw new Error(JSON.stringify(planned.error));
const plan = planned.value;
const t0 = performance.now();
const reply = await runBatch({ kind: 'count', keys: { columns: [{ name: 'order_id', type: 'int8', source: { kind: 'serial', start: 1, stride: 1 } }], rows: 100000, seed: 1 }, from: a, to: [b], sample: Number(q.get('sample') ?? 100000) }, { onProgress() {}, isCancelled: () => false, now: () => performance.now(), pause: async () => {} });
if (reply === 'cancelled') throw new Error();
const change = reply.changes[0]!;
const t1 = performance.now();
const strip = computeStripModel({ plan, change });
console.log('count ms', t1 - t0, 'model ms', performance.now() - t1);
const labels = { stage: 'Partitions before and after', before: `BEFORE · modulus ${from}`, after: `AFTER · modulus ${to}`, summary: 'x', formatCount: fmt,
  boxName: (x: any) => `partition (${x.modulus}, ${x.remainder}), ${x.rows} rows`, tooltip: (x: any) => [x.name, `modulus ${x.modulus}, remainder ${x.remainder}`, `${fmt(x.rows ?? 0)} rows`],
  legendDot: (n: number) => `= ${fmt(Math.round(n))} rows, a sample of the real keys`, legendMoves: 'moves to another table', legendStays: 'stays', legendOrder: 'ordered so that halves sit together', zoomIn: 'Zoom in', zoomOut: 'Zoom out', zoomReset: 'Whole strip' };
const tl = { timeline: 'Timeline', play: 'Play', pause: 'Pause', stepBack: 'Step back', stepForward: 'Step forward', speed: 'Speed', stepName: (i: number) => { const s = plan.steps[i]!; return `${s.from.map((p) => p.name).join(', ') || s.kind} → ${s.to.slice(0, 4).map((p) => p.remainder).join(', ')}`; }, position: (i: number) => `Step ${i + 1} of ${plan.steps.length}`, formatSpeed: (n: number) => `${n}×`, note: '≈ 4 min 10 s of copying · 8 locks under 1 s', legendCopy: 'copy', legendLock: 'ACCESS EXCLUSIVE', legendToRun: 'still to run' };
function App() {
  const [clock, setClock] = useState({ ...INITIAL_CLOCK, t: Number(q.get('t') ?? 3.5) });
  const [sel, setSel] = useState<any>(null);
  const input = useMemo(() => ({ steps: plan.steps, costs: plan.steps.map((s) => costStep(plan, s, change)) }), []);
  const model = useMemo(() => ({ strip, sample: reply.sample, ...(q.get('limit') ? { dotLimit: Number(q.get('limit')) } : {}) }), []);
  useEffect(() => { if (!clock.playing) return; let last = performance.now(); let id = requestAnimationFrame(function f(now) { setClock((c) => advance(c, now - last, plan.steps.length)); last = now; id = requestAnimationFrame(f); }); return () => cancelAnimationFrame(id); }, [clock.playing]);
  (window as any).play = () => setClock((c) => play({ ...c, t: 0 }, plan.steps.length));
  const w = Number(q.get('w') ?? 800), h = Number(q.get('h') ?? 520);
  return <div style={{ width: w }}>
    <div style={{ padding: '12px 16px' }}><b style={{ fontSize: 20 }}>{from} → {to}: {plan.kind}</b></div>
    <div style={{ height: h }}><StripStage model={model} t={clock.t} selected={sel} onSelect={(x) => setSel(x)} labels={labels} reducedMotion={false} /></div>
    <div style={{ background: 'var(--surface)', borderTop: '1px solid var(--border)' }}><Timeline model={input} t={clock.t} playing={clock.playing} speed={1} onSeek={(t) => setClock((c) => ({ ...c, t }))} onPlay={(p) => setClock((c) => (p ? play(c, plan.steps.length) : { ...c, playing: false }))} onSpeed={() => {}} labels={tl} /></div>
  </div>;
}
createRoot(document.getElementById('root')!).render(<App />);
