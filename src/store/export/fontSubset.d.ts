/** The part of Inter behind `=`, as WOFF2 in base64; see app/build/fontSubsetPlugin.ts. */
declare module 'inter-ui/variable/InterVariable.woff2?subset=*' {
  const base64: string;
  export default base64;
}
