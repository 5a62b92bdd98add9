// The tag <leadership-diagnostic> in Svelte 5 with TypeScript. Put it beside embed.d.ts, among your sources.
import type { HTMLAttributes } from 'svelte/elements'
import type { EmbedEvents, EmbedProps, LeadershipDiagnostic } from './embed.js'

type Listeners = { [Name in keyof EmbedEvents as `on${Name}`]?: (event: EmbedEvents[Name]) => void }

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'leadership-diagnostic': Omit<HTMLAttributes<LeadershipDiagnostic>, keyof EmbedProps> & EmbedProps & Listeners
  }
}
