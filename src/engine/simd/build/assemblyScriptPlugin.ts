import type { Plugin } from 'vite';
import { compileAssemblyScript } from './compileAssemblyScript.ts';

const SUFFIX = '.ts?wasm';

/**
 * Vite plugin: `import url from './entry.ts?wasm'` compiles the AssemblyScript entry and gives the address of the module.
 * In a build that is an asset of its own, fetched when it is needed; while developing, in tests and in the build that is
 * a single file, a data: URL.
 */
export function assemblyScript(): Plugin {
  let isAsset = false;
  return {
    name: 'assembly-script',
    enforce: 'pre',
    configResolved({ command, mode }) {
      isAsset = command === 'build' && mode !== 'single';
    },
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null;
      const { binary, sources } = await compileAssemblyScript(id.replace(/\?.*$/, ''));
      for (const source of sources) this.addWatchFile(source);
      if (isAsset) {
        const reference = this.emitFile({ type: 'asset', name: 'simd.wasm', source: binary });
        return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
      }
      const encoded = Buffer.from(binary).toString('base64');
      return `export default ${JSON.stringify(`data:application/wasm;base64,${encoded}`)};`;
    },
  };
}
