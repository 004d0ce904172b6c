/// <reference types="vitest/config" />
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import packageFile from './package.json' with { type: 'json' };
import { adoptedStyles } from './src/app/build/adoptedStylesPlugin.ts';
import { chineseFont } from './src/app/build/chineseFontPlugin.ts';
import { fontSubset } from './src/app/build/fontSubsetPlugin.ts';
import { offline } from './src/app/build/offlinePlugin.ts';
import { policyOf } from './src/app/build/policy.ts';
import { singleFile } from './src/app/build/singleFilePlugin.ts';
import { assemblyScript } from './src/engine/simd/build/assemblyScriptPlugin.ts';

/** Told from style sheets and WebAssembly by their names. */
const chunkFileNames = 'assets/chunk-[name]-[hash].js';

// PGlite's compiled C code calls eval directly; in our own files Biome forbids it. Timings of plug-ins are no warning.
const checks = { eval: false, pluginTimings: false };

/** Browser tests that measure how long the page is busy: they run alone, because a shared core takes longer for the same. */
const quietFiles = ['test/browser/schemes.test.ts'];

export default defineConfig({
  base: './',
  define: { 'import.meta.env.APP_VERSION': JSON.stringify(packageFile.version) },
  plugins: [
    assemblyScript(),
    fontSubset(),
    chineseFont(),
    react(),
    optimizeLocales.vite({ locales: ['en-US', 'zh-CN', 'ru-RU'] }),
    adoptedStyles(),
    offline(),
    singleFile(),
  ],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      checks,
      // PGlite imports node:module behind a check that it runs in Node, so the browser never reaches it.
      onLog: (level, log, handle) => {
        if (log.message.includes('"node:module"') && log.message.includes('@electric-sql/pglite')) return;
        handle(level, log);
      },
      output: {
        chunkFileNames,
        // PGlite is in no group here: it would draw Vite's preload helper in, and the entry would load both at once.
        codeSplitting: {
          groups: [
            // What every load needs is one file, which packs better than fifty and takes one request.
            { name: 'first', tags: ['$initial'] },
            {
              name: 'codemirror',
              test: /[\\/]node_modules[\\/](?:@codemirror|@lezer|style-mod|crelt|w3c-keyname)[\\/]/,
            },
            // What several of the later parts need: fewer files, each of which takes a request.
            { name: 'shared', minShareCount: 3, test: (id: string) => !id.includes('@electric-sql') },
          ],
        },
      },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [assemblyScript()],
    rolldownOptions: {
      checks,
      output: {
        chunkFileNames,
        codeSplitting: { groups: [{ name: 'pglite', test: /[\\/]node_modules[\\/]@electric-sql[\\/]pglite[\\/]/ }] },
      },
    },
  },
  // PGlite finds its .wasm and .data beside its own module; pre-bundling would move the module away from them.
  optimizeDeps: { exclude: ['@electric-sql/pglite'] },
  preview: { host: '127.0.0.1', port: 4173, headers: { 'Content-Security-Policy': policyOf() } },
  server: { host: '127.0.0.1' },
  test: {
    env: { TZ: 'UTC' },
    // Vitest leaves a core idle, which on two is half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/architecture.test.ts', 'test/{unit,contract,golden,store}/**/*.test.ts'],
          setupFiles: ['test/texts.ts', 'test/typedArrays.ts'],
          // Starting a PostgreSQL takes seconds, and much longer on a busy machine.
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // No test leaves anything behind in a module, so files share what they import.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'views',
          environment: 'jsdom',
          include: ['test/views/**/*.test.tsx'],
          setupFiles: ['test/views/setup.ts'],
          // Clean-up after each test leaves the page empty, so files share it and what they import.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/globalSetup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000 } },
          // Each file has a browser of its own; what they import is shared.
          isolate: false,
          // After the others, so that pages have the machine.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          exclude: [...quietFiles],
        },
      },
      {
        extends: true,
        test: {
          name: 'quiet',
          environment: 'node',
          include: [...quietFiles],
          globalSetup: ['test/browser/globalSetup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000 } },
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'soak',
          environment: 'node',
          include: ['test/soak/**/*.test.ts'],
          sequence: { groupOrder: 3 },
          testTimeout: 1_800_000,
        },
      },
    ],
  },
});
