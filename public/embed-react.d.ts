// The tag <leadership-diagnostic> in React 19 with TypeScript. Put it beside embed.d.ts, among your sources.
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { EmbedEvents, EmbedProps, LeadershipDiagnostic } from './embed.js'

type Html = DetailedHTMLProps<HTMLAttributes<LeadershipDiagnostic>, LeadershipDiagnostic>
type Listeners = { [Name in keyof EmbedEvents as `on${Name}`]?: (event: EmbedEvents[Name]) => void }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'leadership-diagnostic': Omit<Html, keyof EmbedProps> & EmbedProps & Listeners
    }
  }
}
