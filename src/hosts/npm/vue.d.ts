import type { PublicProps } from 'vue'
import type { Given, Listeners } from './wrapper.js'

export type LeadershipDiagnosticProps = Given & Listeners

/** The diagnostic as a component of Vue 3, on a server too. Its compiler need not be told of the tag. */
export declare const LeadershipDiagnostic: new () => {
  /** For type checkers alone. */
  $props: LeadershipDiagnosticProps & PublicProps
  /** For type checkers alone. */
  $slots: { default?: () => unknown }
}
