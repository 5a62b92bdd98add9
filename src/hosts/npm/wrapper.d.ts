import type { EmbedEvents, EmbedProperties } from './embed.js'

type Camel<Text extends string> = Text extends `${infer Head}-${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : Text

/** `onProgress` for `diagnostic-progress`. */
type ListenerOf<Name> = Name extends `diagnostic-${infer Rest}` ? `on${Capitalize<Camel<Rest>>}` : never

/** The element's properties, of which none has to be given but the page that share links open. */
export type Given = { [Name in Exclude<keyof EmbedProperties, 'page'>]?: EmbedProperties[Name] | undefined } & {
  /** The diagnostic's own page: share links open it, and the link that stands there until the diagnostic does. */
  page: string
  lang?: string | undefined
  /** The address of `embed.js` or of a version of it. Without it, the copy in this package is loaded, all in one file. */
  src?: string | undefined
}

/** Listeners are given the detail of an event, and the event. */
export type Listeners = {
  [Name in keyof EmbedEvents as ListenerOf<Name>]?: (
    detail: EmbedEvents[Name]['detail'],
    event: EmbedEvents[Name],
  ) => void
}
