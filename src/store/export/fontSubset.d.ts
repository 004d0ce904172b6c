/** The part of Inter behind `=`, as WOFF2 in base64; see app/build/fontSubsetPlugin.ts. */
declare module 'inter-ui/variable/InterVariable.woff2?subset=*' {
  const base64: string;
  export default base64;
}

/** The characters of the app's Chinese texts; see app/build/chineseFontPlugin.ts. */
declare module 'virtual:chinese-font' {
  const files: readonly import('../../scene/svg/embedFonts.ts').FontFile[];
  export default files;
}
