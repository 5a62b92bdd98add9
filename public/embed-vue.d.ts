// The tag <leadership-diagnostic> in Vue 3 with TypeScript. Put it beside embed.d.ts, among your sources.
import type { HTMLAttributes, PublicProps } from 'vue'
import type { EmbedEvents, EmbedProps, LeadershipDiagnostic } from './embed.js'

type Props = Omit<HTMLAttributes, keyof EmbedProps> & EmbedProps & PublicProps
type Said<Name extends keyof EmbedEvents> = Name extends unknown ? (name: Name, event: EmbedEvents[Name]) => void : never
type AllOf<Each> = (Each extends unknown ? (one: Each) => void : never) extends (all: infer All) => void ? All : never

declare module 'vue' {
  interface GlobalComponents {
    'leadership-diagnostic': new () => LeadershipDiagnostic & {
      /** For type checkers alone. */
      $props: Props
      /** For type checkers alone. */
      $emit: AllOf<Said<keyof EmbedEvents>>
    }
  }
}
