// The modules that questionnaire-parts.ts serves. A declared module can name its
// types only by import(): an import statement in it would make them any.
declare module 'questionnaire:take/*' {
  const part: import('../core/questionnaire/parts.ts').TakePart
  export default part
}

declare module 'questionnaire:result/*' {
  const part: import('../core/questionnaire/parts.ts').ResultPart
  export default part
}

declare module 'chunk-addresses:*' {
  /** Relative to the importing script. */
  const addresses: string[]
  export default addresses
}
