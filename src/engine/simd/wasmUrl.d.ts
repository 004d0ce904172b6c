/** The compiled module of the AssemblyScript entry before `?wasm`; see assemblyScript.ts beside vite.config.ts. */
declare module '*?wasm' {
  const url: string;
  export default url;
}
