// The modules that questionnaire-parts.ts serves. A declared module can name its
// types only by import(): an import statement in it would make them any.
declare module 'questionnaire:take/*' {
  const part: import('../core/questionnaire/parts.ts').TakePart
  export default part
  /** In scripts for hosts: its first screens, unless embed-screens:default has them. */
  export const screens: import('../ui/embed/screens.ts').Screens | undefined
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

declare module 'questionnaire:results' {
  const results: readonly {
    readonly id: string
    readonly items: number
    readonly parts: Readonly<Record<string, import('../core/questionnaire/parts.ts').ResultPart>>
  }[]
  export default results
}

declare module 'questionnaire:titles/*' {
  const titles: Readonly<Record<string, { readonly title: string; readonly question: string; readonly lead: string }>>
  export default titles
}

declare module 'questionnaire:titles' {
  const load: import('../ui/locales/index.ts').TextLoaders<typeof import('questionnaire:titles/*')>
  export default load
}

// The modules that locales.ts serves.
declare module 'locale-loaders:take' {
  const load: import('../ui/locales/index.ts').TextLoaders<typeof import('../ui/locales/en/take.ts')>
  export default load
}

declare module 'locale-loaders:later' {
  const load: import('../ui/locales/index.ts').TextLoaders<typeof import('../ui/locales/en/later.ts')>
  export default load
}

declare module 'locale-loaders:hand-off' {
  const load: import('../ui/locales/index.ts').TextLoaders<typeof import('../ui/locales/en/hand-off.ts')>
  export default load
}

declare module 'locale-loaders:table-opened' {
  const load: import('../ui/locales/index.ts').TextLoaders<typeof import('../ui/locales/en/table-opened.ts')>
  export default load
}

declare module 'locale-loaders:hand-over' {
  const load: import('../ui/locales/index.ts').TextLoaders<typeof import('../ui/locales/en/hand-over.ts')>
  export default load
}

declare module 'locale-loaders:hand-over-check' {
  const load: import('../ui/locales/index.ts').TextLoaders<typeof import('../ui/locales/en/hand-over-check.ts')>
  export default load
}

declare module 'locale-loaders:check-start' {
  const load: import('../ui/locales/index.ts').TextLoaders<typeof import('../ui/locales/en/check-start.ts')>
  export default load
}

declare module 'locale-loaders:console-set-up' {
  const load: import('../ui/locales/index.ts').TextLoaders<typeof import('../ui/locales/en/console-set-up.ts')>
  export default load
}

declare module 'locale-loaders:result' {
  const load: import('../ui/locales/index.ts').TextLoaders<typeof import('../ui/locales/en/result.ts')>
  export default load
}

declare module 'locale-loaders:questionnaire-file' {
  const load: import('../ui/locales/index.ts').TextLoaders<typeof import('../ui/locales/en/questionnaire-file.ts')>
  export default load
}

declare module 'locale-loaders:questionnaire-issues' {
  const load: import('../ui/locales/index.ts').TextLoaders<typeof import('../ui/locales/en/questionnaire-issues.ts')>
  export default load
}

declare module 'locale-texts:at-once/*' {
  const texts: Readonly<Record<import('../ui/locales/index.ts').Language, string>>
  export default texts
}

declare module 'locale-texts:on-paper/onPaper' {
  const texts: Readonly<Record<import('../ui/locales/index.ts').Language, string>>
  export default texts
}

declare module 'locale-texts:code-so-far/noteCode' {
  const texts: Readonly<Record<import('../ui/locales/index.ts').Language, string>>
  export default texts
}

declare module 'locale-texts:guess-title/guessTitle' {
  type Title = typeof import('../ui/locales/en/guess-title.ts').guessTitle
  const titles: Readonly<Record<import('../ui/locales/index.ts').Language, Title>>
  export default titles
}

declare module 'locale-texts:join-by-code/joinByCodeTexts' {
  type Texts = import('../ui/locales/en/join-by-code.ts').JoinByCodeTexts
  const texts: Readonly<Record<import('../ui/locales/index.ts').Language, Texts>>
  export default texts
}

declare module 'locale-texts:console/consoleTexts' {
  type Texts = import('../ui/locales/en/console.ts').ConsoleTexts
  const texts: Readonly<Record<import('../ui/locales/index.ts').Language, Texts>>
  export default texts
}

declare module 'locale-texts:table-opened/tableOpenedTexts' {
  type Texts = import('../ui/locales/en/table-opened.ts').TableOpenedTexts
  const texts: Readonly<Record<import('../ui/locales/index.ts').Language, Texts>>
  export default texts
}

declare module 'locale-texts:check/checkTexts' {
  type Texts = import('../ui/locales/en/check.ts').CheckTexts
  const texts: Readonly<Record<import('../ui/locales/index.ts').Language, Texts>>
  export default texts
}

declare module 'locale-texts:check-console/checkConsole' {
  type Console = import('../ui/locales/en/console.ts').ConsoleTexts
  const texts: Readonly<Record<import('../ui/locales/index.ts').Language, (texts: Console) => Console>>
  export default texts
}

declare module 'locale-texts:console-set-up/setUpTexts' {
  type Texts = import('../ui/locales/en/console-set-up.ts').SetUpTexts
  const texts: Readonly<Record<import('../ui/locales/index.ts').Language, Texts>>
  export default texts
}

declare module 'locale-texts:room/roomTexts' {
  type Texts = import('../ui/locales/en/room.ts').RoomTexts
  const texts: Readonly<Record<import('../ui/locales/index.ts').Language, Texts>>
  export default texts
}

declare module 'locale-texts:take/takeTexts' {
  type Texts = import('../ui/locales/en/take.ts').TakeTexts
  const texts: Readonly<Record<import('../ui/locales/index.ts').Language, Texts>>
  export default texts
}

declare module 'locale-addresses:*' {
  /** Relative to the importing script. */
  const addresses: Readonly<Record<import('../ui/locales/index.ts').Language, readonly string[]>>
  export default addresses
}

declare module 'embed-styles:*' {
  const styles: string
  export default styles
}

declare module 'embed-attributes:element' {
  type Contract = typeof import('../ui/embed/contract.ts')
  export const NAMES: Contract['ATTRIBUTE_NAMES']
  /** The names of the switches, as one text. */
  export const SWITCHES: string
  export const SEATS: Contract['ATTRIBUTES']['vantage']
  export const TARGETS: Contract['ATTRIBUTES']['link-target']
  export const EVENTS: Contract['EVENTS']
}

declare module 'embed-release:standalone' {
  const name: string
  export default name
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

// The module that live-relays.ts serves.
declare module 'live-relays' {
  /** The relays that set-up offers: addresses that begin with `wss://`. */
  export const LIVE_RELAYS: readonly string[]
}

// The module that embed-screens.ts serves.
declare module 'embed-screens:default' {
  const screens: Readonly<Record<string, import('../ui/embed/screens.ts').Screens>>
  export default screens
}

/** Of sure-imports.ts: fetches chunks without running them, once for the page, so that the import() that follows has them. */
declare module 'fetch-ahead' {
  const fetchAhead: (...addresses: readonly string[]) => Promise<unknown>
  export default fetchAhead
}
