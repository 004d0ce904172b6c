import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import asc from 'assemblyscript/asc';

/** Static data of the compiler's own lies here, behind the arrays of src/engine/simd/assembly/layout.ts. */
const MEMORY_BASE = 122_880;

export interface CompiledModule {
  readonly binary: Uint8Array<ArrayBuffer>;
  /** Paths of the sources it was made of. */
  readonly sources: readonly string[];
}

/**
 * Compiles an AssemblyScript entry and what it imports from its folder. The same sources give the same bytes.
 * @throws Error with the compiler's messages
 */
export async function compileAssemblyScript(entry: string): Promise<CompiledModule> {
  const folder = dirname(resolve(entry));
  const sources: string[] = [];
  let binary: Uint8Array | null = null;
  const options = ['-O3', '--runtime', 'stub', '--enable', 'simd', '--noAssert', '--use', 'abort='];
  const { error, stderr } = await asc.main(
    [basename(entry), ...options, '--memoryBase', String(MEMORY_BASE), '--initialMemory', '8', '--outFile', 'out.wasm'],
    {
      readFile: (name) => {
        const path = join(folder, name.replace(/\.ts\.ts$/, '.ts'));
        const text = readSource(path);
        if (text !== null) sources.push(path);
        return text;
      },
      writeFile: (name, contents) => {
        if (name.endsWith('.wasm') && typeof contents !== 'string') binary = contents;
      },
      listFiles: () => [],
    },
  );
  const compiled = binary as Uint8Array | null;
  if (error !== null || compiled === null) throw new Error(`${entry} does not compile:\n${stderr.toString()}`);
  return { binary: new Uint8Array(compiled), sources };
}

/** Null when there is no such file: the compiler asks for several before it finds one. */
function readSource(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
