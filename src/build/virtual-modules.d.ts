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

declare module 'questionnaire:list' {
  const list: readonly {
    readonly id: string
    readonly items: number
    readonly languages: readonly string[]
    readonly take: Readonly<Record<string, () => Promise<typeof import('questionnaire:take/*')>>>
    readonly result: Readonly<Record<string, () => Promise<typeof import('questionnaire:result/*')>>>
  }[]
  export default list
}

declare module 'questionnaire:takes' {
  const takes: Readonly<Record<string, Readonly<Record<string, () => Promise<typeof import('questionnaire:take/*')>>>>>
  export default takes
}

declare module 'questionnaire:titles/*' {
  const titles: Readonly<Record<string, { readonly title: string; readonly question: string; readonly lead: string }>>
  export default titles
}

declare module 'embed-styles:*' {
  const styles: string
  export default styles
}

declare module 'embed-release:this' {
  const release: { readonly version: string; readonly standalone: string; readonly integrity: string }
  export default release
}

declare module 'chunk-addresses:*' {
  /** Relative to the importing script. */
  const addresses: string[]
  export default addresses
}
