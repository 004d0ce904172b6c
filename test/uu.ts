import { compileAssemblyScript } from '/tmp/w/simd/build/compileAssemblyScript.ts';
import { startSimd } from '/tmp/w/simd/src/engine/simd/startSimd.ts';
import { countOnThread } from '/tmp/w/simd/test/bench/workloads.ts';
const { kernel, reason } = await startSimd(async () => (await compileAssemblyScript('/tmp/w/simd/src/engine/simd/assembly/index.ts')).binary);
if (!kernel) { console.log(reason); process.exit(1); }
const cases: [any, number, number][] = [['int8',1024,5e7],['uuid',1024,1e7],['text',1024,2e7]];
const r: number[][] = cases.map(()=>[]);
for (let k=0;k<8;k++) cases.forEach(([w,m,n],i)=>r[i]!.push(n/countOnThread('simd',kernel,w,m,n).ms/1000));
console.log(cases.map((c,i)=>`${c[0]} ${c[1]}: ${r[i]!.sort((a,b)=>a-b)[4]!.toFixed(0)} (max ${r[i]!.at(-1)!.toFixed(0)})`).join('  '));
